"""Ask every recogniser whether the person of a photo is still matched in another picture.

The answer is on the careful side: of all faces that the other picture could hold (those that
are found, and one whose place is known) the likest counts. Each face is laid out once, as a
search would do it and as the recognisers' lines were measured. Where nothing could be compared
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

LEAST = 16.0
"""Faces lower than this, in pixels, are not compared: "no match" would speak of the size and not
of the person. ``bench/verify.py`` makes one picture of a pair smaller: of large faces the two
recognisers miss 2 in a hundred, at 40 pixels 9 and 3, at 24 already 59 and 17, at 16 all and
half. Whoever shows an answer for a face below 40 pixels says so (``price/receipt.py``)."""

BY_LANDMARKS = 2.6
"""Height of a face by the distance from between the eyes to the middle of the mouth."""

MOST = 8
"""Faces of the other picture that are compared, the largest."""


def compare(
    one: Pixels,
    other: Pixels,
    sources: Sequence[Landmarks] = (),
    known: Sequence[Landmarks] = (),
) -> tuple[Match, ...]:
    """One answer for each recogniser, in the order of the catalogue.

    ``one`` is the photo and ``other`` the picture made of it (uint8, height x width x 3, RGB).
    ``sources`` are the landmarks of the people in the photo that are asked about (without
    them, those of its largest face): whoever is likest counts. ``known`` are those of faces in
    the picture whose place is known, whether or not the finder sees a face there and however
    small it is drawn. Raises NoEngine or BadAsset when weights are missing.
    """
    asked = sources or [_largest(one)]
    mine = [each for each in asked if each and height(each) >= LEAST]
    faces = _faces(other, known) if mine else []
    return tuple(_match(recogniser, one, mine, other, faces) for recogniser in RECOGNISERS)


def height(landmarks: Landmarks) -> float:
    """How high a face is, brow to chin, in pixels, by its five landmarks."""
    points = np.asarray(landmarks, np.float64)
    return float(BY_LANDMARKS * np.linalg.norm(points[:2].mean(0) - points[3:].mean(0)))


def _match(
    recogniser: Recogniser,
    one: Pixels,
    mine: Sequence[Landmarks],
    other: Pixels,
    faces: Sequence[Landmarks],
) -> Match:
    """The likest of the people and faces."""
    if not faces:
        return Match(recogniser.name, None, recogniser.threshold)
    prints, own = recogniser.prints(other, faces), recogniser.prints(one, mine)
    scores = [recogniser.likeness(a, b) for a in own for b in prints]
    return Match(recogniser.name, max(scores), recogniser.threshold)


def _largest(pixels: Pixels) -> Landmarks:
    """The landmarks of the largest face; empty when there is none."""
    return max((face.landmarks for face in face_finder.find(pixels)), key=height, default=())


def _faces(pixels: Pixels, known: Sequence[Landmarks]) -> list[Landmarks]:
    """Those found that are large enough, and the known ones where none of them lies."""
    found: list[Landmarks] = [face.landmarks for face in face_finder.find(pixels)]
    found.sort(key=height, reverse=True)
    large = [face for face in found if height(face) >= LEAST][:MOST]
    unseen = [
        each for each in known if not any(_apart(each, face) < height(face) / 4 for face in large)
    ]
    return [*unseen, *large]


def _apart(one: Landmarks, other: Landmarks) -> float:
    """Pixels between the middles of two faces."""
    return float(np.linalg.norm(np.mean(one, axis=0) - np.mean(other, axis=0)))
