"""Stands in for the programs that do.py starts."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tools import environment


class Programs:
    """Stands in for every program that do.py starts, and remembers the words."""

    def __init__(self) -> None:
        self.started: list[list[str]] = []
        self.fails: dict[str, str] = {}
        self.interrupts = ""

    def __call__(
        self, *words: str | Path, cwd: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        line = [str(word) for word in words]
        self.started.append(line)
        if self.interrupts and self.interrupts in line:
            raise KeyboardInterrupt
        if "venv" in line:
            environment.PYTHON.parent.mkdir(parents=True)
            environment.PYTHON.touch()
        wrong = next((says for word, says in self.fails.items() if word in line), "")
        return subprocess.CompletedProcess(line, int(bool(wrong)), "", wrong)

    def count(self, word: str) -> int:
        """How many of the programs had that word."""
        return sum(word in line for line in self.started)
