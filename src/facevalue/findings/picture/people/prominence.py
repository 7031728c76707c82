"""How much each face of a picture stands out: size, sharpness, the frame, and where they look.

Everything is measured by the picture's own largest face or by its frame, so that a photo gives
the same numbers at any size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ....engines.crops import Window, seen
from ....engines.face_finder import Face

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

DETAIL = 48
"""Sharpness is judged with the picture shrunk (or grown) until its largest face is this large."""

WINDOW, STEEPEST = 5, 0.2
"""Width of the blur that sharpness is measured against, and the share of steepest slopes asked."""

LARGE = 0.5
"""Faces of this size by the largest say what sharp is in this picture."""

NEAR, CUT = 0.15, 0.7
"""A face nearer to the frame than this, by its size, counts this much: it was not framed."""

TURNED = 0.3
"""A face is turned away when its nose lies this far beside the middle of its eyes, by their
distance."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What is known of the n faces of one picture; each field is of length n unless said.

    ``size`` (side of a square of the box's area) is relative to the largest face, ``sharp`` to
    the sharpest of the large ones, ``prominence`` to the most prominent: 0..1. ``cut`` says
    whether a face touches the frame, ``turned`` whether it looks past the camera. ``side`` is
    the largest face's by the picture's, ``scatter`` how far the faces are spread up and down
    (standard deviation, in faces): one number each.
    """

    size: Floats
    sharp: Floats
    cut: Flags
    turned: Flags
    prominence: Floats
    side: float
    scatter: float


def measures(pixels: Pixels, faces: Sequence[Face]) -> Measures:
    """The measures of at least one face of a picture (height x width x 3, uint8, RGB)."""
    height, width = pixels.shape[:2]
    boxes = np.array([face.box for face in faces], np.float64)
    side = np.sqrt((boxes[:, 2:] - boxes[:, :2]).clip(1e-3).prod(1))
    largest = float(side.max())
    size = side / largest
    detail = np.array([_detail(pixels, face, largest / DETAIL) for face in faces])
    sharp = _by(detail, float(detail[size >= LARGE].max()))
    cut = np.concatenate([boxes[:, :2], [width, height] - boxes[:, 2:]], 1).min(1) < NEAR * side
    prominence = size * sharp * np.where(cut, CUT, 1.0)
    return Measures(
        size,
        sharp,
        cut,
        np.array([_aside(face) > TURNED for face in faces]),
        _by(prominence, float(prominence.max())),
        largest / (height * width) ** 0.5,
        float(boxes[:, 1::2].mean(1).std() / np.median(side)),
    )


def _by(values: Floats, most: float) -> Floats:
    """Values by the largest that counts, at most 1."""
    share: Floats = (values / most).clip(0, 1) if most > 0 else np.ones_like(values)
    return share


def _aside(face: Face) -> float:
    """How far the nose lies beside the middle of the eyes, by their distance."""
    left, right, nose = (np.array(place) for place in face.landmarks[:3])
    apart = right - left
    length = max(float(apart @ apart), 1e-6)
    return abs(float((nose - (left + right) / 2) @ apart)) / length


def _detail(pixels: Pixels, face: Face, scale: float) -> float:
    """How much of the steepest slopes of a face a slight blur takes away: 0 (all blurred) to 1.

    The idea is Crete et al., "The blur effect" (SPIE 6492, 2007): blurring changes little where
    there is little left to blur. ``scale`` is pixels of the photo by pixels compared.
    """
    left, top, right, bottom = face.box
    high, wide = (max(WINDOW, round(side / scale)) for side in (bottom - top, right - left))
    window = Window(((left + right) / 2, (top + bottom) / 2), 0.0, scale, high, wide)
    grey = seen(pixels, window, stretched=True).mean(2, dtype=np.float64)
    sharp, blurred = _steep(grey), _steep(_blurred(_blurred(grey).T).T)
    return max(0.0, 1 - blurred / sharp) if sharp > 0 else 0.0


def _blurred(grey: Floats) -> Floats:
    """Means of WINDOW pixels down each column; the edge goes on."""
    padded = np.pad(grey, ((WINDOW // 2, WINDOW // 2), (0, 0)), "edge")
    means: Floats = np.lib.stride_tricks.sliding_window_view(padded, WINDOW, 0).mean(-1)
    return means


def _steep(grey: Floats) -> float:
    """Sum of the steepest slopes."""
    slopes = np.hypot(np.diff(grey, axis=0)[:, 1:], np.diff(grey, axis=1)[1:]).ravel()
    slopes.sort()
    return float(slopes[int((1 - STEEPEST) * len(slopes)) :].sum())
