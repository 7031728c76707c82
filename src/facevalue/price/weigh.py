"""Findings become lines of a bill, the heaviest first."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ..core.finding import Finding, Kind, Look
from ..core.report import Exposure, Level

REST = "Everything that no line of scale.toml takes"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of ``scale.toml``: which findings a line takes and what it says."""

    name: str
    kinds: frozenset[Kind]
    least: float
    level: Level
    title: str
    says: str
    remedy: str
    source: str


def weigh(look: Look) -> tuple[Exposure, ...]:
    """The lines of the bill; every finding is on exactly one of them."""
    left = list(look.findings)
    lines: list[Exposure] = []
    for row in scale():
        mine = [found for found in left if found.kind in row.kinds and found.score >= row.least]
        if mine:
            left = [found for found in left if found not in mine]
            lines.append(_line(row, mine))
    lines += _unlisted(left)
    return tuple(sorted(lines, key=lambda line: -line.level))


@cache
def scale() -> tuple[Row, ...]:
    """The rows in their order."""
    text = resources.files("facevalue.price").joinpath("scale.toml").read_text("utf-8")
    return tuple(_row(row) for row in tomllib.loads(text)["line"])


def _row(row: dict[str, object]) -> Row:
    kinds = row["kinds"]
    assert isinstance(kinds, list)
    return Row(
        name=str(row["name"]),
        kinds=frozenset(Kind(kind) for kind in kinds),
        least=float(str(row["from"])),
        level=Level[str(row["level"]).upper()],
        title=str(row["title"]),
        says=str(row["says"]),
        remedy=str(row["remedy"]),
        source=str(row["source"]),
    )


def _line(row: Row, mine: Sequence[Finding]) -> Exposure:
    words = {"n": len(mine), "s": "" if len(mine) == 1 else "s"}
    ordered = tuple(sorted(mine, key=lambda found: -found.score))
    return Exposure(
        row.title.format(**words), row.level, row.says.format(**words), row.remedy, ordered
    )


def _unlisted(left: Sequence[Finding]) -> Iterator[Exposure]:
    """Kinds that the scale does not know yet, so that no finding is lost."""
    for kind in dict.fromkeys(found.kind for found in left):
        mine = tuple(found for found in left if found.kind is kind)
        says = "This was found; the scale has no line for it yet."
        yield Exposure(f"Found: {kind.value}", Level.CARE, says, "Look at it before sending.", mine)
