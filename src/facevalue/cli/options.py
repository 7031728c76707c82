"""What several commands share: their paths, the progress bar, the exit status."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import click

from ..core.errors import FacevalueError
from ..core.report import Level
from ..fleet.here import Item, Row, items, run

Done = TypeVar("Done")

LEVELS = {level.word: level for level in Level}

paths = click.argument(
    "photos", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PHOTO..."
)


def worked(photos: Sequence[Path], work: Callable[[Item], Done]) -> Iterator[Row[Done]]:
    """Work through photos and folders; a progress bar shows when there are several."""
    if len(photos) == 1 and not photos[0].is_dir():
        yield from run(work, items(photos))
        return
    todo = list(items(photos))
    with bar(len(todo)) as step:
        for row in run(work, todo):
            yield row
            step(row.item.path.name)
    if not todo:
        click.echo("facevalue: no photos were found there", err=True)


class bar:  # noqa: N801 - reads as a word where it is used
    """A progress bar on the error stream, silent when nobody watches it."""

    def __init__(self, total: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

        self._progress = Progress(
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
            disable=not sys.stderr.isatty(),
        )
        self._task = self._progress.add_task("", total=total)

    def __enter__(self) -> Callable[[str], None]:
        self._progress.start()
        return lambda name: self._progress.update(self._task, advance=1, description=name)

    def __exit__(self, *_: object) -> None:
        self._progress.stop()


class Status:
    """The exit status of a batch: its worst error, else whether a level was reached."""

    def __init__(self, fail_on: str | None = None) -> None:
        self._fail_on = LEVELS[fail_on] if fail_on else None
        self._errors: set[int] = set()
        self._reached = False

    def error(self, error: FacevalueError) -> None:
        self._errors.add(error.exit_status)

    def level(self, level: Level, *, found: bool) -> None:
        if found and self._fail_on is not None and level >= self._fail_on:
            self._reached = True

    @property
    def code(self) -> int:
        """0 done, 1 level reached, otherwise the highest exit status of an error."""
        return max(self._errors, default=1 if self._reached else 0)


def say_json(answer: object, *, many: bool) -> None:
    """One object, indented; or, for several photos, one object a line."""
    click.echo(json.dumps(answer, indent=None if many else 2, ensure_ascii=not _unicode()))


def error_json(row: Row[Done]) -> dict[str, object]:
    """A photo that was refused, as a JSON line."""
    assert row.error is not None
    return {
        "photo": {"name": row.item.path.name},
        "error": {"number": row.error.number, "says": str(row.error)},
    }


def is_many(photos: Sequence[Path]) -> bool:
    """Whether the answer is a list: several photos, or a folder."""
    return len(photos) > 1 or photos[0].is_dir()


def _unicode() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
