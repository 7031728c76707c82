"""Set up and run Facevalue with nothing but Python: ``python3 do.py demo`` is the beginning.

Makes ``.venv``, installs the package with what it needs, brings the assets, then runs. Every
step is done once, and again only when what it depends on has changed. Standard library only.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from tools.assets import bring_all, rows  # noqa: E402 - found from any folder
from tools.environment import BIN, PYTHON, Stop, ready, say  # noqa: E402

OLDEST = (3, 11)

USAGE = """\
python3 do.py COMMAND

  demo [FOLDER]        check and protect a real photograph (writes to out/demo)
  test [ARGS]          the tests; ARGS go to pytest
  run ARGS...          facevalue ARGS...
  assets               bring the model weights and the demo's photograph
  lint                 style, types and floors
  bench NAME DATA...   one measurement; DATA are its folders

The first run sets everything up in .venv and takes a minute or two."""


def main(words: list[str]) -> int:
    """Run one command and give its exit status."""
    command, rest = (words[0], words[1:]) if words else ("help", [])
    if command in ("help", "-h", "--help"):
        print(USAGE)
        return 0
    if command not in COMMANDS:
        print(f"do.py: there is no command {command!r}\n\n{USAGE}", file=sys.stderr)
        return 2
    try:
        check_python()
        return COMMANDS[command](rest)
    except Stop as stop:
        say(str(stop))
        return stop.status
    except OSError as error:
        say(f"the system says: {error}")
        return 4
    except KeyboardInterrupt:
        say("stopped; the next run repairs what was half done")
        return 130


def check_python() -> None:
    """Raise Stop when this Python is too old, naming a newer one if it is here."""
    if sys.version_info[:2] >= OLDEST:
        return
    here = ".".join(str(part) for part in sys.version_info[:3])
    newer = [f"python3.{minor}" for minor in range(20, OLDEST[1] - 1, -1)]
    found = next((name for name in newer if shutil.which(name)), "")
    way = f"run this with {found}" if found else "install a newer one and run this with it"
    raise Stop(f"Facevalue needs Python 3.11 or newer and this is {here}: {way}")


def demo(rest: list[str]) -> int:
    """The main job on a real photograph."""
    set_up("heic", "studio")
    return become(PYTHON, "-P", "-m", "facevalue.demo", *rest)


def run(rest: list[str]) -> int:
    """The command line."""
    set_up("heic", "studio")
    return become(PYTHON, "-P", "-m", "facevalue", *rest)


def test(rest: list[str]) -> int:
    """The floors, then the tests."""
    set_up("heic", "studio", "dev")
    os.chdir(ROOT)
    return floors() or become(PYTHON, "-m", "pytest", *(rest or ["-n", "2"]))


def lint(rest: list[str]) -> int:
    """Style, types and floors; all of them, even when the first fails."""
    takes_nothing("lint", rest)
    set_up("heic", "studio", "dev")
    os.chdir(ROOT)
    failed = [
        step(BIN / "ruff", "check"),
        step(BIN / "ruff", "format", "--check"),
        step(PYTHON, "-m", "mypy"),
        floors(),
    ]
    return int(any(failed))


def bench(rest: list[str]) -> int:
    """One measurement of ``bench/``."""
    names = sorted(path.stem for path in (ROOT / "bench").glob("[!_]*.py"))
    if not rest or rest[0] not in names:
        raise Stop(f"name a bench: {', '.join(names)}", 2)
    set_up("heic", "studio", "bench")
    return become(PYTHON, ROOT / "bench" / f"{rest[0]}.py", *rest[1:])


def assets(rest: list[str]) -> int:
    """The assets alone."""
    takes_nothing("assets", rest)
    if not bring_all():
        say(f"all {len(rows())} assets are here, as pinned")
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "demo": demo,
    "test": test,
    "run": run,
    "assets": assets,
    "lint": lint,
    "bench": bench,
}


def set_up(*extras: str) -> None:
    """Install and bring what is not here yet."""
    ready(*extras)
    bring_all()


def takes_nothing(command: str, rest: list[str]) -> None:
    """Raise Stop for words that would be passed over in silence."""
    if rest:
        raise Stop(f"{command} takes no arguments, and got: {' '.join(rest)}", 2)


def floors() -> int:
    """Imports go downwards only."""
    return step(BIN / "lint-imports", "--no-logo", "--no-cache")


def step(*words: str | Path) -> int:
    """Run one program and wait for it."""
    sys.stdout.flush()
    return subprocess.run([str(word) for word in words], check=False).returncode


def become(*words: str | Path) -> int:
    """Run the last program: in place of this one where the system can."""
    if os.name != "nt":
        sys.stdout.flush()
        os.execv(str(words[0]), [str(word) for word in words])
    return step(*words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
