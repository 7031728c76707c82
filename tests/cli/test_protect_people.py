"""Who stays, on the command line: references, children, and mistakes that uncover nobody."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from facevalue.cli.main import cli
from facevalue.core.errors import BadChoice, FacevalueError, NoSuchFile
from tests.photographs import astronaut, group, saved


def run(*words: str) -> Result:
    """The command in this process."""
    return CliRunner().invoke(cli, ["protect", *words], standalone_mode=False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a party of three faces and a portrait of the first of them."""
    (tmp_path / "party.jpg").write_bytes(saved(group(), quality=92))
    (tmp_path / "me.jpg").write_bytes(saved(astronaut(), quality=90))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_reference_keeps_its_person_and_the_answer_says_who(folder: Path) -> None:
    """The lab report has the covered faces, by the numbers of the check."""
    done = run("party.jpg", "--keep-me", "me.jpg", "--json")
    assert done.exception is None
    answer = json.loads(done.output)
    says = " ".join(change["says"] for change in answer["changes"])
    assert "face 1" in says
    numbers = [face["face"] for face in answer["lab"]]
    assert 1 not in numbers
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("--children", "perhaps"), BadChoice),
        (("--keep", "subject"), BadChoice),
        (("--keep-me", "nobody.jpg"), NoSuchFile),
        (("--keep-me", "me.jpg") * 6, BadChoice),
    ],
)
def test_a_mistake_writes_nothing(
    folder: Path, words: tuple[str, ...], error: type[FacevalueError]
) -> None:
    """A mistyped choice, a missing reference or too many of them are said before any work."""
    done = run("party.jpg", *words)
    assert isinstance(done.exception, error) or done.return_value == 2
    assert sorted(path.name for path in folder.iterdir()) == ["me.jpg", "party.jpg"]


def test_the_terminal_shows_the_lab_report_and_its_limits(folder: Path) -> None:
    """Scores before and after, and the sentence about what covers do not change."""
    text = " ".join(run("party.jpg", "--keep", "largest").output.split())
    assert "lab: face" in text
    assert "its line" in text
    assert "clothes" in text
