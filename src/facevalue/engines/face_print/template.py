"""Whether the print of a face would find the person again: asked of the print itself.

A recogniser gives every face a print, even a smear. But the print of a smear is that of any
smear: make the face coarser still and it hardly changes, where that of a good face does. So
each face is looked at again as if it had been COARSE pixels high, and mirrored, and what
becomes of its print says how much of a person it holds. On 272 photos of 32 people and worse
versions of them these numbers told better how many other photos would be matched than
size, sharpness, contrast and the mesh's score together (``bench/enrol.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..views import Pixels, resized
from .align import Landmarks
from .catalogue import RECOGNISERS, Recogniser
from .prints import Print

COARSE = 12
"""Pixels of the recogniser's square in its coarse version, to either side."""

ALIKE, MIRRORED, REST = -6.82, 8.32, -3.54
"""Weights of the logistic model, fitted to the share of other photos that either recogniser
matches. ALIKE is for both coarse likenesses multiplied: while either still changes, there is
something left. Mirroring says little to the first recogniser, and is asked of the second."""


@dataclass(frozen=True, slots=True)
class Template:
    """How the prints of one face hold: likeness to itself, on each recogniser's own scale.

    ``coarse`` is that of each recogniser to the face made coarse, ``mirrored`` that of the
    second to the face mirrored. ``square`` is the face as the first recogniser looks at it.
    """

    coarse: tuple[float, float]
    mirrored: float
    square: Pixels

    @property
    def strength(self) -> float:
        """0..1: the share of other photos of the person that such a face is matched to."""
        first, second = (min(1.0, max(0.0, each)) for each in self.coarse)
        logit = ALIKE * first * second + MIRRORED * self.mirrored + REST
        return float(1 / (1 + np.exp(-logit)))


def templates(pixels: Pixels, faces: Sequence[Landmarks]) -> list[Template]:
    """One for each face of a picture (uint8, height x width x 3, RGB), in their order.

    Five looks a face; the prints are forgotten at the end. Raises NoEngine or BadAsset without
    the weights, ValueError for landmarks that are not five or all in one place.
    """
    first, second = RECOGNISERS
    squares = [first.square(pixels, face) for face in faces]
    others = [second.square(pixels, face) for face in faces]
    own, own_second = first.of_squares(squares), second.of_squares(others)
    coarse = _changed(first, own, [coarser(each) for each in squares])
    coarse_second = _changed(second, own_second, [coarser(each) for each in others])
    turned = _changed(second, own_second, [each[:, ::-1] for each in others])
    return [
        Template((one, other), mirrored, square)
        for one, other, mirrored, square in zip(coarse, coarse_second, turned, squares, strict=True)
    ]


def _changed(recogniser: Recogniser, own: list[Print], squares: list[Pixels]) -> list[float]:
    """How like each face is to its changed version."""
    anew = recogniser.of_squares(squares)
    return [recogniser.likeness(one, other) for one, other in zip(own, anew, strict=True)]


def coarser(square: Pixels) -> Pixels:
    """A square made COARSE pixels wide, and its own size again."""
    side = square.shape[0]
    small = _at(square, COARSE)
    return _at(small, side)


def _at(square: Pixels, side: int) -> Pixels:
    planes = resized(square, side, side)[:, :side, :side]
    return np.rint(planes.transpose(1, 2, 0)).astype(np.uint8)
