"""``facevalue make doll``: what is asked for is refused or made whole, and nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from facevalue.cli.main import cli
from facevalue.core.errors import BadChoice, FacevalueError, WouldOverwrite
from tests.photographs import phone_photo

SMALL = ("--size", "64x64")


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Shapes are modelled once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path) -> Path:
    """An empty folder to work in, with a photo."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACEVALUE_CACHE", str(cache))
    (tmp_path / "me.jpg").write_bytes(phone_photo().data)
    return tmp_path


def run(*words: str, typed: str | None = None) -> Result:
    """The command with these words."""
    return CliRunner().invoke(cli, ["make", "doll", *words], input=typed)


def test_the_picture_stands_beside_the_photo(here: Path) -> None:
    """With .doll in its name; the photo is what it was."""
    before = (here / "me.jpg").read_bytes()
    done = run("me.jpg", "--words", "Ana, baker", *SMALL)
    assert done.exit_code == 0, done.output
    assert (here / "me.doll.png").read_bytes().startswith(b"\x89PNG")
    assert (here / "me.jpg").read_bytes() == before
    for word in ("understood", "likeness", "no match", "cost", "written: me.doll.png"):
        assert word in done.output


def test_nothing_is_overwritten(here: Path) -> None:
    """Neither the picture of an earlier run nor a further file, before any work is done."""
    (here / "doll.stl").write_text("mine")
    for words in (("--stl",), ("-o", "me.jpg")):
        done = run("--words", "Ana", *words, *SMALL)
        assert isinstance(done.exception, FacevalueError)
    assert (here / "doll.stl").read_text() == "mine"
    assert not (here / "doll.png").exists()
    (here / "doll.png").write_text("mine")
    assert isinstance(run(*SMALL).exception, WouldOverwrite)
    assert run("--overwrite", *SMALL).exit_code == 0
    assert (here / "doll.png").read_bytes().startswith(b"\x89PNG")


def test_the_photo_given_is_never_the_output(here: Path) -> None:
    """Not even with --overwrite."""
    (here / "me.png").write_bytes((here / "me.jpg").read_bytes())
    done = run("me.png", "-o", "me.png", "--overwrite", *SMALL)
    assert isinstance(done.exception, WouldOverwrite)


def test_words_can_come_in_by_the_standard_input(here: Path) -> None:
    """So that they stay out of the shell's history."""
    done = run("--words", "-", "--json", *SMALL, typed="I'm Mira, violinist\n")
    assert json.loads(done.output)["wish"]["title"] == "MIRA"


def test_json_has_what_was_made(here: Path) -> None:
    """One object, whose digest is that of the file."""
    done = run("--hair", "afro", "--no-fringe", "--things", "camera, cat", "--json", *SMALL)
    answer = json.loads(done.output)
    hand = {trait["trait"] for trait in answer["traits"] if trait["by"] == "hand"}
    assert {"hair", "fringe"} <= hand
    assert {thing["name"] for thing in answer["wish"]["things"]} == {"camera", "cat"}
    assert answer["photo"]["width"] == 64
    assert answer["likeness"] == []


def test_no_cache_keeps_nothing(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No folder appears."""
    monkeypatch.setenv("FACEVALUE_CACHE", str(here / "kept"))
    assert run("--no-cache", *SMALL).exit_code == 0
    assert not (here / "kept").exists()


def test_the_cache_holds_no_word_and_no_colour(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only shapes by digest, compiled kernels, and the catalogue's own vectors."""
    monkeypatch.setenv("FACEVALUE_CACHE", str(here / "kept"))
    words = "I'm Zebulona, quizmaster, I love zithers"
    assert run("me.jpg", "--words", words, *SMALL).exit_code == 0
    files = [path for path in (here / "kept").rglob("*") if path.is_file()]
    assert files
    for path in files:
        assert b"zebulona" not in path.read_bytes().lower()
        assert b"zither" not in str(path).lower().encode()


@pytest.mark.parametrize(
    "words",
    [
        ("--size", "12"),
        ("--size", "9999999x2"),
        ("--size", "10x10"),
        ("--skin", "brown"),
        ("--brows", "7"),
        ("-o", "doll.jpg"),
        ("--person", "0", "me.jpg"),
        ("--world", "mars"),
    ],
    ids=lambda words: " ".join(words),
)
def test_wrong_settings_are_refused_with_a_sentence(words: tuple[str, ...]) -> None:
    """Exit status 2, no traceback, no file."""
    done = run(*words)
    assert isinstance(done.exception, BadChoice | FacevalueError)
    assert done.exception.exit_status == 2
    assert len(str(done.exception)) > 20
    assert not list(Path().glob("doll*"))


def test_help_lists_every_kind_of_hair_beard_and_glasses() -> None:
    """Nobody should have to read the code to find them."""
    said = " ".join(run("--help").output.split())
    for name in ("afro", "hijab", "turban", "goatee", "sunglasses", "stripes", "--no-freckles"):
        assert name in said
