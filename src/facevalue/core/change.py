"""What was done about it, with the numbers that let the promise be checked."""

from __future__ import annotations

from dataclasses import dataclass, field

from .finding import Finding, Look
from .lab import FaceLab
from .photo import Photo


@dataclass(frozen=True, slots=True)
class Effect:
    """A number before and after, so that a promise can be checked."""

    measure: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Change:
    """One thing done: which findings it answers, what it did in words, how well it worked."""

    by: str
    says: str
    answers: tuple[Finding, ...] = ()
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Protected:
    """The safer photo and words, what was changed, and what a second look still finds.

    ``kept`` are findings that were left on purpose, because the user said so; ``lab`` has a
    report on every covered face.
    """

    photo: Photo | None
    words: str | None = field(repr=False)
    changes: tuple[Change, ...]
    left: Look
    kept: tuple[Finding, ...] = ()
    lab: tuple[FaceLab, ...] = ()

    def to_json(self, *, values: bool = False) -> dict[str, object]:
        """What ``--json`` prints; found values only when ``values`` asks for them."""
        from .codec import protected_to_json

        return protected_to_json(self, values=values)
