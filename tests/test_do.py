"""do.py: what can be asked of it, in words that reach the program, on any Python."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import do
import pytest
from tools.environment import Stop

ROOT = Path(__file__).resolve().parent.parent


def test_only_the_standard_library() -> None:
    """do.py runs before anything is installed."""
    for file in (ROOT / "do.py", *(ROOT / "tools").glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [node.module or ""]
            else:
                continue
            tops = {name.partition(".")[0] for name in names}
            assert tops <= sys.stdlib_module_names | {"tools"}, file.name


def test_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """No words and --help say what there is; an unknown command is wrong use."""
    assert do.main([]) == do.main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(f"\n  {name}" in shown for name in do.COMMANDS)
    assert do.main(["tset"]) == 2
    assert "no command 'tset'" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["lint", "src"], ["assets", "-f"], ["bench"], ["bench", "x"]])
def test_words_are_not_passed_over(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Arguments that would do nothing are wrong use, before anything is set up."""
    assert do.main(words) == 2
    assert capsys.readouterr().err.startswith("do.py: ")


@pytest.mark.parametrize(
    ("newer", "way"), [("python3.12", "run this with python3.12"), ("", "install a newer one")]
)
def test_an_old_python(
    newer: str,
    way: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One sentence with the way out, exit 4."""
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    monkeypatch.setattr("shutil.which", lambda name: name if name == newer else None)
    assert do.main(["demo"]) == 4
    said = capsys.readouterr().err
    assert "this is 3.9.18" in said
    assert way in said
    assert said.count("\n") == 1


@pytest.mark.parametrize("command", ["run", "demo", "test", "bench"])
def test_words_reach_the_program(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each argument arrives as it was, whatever stands in it."""
    words = ["check", "a b.jpg", "--", "--output", "$HOME", ""]
    if command == "bench":
        words.insert(0, "faces")
    got: list[str | Path] = []
    monkeypatch.setattr(do, "set_up", lambda *extras: None)
    monkeypatch.setattr(do, "floors", lambda: 0)
    monkeypatch.setattr("os.chdir", lambda folder: None)
    monkeypatch.setattr(do, "become", lambda *line: got.extend(line) or 0)  # type: ignore[func-returns-value]
    assert do.main([command, *words]) == 0
    assert got[-6:] == words[-6:]


def test_every_bench_has_a_name() -> None:
    """The measurements of bench/ can be asked for."""
    with pytest.raises(Stop) as caught:
        do.bench([])
    assert "faces" in str(caught.value)


def test_ci_runs_the_readmes_command() -> None:
    """What is checked for a change is what a newcomer is told to type."""
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[-1] == "python3 do.py test"
    assert "\npython3 do.py test\n" in (ROOT / "README.md").read_text(encoding="utf-8")
