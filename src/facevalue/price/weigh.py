"""Findings become lines of a bill, the heaviest first."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ..core.finding import Finding, Kind, Look
from ..core.person import Enrol, Person, Role
from ..core.places import Span
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
    roles: frozenset[Role] = frozenset()
    enrols: frozenset[Enrol] = frozenset()
    words: bool = False

    def takes(self, found: Finding) -> bool:
        """Whether a finding is one for this line, when no line above has taken it.

        A row that names roles or enrolments takes only faces of which these are known; a row
        of the words takes only what was found in them, and no other row does.
        """
        person = found.person or Person()
        return (
            found.kind in self.kinds
            and isinstance(found.where, Span) is self.words
            and found.score >= self.least
            and (not self.roles or person.role in self.roles)
            and (not self.enrols or person.enrol in self.enrols)
        )


def weigh(look: Look) -> tuple[Exposure, ...]:
    """The lines of the bill; every finding is on exactly one of them."""
    taken: dict[Row | None, list[Finding]] = {}
    for found in look.findings:
        taken.setdefault(next((row for row in scale() if row.takes(found)), None), []).append(found)
    lines = [_line(row, taken[row]) for row in scale() if row in taken]
    lines += _unlisted(taken.get(None, ()))
    return tuple(sorted(lines, key=lambda line: -line.level))


@cache
def scale() -> tuple[Row, ...]:
    """The rows in their order."""
    text = resources.files("facevalue.price").joinpath("scale.toml").read_text("utf-8")
    return tuple(_row(row) for row in tomllib.loads(text)["line"])


def _words(row: dict[str, object], key: str) -> list[str]:
    words = row.get(key, [])
    assert isinstance(words, list)
    return words


def _row(row: dict[str, object]) -> Row:
    return Row(
        name=str(row["name"]),
        kinds=frozenset(map(Kind, _words(row, "kinds"))),
        least=float(str(row["from"])),
        level=Level[str(row["level"]).upper()],
        title=str(row["title"]),
        says=str(row["says"]),
        remedy=str(row["remedy"]),
        source=str(row["source"]),
        roles=frozenset(map(Role, _words(row, "roles"))),
        enrols=frozenset(map(Enrol, _words(row, "enrols"))),
        words=bool(row.get("words", False)),
    )


def _line(row: Row, mine: Sequence[Finding]) -> Exposure:
    words = {"n": len(mine), "s": "" if len(mine) == 1 else "s"}
    title, says = row.title.format(**words), row.says.format(**words)
    return Exposure(title, row.level, says, row.remedy, _surest_first(mine))


def _unlisted(left: Sequence[Finding]) -> Iterator[Exposure]:
    """Kinds that the scale does not know yet, so that no finding is lost."""
    for kind in dict.fromkeys(found.kind for found in left):
        mine = _surest_first(found for found in left if found.kind is kind)
        says = "This was found; the scale has no line for it yet."
        yield Exposure(f"Found: {kind.value}", Level.CARE, says, "Look at it before sending.", mine)


def _surest_first(mine: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(mine, key=lambda found: -found.score))
