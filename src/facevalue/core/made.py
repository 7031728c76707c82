"""A picture made on this machine, with what can be said about it."""

from __future__ import annotations

from dataclasses import dataclass, field

from .photo import Photo
from .wish import Wish


@dataclass(frozen=True, slots=True)
class Match:
    """One recogniser's answer to: is the person of the photo still matched in this picture?

    ``score`` rises with likeness and ``threshold`` is where this recogniser says "the same
    person"; both are on its own scale. ``score`` is None when it found no face to compare.
    """

    recogniser: str
    score: float | None
    threshold: float

    @property
    def match(self) -> bool:
        """Whether the recogniser says: the same person."""
        return self.score is not None and self.score >= self.threshold


@dataclass(frozen=True, slots=True)
class Guess:
    """One trait as it was used: ``confidence`` in 0..1, ``by`` is photo, hand or neutral."""

    trait: str
    value: str
    confidence: float
    by: str


@dataclass(frozen=True, slots=True)
class Made:
    """The picture with how it came about.

    ``seconds`` are CPU-seconds; ``energy_wh`` is an estimate, low and high. ``extras`` are
    further files by their ending (``.glb``, ``.stl``, ``.webp``). ``notes`` are sentences about
    what was seen, ``receipt`` about what the recognisers' answers mean.
    """

    style: str
    seed: int
    seconds: float
    wish: Wish
    photo: Photo
    likeness: tuple[Match, ...] = ()
    receipt: tuple[str, ...] = ()
    traits: tuple[Guess, ...] = ()
    notes: tuple[str, ...] = ()
    energy_wh: tuple[float, float] = (0.0, 0.0)
    extras: dict[str, bytes] = field(default_factory=dict, repr=False)

    def to_json(self) -> dict[str, object]:
        """What ``make --json`` prints."""
        from .codec import made_to_json

        return made_to_json(self)
