"""Check, protect and make work with sockets forbidden in every process and without a network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.photographs import phone_photo

FORBID = """
import sys

def forbid(event, arguments):
    if event.startswith("socket."):
        raise RuntimeError("a socket was touched: " + event)

sys.addaudithook(forbid)
"""


def _run(folder: Path, *before: str, forbid: bool = False) -> tuple[str, bytes]:
    """What check says, and the bytes that protect and make write."""
    folder.mkdir()
    (folder / "astronaut.jpg").write_bytes(phone_photo().data)
    environment = dict(os.environ)
    if forbid:
        (folder / "sitecustomize.py").write_text(FORBID)
        environment["PYTHONPATH"] = str(folder)
    said = []
    environment["FACEVALUE_CACHE"] = str(folder / "cache")
    make = ["make", "doll", "--words", "Ana, zither maker", "--size", "64x64"]
    for command in (["check", "--json"], ["protect", "--json"], make):
        done = subprocess.run(
            [*before, sys.executable, "-m", "facevalue", *command, "astronaut.jpg"],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        said.append("" if command is make else done.stdout)  # seconds differ from run to run
    made = (folder / "astronaut.doll.png").read_bytes()
    return "".join(said), (folder / "astronaut.safe.jpg").read_bytes() + made


def test_no_process_touches_a_socket(tmp_path: Path) -> None:
    """With an audit hook that forbids sockets, in the child too, the answers are the same."""
    assert _run(tmp_path / "free") == _run(tmp_path / "forbidden", forbid=True)


def test_the_hook_really_forbids(tmp_path: Path) -> None:
    """The test above could fail: under its hook, opening a socket ends the process."""
    (tmp_path / "sitecustomize.py").write_text(FORBID)
    done = subprocess.run(
        [sys.executable, "-c", "import socket; socket.socket()"],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "a socket was touched" in done.stderr


def _no_network() -> list[str]:
    """A command before ours that takes the network away, or nothing where that is not allowed."""
    for words in (["unshare", "-n"], ["unshare", "-rn"]):
        if (
            shutil.which("unshare")
            and not subprocess.run([*words, "true"], capture_output=True, check=False).returncode
        ):
            return words
    return []


@pytest.mark.skipif(not _no_network(), reason="this machine lets nobody make a network namespace")
def test_without_any_network_the_answers_are_the_same(tmp_path: Path) -> None:
    """In a namespace without even loopback nothing changes."""
    assert _run(tmp_path / "with") == _run(tmp_path / "without", *_no_network())
