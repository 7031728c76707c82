"""A report as text for a terminal: the bill, what was done, what is left."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

import click

from ..core.change import Change, Protected
from ..core.finding import Finding, Look, Miss, Skip
from ..core.lab import FaceLab
from ..core.photo import Photo
from ..core.places import Region
from ..core.report import Exposure, Level, Report
from .clean import clean
from .labels import label
from .people import LIMITS, face_rows, lab_says, worst_lab

WIDTH = 88
COLOURS = {Level.STOP: "red", Level.CARE: "yellow", Level.NOTE: "cyan"}
FACES, LABS = 12, 4
"""Faces and lab reports shown; the page and the JSON have them all."""

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
    yield from _people(report.look)
    yield from _miss_lines(report.look.misses)
    yield from skip_lines(report.look.skips)


def protected_lines(result: Protected) -> Iterator[str]:
    """The lines of a protection: what was done, measured, kept and left."""
    for change in result.changes:
        yield from _change(change)
    yield from _lab(result.lab)
    if result.kept:
        yield f"  kept because you said so: {_faces(result.kept)}"
    yield _left(result)
    yield from _miss_lines(result.left.misses)
    yield from skip_lines(result.left.skips)
    if result.lab:
        yield from _wrapped(LIMITS, "  ")


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
    """The found values of a line with what they are, each once, shortened and safe to print.

    None for a line of the terms: the values stand on the lines of what was found.
    """
    if line.facts:
        return []
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


def _people(look: Look) -> Iterator[str]:
    """Each face with its number and what is known of its person."""
    rows = face_rows(look)
    for row in rows[:FACES]:
        head = click.style(f"face {row.number:<3}", bold=True)
        yield from _wrapped("; ".join(row.says), f"{'':8}{head} ", " " * 17)
    if len(rows) > FACES:
        yield f"{'':8}and {len(rows) - FACES} more; --html and --json list them all"


def _miss_lines(misses: Sequence[Miss]) -> Iterator[str]:
    """How many faces may have been missed."""
    for miss in misses:
        mark = click.style("  miss", fg="magenta", bold=True)
        yield from _wrapped(f"{miss.by}: {miss.says}", f"{mark}  ", " " * 8)


def _lab(lab: Sequence[FaceLab]) -> Iterator[str]:
    """The lab report, the likest faces first."""
    for face in worst_lab(lab)[:LABS]:
        yield from _wrapped(f"face {face.number}: {face.verdict}", f"{'lab':>9}: ", " " * 11)
        for judge in face.judges:
            yield from _wrapped(lab_says(judge), " " * 13)
        yield f"{'':13}face finder: {face.found[0]:.2f} → {face.found[1]:.2f}"
    if len(lab) > LABS:
        yield f"{'':11}and {len(lab) - LABS} faces less alike; --html and --json list them all"


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
