"""Find faces: a photo is looked at twice, and small heads once more from closer.

The photo is looked at mirrored in a *fine* view (twice its size, at most 1.6 megapixels) and
in a *coarse* view of half that. A face that both views see is believed, one that a single view
sees is believed less. Where a larger photo shows small heads, the parts that hold them are
looked at again in the same way, up to CLOSER times finer, and those looks decide.

The numbers were chosen on labelled street and crowd photos by ``bench/faces.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from . import weights
from .boxes import groups
from .centerface import APART, Finds, joined, look, open_session
from .views import Floats, Pixels, halved, resized

FINE_AREA = 1472 * 1088
"""Pixels of the fine view, at most."""

GROWTH = 2.0
"""Small photos are enlarged this much, at most."""

BELIEVED = 0.30
"""Fused score from which a find counts."""

SMALL = 20.0
"""A head lower than this (pixels of the fine view) deserves a closer look ..."""

DOUBT = 0.15
"""... if the network answers at least this."""

CLOSER, WORTH = 4.0, 1.25
"""How much finer than the fine view the closer look is: at most, and at least to be worth it."""

TILE, MARGIN = 256, 28
"""Pitch and margin of the closer look's tiles, in pixels of the fine view."""

SAME = 0.4
"""Finds of two views that overlap this much (intersection over union) are one face."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Face:
    """A face in pixels of the photo.

    ``box`` is left, top, right, bottom; ``score`` is in 0..1 and rises with the share of
    true faces, but is no probability; ``landmarks`` are (x, y) of both eyes, the nose and
    both corners of the mouth, the left ones as seen in the picture first.
    """

    box: Box
    score: float
    landmarks: tuple[tuple[float, float], ...]


def find(pixels: Pixels) -> list[Face]:
    """The faces of a photo (uint8, height x width x 3, RGB), the surest first.

    Raises NoEngine when the weights are not here, BadAsset when they are not the pinned ones.
    """
    finds = _looks(pixels)
    faces = [_fused(finds, group) for group in groups(finds.boxes, finds.scores, SAME)]
    faces = [face for face in faces if face.score >= BELIEVED]
    boxes = np.array([face.box for face in faces], np.float32).reshape(-1, 4)
    scores = np.array([face.score for face in faces], np.float32)
    return [faces[group[0]] for group in groups(boxes, scores, APART)]


def bare_run(pixels: Pixels) -> Callable[[], object]:
    """The network alone on the two views of a photo: what ``bench/speed.py`` compares with."""
    height, width = pixels.shape[:2]
    scale = _scale(pixels)
    view = resized(pixels, max(1, round(height * scale)), max(1, round(width * scale)))
    views = [np.ascontiguousarray(each[None]) for each in (view, halved(view))]
    session = _session()
    name = session.get_inputs()[0].name
    return lambda: [session.run(None, {name: each}) for each in views]


@cache
def _session() -> Any:
    return open_session(weights.load("centerface.onnx"))


def _scale(pixels: Pixels) -> float:
    """Fine view by photo."""
    return float(min(GROWTH, (FINE_AREA / (pixels.shape[0] * pixels.shape[1])) ** 0.5))


def _looks(pixels: Pixels) -> Finds:
    """What the views of a photo show, in photo pixels."""
    scale = _scale(pixels)
    finds = _two_looks(pixels, scale, 0)
    small = finds.tall() < SMALL / scale
    doubtful = finds[small & (finds.scores > DOUBT)]
    if scale * WORTH > GROWTH or not len(doubtful.scores):
        return finds
    return joined([finds[~small], *_close_looks(pixels, doubtful, scale)])


def _two_looks(pixels: Pixels, scale: float, level: int) -> Finds:
    """Finds of a photo or tile: mirrored at ``scale`` (level + 1), and at half of it (level)."""
    height, width = pixels.shape[:2]
    view = resized(pixels, max(1, round(height * scale)), max(1, round(width * scale)))
    fine = look(_session(), view, level + 1, scale, mirror=True)
    return joined([fine, look(_session(), halved(view), level, scale / 2)])


def _close_looks(pixels: Pixels, small: Finds, scale: float) -> Iterator[Finds]:
    """Closer finds of the small heads, tile by tile; ``scale`` is first view by photo."""
    pitch, margin = int(TILE / scale), int(MARGIN / scale)
    closer = min(GROWTH, scale * CLOSER)
    centres = _centres(small)
    tiles, which = np.unique((centres // pitch).astype(int), axis=0, return_inverse=True)
    for index in range(len(tiles)):
        held = centres[which.reshape(-1) == index]  # numpy 2.0 gives n x 1
        left, top = (held.min(0) - margin).clip(0).astype(int)
        right, bottom = (held.max(0) + margin).astype(int)
        finds = _moved(_two_looks(pixels[top:bottom, left:right], closer, 2), left, top)
        here = (_centres(finds) // pitch == tiles[index]).all(1)
        yield finds[here & (finds.tall() < margin)]


def _centres(finds: Finds) -> Floats:
    middle: Floats = (finds.boxes[:, :2] + finds.boxes[:, 2:]) * np.float32(0.5)
    return middle


def _moved(finds: Finds, left: int, top: int) -> Finds:
    """Finds of a tile in pixels of the photo."""
    by = np.array([left, top], np.float32)
    return Finds(finds.boxes + np.tile(by, 2), finds.scores, finds.points + by, finds.level)


def _fused(finds: Finds, group: NDArray[np.intp]) -> Face:
    """One face from the finds of all views that show it.

    Of two looks, three quarters of the better score and a quarter of the other count.
    Boxes and landmarks are means, weighted by the square of the score.
    """
    best = np.zeros(4, np.float32)
    np.maximum.at(best, finds.level[group], finds.scores[group])
    score = max(0.5 * max(pair) + 0.25 * (pair[0] + pair[1]) for pair in (best[:2], best[2:]))
    weight = finds.scores[group] ** 2 / (finds.scores[group] ** 2).sum()
    left, top, right, bottom = (weight @ finds.boxes[group]).tolist()
    points = np.tensordot(weight, finds.points[group], 1).tolist()
    marks = tuple((float(x), float(y)) for x, y in points)
    return Face((left, top, right, bottom), min(1.0, float(score)), marks)
