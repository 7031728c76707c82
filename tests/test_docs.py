"""What is built is documented, and what is documented is there."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path
from typing import cast

import click
import do
import pytest
from docs.paste_help import PAGE, pasted

from facevalue.cli.main import COMMANDS, cli
from facevalue.core import errors
from facevalue.core.finding import Kind
from facevalue.engines import weights
from facevalue.photos import limits
from facevalue.photos.formats.catalogue import FORMATS
from tests.photographs import phone_photo

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md")) + sorted(ROOT.glob("*.md")) + sorted(ROOT.glob("changelog.d/*"))
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def read(path: Path | str) -> str:
    """A page by its path or its place below docs/."""
    return (DOCS / path).read_text(encoding="utf-8")


def rows(page: str) -> dict[str, list[str]]:
    """The rows of every table on a page, by their first cell without backquotes."""
    cells = [line.strip("|").split("|") for line in page.splitlines() if line.startswith("| ")]
    return {row[0].strip(" `"): [cell.strip() for cell in row] for row in cells}


def blocks(page: Path, language: str) -> list[str]:
    """The fenced blocks of one language."""
    return [text for kind, text in BLOCK.findall(read(page)) if kind == language]


def every_error(kind: type[errors.FacevalueError]) -> list[type[errors.FacevalueError]]:
    """An error and all below it."""
    below = [error for sub in kind.__subclasses__() for error in every_error(sub)]
    return [kind, *below]


def options(command: click.Command) -> set[str]:
    """Every spelling of every option of a command."""
    named = {
        opt
        for param in command.params
        for opt in (*param.opts, *param.secondary_opts)
        if isinstance(param, click.Option)
    }
    return named | {"-h", "--help", "--"}


def command(*words: str) -> click.Command:
    """The command that a line starts with: of a group, the one that its second word names."""
    found = cli.get_command(click.Context(cli), words[0])
    assert found is not None, words[0]
    if isinstance(found, click.Group) and len(words) > 1 and not words[1].startswith("-"):
        return found.commands[words[1]]
    return found


def every_command() -> list[str]:
    """The names of all commands, those below a group with the group's name before them."""
    names = []
    for name in COMMANDS:
        found = command(name)
        names.append(name)
        if isinstance(found, click.Group):
            names += [f"{name} {below}" for below in found.commands]
    return names


def test_every_error_is_on_its_page() -> None:
    """With its name and its exit status; branches are named in the text."""
    page, table = read("reference/errors.md"), rows(read("reference/errors.md"))
    for error in every_error(errors.FacevalueError)[1:]:
        assert error.number in page
        if error.__subclasses__():
            assert f"`{error.__name__}` ({error.number})" in page
        else:
            assert table[error.number][1:3] == [error.__name__, str(error.exit_status)]


def test_error_numbers_are_used_once() -> None:
    """A number means one thing, and agrees with its exit status."""
    all_of_them = every_error(errors.FacevalueError)
    assert len({error.number for error in all_of_them}) == len(all_of_them)
    branches = {2: "E1", 3: "E3", 4: "E4"}
    assert all(error.number.startswith(branches[error.exit_status]) for error in all_of_them[1:])


def test_every_error_is_in_the_drawing() -> None:
    """The tree in the docstring of errors.py has every error."""
    for error in every_error(errors.FacevalueError):
        assert error.__name__ in (errors.__doc__ or "")


def test_every_kind_is_on_its_page() -> None:
    """And no other."""
    table = rows(read("reference/kinds.md"))
    assert set(table) - {"kind", "---"} == {kind.value for kind in Kind}


def test_every_format_is_on_its_page() -> None:
    """With all its endings, and with what a strip of it does."""
    page = read("reference/formats.md")
    first = page.partition("## What a strip does")[0]
    for form in FORMATS:
        assert rows(first)[form.name][1] == " ".join(form.suffixes)
        assert page.count(f"`{form.name}`") >= 2


