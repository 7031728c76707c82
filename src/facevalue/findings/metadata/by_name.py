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


@dataclass(frozen=True, slots=True)
class Rule:
    """Fields whose dotted path matches ``pattern`` (at its end), with a score and a reason."""

    pattern: str
    score: float
    because: str
    _compiled: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        compiled = re.compile(rf"(?:^|\.)(?:{self.pattern})$", re.IGNORECASE)
        object.__setattr__(self, "_compiled", compiled)

    def fits(self, path: str) -> bool:
        """Whether a dotted path ends in the pattern."""
        return self._compiled.search(path) is not None


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
            empty = tag.value.strip(" \0.").lower() in PLACEHOLDERS
            score = min(rule.score, 0.2) if empty else rule.score
            yield Finding(self.kind, tag.field, score, self.name, rule.because, Secret(tag.value))
