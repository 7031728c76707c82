"""RECOGNISERS: who is asked whether two faces are one person. One more is one line here.

A print lives inside one call. It is never stored, logged or handed to anybody.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..views import Pixels
from . import dlib_resnet, fr_feature
from .align import Landmarks
from .prints import Print

TOGETHER = 8
"""Faces that a network looks at in one run, at most: more leave the processor's cache and take
longer, not shorter."""


@dataclass(frozen=True, slots=True)
class Recogniser:
    """``likeness`` of two prints rises with likeness; from ``threshold`` on it says: one person.

    ``square`` lays a face upright as the network wants to see it (pixels, landmarks), ``run``
    makes the prints of several such squares.
    """

    name: str
    threshold: float
    square: Callable[[Pixels, Landmarks], Pixels]
    run: Callable[[Sequence[Pixels]], list[Print]]
    likeness: Callable[[Print, Print], float]

    def print(self, pixels: Pixels, face: Landmarks) -> Print:
        """The print of one face. Raises as ``prints`` does."""
        return self.prints(pixels, [face])[0]

    def prints(self, pixels: Pixels, faces: Sequence[Landmarks]) -> list[Print]:
        """The prints of several faces of a picture (uint8, height x width x 3, RGB).

        Raises NoEngine or BadAsset without the pinned weights, ValueError for landmarks that
        are not five or all in one place.
        """
        return self.of_squares([self.square(pixels, face) for face in faces])

    def of_squares(self, squares: Sequence[Pixels]) -> list[Print]:
        """The prints of faces that ``square`` has laid upright, TOGETHER in one run."""
        starts = range(0, len(squares), TOGETHER)
        return [each for at in starts for each in self.run(squares[at : at + TOGETHER])]


RECOGNISERS = (
    Recogniser("fr_feature", 0.40, fr_feature.square, fr_feature.prints, fr_feature.likeness),
    Recogniser("dlib", 0.40, dlib_resnet.square, dlib_resnet.prints, dlib_resnet.likeness),
)
"""Their lines were measured on pairs of photos by ``bench/verify.py``: few mistakes either way."""
