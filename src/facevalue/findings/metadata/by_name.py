"""Findings by the name of a field: what most metadata detectors do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ...core.finding import Finding, Kind
from ...core.photo import Metadata, Tag
from ...core.secret import Secret

PLACEHOLDERS = frozenset(
    {"", "unknown", "none", "n/a", "-", "null", "0", "no name", "user", "owner", "picasa"}
)
"""Values that makers write when nobody has set one; still reported, with a low score."""

LONGEST = 1000
"""Letters of a path beyond which no rule knows a field: patterns take quadratic time, and no
standard has such names. The field is then one that nobody can explain."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Fields whose dotted path matches ``pattern`` (at its end), with a score and a reason.

    A colon parts names as a dot does: JSON-LD and ImageMagick write ``exif:GPSLatitude``.
    """

    pattern: str
    score: float
    because: str
    _compiled: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        compiled = re.compile(rf"(?:^|[.:])(?:{self.pattern})$", re.IGNORECASE)
        object.__setattr__(self, "_compiled", compiled)

    def fits(self, path: str) -> bool:
        """Whether a dotted path ends in the pattern."""
        return len(path) <= LONGEST and self._compiled.search(path) is not None


@dataclass(frozen=True, slots=True)
class ByName:
    """A detector that knows fields by their names; the first rule that fits decides."""

    name: str
    kind: Kind
    rules: tuple[Rule, ...]

    @property
    def kinds(self) -> frozenset[Kind]:
        return frozenset({self.kind})

    def look(self, thing: Metadata) -> Iterable[Finding]:
        """One finding per field that a rule fits."""
        for tag in thing.tags:
            yield from self._of(tag)

    def _of(self, tag: Tag) -> Iterator[Finding]:
        path = str(tag.field)
        rule = next((rule for rule in self.rules if rule.fits(path)), None)
        if rule is not None:
            score = min(rule.score, 0.2) if _is_dummy(tag.value) else rule.score
            yield Finding(self.kind, tag.field, score, self.name, rule.because, Secret(tag.value))


def _is_dummy(value: str) -> bool:
    """A placeholder, or nothing but zeros: Exif's unknown date, a serial number never set."""
    bare = value.strip(" \0.").lower()
    return bare in PLACEHOLDERS or not bare.strip("0 :/-")