def test_the_limits_on_the_page_are_those_of_the_code() -> None:
    """Numbers that people plan with are copied right."""
    table = rows(read("reference/formats.md"))
    for name, most in (
        ("size of a file", limits.FILE_BYTES // 2**20),
        ("pixels of a picture", limits.PIXELS // 10**6),
        ("side of a picture", limits.SIDE),
        ("pixels of all frames together", limits.FRAMES_PIXELS // 10**6),
        ("processor time of one decode", limits.DECODE_SECONDS),
        ("memory of the decoding process", limits.DECODE_BYTES // 2**30),
    ):
        assert table[name][1].split()[0] == f"{most:,}"


def test_every_asset_is_on_its_page() -> None:
    """With package, version, licence and user."""
    table = rows(read("reference/assets.md"))
    assert set(table) - {"file", "---"} == {row.name for row in weights.assets()}
    for row in weights.assets():
        line = " ".join(table[row.name])
        for part in (row.package, row.version, row.licence, row.used_by, row.what):
            assert part in line


def test_every_dependency_has_its_reason() -> None:
    """The table of the decision record has what pyproject.toml asks for, in its order."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extra = project["optional-dependencies"]["studio"]
    for record, lines in (
        ("adr/0003-dependencies.md", project["dependencies"]),
        ("adr/0007-studio-dependencies.md", extra),
    ):
        asked = [re.split(r"[<>=;]", line)[0] for line in lines]
        named = [name.split(",")[0].strip(" `") for name in rows(read(record))]
        assert [name for name in named if name in asked] == asked


def test_help_is_pasted() -> None:
    """The texts on the page are what --help prints; docs/paste_help.py brings them up to date."""
    page = PAGE.read_text(encoding="utf-8")
    assert pasted(page) == page
    for name in every_command():
        assert f"<!-- help:{name} -->" in page
        assert all(opt in page for opt in options(command(*name.split())))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the repository finds it."""
    targets = [link.partition("#")[0] for link in LINK.findall(read(page)) if "://" not in link]
    assert [name for name in targets if name and not (page.parent / name).exists()] == []


def test_every_page_is_in_the_index() -> None:
    """docs/README.md leads to every page, docs/adr/README.md to every record."""
    index = set(LINK.findall(read("README.md")))
    records = set(LINK.findall(read("adr/README.md")))
    for page in DOCS.rglob("*.md"):
        if page.name == "README.md":
            continue
        if page.parent.name == "adr":
            assert page.name in records
            assert read(page).startswith(f"# {int(page.name[:4])}. ")
        else:
            assert page.relative_to(DOCS).as_posix() in index


def lines_to_type() -> list[str]:
    """Every command on every page."""
    return [
        line
        for page in PAGES
        for block in blocks(page, "sh")
        for line in block.splitlines()
        if line
    ]


@pytest.mark.parametrize("line", sorted(set(lines_to_type())))
def test_commands_can_be_typed(line: str) -> None:
    """Each names a command that is there, with options that it has."""
    words = shlex.split(line)
    if words[:2] == ["python3", "do.py"]:
        assert words[2] in do.COMMANDS
        if words[2] != "run":
            return
        words = ["facevalue", *words[3:]]
    assert words[0] == "facevalue"
    here = command(*words[1:])
    assert {word for word in words if word.startswith("-") and word != "-"} <= options(here)
    for param in here.params:
        if isinstance(param.type, click.Choice) and param.opts[0] in words:
            assert words[words.index(param.opts[0]) + 1] in param.type.choices


def test_python_pages_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The blocks of the Python how-to run one after the other, beside a photo."""
    (tmp_path / "holiday.jpg").write_bytes(phone_photo().data)
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"print": lambda *_: None}
    for block in blocks(DOCS / "how-to" / "use-from-python.md", "python"):
        exec(compile(block, "use-from-python.md", "exec"), names)
    assert Path("holiday.safe.jpg").exists()


def test_the_json_page_has_every_key() -> None:
    """What to_json gives is what the page explains."""
    import facevalue

    photo = phone_photo().data
    page = read("how-to/read-the-json.md")
    checked = facevalue.check(photo).to_json()
    done = facevalue.protect(photo).to_json()
    findings = cast("list[dict[str, object]]", checked["findings"])
    exposures = cast("list[dict[str, object]]", checked["exposures"])
    changes = cast("list[dict[str, object]]", done["changes"])
    header = cast("dict[str, object]", checked["photo"])
    made = facevalue.make("doll", photo, "Ana, baker", size=(64, 64)).to_json()
    wish = cast("dict[str, object]", made["wish"])
    traits = cast("list[dict[str, object]]", made["traits"])
    likeness = cast("list[dict[str, object]]", made["likeness"])
    keys = {*checked, *done, *header, *made, *wish, *traits[0], *likeness[0]}
    for part in (*findings, *exposures, *changes):
        keys |= set(part)
    assert sorted(key for key in keys if f"`{key}`" not in page) == []


def test_the_readme_shows_a_result() -> None:
    """Its pictures are there and are what they are called."""
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    for name, start in (("report.png", b"\x89PNG"), ("doll.jpg", b"\xff\xd8\xff")):
        picture = DOCS / "pictures" / name
        assert os.fspath(picture.relative_to(ROOT)) in page
        assert picture.read_bytes().startswith(start)
