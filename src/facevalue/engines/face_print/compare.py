"""Ask every recogniser whether the person of a photo is still matched in another picture.

The answer is on the careful side: of all faces that the other picture could hold (those that
are found, and one whose place is known) the likest counts. Where nothing could be compared
the score is None: that nobody was found is not the same as that nobody was matched.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...core.made import Match
from .. import face_finder
from ..views import Pixels
from .align import Landmarks
from .catalogue import RECOGNISERS, Recogniser

LEAST = 32.0
"""Faces lower than this, in pixels, are not compared. Measured on pairs of one person, one of
the two made smaller: at 32 pixels 4 and 12 in a hundred are missed, at 24 already 13 and 49,
so that a "no match" would say more about the size than about the person."""

BY_LANDMARKS = 2.6
"""Height of a face by the distance from between the eyes to the middle of the mouth."""

MOST = 8
"""Faces of the other picture that are compared, the largest."""


def compare(
    one: Pixels, other: Pixels, source: Landmarks = (), known: Landmarks = ()
) -> tuple[Match, ...]:
    """One answer for each recogniser, in the order of the catalogue.

    ``one`` is the photo and ``other`` the picture made of it (uint8, height x width x 3, RGB).
    ``source`` are the landmarks of the person in the photo (without them, those of its largest
    face); ``known`` are those of a face in the picture whose place is known, whether or not the
    finder sees a face there. Raises NoEngine or BadAsset when weights are missing.
    """
    mine = source or _largest(one)
    faces = _faces(other, known) if mine and _height(mine) >= LEAST else []
    return tuple(_match(recogniser, one, mine, other, faces) for recogniser in RECOGNISERS)


def _match(
    recogniser: Recogniser, one: Pixels, mine: Landmarks, other: Pixels, faces: Sequence[Landmarks]
) -> Match:
    """The likest of the faces."""
    if not faces:
        return Match(recogniser.name, None, recogniser.threshold)
    own = recogniser.print(one, mine)
    scores = [recogniser.likeness(own, recogniser.print(other, face)) for face in faces]
    return Match(recogniser.name, max(scores), recogniser.threshold)


def _largest(pixels: Pixels) -> Landmarks:
    """The landmarks of the largest face; empty when there is none."""
    return max((face.landmarks for face in face_finder.find(pixels)), key=_height, default=())


def _faces(pixels: Pixels, known: Landmarks) -> list[Landmarks]:
    """The faces that a picture may hold and that are large enough, the known one first."""
    found = sorted((face.landmarks for face in face_finder.find(pixels)), key=_height)
    faces = [*([known] if known else []), *found[::-1]]
    return [face for face in faces if _height(face) >= LEAST][:MOST]


def _height(landmarks: Landmarks) -> float:
    """How high a face is, in pixels, by its landmarks."""
    points = np.asarray(landmarks, np.float64)
    return float(BY_LANDMARKS * np.linalg.norm(points[:2].mean(0) - points[3:].mean(0)))
