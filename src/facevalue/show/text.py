"""A report as text for a terminal: the bill, what was done, what is left."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

import click

from ..core.change import Change, Protected
from ..core.finding import Finding, Skip
from ..core.photo import Photo
from ..core.places import Region
from ..core.report import Exposure, Level, Report
from .clean import clean
from .labels import label

WIDTH = 88
COLOURS = {Level.STOP: "red", Level.CARE: "yellow", Level.NOTE: "cyan"}
VALUES = 3
"""Values shown on a line of the bill; the page and the JSON have them all."""


def report_lines(report: Report, *, values: bool = True) -> Iterator[str]:
    """The lines of a check, heaviest first."""
    if report.upload.photo:
        yield photo_line(report.upload.photo)
    for exposure in report.exposures:
        yield from _exposure(exposure, values=values)
    if not report.exposures:
        yield "  nothing found"
    yield from skip_lines(report.look.skips)


def protected_lines(result: Protected) -> Iterator[str]:
    """The lines of a protection: what was done, measured, kept and left."""
    for change in result.changes:
        yield from _change(change)
    if result.kept:
        yield f"  kept because you said so: {_faces(result.kept)}"
    yield _left(result)
    yield from skip_lines(result.left.skips)


def photo_line(photo: Photo) -> str:
    """Name, format, size."""
    size = photo.size
    name = click.style(clean(photo.name) or "photo", bold=True)
    return f"{name}  {photo.format.upper()}, {size.width} x {size.height}, {_bytes(photo)}"


def _bytes(photo: Photo) -> str:
    count = len(photo.data)
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{max(count / 1e3, 0.1):.1f} kB"


def _exposure(line: Exposure, *, values: bool) -> Iterator[str]:
    mark = click.style(f"{line.level.word:>6}", fg=COLOURS[line.level], bold=True)
    yield f"{mark}  {click.style(line.title, bold=True)}"
    if values:
        yield from (f"        {value}" for value in shown_values(line))
    yield from _wrapped(line.says, "        ")
    yield from _wrapped(f"→ {line.remedy}", "        ")


def shown_values(line: Exposure, most: int = VALUES) -> list[str]:
    """The found values of a line with what they are, each once, shortened and safe to print."""
    named: dict[str, str] = {}
    for found in line.findings:
        value = clean(found.value.show()) if found.value else ""
        if value:
            named.setdefault(value, clean(label(found)))
    unique = [f"{name}: {value}" if name else value for value, name in named.items()]
    more = len(unique) - most
    return unique[:most] + ([f"and {more} more"] if more > 0 else [])


def _change(change: Change) -> Iterator[str]:
    yield from _wrapped(change.says, f"{change.by:>9}: ", " " * 11)
    for effect in change.effects:
        yield f"{'':11}{effect.measure}: {effect.before:.6g} → {effect.after:.6g}"


def _left(result: Protected) -> str:
    if result.left.clean:
        return click.style("  left: nothing was found in a second look", fg="green")
    if not result.left.findings:
        return click.style("  left: nothing was found in what was looked at again", fg="green")
    kinds = sorted({found.kind.value for found in result.left.findings})
    return click.style(f"  left: {', '.join(kinds)}", fg="yellow")


def _faces(kept: Sequence[Finding]) -> str:
    boxes = [found.where for found in kept if isinstance(found.where, Region)]
    return f"{len(boxes)} face{'' if len(boxes) == 1 else 's'}"


def skip_lines(skips: Sequence[Skip]) -> Iterator[str]:
    """What was not looked at, and why."""
    for skip in skips:
        mark = click.style("  skip", fg="magenta", bold=True)
        yield from _wrapped(f"{skip.by}: {clean(skip.reason, 400)}", f"{mark}  ", " " * 8)


def _wrapped(text: str, first: str, rest: str | None = None) -> Iterator[str]:
    indent = first if rest is None else rest
    lines = textwrap.wrap(text, WIDTH - len(indent))
    for number, line in enumerate(lines):
        yield (first if number == 0 else indent) + line
