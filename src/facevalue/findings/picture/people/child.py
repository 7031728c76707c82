"""Whether a face could be that of a child: a cautious guess, never a claim to know.

Two age networks that were made apart look at the face; the mean of their years is the score,
and one line decides. How the line was chosen, and how often it errs for whom, is measured by
``bench/age.py`` and told in ``docs/explanation/who-may-be-a-child.md``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ....engines.face_finder import Face
    from ....engines.face_mesh import FaceMesh

LINE = 29.0
"""Who looks younger than this, in years, could be under 16: the networks take children for older
than they are, the more so the worse the picture is."""

EVEN, SPREAD = 19.0, 3.0
"""Of faces that look EVEN years old half are under 16 where children are as many as others; with
SPREAD years more it is a quarter (a logistic curve, put to faces of 24 to 200 pixels)."""

SMALLEST = 16.0
"""Faces lower than this, in pixels, are too small to tell."""

WELL = "could well be under 16; this is a guess from how young the face looks"
COULD = "could be under 16; this is a guess, and most adults under 26 look so to it too"
GROWN = "does not look under 16; this is a guess, and it can miss a child"
SMALL = "too small to tell an age; could be under 16"


@dataclass(frozen=True, slots=True)
class ChildGuess:
    """What can be said of one face.

    ``child`` is in 0..1 and rises with the share of those under 16 among faces that look as
    young; None where the face is too small. ``may_be_child`` is the cautious answer, ``says``
    the same in words, with the doubt.
    """

    child: float | None
    may_be_child: bool
    says: str


def guesses(
    pixels: NDArray[np.uint8], faces: Sequence[Face], meshes: Sequence[FaceMesh | None]
) -> list[ChildGuess]:
    """A guess for each face of a photo (uint8, height x width x 3, RGB), with its mesh if known.

    About thirty milliseconds of one core for each face. Raises NoEngine when the weights are
    not here, BadAsset.
    """
    return [_guess(pixels, *each) for each in zip(faces, meshes, strict=True)]


def looks(pixels: NDArray[np.uint8], face: Face, mesh: FaceMesh | None) -> float:
    """How old a face looks, in years: the mean of the two networks. Raises as ``guesses``."""
    from ....engines.age_looks import years

    told = years(pixels, face, mesh)
    return (told.first + told.deep) / 2


def share(years: float) -> float:
    """The share of those under 16 among faces that look so many years old, 0..1."""
    return 1 / (1 + exp((years - EVEN) / SPREAD))


def _guess(pixels: NDArray[np.uint8], face: Face, mesh: FaceMesh | None) -> ChildGuess:
    if face.box[3] - face.box[1] < SMALLEST:
        return ChildGuess(None, True, SMALL)
    years = looks(pixels, face, mesh)
    says = WELL if years < EVEN else COULD if years < LINE else GROWN
    return ChildGuess(share(years), years < LINE, says)
