"""What was found, and what could not be looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .person import Person
from .places import Place
from .secret import Secret


class Kind(StrEnum):
    """Everything a hand-over can give away; a new kind is a decision, a new detector is not."""

    FACE = "face"
    CHILD = "child"
    WHERE = "where"
    WHEN = "when"
    DEVICE = "device"
    NAME = "name"
    CONTACT = "contact"
    NUMBER = "number"
    TEXT = "text"
    PLATE = "plate"
    CODE = "code"
    DOCUMENT = "document"
    COPY = "copy"
    EDIT = "edit"
    MARK = "mark"
    EMPLOYER = "employer"
    SCHOOL = "school"
    WORK = "work"
    TASTE = "taste"
    FAMILY = "family"
    HEALTH = "health"
    BELIEF = "belief"
    ORIGIN = "origin"
    AMBITION = "ambition"
    AGE = "age"
    MONEY = "money"
    OTHER = "other"


FACES = frozenset({Kind.FACE, Kind.CHILD})
"""The kinds of which every finding is one face."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing given away: where it is, how sure we are, who found it and why we say so.

    ``score`` is in 0..1. ``landmarks`` (faces only) are the eyes, nose tip and mouth
    corners as (x, y) in pixels of the upright picture, the person's right eye first;
    ``person`` (faces only) is what else is known about whose face it is.
    Raises ValueError when the score is out of range.
    """

    kind: Kind
    where: Place
    score: float
    by: str
    because: str
    value: Secret | None = None
    landmarks: tuple[Point, ...] = ()
    person: Person | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.score <= 1:
            raise ValueError(f"score out of 0..1: {self.score}")


@dataclass(frozen=True, slots=True)
class Skip:
    """A look that did not happen, and why: silence is never taken for absence.

    ``missing`` says that something is not installed which the look would have needed.
    """

    by: str
    reason: str
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Miss:
    """How many things a look may have missed: a calibrated estimate, never a certainty.

    ``least`` and ``below`` are the band of heights in pixels of the picture (``below`` None:
    no upper end), ``expected`` the mean number of missed things in it, ``at_most`` a number
    that nine in ten pictures like this one stay under, ``says`` the same in words.
    """

    by: str
    least: float
    below: float | None
    expected: float
    at_most: int
    says: str


Answer = Finding | Skip | Miss
"""What a detector may say about a thing."""


@dataclass(frozen=True, slots=True)
class Look:
    """All findings of one look, what could not be looked at, and what may have been missed."""

    findings: tuple[Finding, ...] = ()
    skips: tuple[Skip, ...] = ()
    misses: tuple[Miss, ...] = ()

    @property
    def clean(self) -> bool:
        """Nothing found *and* nothing left unlooked-at; marks are harmless and do not count."""
        return not self.skips and all(found.kind is Kind.MARK for found in self.findings)
