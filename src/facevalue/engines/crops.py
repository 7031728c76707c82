"""A turned square of a photo at another size, as the networks for one face want it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .views import Floats, Pixels, box_average

Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Window:
    """A rectangle of a photo, possibly turned, seen as height x width pixels.

    ``centre`` is (x, y) in pixels of the photo, ``angle`` (radians) turns the window's
    x-axis clockwise as seen, ``scale`` is photo pixels by window pixels.
    """

    centre: tuple[float, float]
    angle: float
    scale: float
    height: int
    width: int

    def to_photo(self, points: Points) -> Points:
        """Places (n x 2, x and y) of the window in pixels of the photo."""
        away = (points - [self.width / 2, self.height / 2]) * self.scale
        return _turned(away, self.angle) + self.centre

    def from_photo(self, points: Points) -> Points:
        """Places of the photo in pixels of the window."""
        away = _turned(points - np.array(self.centre), -self.angle) / self.scale
        placed: Points = away + np.array([self.width / 2, self.height / 2])
        return placed


def _turned(points: Points, angle: float) -> Points:
    """Points (n x 2) turned clockwise as seen.

    Written out: for a product of matrices the library wakes all its threads, which costs more
    than the work.
    """
    cos, sin = np.cos(angle), np.sin(angle)
    x, y = points[:, 0], points[:, 1]
    return np.stack([cos * x - sin * y, sin * x + cos * y], 1)


def seen(pixels: Pixels, window: Window, *, stretched: bool = False) -> Floats:
    """What a window shows: height x width x 3, 0..255, bilinear.

    Outside the photo it is black, or ``stretched``: its edge goes on. Where it makes the
    photo smaller, pixels are averaged first, so that nothing flickers.
    """
    corners = np.array([[0, 0], [1, 0], [0, 1], [1, 1]]) * [window.width, window.height]
    part, left, top = _part(pixels, window.to_photo(corners.astype(np.float64)), window.scale)
    times = max(1, int(window.scale))
    if times > 1:
        part = box_average(part, times)
    if not part.size:
        return np.zeros((window.height, window.width, 3), np.float32)
    column, row = np.meshgrid(np.arange(window.width) + 0.5, np.arange(window.height) + 0.5)
    places = window.to_photo(np.stack([column.ravel(), row.ravel()], 1))
    found = _bilinear(part, (places - [left, top]) / times, stretched=stretched)
    return found.reshape(window.height, window.width, 3)


def inside(shape: tuple[int, ...], window: Window) -> NDArray[np.bool_]:
    """Which pixels of a window lie inside a photo of that shape, height x width."""
    column, row = np.meshgrid(np.arange(window.width) + 0.5, np.arange(window.height) + 0.5)
    places = window.to_photo(np.stack([column.ravel(), row.ravel()], 1))
    here = ((places >= 0) & (places < [shape[1], shape[0]])).all(1)
    return here.reshape(window.height, window.width)


def _part(pixels: Pixels, corners: Points, margin: float) -> tuple[Pixels, int, int]:
    """The upright part of the photo that holds the corners, and where it begins (x, y)."""
    low = np.floor(corners.min(0) - 2 * margin).astype(int)
    high = np.ceil(corners.max(0) + 2 * margin).astype(int)
    left, top = (int(v) for v in low.clip(0))
    right, bottom = (int(v) for v in high.clip(0))
    return pixels[top:bottom, left:right], left, top


def _bilinear(part: Pixels, places: Points, *, stretched: bool) -> Floats:
    """Colours (n x 3) at places (n x 2; pixel centres lie at halves)."""
    height, width = part.shape[:2]
    at = places - 0.5
    outside = (at < -1).any(1) | (at > [width, height]).any(1)
    at = at.clip(0, [width - 1, height - 1])
    column, row = at.astype(np.intp).T
    share = (at - np.stack([column, row], 1)).astype(np.float32)
    next_column, next_row = np.minimum(column + 1, width - 1), np.minimum(row + 1, height - 1)
    across, down = share[:, :1], share[:, 1:]
    upper = part[row, column] * (1 - across) + part[row, next_column] * across
    lower = part[next_row, column] * (1 - across) + part[next_row, next_column] * across
    found: Floats = (upper * (1 - down) + lower * down).astype(np.float32)
    if not stretched:
        found[outside] = 0
    return found
