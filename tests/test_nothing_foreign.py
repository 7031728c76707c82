"""What may never be in the repository: weights, fonts, locks, addresses of one machine."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

MOST_BYTES = 1_000_000

BROUGHT = frozenset(
    [
        ".onnx",
        ".tflite",
        ".pt",
        ".pth",
        ".ckpt",
        ".safetensors",
        ".h5",
        ".pb",
        ".npy",
        ".npz",
        ".pkl",
        ".gguf",
        ".bin",
        ".ttf",
        ".otf",
        ".woff",
        ".woff2",
        ".whl",
        ".tgz",
        ".gz",
        ".zip",
        ".so",
        ".dll",
        ".dylib",
    ]
)
"""Endings of what comes out of registry packages or builds: assets.toml, never git."""

LOCKS = frozenset(
    [
        "uv.lock",
        "poetry.lock",
        "pdm.lock",
        "Pipfile.lock",
        "pixi.lock",
        "pylock.toml",
        "package-lock.json",
        "npm-shrinkwrap.json",
        "yarn.lock",
        "pnpm-lock.yaml",
        "bun.lock",
    ]
)
"""Lock files write registry addresses into the repository."""

PICTURES = "docs/pictures/"
"""The one place for binary files: pictures that our own code made."""

HOSTS = ("pypi" + ".org", "python" + "hosted" + ".org", "npmjs" + ".", "index" + "-url")
MACHINE = re.compile(r"(?<![\w.~])/(?:home|root|Users|work)/\w|\b[A-Z]:\\+Users\b")


@cache
def files() -> tuple[str, ...]:
    """Every file that git has or would take, by its path."""
    words = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        names = {name for name in listed.stdout.split("\0") if name}
    else:  # unpacked from an archive
        parts = ("src", "tests", "docs", "bench", "tools")
        names = {
            path.relative_to(ROOT).as_posix()
            for part in parts
            for path in (ROOT / part).rglob("*")
            if "__pycache__" not in path.parts and "facevalue/assets/" not in path.as_posix()
        }
    return tuple(sorted(name for name in names if (ROOT / name).is_file()))


@cache
def text(name: str) -> str:
    """A file as text; what is no text becomes marks."""
    return (ROOT / name).read_bytes().decode("utf-8", "replace")


def test_there_are_files_to_look_at() -> None:
    """The tests below are not empty."""
    assert len(files()) > 50
    assert "tests/test_nothing_foreign.py" in files()


def test_no_weights_fonts_or_builds() -> None:
    """They come out of packages through assets.toml."""
    assert [name for name in files() if Path(name).suffix.lower() in BROUGHT] == []


def test_no_lock_files() -> None:
    """Versions are in pyproject.toml and assets.toml."""
    assert [name for name in files() if Path(name).name in LOCKS] == []


def test_no_large_files() -> None:
    """Nothing over one megabyte."""
    assert [name for name in files() if (ROOT / name).stat().st_size > MOST_BYTES] == []


def test_no_binary_files() -> None:
    """Fixtures are built by code; only our own pictures for the pages are binary."""
    binary = [name for name in files() if b"\0" in (ROOT / name).read_bytes()]
    assert [name for name in binary if not name.startswith(PICTURES)] == []


@pytest.mark.parametrize("host", HOSTS)
def test_no_registry_addresses(host: str) -> None:
    """A package is named, never the machine it comes from."""
    assert [name for name in files() if host in text(name)] == []


def test_no_machine_paths() -> None:
    """No folder of somebody's machine."""
    found = {name: MACHINE.search(text(name)) for name in files()}
    assert {name: hit.group() for name, hit in found.items() if hit} == {}
