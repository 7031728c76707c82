"""What several commands share: their paths, the progress bar, the exit status."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import click

from ..core.errors import Missing, NoSuchFile
from ..core.finding import Look, Skip
from ..core.report import Level
from ..fleet.here import Item, Passed, Row, is_folder, items, run

Done = TypeVar("Done")

LEVELS = {level.word: level for level in Level}


def _named(text: str) -> Path:
    """A path as it was typed; an empty name would mean the whole current folder."""
    if not text:
        raise click.BadParameter("an empty name; a variable may be unset")
    return Path(text)


paths = click.argument("photos", nargs=-1, required=True, type=_named, metavar="PHOTO...")
maybe_paths = click.argument("photos", nargs=-1, type=_named, metavar="[PHOTO]...")


def typed(words: str) -> str:
    """The words of an option; - reads them from the input, and out of the shell's history."""
    return sys.stdin.read() if words == "-" else words


def worked(photos: Sequence[Path], work: Callable[[Item], Done]) -> Iterator[Row[Done]]:
    """Work through photos and folders; a progress bar shows when there are several."""
    if not is_many(photos):
        yield from run(work, items(photos))
        return
    passed = Passed()
    todo = list(items(photos, passed))
    if not todo:
        raise NoSuchFile(f"there is no photo in {_list(photos)}{passed}")
    with bar(len(todo)) as step:
        for row in run(work, todo):
            yield row
            step(row.item.path.name)
    if passed:
        click.echo(f"facevalue: not looked at in folders{passed}", err=True)


def _list(photos: Sequence[Path]) -> str:
    from ..show.clean import clean

    return clean(", ".join(str(path) for path in photos), 200)


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

    def undone(self, row: Row[Done]) -> None:
        """A photo that was refused counts; one that was passed over does not."""
        if row.error is not None:
            self._errors.add(row.error.exit_status)

    def looked(self, look: Look) -> None:
        """A look that lacked something installed is no whole answer."""
        if any(skip.missing for skip in look.skips):
            self._errors.add(Missing.exit_status)

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


def say_undone(row: Row[Done], *, as_json: bool, many: bool) -> None:
    """Why a photo was not done: a sentence for people and, where asked for, an object."""
    from .main import say_error

    if row.skip is not None:
        _say_passed(row.item.path.name, row.skip, as_json=as_json)
        return
    assert row.error is not None
    say_error(row.error, row.item.path.name)
    if as_json:
        say_json(_error_json(row), many=many)


def _say_passed(name: str, skip: Skip, *, as_json: bool) -> None:
    from ..show.clean import clean
    from ..show.text import skip_lines

    if as_json:
        why = {"by": skip.by, "reason": skip.reason}
        say_json({"photo": {"name": name}, "skips": [why]}, many=True)
        return
    click.echo(click.style(clean(name), bold=True))
    for line in skip_lines([skip]):
        click.echo(line)
    click.echo()


def _error_json(row: Row[Done]) -> dict[str, object]:
    """A photo that was refused, as a JSON line."""
    assert row.error is not None
    return {
        "photo": {"name": row.item.path.name},
        "error": {"number": row.error.number, "says": str(row.error)},
    }


def is_many(photos: Sequence[Path]) -> bool:
    """Whether the answer is a list: several photos, or a folder."""
    return len(photos) > 1 or is_folder(photos[0])


def _unicode() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
