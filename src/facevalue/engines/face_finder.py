"""Find faces: what several looks at a photo show, made one, with what was only half seen.

How a photo is looked at is in ``face_looks.py``. A face that both the coarse and the fine view
see is believed, one that a single view sees is believed less, and what stays below BELIEVED is
a doubt.

The numbers were chosen on labelled street and crowd photos by ``bench/faces.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from . import weights
from .boxes import groups
from .centerface import APART, Finds, open_session
from .face_looks import LEVELS, leaning, looks, strength, views_of
from .views import Pixels

BELIEVED = 0.30
"""Fused score from which a find counts."""

ACROSS = 0.27
"""What a face loses that lies across the way most heads of the photo stand: few do."""

CLEARLY = 0.5
"""How much more must speak for a turn than for the photo as it is (see ``strength``)."""

LEANING = 1.7
"""How much better a view must see a head that leans in it (times one minus the cosine of the
lean: .5 at half a quarter turn) than one in which it stands: its landmarks are better there."""

SAME = 0.4
"""Finds of two views that overlap this much (intersection over union) are one face."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Face:
    """A face in pixels of the photo.

    ``box`` is left, top, right, bottom; ``score`` is in 0..1 and rises with the share of
    true faces, but is no probability; ``landmarks`` are (x, y) of both eyes, the nose and
    both corners of the mouth, the person's right ones first: as seen in the picture the
    left ones where the head is upright, the upper ones where it has fallen to its left.
    """

    box: Box
    score: float
    landmarks: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Search:
    """The faces of a photo, and what was half seen: no face by itself, but a reason to doubt.

    Both the surest first; doubts have scores below BELIEVED, and none overlaps a face.
    """

    faces: list[Face]
    doubts: list[Face]


def find(pixels: Pixels) -> list[Face]:
    """The faces of a photo (uint8, height x width x 3, RGB), the surest first.

    Raises NoEngine when the weights are not here, BadAsset when they are not the pinned ones.
    """
    return search(pixels).faces


def search(pixels: Pixels) -> Search:
    """The faces and the doubts of a photo (uint8, height x width x 3, RGB).

    Raises NoEngine when the weights are not here, BadAsset when they are not the pinned ones.
    """
    finds = looks(_session(), pixels)
    turn = _usual_turn(finds)
    fused = [_fused(finds, group, turn) for group in groups(finds.boxes, finds.scores, SAME)]
    boxes = np.array([face.box for face in fused], np.float32).reshape(-1, 4)
    scores = np.array([face.score for face in fused], np.float32)
    apart = [fused[group[0]] for group in groups(boxes, scores, APART)]
    faces = [face for face in apart if face.score >= BELIEVED]
    return Search(faces, [face for face in apart if face.score < BELIEVED])


def bare_run(pixels: Pixels) -> Callable[[], object]:
    """The network alone on the two views of a photo: what ``bench/speed.py`` compares with."""
    views = views_of(pixels)
    seen = [np.ascontiguousarray(each[None]) for each in (views.fine, views.coarse)]
    session = _session()
    name = session.get_inputs()[0].name
    return lambda: [session.run(None, {name: each}) for each in seen]


@cache
def _session() -> Any:
    return open_session(weights.load("centerface.onnx"))


def _usual_turn(finds: Finds) -> int:
    """The turn in which most of the photo's heads stand upright; 0 unless clearly another."""
    turns = finds.level // LEVELS
    speaks = [strength(finds[turns == turn]) for turn in range(4)]
    best = max(range(4), key=speaks.__getitem__)
    return best if speaks[best] > speaks[0] + CLEARLY else 0


def _fused(finds: Finds, group: NDArray[np.intp], usual: int) -> Face:
    """One face from the finds of all views that show it.

    Of two looks, three quarters of the better score and a quarter of the other count. The
    best turn gives the score, and the box and the landmarks come from the one in which the
    head stands: means, weighted by the square of the score.
    """
    best = np.zeros(4 * LEVELS, np.float32)
    np.maximum.at(best, finds.level[group], finds.scores[group])
    pairs = np.sort(best.reshape(4, 2, 2))
    by_turn = (0.25 * pairs[..., 0] + 0.75 * pairs[..., 1]).max(1)
    score = (by_turn - ACROSS * (np.arange(4) != usual)).max()
    group = _best_turn(finds, group, by_turn)
    weight = finds.scores[group] ** 2 / (finds.scores[group] ** 2).sum()
    left, top, right, bottom = (weight @ finds.boxes[group]).tolist()
    points = np.tensordot(weight, finds.points[group], 1).tolist()
    marks = tuple((float(x), float(y)) for x, y in points)
    return Face((left, top, right, bottom), min(1.0, max(0.0, float(score))), marks)


def _best_turn(
    finds: Finds, group: NDArray[np.intp], by_turn: NDArray[np.float32]
) -> NDArray[np.intp]:
    """Those of a group that belong to the turn with the best score, less what the head leans."""
    turns, lean = finds.level[group] // LEVELS, leaning(finds[group])
    leans = [lean[turns == turn][:1].max(initial=0) for turn in range(4)]  # the strongest of each
    held: NDArray[np.intp] = group[turns == (by_turn - LEANING * np.array(leans)).argmax()]
    return held
