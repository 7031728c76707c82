"""The environment in ``.venv``: made once, repaired when a run was interrupted."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
DONE = VENV / ".facevalue.json"
"""What was installed; written only after it succeeded."""

BEGUN = VENV / ".facevalue-begun"
"""There while something is being made: found at a start, the last run was interrupted."""

LOCK = VENV / ".facevalue-lock"

MISSING = 4


class Stop(Exception):
    """One sentence for the person, and the exit status."""

    def __init__(self, says: str, status: int = MISSING) -> None:
        super().__init__(says)
        self.status = status


def say(text: str) -> None:
    """A progress line; on the error stream, so that ``run`` keeps its output clean."""
    sys.stderr.write(f"do.py: {text}\n")
    sys.stderr.flush()


def answered(*words: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run one program and keep what it says."""
    command = [str(word) for word in words]
    return subprocess.run(  # noqa: S603 - our own words, never a shell
        command, cwd=cwd, capture_output=True, text=True, errors="replace", check=False
    )


def ready(*extras: str) -> None:
    """Install what is not installed yet; quick when everything is."""
    if is_installed(extras):
        return
    with lock():
        if not is_installed(extras):  # another do.py may have done it meanwhile
            install(extras)


def wanted() -> str:
    """A digest of everything an installation depends on."""
    parts = (
        (ROOT / "pyproject.toml").read_bytes(),
        os.fsencode(ROOT),  # a moved folder
        os.fsencode(PYTHON.resolve()),  # a system's Python replaced by a newer one
    )
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def installed() -> set[str] | None:
    """Which extras are installed for the pyproject.toml of now; None when nothing is."""
    if BEGUN.exists() or not PYTHON.exists():
        return None
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        done = json.loads(DONE.read_text())
        return set(done["extras"]) if done["digest"] == wanted() else None
    return None


def is_installed(extras: Iterable[str]) -> bool:
    """Whether these extras are installed, and installing ran to its end."""
    here = installed()
    return here is not None and here.issuperset(extras)


def install(extras: Iterable[str]) -> None:
    """Make the environment if there is none that works, then install with pip."""
    every = sorted((installed() or set()).union(extras))
    if BEGUN.exists() or not works():
        make_environment()
    BEGUN.touch()
    DONE.unlink(missing_ok=True)
    say("installing facevalue and what it needs (once; a minute or two)")
    since = time.monotonic()
    target = f"{ROOT}[{','.join(every)}]"
    pip("install", "--editable", target, doing="install what Facevalue needs")
    DONE.write_text(json.dumps({"digest": wanted(), "extras": every}))
    BEGUN.unlink()
    say(f"installed in {time.monotonic() - since:.0f} s")


def works() -> bool:
    """Whether the environment has a Python that runs and a pip."""
    return PYTHON.exists() and answered(PYTHON, "-c", "import pip").returncode == 0


def make_environment() -> None:
    """A fresh .venv; what an interrupted run left there goes."""
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        raise Stop(
            "this Python has no venv and pip; get them with your system's packages "
            "(on Debian and Ubuntu: apt install python3-venv)"
        )
    say("making a virtual environment in .venv")
    for left in VENV.iterdir():
        if left != LOCK:
            shutil.rmtree(left) if left.is_dir() and not left.is_symlink() else left.unlink()
    BEGUN.touch()
    answer = answered(sys.executable, "-m", "venv", VENV)
    if answer.returncode:
        raise Stop(f"the virtual environment could not be made: {reason(answer)}")
    BEGUN.unlink()


def pip(*words: str, doing: str) -> None:
    """Run the environment's pip; raises Stop with pip's own reason."""
    quiet = ("--quiet", "--disable-pip-version-check", "--no-input")
    answer = answered(PYTHON, "-m", "pip", words[0], *quiet, *words[1:])
    if answer.returncode:
        if answer.returncode > 0:  # it ended by itself and took back what it had begun
            BEGUN.unlink(missing_ok=True)
        raise Stop(
            f"pip could not {doing}: {reason(answer)}. Check that this machine reaches "
            "a package registry, then run this again"
        )


def reason(answer: subprocess.CompletedProcess[str]) -> str:
    """The line in which pip, npm or venv says why, without its prefix."""
    lines = [line.strip() for line in f"{answer.stdout}\n{answer.stderr}".splitlines()]
    by_pip = [line for line in lines if line.startswith("ERROR:")][-1:]
    by_npm = [line for line in lines if "notarget" in line or "reason:" in line][:1]
    said = [line for line in lines if line][-1:] or ["it gave no reason"]
    why = (by_pip or by_npm or said)[0]
    for prefix in ("ERROR:", "npm error", "notarget"):
        why = why.removeprefix(prefix).strip()
    return why.rstrip(".")


@contextlib.contextmanager
def lock() -> Iterator[None]:
    """One do.py at a time sets things up; the system lets go when a process ends."""
    VENV.mkdir(exist_ok=True)
    with LOCK.open("a+b") as file:
        told = False
        while not locked(file.fileno()):
            if not told:
                say("another do.py is setting things up; waiting for it")
            told = True
            time.sleep(0.2)
        yield


def locked(file: int) -> bool:
    """Try to take the lock."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
