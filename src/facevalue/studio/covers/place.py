"""A drawn head laid into a picture: turned, scaled and cut by the mask."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...core.places import Region
from ...core.roles import Shape
from .ground import Floats, Mask, Pixels

CHIN = 0.72
"""Where the drawn chin comes, from the middle of the head's ellipse, in its half heights."""

WIDE, HIGH = 0.97, 0.94
"""How much of the ellipse's width and height a drawn head fills, at most."""

SHADE, TINT = 0.4, 0.12
"""How far a drawn head follows the light around it: its brightness, and its colour."""

NEARLY, AWAY = 0.35, 0.7
"""A head that looks less than the first aside (radians) is turned to look the second aside where
it is to look elsewhere; one that looks further aside is mirrored, or turned to the front."""

LEVEL = 118.0
"""Brightness (0..255) of surroundings in which a drawn head is shown as it was drawn."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a drawn head goes: ``unit`` pixels of the picture for each of its units.

    ``x``, ``y`` are its middle in pixels of the part of the picture; ``tilt`` as the head's.
    """

    x: float
    y: float
    unit: float
    tilt: float

    def local(self, shape: tuple[int, ...]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """For every pixel of a part its place in the head's units: to the right, and up."""
        down, across = np.mgrid[0 : shape[0], 0 : shape[1]].astype(np.float64)
        dx, dy = across - self.x, down - self.y
        cos, sin = math.cos(self.tilt), math.sin(self.tilt)
        return (dx * cos + dy * sin) / self.unit, -(dy * cos - dx * sin) / self.unit


def seat(head: Shape, box: Region, size: tuple[float, float, float]) -> Seat:
    """The seat of a head of that ``size``: its width, how far its chin is down, its crown up."""
    width, chin, crown = size
    unit = min(2 * head.half_width * WIDE / width, 2 * head.half_height * HIGH / (chin + crown))
    below = CHIN * head.half_height - chin * unit
    x = head.x - box.left - math.sin(head.tilt) * below
    y = head.y - box.top + math.cos(head.tilt) * below
    return Seat(x, y, unit, head.tilt)


def elsewhere(yaw: float, way: int) -> float:
    """Another yaw than the head's (``way`` 1 or 2; 0 is its own), in radians.

    For a drawn head that is to be less like the person's.
    """
    if abs(yaw) > NEARLY:
        return (yaw, -yaw, 0.0)[way]
    return (yaw, math.copysign(AWAY, yaw), -math.copysign(AWAY, yaw))[way]


def sampled(picture: Floats, column: NDArray[np.float64], row: NDArray[np.float64]) -> Floats:
    """Values of a picture (height x width x n) between its pixels; nothing outside."""
    height, width = picture.shape[:2]
    outside = (column < 0) | (row < 0) | (column > width - 1) | (row > height - 1)
    column, row = column.clip(0, width - 1.001), row.clip(0, height - 1.001)
    left, top = column.astype(np.intp), row.astype(np.intp)
    across, down = (column - left)[..., None], (row - top)[..., None]
    upper = picture[top, left] * (1 - across) + picture[top, left + 1] * across
    lower = picture[top + 1, left] * (1 - across) + picture[top + 1, left + 1] * across
    found = (upper * (1 - down) + lower * down).astype(np.float32)
    found[outside] = 0
    return found


def laid(pixels: Pixels, mask: Mask, ground: Floats, colours: Floats, alpha: Floats) -> None:
    """Replace what is under the mask by the drawn head (0..255, alpha 0..1) on its ground."""
    mixed = ground * (1 - alpha[..., None]) + colours * alpha[..., None]
    pixels[mask] = np.rint(mixed[mask]).clip(0, 255).astype(np.uint8)


def lit(colours: Floats, surroundings: Floats) -> Floats:
    """Colours (0..255) a little darker or lighter, and tinted, as what is around them is."""
    grey = max(float(surroundings @ np.array([0.30, 0.59, 0.11], np.float32)), 1.0)
    gain = float(np.clip((grey / LEVEL) ** SHADE, 0.55, 1.12))
    tint = np.clip(surroundings / grey, 0.6, 1.5) ** TINT
    return np.asarray((colours * (gain * tint)).clip(0, 255), np.float32)
