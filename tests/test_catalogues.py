"""Everything built is listed: a file without its line in a catalogue would be dead and silent."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import facevalue
from facevalue.cli.main import COMMANDS
from facevalue.findings.catalogue import METADATA, PICTURE
from facevalue.findings.words.catalogue import WORDS
from facevalue.flows.covers import COVERS
from facevalue.photos.formats.catalogue import FORMATS
from facevalue.protection.covers.catalogue import PLAIN
from facevalue.studio.catalogue import STYLES
from facevalue.studio.covers.catalogue import DRAWN

PACKAGE = Path(facevalue.__file__).parent
REFERENCE = PACKAGE.parent.parent / "docs" / "reference"
ROW = re.compile(r"^\| ((?:`[\w-]+`(?:, )?)+) \|", re.MULTILINE)

DETECTOR = ("name", "kinds", "look")
FORMAT = ("name", "media_type", "suffixes", "carries", "mine", "header", "fields", "strip")
COVER = ("name", "keeps_nothing", "draws", "paint")


@dataclass(frozen=True)
class Shelf:
    """A folder, the catalogue of what is in it, and what such a thing has."""

    folder: str
    items: Iterable[Any]
    has: tuple[str, ...]

    def modules(self) -> Iterator[ModuleType]:
        """Every module of the folder and of the folders in it."""
        for path in sorted((PACKAGE / self.folder).rglob("*.py")):
            dotted = path.relative_to(PACKAGE.parent).with_suffix("").parts
            yield importlib.import_module(".".join(dotted).removesuffix(".__init__"))

    def fits(self, thing: object) -> bool:
        """Whether a thing, or the instances of a class, could be listed."""
        return all(hasattr(thing, name) for name in self.has)


SHELVES = [
    Shelf("findings/metadata", METADATA, DETECTOR),
    Shelf("findings/picture", PICTURE, DETECTOR),
    Shelf("findings/words", WORDS, DETECTOR),
    Shelf("photos/formats", FORMATS, FORMAT),
    Shelf("protection/covers", PLAIN, COVER),
    Shelf("studio/covers", DRAWN, COVER),
]
every_shelf = pytest.mark.parametrize("shelf", SHELVES, ids=lambda shelf: shelf.folder)


def public(module: ModuleType) -> Iterator[object]:
    """What a module offers by a name without an underscore."""
    yield from (thing for name, thing in vars(module).items() if not name.startswith("_"))


@every_shelf
def test_everything_in_a_folder_is_in_its_catalogue(shelf: Shelf) -> None:
    """Each public thing that fits the role is an item, the very one."""
    listed = {id(item) for item in shelf.items}
    built = {
        id(thing): module.__name__
        for module in shelf.modules()
        for thing in public(module)
        if shelf.fits(thing) and not isinstance(thing, type)
    }
    assert [where for thing, where in built.items() if thing not in listed] == []
    assert listed == set(built)


@every_shelf
def test_every_class_that_fits_is_used(shelf: Shelf) -> None:
    """A class of detectors, formats or covers without an instance in the catalogue is dead."""
    used = {type(item) for item in shelf.items}
    classes = {
        thing
        for module in shelf.modules()
        for thing in vars(module).values()
        if isinstance(thing, type) and thing.__module__ == module.__name__ and shelf.fits(thing)
    }
    assert [each.__name__ for each in classes - used] == []


def imported() -> set[str]:
    """The last names of all that any file of the package imports."""
    names: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                names |= {(node.module or "").rpartition(".")[2], *(one.name for one in node.names)}
            elif isinstance(node, ast.Import):
                names |= {one.name.rpartition(".")[2] for one in node.names}
    return names


def test_every_file_in_a_folder_is_used() -> None:
    """A file that neither a catalogue nor another file imports would be forgotten code."""
    files = {module.__name__.rpartition(".")[2] for each in SHELVES for module in each.modules()}
    folders = {path.name for path in PACKAGE.rglob("*") if path.is_dir()}
    assert files - folders - imported() == set()


@every_shelf
def test_names_are_short_unique_and_in_small_letters(shelf: Shelf) -> None:
    """People type them, programs read them."""
    names = [item.name for item in shelf.items]
    assert names
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z][a-z0-9-]{2,14}", name) for name in names)


def test_no_two_detectors_share_a_name() -> None:
    """Skips and findings say who looked: the name alone must tell, over both catalogues."""
    assert set(METADATA.names()) & set(PICTURE.names()) == set()


def documented(page: str) -> set[str]:
    """The names in backquotes that begin the rows of a page's tables."""
    text = (REFERENCE / page).read_text(encoding="utf-8")
    return {name for cell in ROW.findall(text) for name in re.findall(r"`([\w-]+)`", cell)}


def test_every_format_is_on_its_page() -> None:
    """And no other; with each of its endings."""
    assert documented("formats.md") == set(FORMATS.names())
    text = (REFERENCE / "formats.md").read_text(encoding="utf-8")
    for form in FORMATS:
        assert all(suffix in text for suffix in form.suffixes)


def test_suffixes_and_media_types_belong_to_one_format() -> None:
    """An ending stands for one format only, with its dot, the usual one first."""
    endings = [suffix for form in FORMATS for suffix in form.suffixes]
    assert len(set(endings)) == len(endings)
    assert all(re.fullmatch(r"\.[a-z0-9]{2,5}", ending) for ending in endings)
    types = [form.media_type for form in FORMATS]
    assert len(set(types)) == len(types)
    assert all(re.fullmatch(r"image/[a-z]+", each) for each in types)


def test_what_detectors_find_is_on_the_page_of_kinds() -> None:
    """Each kind has its row, and what is said to be found in this version can be found."""
    found = {kind.value for each in (*METADATA, *PICTURE, *WORDS) for kind in each.kinds} | {
        "other"
    }
    assert found <= documented("kinds.md")
    text = (REFERENCE / "kinds.md").read_text(encoding="utf-8")
    now = text.partition("## Found in this version")[2].partition("\n## ")[0]
    assert {name for cell in ROW.findall(now) for name in re.findall(r"`(\w+)`", cell)} <= found


def test_every_cover_can_be_chosen_and_is_explained() -> None:
    """The option names them all."""
    text = (REFERENCE / "cli.md").read_text(encoding="utf-8")
    said = text.partition("--style NAME")[2].partition("\n  --")[0]
    assert set(COVERS.names()) <= set(re.findall(r"[a-z-]+", said))


def test_every_style_has_its_command_and_its_settings_their_options() -> None:
    """What the Python door can set, the terminal can; a style without a command is out of reach."""
    from facevalue.cli.make_cmd import command

    assert set(command.commands) == set(STYLES.names())
    for style in STYLES:
        flags = {opt for param in command.commands[style.name].params for opt in param.opts}
        missing = {f"--{name.replace('_', '-')}" for name in style.settings} - flags
        assert missing == set()


def test_every_command_is_listed() -> None:
    """A file NAME_cmd.py is a command called NAME, and the other way round."""
    files = {path.name.removesuffix("_cmd.py") for path in (PACKAGE / "cli").glob("*_cmd.py")}
    assert files == set(COMMANDS)
