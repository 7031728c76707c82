"""What can be measured of hair: where it reaches, how it is textured, what is left bare."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from . import tail
from .filters import disorder
from .sight import Floats, Mask
from .strands import Head, Strands

Sides = tuple[float | None, float | None]
"""Left and right as seen."""

FRINGE = 1.7
"""Distance from the skin's colour from which a pixel of the forehead is hair."""

TOO_LITTLE = 0.35
"""Share of a place that must lie in the photo for an answer about it."""


@dataclass(frozen=True)
class Signs:
    """Shares are of a place's pixels that are hair (0..1); None where the photo ends.

    ``ear``, ``jaw`` and ``low`` (beside the neck) are (left, right); ``neck`` is the throat.
    ``reach`` is how far under the chin hair reaches, in faces, None where the photo ends first.
    ``whole`` is how much of the place of the hair lies in the photo. ``high`` and ``wide`` are
    how far the hair stands out above the mesh and beside the face, in faces. ``fringe`` is the
    share of the upper forehead's left and right half. ``smooth`` (strength of edges),
    ``darker`` (lightness; the face's is ``light``) and ``tint`` (by the skin's chroma) tell of
    the head above the face,
    ``curls`` and ``contrast`` of the hair itself, ``waves`` of what hangs. ``knot`` is how much
    narrower the hair is near its upper end than under it, 0..1.
    """

    ear: Sides
    jaw: Sides
    low: Sides
    reach: float | None
    neck: float | None
    whole: float
    high: float
    wide: float
    fringe: tuple[float, float]
    smooth: float
    darker: float
    light: float
    tint: float
    curls: float
    contrast: float
    waves: float
    knot: float

    @property
    def hanging(self) -> float:
        """How much hair hangs down beside the face, 0..1: the mean of the sides that are seen.

        Where the ear is bare, what is seen beside the jaw is mostly something else.
        """
        sides = [
            0.4 * ear + 0.6 * min(jaw, ear + 0.45)
            for ear, jaw in zip(self.ear, self.jaw, strict=True)
            if ear is not None and jaw is not None
        ]
        return float(np.mean(sides)) if sides else 0.0

    @property
    def over_ears(self) -> float:
        """How much of the ears is under hair: the lesser side, 0 where one is not seen."""
        return min((share or 0.0) for share in self.ear)


def signs(head: Head, hair: Strands) -> Signs:
    """Measure the hair of a head."""
    strength, order = disorder(head.sight.lab[..., 0], 5)
    above = head.crown & (np.abs(head.x) < 0.8 * head.half) & (head.y < head.top)
    on_crown = hair.mask & head.crown
    ear, jaw, low = (_shares(head, hair.mask, *strip) for strip in STRIPS)
    skin_chroma = max(1.0, float(np.hypot(*head.skin[1:])))
    chroma = np.hypot(head.sight.lab[..., 1], head.sight.lab[..., 2])
    return Signs(
        ear=ear,
        jaw=jaw,
        low=low,
        reach=tail.reach(head, hair.mask) if max(j or 0.0 for j in jaw) > 0.2 else 0.0,
        neck=_share(head, hair.mask, (np.abs(head.x) < 0.14) & _rows(head, 0.1, 0.28)),
        whole=_whole(head),
        high=_high(head, hair.mask),
        wide=_wide(head, hair.mask),
        fringe=_fringe(head, hair),
        smooth=_median(strength, above),
        darker=_median(head.sight.lab[..., 0], above) - float(head.skin[0]) if above.any() else 0.0,
        light=max(1.0, float(head.skin[0])),
        tint=_median(chroma, above) / skin_chroma,
        curls=1 - _median(order, on_crown),
        contrast=_median(strength, on_crown),
        waves=tail.waves(head, hair.mask),
        knot=_knot(head),
    )


STRIPS = ((-0.05, 0.28, 0.09), (-0.28, -0.02, 0.16), (0.02, 0.2, 0.0))
"""Rows and width of each place: the ear's from the eyes down, the others' from the chin;
width 0 is beside the neck."""


def _shares(head: Head, mask: Mask, top: float, bottom: float, wide: float) -> Sides:
    answer = []
    for side in (-1, 1):
        if wide:
            origin = 0.0 if top > -0.1 else head.chin
            place = head.beside(side, origin + top, origin + bottom, wide)
        else:
            across = head.x * side
            place = (across > 0.2) & (across < head.half + 0.06)
            place &= _rows(head, top, bottom)
        answer.append(_share(head, mask, place))
    return answer[0], answer[1]


def _rows(head: Head, top: float, bottom: float) -> Mask:
    """Rows between two heights under the chin, in faces."""
    rows: Mask = (head.y > head.chin + top) & (head.y < head.chin + bottom)
    return rows


def _share(head: Head, mask: Mask, place: Mask) -> float | None:
    seen = place & head.sight.here
    if seen.sum() < max(20, TOO_LITTLE * place.sum()):
        return None
    return float(mask[seen].mean())


def _median(plane: Floats, place: Mask) -> float:
    return float(np.median(plane[place])) if place.any() else 0.0


def _whole(head: Head) -> float:
    """How much of where hair lies is in the photo: the head above the face."""
    place = (np.abs(head.x) < head.half) & (head.y < head.top) & (head.y > head.top - 0.28)
    return float(head.sight.here[place].mean())


def _high(head: Head, mask: Mask) -> float:
    """How far hair reaches above the mesh's upper edge."""
    column = mask & (np.abs(head.x) < 0.25)
    return max(0.0, head.top - float(head.y[column].min())) if column.any() else 0.0


def _wide(head: Head, mask: Mask) -> float:
    """How far hair stands out beside the face at the eyes, the farther side."""
    band = mask & (np.abs(head.y) < 0.2)
    return max(0.0, float(np.percentile(head.edge[band], 97))) if band.any() else 0.0


def _fringe(head: Head, hair: Strands) -> tuple[float, float]:
    """Hair on the upper forehead, left and right of its middle."""
    place = (np.abs(head.x) < 0.26) & (head.y > head.top + 0.03) & (head.y < -0.19)
    over = hair.mask | (head.unlike > FRINGE) & _like(head, hair)
    left, right = (_share(head, over, place & (head.x * side > 0.02)) for side in (-1, 1))
    return left or 0.0, right or 0.0


def _like(head: Head, hair: Strands) -> Mask:
    """Which pixels are nearer to the hair's colour than to the skin's."""
    if hair.colour is None:
        return np.zeros_like(hair.mask)
    lab = head.sight.lab
    near: Mask = np.linalg.norm(lab - hair.colour, axis=-1) < np.linalg.norm(
        lab - head.skin, axis=-1
    )
    return near


def _knot(head: Head) -> float:
    """How much narrower the person is high above the face than at its upper edge."""
    if _high(head, head.body) < 0.55:
        return 0.0
    widths = [
        float(head.body[np.abs(head.y - head.top + above) < 0.02].sum()) for above in (0.05, 0.5)
    ]
    return max(0.0, 1 - widths[1] / max(widths[0], 1.0))
