"""The command line: one clear sentence, the right exit status, nothing lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.photographs import astronaut, group, phone_photo, saved


def run(*words: str, cwd: Path, **options: Any) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "facevalue", *words],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        **options,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one photo in it."""
    (tmp_path / "a.jpg").write_bytes(phone_photo().data)
    return tmp_path


def test_check_says_what_is_given_away(folder: Path) -> None:
    """The text names the place, the camera and the face, and the exit status is 0."""
    done = run("check", "a.jpg", cwd=folder)
    assert done.returncode == 0
    assert "Berlin" in done.stdout
    assert "F17QX0DEMO42" in done.stdout
    assert "face" in done.stdout
    assert "F17QX0DEMO42" not in run("check", "a.jpg", "--hide-values", cwd=folder).stdout


def test_json_is_the_python_doors(folder: Path) -> None:
    """What is printed is what to_json gives."""
    import facevalue

    printed = json.loads(run("check", "a.jpg", "--json", cwd=folder).stdout)
    assert printed == json.loads(json.dumps(facevalue.check(folder / "a.jpg").to_json()))


def test_protect_writes_beside_and_never_over(folder: Path) -> None:
    """A second run is refused with E105, the original keeps its bytes."""
    assert run("protect", "a.jpg", cwd=folder).returncode == 0
    assert sorted(path.name for path in folder.iterdir()) == ["a.jpg", "a.safe.jpg"]
    assert (folder / "a.jpg").read_bytes() == phone_photo().data
    again = run("protect", "a.jpg", cwd=folder)
    assert again.returncode == 2
    assert "[E105]" in again.stderr
    assert run("protect", "a.jpg", "--overwrite", cwd=folder).returncode == 0


def test_the_original_is_never_the_output(folder: Path) -> None:
    """Not even when told to overwrite."""
    done = run("protect", "a.jpg", "-o", "a.jpg", "--overwrite", cwd=folder)
    assert done.returncode == 2
    assert (folder / "a.jpg").read_bytes() == phone_photo().data


def test_a_batch_goes_on_after_a_bad_photo(folder: Path) -> None:
    """The bad one is named with its number, the good ones are done, the exit status is 3."""
    (folder / "b.jpg").write_bytes(b"no photo")
    (folder / "c.png").write_bytes(saved(astronaut(), "PNG"))
    done = run("protect", ".", "--into", "safe", "--json", cwd=folder)
    assert done.returncode == 3
    assert "b.jpg" in done.stderr
    assert "[E301]" in done.stderr
    assert sorted(p.name for p in (folder / "safe").iterdir()) == ["a.safe.jpg", "c.safe.png"]
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line.get("error", {}).get("number") for line in lines] == [None, "E301", None]


def test_a_folder_keeps_its_shape(folder: Path) -> None:
    """Photos of one name in two folders do not meet."""
    (folder / "in" / "x").mkdir(parents=True)
    (folder / "in" / "a.jpg").write_bytes(phone_photo().data)
    (folder / "in" / "x" / "a.jpg").write_bytes(phone_photo().data)
    assert run("protect", "in", "--into", "out", "--only", "strip", cwd=folder).returncode == 0
    found = sorted(
        p.relative_to(folder / "out").as_posix() for p in (folder / "out").rglob("*.jpg")
    )
    assert found == ["a.safe.jpg", "x/a.safe.jpg"]


@pytest.mark.parametrize(
    ("name", "data", "status", "number"),
    [
        ("text.jpg", b"hello", 3, "E301"),
        ("empty.jpg", b"", 3, "E301"),
        ("cut.jpg", phone_photo().data[:-9000], 3, "E302"),
    ],
)
def test_bad_files_are_refused(
    tmp_path: Path, name: str, data: bytes, status: int, number: str
) -> None:
    """One sentence with the error's number; the original untouched, nothing left behind."""
    (tmp_path / name).write_bytes(data)
    for command in ("check", "protect"):
        done = run(command, name, cwd=tmp_path)
        assert done.returncode == status
        assert f"[{number}]" in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_bytes() == data


def test_odd_paths_are_wrong_use(folder: Path) -> None:
    """Nothing there, a pipe, an empty folder and an empty name are exit 2."""
    os.mkfifo(folder / "pipe")
    (folder / "none").mkdir()
    assert run("check", "nothing.jpg", cwd=folder).returncode == 2
    assert run("check", "pipe", cwd=folder).returncode == 2
    empty = run("check", "none", cwd=folder)
    assert (empty.returncode, "no photo in none [E101]" in empty.stderr) == (2, True)
    assert run("check", "", cwd=folder).returncode == 2


