"""Progress of one long piece of work: its stage, how far, how long still."""

from __future__ import annotations

import sys


class Stages:
    """A bar on the error stream, silent when nobody watches it."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        self._progress = Progress(
            TextColumn("{task.description:<24}"),
            BarColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
            disable=not sys.stderr.isatty(),
        )
        self._task = self._progress.add_task("Starting", total=1.0)

    def __enter__(self) -> Stages:
        self._progress.start()
        return self

    def __call__(self, stage: str, share: float) -> None:
        """The stage in words and the share of everything that is done, 0..1."""
        self._progress.update(self._task, description=stage, completed=share)

    def __exit__(self, *_: object) -> None:
        self._progress.stop()
