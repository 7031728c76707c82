"""Nothing lost: what a run may write, and what it says when it may not."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from shutil import copyfile

import pytest

from facevalue.engines import weights
from facevalue.photos.mark import marked
from tests.cli.test_cli import folder, run
from tests.photographs import astronaut, phone_photo, saved

__all__ = ["folder"]

PHOTO = phone_photo().data


@pytest.mark.parametrize("command", ["check", "protect"])
def test_a_page_never_takes_a_photos_place(folder: Path, command: str) -> None:
    """``--html PHOTO --overwrite`` is refused before anything is written."""
    done = run(command, "a.jpg", "--html", "a.jpg", "--overwrite", cwd=folder)
    assert (done.returncode, "[E105]" in done.stderr) == (2, True)
    assert (folder / "a.jpg").read_bytes() == PHOTO
    assert [path.name for path in folder.iterdir()] == ["a.jpg"]


def test_another_given_photo_is_never_replaced(folder: Path) -> None:
    """A safe copy that is itself among the photos stays as it is, whatever leads to it."""
    copyfile(folder / "a.jpg", folder / "a.safe.jpg")
    (folder / "link.jpg").symlink_to("a.safe.jpg")
    done = run("protect", "a.jpg", "link.jpg", "--overwrite", cwd=folder)
    assert "[E105]" in done.stderr
    assert (folder / "a.safe.jpg").read_bytes() == PHOTO


def test_two_photos_of_one_name_do_not_replace_each_other(tmp_path: Path) -> None:
    """Into one folder the second is refused, with ``--overwrite`` too."""
    for name in ("A", "B"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.jpg").write_bytes(PHOTO)
    words = ("protect", "A/x.jpg", "B/x.jpg", "--into", "out", "--overwrite", "--only", "strip")
    done = run(*words, cwd=tmp_path)
    assert (done.returncode, "[E105]" in done.stderr) == (2, True)
    assert done.stdout.count("written:") == 1
    assert run(*words[:2], *words[3:], cwd=tmp_path).returncode == 0  # an earlier run's copy


def test_pages_of_equal_names_in_two_folders_do_not_meet(tmp_path: Path) -> None:
    """Below ``--html FOLDER`` the photos keep their places."""
    for name in ("in/x", "in/y"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "a.jpg").write_bytes(PHOTO)
    assert run("check", "in", "--html", "pages", cwd=tmp_path).returncode == 0
    pages = sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.html"))
    assert pages == ["pages/x/a.jpg.html", "pages/y/a.jpg.html"]


def test_a_page_that_is_there_stops_the_photo_too(folder: Path) -> None:
    """Both or neither: a refused page leaves no safe copy that nobody was told of."""
    (folder / "page.html").write_text("mine")
    done = run("protect", "a.jpg", "--html", "page.html", cwd=folder)
    assert (done.returncode, "[E105]" in done.stderr) == (2, True)
    assert not (folder / "a.safe.jpg").exists()
    assert (folder / "page.html").read_text() == "mine"


def test_what_a_walk_leaves_out_is_said(folder: Path) -> None:
    """Files not named like photos, and earlier copies, are counted aloud."""
    (folder / "film.mov").write_bytes(b"x")
    copyfile(folder / "a.jpg", folder / "b.safe.jpg")
    said = run("check", ".", "--json", cwd=folder).stderr
    assert "1 file(s) that are hidden or not named like a photo" in said
    assert "1 safe copy" in said


@pytest.fixture
def doll(folder: Path) -> Path:
    """A picture of the studio beside the photo; its name does not say so."""
    (folder / "b.png").write_bytes(marked(saved(astronaut(), "PNG"), "a figure in a box"))
    return folder / "b.png"


def test_a_picture_of_the_studio_is_no_photo_of_the_folder(folder: Path, doll: Path) -> None:
    """Passed over with its reason, in text and JSON; no copy of it is written."""
    said = run("check", ".", cwd=folder)
    assert said.returncode == 0
    assert re.search(r"b\.png\n +skip +studio: .*made this picture", said.stdout)
    lines = run("check", ".", "--json", cwd=folder).stdout.splitlines()
    photo, passed = (json.loads(line) for line in lines)
    assert photo["photo"]["name"] == "a.jpg"
    assert passed["photo"] == {"name": "b.png"}
    assert passed["skips"][0]["by"] == "studio"
    assert run("protect", ".", cwd=folder).returncode == 0
    assert (folder / "a.safe.jpg").exists()
    assert not (folder / "b.safe.png").exists()


def test_a_picture_of_the_studio_is_looked_at_when_it_is_named(folder: Path, doll: Path) -> None:
    """Alone or among others: who names a file wants to know of it."""
    alone = json.loads(run("check", "b.png", "--json", cwd=folder).stdout)
    both = run("check", "a.jpg", "b.png", "--json", cwd=folder).stdout.splitlines()
    assert alone["findings"] == json.loads(both[1])["findings"] != []


def test_a_terminal_without_arrows_gets_question_marks(folder: Path) -> None:
    """An output that cannot show a letter is no reason for a traceback."""
    env = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    for command in ("check", "protect"):
        done = run(command, "a.jpg", cwd=folder, env=env)
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full here")
def test_a_full_disk_behind_the_answer_is_said(folder: Path) -> None:
    """One sentence with a number, no traceback."""
    command = f"{sys.executable} -m facevalue check a.jpg >/dev/full"
    done = run_shell(command, folder)
    assert "Traceback" not in done[1]
    assert (done[0], "[E306]" in done[1]) == (3, True)


def run_shell(command: str, cwd: Path) -> tuple[int, str]:
    """Exit status and error stream of a shell command."""
    done = subprocess.run(command, shell=True, cwd=cwd, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


def test_an_error_alone_is_json_too(folder: Path) -> None:
    """Whoever asked for JSON gets an object also when the one photo is refused."""
    (folder / "bad.jpg").write_bytes(b"no photo")
    answer = json.loads(run("check", "bad.jpg", "--json", cwd=folder).stdout)
    assert answer["error"]["number"] == "E301"


def test_without_the_face_finder_nothing_is_protected(folder: Path) -> None:
    """No bare copy: exit 4 and no file; stripping alone still works, and check says exit 4."""
    start = "import facevalue.engines.weights as w, pathlib; w.FOLDER = pathlib.Path('none');"
    start += "from facevalue.cli.main import main; import sys; sys.argv[0] = 'facevalue'; main()"
    assert weights.FOLDER.exists()

    def blind(*words: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-c", start, *words],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stderr

    status, said = blind("protect", "a.jpg")
    assert (status, "[E401]" in said) == (4, True)
    assert not (folder / "a.safe.jpg").exists()
    assert blind("check", "a.jpg")[0] == 4
    assert blind("protect", "a.jpg", "--only", "strip")[0] == 0
