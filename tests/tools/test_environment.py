"""The set-up: done once, repaired when interrupted, one sentence when something is missing."""

from __future__ import annotations

import subprocess

import pytest
from tools.environment import Stop

from tools import environment

from .programs import Programs


def test_no_venv_in_this_python(programs: Programs, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that splits venv from Python is told which package has it."""
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(Stop, match="python3-venv") as caught:
        environment.ready("heic")
    assert caught.value.status == 4


def test_set_up_once(programs: Programs) -> None:
    """The first run makes and installs; the second starts no program at all."""
    environment.ready("heic")
    assert (programs.count("venv"), programs.count("install")) == (1, 1)
    before = len(programs.started)
    environment.ready("heic")
    assert len(programs.started) == before


def test_installs_again_when_it_must(programs: Programs) -> None:
    """More extras, and a changed pyproject.toml; what was there stays there."""
    environment.ready("heic")
    environment.ready("dev")
    assert programs.started[-1][-1].endswith("[dev,heic]")
    environment.ready("heic")
    assert programs.count("install") == 2
    (environment.ROOT / "pyproject.toml").write_text("two")
    environment.ready("heic")
    assert programs.count("install") == 3
    assert programs.count("venv") == 1


def test_pip_cannot(programs: Programs, capsys: pytest.CaptureFixture[str]) -> None:
    """Its reason in one sentence; the next run tries again in the same environment."""
    programs.fails = {"install": "WARNING: slow\nERROR: No matching distribution found for x\n"}
    with pytest.raises(Stop, match="No matching distribution found for x") as caught:
        environment.ready("heic")
    assert caught.value.status == 4
    assert not environment.DONE.exists()
    programs.fails = {}
    environment.ready("heic")
    assert (programs.count("venv"), programs.count("install")) == (1, 2)


@pytest.mark.parametrize(
    ("says", "reason"),
    [
        (
            "  error: subprocess-exited-with-error\n  ERROR: Could not find x (from: none)\n"
            "  ERROR: No matching distribution found for x\n  note: not a problem with pip.\n",
            "No matching distribution found for x",
        ),
        (
            "npm error code ETARGET\nnpm error notarget No matching version found for p@9.\n"
            "npm error notarget In most cases\nnpm error A complete log of this run is there\n",
            "No matching version found for p@9",
        ),
        (
            "npm error errno\nnpm error FetchError: failed, reason: refused\nnpm error   at x\n",
            "FetchError: failed, reason: refused",
        ),
        ("Error: no room\n", "Error: no room"),
        ("", "it gave no reason"),
    ],
)
def test_the_reason_is_the_telling_line(says: str, reason: str) -> None:
    """Out of the many lines of pip and npm (texts of pip 23.2 and npm 11, shortened)."""
    assert environment.reason(subprocess.CompletedProcess([], 1, "", says)) == reason


@pytest.mark.parametrize("when", ["venv", "install"])
def test_an_interrupted_run_is_repaired(programs: Programs, when: str) -> None:
    """What was half made is made from the beginning."""
    programs.interrupts = when
    with pytest.raises(KeyboardInterrupt):
        environment.ready("heic")
    (environment.VENV / "half").mkdir()
    programs.interrupts = ""
    environment.ready("heic")
    assert not (environment.VENV / "half").exists()
    assert environment.is_installed(["heic"])


def test_a_damaged_marker_counts_as_none(programs: Programs) -> None:
    """Any rubbish in the marker file means: install again."""
    environment.ready("heic")
    for rubbish in ("", "{", "[]", '{"digest": 1}', "null"):
        environment.DONE.write_text(rubbish)
        assert environment.installed() is None


def test_one_at_a_time(programs: Programs) -> None:
    """While one do.py holds the lock, another does not get it."""
    with environment.lock(), environment.LOCK.open("a+b") as other:
        assert not environment.locked(other.fileno())
    with environment.LOCK.open("a+b") as other:
        assert environment.locked(other.fileno())
