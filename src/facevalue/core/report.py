"""What it costs: levels, the lines of the bill, the whole report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from .finding import Finding, Look
from .photo import Upload
from .terms import Fact, Service


class Level(IntEnum):
    """How much a line of the bill matters; printed as its name in small letters."""

    NOTE = 1
    CARE = 2
    STOP = 3

    @property
    def word(self) -> str:
        """``note``, ``care`` or ``stop``."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Exposure:
    """One line of the bill in plain words.

    ``says`` is what is given away and why it matters; ``remedy`` is what would take it
    off the bill; ``findings`` and ``facts`` (of the service's terms) are what it rests on.
    """

    title: str
    level: Level
    says: str
    remedy: str
    findings: tuple[Finding, ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The answer to: what does this upload cost me?

    ``service`` is whose terms were weighed, None when no service was named.
    """

    upload: Upload
    look: Look
    exposures: tuple[Exposure, ...]
    service: Service | None = None

    @property
    def level(self) -> Level:
        """The highest level of all exposures; NOTE when there is none."""
        return max((line.level for line in self.exposures), default=Level.NOTE)

    def to_json(self, *, values: bool = False) -> dict[str, object]:
        """What ``--json`` prints; found values only when ``values`` asks for them."""
        from .codec import report_to_json

        return report_to_json(self, values=values)
