"""``facevalue make film`` and its siblings: written beside the photo, and nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from facevalue.cli.main import cli
from facevalue.core.errors import BadChoice, FacevalueError, WouldOverwrite
from tests.photographs import astronaut, saved

SMALL = ("--longest", "256")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with a photo."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "me.jpg").write_bytes(saved(astronaut()[:256, 96:352]))
    return tmp_path


def run(*words: str) -> Result:
    """The command with these words."""
    return CliRunner().invoke(cli, ["make", *words])


def test_the_picture_stands_beside_the_photo(here: Path) -> None:
    """With the style in its name; the photo is what it was; the receipt is there."""
    before = (here / "me.jpg").read_bytes()
    done = run("gouache", "me.jpg", *SMALL)
    assert done.exit_code == 0, done.output
    assert (here / "me.gouache.png").read_bytes().startswith(b"\x89PNG")
    assert (here / "me.jpg").read_bytes() == before
    for word in ("likeness", "cost", "written: me.gouache.png"):
        assert word in done.output


def test_nothing_is_overwritten(here: Path) -> None:
    """Neither an earlier picture, nor a moving one, nor the photo under another name."""
    (here / "me.gouache.png").write_text("mine")
    assert isinstance(run("gouache", "me.jpg", *SMALL).exception, WouldOverwrite)
    (here / "new.webp").write_text("mine")
    done = run("gouache", "me.jpg", *SMALL, "--video-loop", "-o", "new.png")
    assert isinstance(done.exception, WouldOverwrite)
    assert not (here / "new.png").exists()
    assert isinstance(run("gouache", "me.jpg", "-o", "me.jpg").exception, FacevalueError)
    assert (here / "me.gouache.png").read_text() == "mine"


def test_a_moving_picture_is_written_too(here: Path) -> None:
    """Beside the still one, with its own ending."""
    done = run("pencil", "me.jpg", *SMALL, "--video-loop", "--json")
    assert done.exit_code == 0, done.output
    assert (here / "me.pencil.webp").read_bytes()[:4] == b"RIFF"
    said = json.loads(done.output)
    assert said["style"] == "pencil"
    assert len(said["likeness"]) == 2


def test_wrong_use_is_a_sentence(here: Path) -> None:
    """A photo that is missing, a dial out of its range, a size out of reason."""
    assert run("film").exit_code == 2
    assert run("film", "me.jpg", "--strength", "2").exit_code == 2
    assert isinstance(run("film", "me.jpg", "--longest", "9").exception, BadChoice)
    assert isinstance(run("film", "nobody.jpg").exception, FacevalueError)
    assert isinstance(run("film", "me.jpg", "--like", "nobody.jpg").exception, FacevalueError)


@pytest.mark.parametrize("style", ["film", "riso"])
def test_help_teaches(style: str) -> None:
    """What comes out, the dials, an example, and what it does not do."""
    said = run(style, "--help").output
    for word in ("--likeness", "--like PAINTING", f"make {style} me.jpg", "does", "hide a face"):
        assert word in said
