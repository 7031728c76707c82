"""How many faces a look may have missed, by their height: an estimate from labelled photos.

Three things speak for a missed face. A *doubt*, something that the network half saw: the share
of true faces among doubts rises with the third power of the score. The *found* faces: where a
machine finds faces lower than 12 pixels, it overlooks others of that kind altogether. And a
*floor* that stays when neither is there. ``bench/faces.py`` measures the numbers below and
compares what they say with what was missed; ``docs/explanation/what-a-finder-misses.md`` has
the figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...core.finding import Miss
from ...core.places import Size

if TYPE_CHECKING:
    from ...engines.face_finder import Face

BY = "faces"

EDGES = (0.0, 12.0, 20.0, 40.0)
"""Where the bands of heights begin, in pixels of a photo that is looked at at twice its size."""

DOUBTS = (0.36, 0.19, 0.19, 0.19)
"""Share of true faces among doubts that are just not believed, by band."""

FOUND = (0.15, 0.006, 0.006, 0.006)
"""Faces overlooked altogether for each found one of the same band."""

FLOOR = (0.013, 0.008, 0.003, 0.001)
"""Missed faces of a picture without a doubt or a face: half a face in twenty such pictures."""

POWER = 3.0
"""How the share of true faces among doubts rises with their score."""

SPREAD = 1.5
"""Shape of the negative binomial distribution: the smaller, the more pictures differ."""

NINE_IN_TEN = 0.9

WORTH_SAYING = 0.25
"""Missed faces, at least, for which a band is named by itself."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for missed faces in each band: found faces, and doubts with their weight."""

    found: tuple[float, ...]
    doubts: tuple[float, ...]

    def expected(self) -> tuple[float, ...]:
        """The mean number of missed faces in each band."""
        rows = zip(FLOOR, FOUND, self.found, DOUBTS, self.doubts, strict=True)
        return tuple(floor + f * found + d * doubts for floor, f, found, d, doubts in rows)


def misses(faces: Sequence[Face], doubts: Sequence[Face], size: Size) -> tuple[Miss, ...]:
    """How many faces the finder may have missed in a photo of that size, never nothing.

    One answer where nothing was found, else one for each band of heights worth naming;
    heights that are not go with those below them.
    """
    edges = bands(size)
    expected = evidence(faces, doubts, size).expected()
    if not faces:
        return (_miss(0.0, None, sum(expected), nothing=True),)
    answers: list[Miss] = []
    start, amount = 0.0, 0.0
    for number, more in enumerate(expected):
        amount += more
        below = edges[number + 1] if number + 1 < len(edges) else None
        if amount >= WORTH_SAYING or below is None:
            answers.append(_miss(start, below, amount))
            start, amount = below or 0.0, 0.0
    return tuple(answers)


def evidence(faces: Iterable[Face], doubts: Iterable[Face], size: Size) -> Evidence:
    """What a search of a photo says about missed faces, band by band."""
    from ...engines.face_finder import BELIEVED

    edges = bands(size)
    found, weights = [0.0] * len(edges), [0.0] * len(edges)
    for face in faces:
        found[_band(face, edges)] += 1
    for doubt in doubts:
        weights[_band(doubt, edges)] += (doubt.score / BELIEVED) ** POWER
    return Evidence(tuple(found), tuple(weights))


def bands(size: Size) -> tuple[float, ...]:
    """Where the bands begin in pixels of such a photo: a large one is looked at from further."""
    from ...engines.face_looks import GROWTH, reach

    return tuple(edge * GROWTH / reach(size.width, size.height) for edge in EDGES)


def at_most(expected: float, spread: float = SPREAD) -> int:
    """The number that nine in ten pictures with this mean stay under or at; at least 1.

    A quantile of the negative binomial distribution with that mean and shape.
    """
    ratio = expected / (spread + expected)
    share = (1 - ratio) ** spread
    total, count = share, 0
    while total < NINE_IN_TEN:
        share *= ratio * (spread + count) / (count + 1)
        count += 1
        total += share
    return max(1, count)


def _band(face: Face, edges: Sequence[float]) -> int:
    height = face.box[3] - face.box[1]
    return max(number for number, edge in enumerate(edges) if height >= edge or number == 0)


def _miss(least: float, below: float | None, expected: float, *, nothing: bool = False) -> Miss:
    most = at_most(expected)
    if nothing:
        says = f"no face was found; {_often(expected)} there is one all the same"
        return Miss(BY, least, below, expected, most, f"{says} (nine times in ten at most {most})")
    faces = f"faces {_heights(least, below)}"
    count = round(expected)
    if count:
        says = f"about {count} more {faces if count > 1 else 'face' + faces[5:]} may be there"
    else:
        says = f"{_often(expected)} there is one more face {_heights(least, below)}"
    return Miss(BY, least, below, expected, most, f"{says} (nine times in ten at most {most})")


def _often(expected: float) -> str:
    """How often at least one face is missed."""
    ever = 1 - (SPREAD / (SPREAD + expected)) ** SPREAD
    return f"in about 1 of {max(2, round(1 / ever))} pictures like this one"


def _heights(least: float, below: float | None) -> str:
    if below is None:
        return f"of {least:.0f} pixels or more" if least else "of any height"
    return f"{least:.0f} to {below:.0f} pixels high" if least else f"lower than {below:.0f} pixels"
