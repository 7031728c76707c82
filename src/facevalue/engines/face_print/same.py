"""Which face of a picture is the person of a few reference photos: sure of it, or nobody.

Leaving a stranger open is worse than covering the person, so both recognisers must be surer
than they need to be for a match, and where two faces could be the person none is taken, unless
both recognisers are very sure of each (a collage). The lines were chosen by
``bench/keep_me.py``. Prints live inside one call.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...core.errors import BadChoice
from ...core.made import Match
from .. import face_finder
from ..face_finder import Face
from ..views import Pixels
from .align import Landmarks
from .catalogue import RECOGNISERS
from .compare import LEAST, height
from .prints import Print

MOST_REFERENCES = 5

SURE = 0.05
"""What a score must have above a recogniser's own line before a face is taken for the person."""

VERY_SURE = 0.15
"""... and before more than one face of a picture is."""

AHEAD = 0.08
"""A face that leads every other by this much, to both recognisers, is taken alone."""

MANY = 3
"""References from which on two of them must agree."""

Scores = NDArray[np.float64]
"""Faces x recognisers, as ``gathered``; NaN where a face cannot be compared."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """What was found about one face: ``index`` is its place in the faces that were given.

    ``matches`` holds the score of each recogniser (see ``gathered``), ``me`` says whether it
    certainly is the person, ``because`` why or why not.
    """

    index: int
    face: Face
    matches: tuple[Match, ...]
    me: bool
    because: str


def recognised(
    pixels: Pixels, faces: Sequence[Face], references: Sequence[Pixels]
) -> list[Recognition]:
    """One answer for each face of a picture (uint8, height x width x 3, RGB), in their order.

    Of every reference photo (1 to 5) the largest face counts. Raises BadChoice for too few or
    too many of them, for one without a face of LEAST pixels, and for one that shows somebody
    else than the others; NoEngine or BadAsset when weights are missing.
    """
    wanted = _reference_prints(references)
    scores = _scores(pixels, faces, wanted)
    me = certain(scores)
    return [
        Recognition(index, face, _matches(scores[index]), bool(me[index]), _why(scores, me, index))
        for index, face in enumerate(faces)
    ]


def _reference_prints(references: Sequence[Pixels]) -> list[list[Print]]:
    """The prints of the references, for each recogniser."""
    if not 1 <= len(references) <= MOST_REFERENCES:
        raise BadChoice(
            f"one to {MOST_REFERENCES} reference photos are wanted, not {len(references)}"
        )
    marks = [_largest(pixels, number) for number, pixels in enumerate(references, 1)]
    found = [
        [each.print(pixels, face) for pixels, face in zip(references, marks, strict=True)]
        for each in RECOGNISERS
    ]
    _one_person(found, len(references))
    return found


def _largest(pixels: Pixels, number: int) -> Landmarks:
    """The landmarks of the largest face of a reference. Raises BadChoice."""
    faces = face_finder.find(pixels)
    if not faces:
        raise BadChoice(f"reference photo {number} shows no face: give one that shows you")
    face = max(faces, key=_size)
    high = height(face.landmarks)
    if high < LEAST:
        raise BadChoice(
            f"the face in reference photo {number} is only {high:.0f} pixels high: give a "
            "photo that shows you from nearer"
        )
    return face.landmarks


def _size(face: Face) -> float:
    left, top, right, bottom = face.box
    return (right - left) * (bottom - top) * face.score


def _one_person(prints: list[list[Print]], count: int) -> None:
    """Raise BadChoice when a reference is like none of the others to either recogniser."""
    for one in range(count if count > 1 else 0):
        likeness = [
            each.likeness(mine[one], mine[other]) >= each.threshold
            for each, mine in zip(RECOGNISERS, prints, strict=True)
            for other in range(count)
            if other != one
        ]
        if not any(likeness):
            raise BadChoice(
                f"reference photo {one + 1} does not show the person of the others, as far as "
                "the recognisers can tell: leave it out, or give sharper photos of you alone"
            )


def _scores(pixels: Pixels, faces: Sequence[Face], wanted: list[list[Print]]) -> Scores:
    scores = np.full((len(faces), len(RECOGNISERS)), np.nan)
    large = [
        index
        for index, face in enumerate(faces)
        if len(face.landmarks) == 5 and height(face.landmarks) >= LEAST
    ]
    marks = [faces[index].landmarks for index in large]
    for column, (each, mine) in enumerate(zip(RECOGNISERS, wanted, strict=True)):
        for index, one in zip(large, each.prints(pixels, marks), strict=True):
            scores[index, column] = gathered([each.likeness(one, other) for other in mine])
    return scores


def gathered(likenesses: Sequence[float]) -> float:
    """One score of a face from its likeness to each reference.

    The highest of one or two; of MANY and more the mean of the two highest, since with every
    reference a stranger has one chance more to be like one by accident.
    """
    best = sorted(likenesses, reverse=True)[: 2 if len(likenesses) >= MANY else 1]
    return sum(best) / len(best)


def _above(scores: Scores, by: float) -> NDArray[np.bool_]:
    """The faces whose scores are all so far above the lines; NaN is above nothing."""
    lines = np.array([each.threshold + by for each in RECOGNISERS])
    return np.array([bool((row >= lines).all()) for row in scores], np.bool_)


def certain(scores: Scores) -> NDArray[np.bool_]:
    """The faces that certainly are the person: one that leads, several very sure ones, or none.

    ``scores`` are faces x recognisers, NaN where nothing was compared. Who could be the person
    by the recognisers' usual lines is a rival already.
    """
    sure, rivals = _above(scores, SURE), _above(scores, 0)
    if rivals.sum() < 2 or not sure.any():
        return sure
    best = int(np.argmax(np.where(sure, scores.sum(1), -np.inf)))
    others = rivals.copy()
    others[best] = False
    if (scores[best] >= scores[others] + AHEAD).all():
        rivals[:] = False
        rivals[best] = True
        return rivals
    very = _above(scores, VERY_SURE)
    return very if bool((very == rivals).all()) else np.zeros(len(scores), np.bool_)


def _matches(scores: NDArray[np.float64]) -> tuple[Match, ...]:
    return tuple(
        Match(each.name, None if np.isnan(score) else float(score), each.threshold)
        for each, score in zip(RECOGNISERS, scores, strict=True)
    )


def _why(scores: Scores, me: NDArray[np.bool_], index: int) -> str:
    """The reason in a sentence, with the scores where there are any."""
    if np.isnan(scores[index]).any():
        return f"too small to be compared, or without eyes and mouth (from {LEAST:.0f} pixels on)"
    told = ", ".join(
        f"{each.name} {score:.2f}" for each, score in zip(RECOGNISERS, scores[index], strict=True)
    )
    return f"{_verdict(scores, me, index)} ({told})"


def _verdict(scores: Scores, me: NDArray[np.bool_], index: int) -> str:
    by = [
        each.name
        for each, score in zip(RECOGNISERS, scores[index], strict=True)
        if score >= each.threshold
    ]
    if me[index]:
        return "both recognisers are sure that this is the person of the references"
    if not by:
        return "no recogniser takes this for the person of the references"
    if len(by) < len(RECOGNISERS):
        return f"only {by[0]} takes this for the person of the references, and one is not enough"
    if me.any():
        return "it is like the person of the references, but another face is much liker"
    if _above(scores, 0).sum() > 1:
        return "more than one face could be the person of the references, so none is taken"
    return "it is like the person of the references, but not surely"
