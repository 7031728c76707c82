"""Where the camera stands, so that the box fills the picture in every aspect."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..parts import Floats
from .scene import Extents
from .settings import Settings

Vector = NDArray[np.float64]

YAW, PITCH = -12.0, 5.0
"""Degrees that the camera stands to the left of the box and above its middle."""

DISTANCE = 2.65
"""From the box's middle, in heights of the box: a short telephoto, as for products."""

MARGIN = 0.05
"""Free on each side, as a share of the shorter side of the picture."""


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A pinhole camera.

    ``origin`` and ``target`` in scene units; ``fov`` is the vertical field of view in
    degrees; ``width`` and ``height`` in pixels.
    """

    origin: Vector
    target: Vector
    fov: float
    width: int
    height: int

    def axes(self) -> tuple[Vector, Vector, Vector]:
        """Unit vectors to the right, upwards and forwards."""
        ahead = self.target - self.origin
        ahead /= np.linalg.norm(ahead)
        right = np.cross(ahead, [0.0, 1.0, 0.0])
        right /= np.linalg.norm(right)
        return right, np.cross(right, ahead), ahead

    def project(self, points: ArrayLike) -> Vector:
        """Pixels (n x 2: x to the right, y down) of points (n x 3) in front of the camera."""
        right, up, ahead = self.axes()
        seen = np.asarray(points, np.float64) - self.origin
        scale = self.height / 2 / np.tan(np.radians(self.fov) / 2) / (seen @ ahead)
        return np.stack(
            [self.width / 2 + seen @ right * scale, self.height / 2 - seen @ up * scale], 1
        )

    def rays(self, rows: slice) -> Floats:
        """Unit directions through the middle of every pixel of some rows, rows x width x 3."""
        right, up, ahead = self.axes()
        reach = 2 * np.tan(np.radians(self.fov) / 2) / self.height
        x = (np.arange(self.width) + 0.5 - self.width / 2) * reach
        y = (self.height / 2 - np.arange(self.height)[rows] - 0.5) * reach
        directions = ahead + x[None, :, None] * right + y[:, None, None] * up
        directions /= np.linalg.norm(directions, axis=-1, keepdims=True)
        answer: Floats = directions.astype(np.float32)
        return answer


def framed(extents: Extents, settings: Settings, yaw: float = YAW, pitch: float = PITCH) -> View:
    """The view that has all corners of the box inside its margins, as large as possible."""
    low, high = (np.asarray(corner, np.float64) for corner in extents)
    middle = (low + high) / 2
    reach = DISTANCE * float((high - low)[1])
    a, b = np.radians([yaw, pitch])
    away = np.array([np.sin(a) * np.cos(b), np.sin(b), np.cos(a) * np.cos(b)]) * reach
    corners = np.array(list(product(*zip(low, high, strict=True))))
    view = View(middle + away, middle, 30.0, settings.width, settings.height)
    for _ in range(4):  # aiming moves the perspective a little, so it is done again
        view = _closer(_centred(view, corners), corners)
    return view


def projected(points: ArrayLike, extents: Extents, settings: Settings) -> Vector:
    """Where points (n x 3) are in the picture of a box: pixels, n x 2."""
    return framed(extents, settings).project(points)


def _centred(view: View, corners: Vector) -> View:
    """Aimed so that the middle of what is seen of the corners is the middle of the picture."""
    seen = view.project(corners)
    middle = (seen.min(0) + seen.max(0)) / 2
    right, up, _ = view.axes()
    unit = 2 * np.tan(np.radians(view.fov) / 2) / view.height
    reach = float(np.linalg.norm(view.target - view.origin)) * unit
    x, y = (middle - [view.width / 2, view.height / 2]) * reach
    return View(view.origin, view.target + x * right - y * up, view.fov, view.width, view.height)


def _closer(view: View, corners: Vector) -> View:
    """The lens chosen so that the corners just stay inside the margins."""
    away = np.abs(view.project(corners) - [view.width / 2, view.height / 2]).max(0)
    margin = MARGIN * min(view.width, view.height)
    room = np.array([view.width / 2 - margin, view.height / 2 - margin])
    zoom = float((away / room).max())
    fov = 2 * np.degrees(np.arctan(np.tan(np.radians(view.fov) / 2) * zoom))
    return View(view.origin, view.target, float(fov), view.width, view.height)