def test_a_file_named_like_an_option(folder: Path) -> None:
    """``--`` ends the options, so any name can be given."""
    (folder / "--output").write_bytes(phone_photo().data)
    done = run("protect", "--", "--output", cwd=folder)
    assert done.returncode == 0
    assert (folder / "--output.safe.jpg").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write everything")
def test_no_permission_is_said(folder: Path) -> None:
    """A photo that may not be read, a folder that may not be written."""
    (folder / "a.jpg").chmod(0)
    assert "[E305]" in run("check", "a.jpg", cwd=folder).stderr
    (folder / "a.jpg").chmod(0o600)
    folder.chmod(0o500)
    assert "[E306]" in run("protect", "a.jpg", cwd=folder).stderr
    folder.chmod(0o700)


def test_a_full_disk_is_said(folder: Path) -> None:
    """Writing to a device that is full ends in one sentence and leaves nothing."""
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    done = run("protect", "a.jpg", "--into", "/dev/full/x", cwd=folder)
    assert done.returncode == 3
    assert "[E306]" in done.stderr


def test_fail_on_a_level(folder: Path) -> None:
    """For scripts: exit 1 when the level is reached, 0 when it is not."""
    assert run("check", "a.jpg", "--fail-on", "stop", cwd=folder).returncode == 1
    run("protect", "a.jpg", cwd=folder)
    assert run("check", "a.safe.jpg", "--fail-on", "note", cwd=folder).returncode == 0


def test_wrong_choices_are_refused_before_a_photo_is_opened(folder: Path) -> None:
    """A style, a face, a list that cannot be: exit 2, nothing written."""
    for words in (
        ["--style", "blur"],
        ["--keep", "9"],
        ["--only", "x"],
        ["-o", "x", "--into", "y"],
    ):
        done = run("protect", "a.jpg", *words, cwd=folder)
        assert done.returncode == 2, done.stderr
    assert [path.name for path in folder.iterdir()] == ["a.jpg"]


def test_a_name_with_escape_codes_cannot_steer_the_terminal(folder: Path) -> None:
    """Control characters of a file name do not reach the terminal."""
    (folder / "x\x1b[31m.jpg").write_bytes(b"no")
    (folder / "y\x1b[31m.jpg").write_bytes(phone_photo().data)
    done = run("check", "x\x1b[31m.jpg", "y\x1b[31m.jpg", cwd=folder)
    assert "\x1b" not in done.stdout + done.stderr


def test_a_page_is_written_once(folder: Path) -> None:
    """--html writes a page, and does not replace one unless told."""
    assert run("check", "a.jpg", "--html", "r.html", cwd=folder).returncode == 0
    assert "<!doctype html>" in (folder / "r.html").read_text()
    assert run("check", "a.jpg", "--html", "r.html", cwd=folder).returncode == 2
    done = run("protect", ".", "--html", "pages", "--into", "s", cwd=folder)
    assert done.returncode == 0
    assert (folder / "pages" / "a.jpg.html").exists()


def test_keep_and_styles_work_from_the_command_line(folder: Path) -> None:
    """Each style and a kept face end in a file."""
    (folder / "g.jpg").write_bytes(saved(group(), quality=92))
    for number, words in enumerate(
        (["--style", "emoji"], ["--style", "pixelate"], ["--keep", "1"])
    ):
        done = run("protect", "g.jpg", "-o", f"{number}.jpg", *words, cwd=folder)
        assert done.returncode == 0, done.stderr
    assert "kept because you said so" in done.stdout


def test_doctor_lists_every_engine_and_format(folder: Path) -> None:
    """Each line says whether it is here and why it matters."""
    lines = json.loads(run("doctor", "--json", cwd=folder).stdout)
    names = [line["name"] for line in lines]
    assert {"format JPEG", "format HEIC"} <= set(names)
    assert any("CenterFace" in name for name in names)
    assert all(line["why"] and (line["here"] or line["get"]) for line in lines)


def test_a_closed_pipe_is_no_error(folder: Path) -> None:
    """``facevalue check … | head`` ends quietly."""
    command = f"{sys.executable} -m facevalue check a.jpg | head -c 1"
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr
