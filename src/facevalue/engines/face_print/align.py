"""Turn a face upright into the small square that a recogniser was trained on.

Five landmarks are laid on the recogniser's own by turning, scaling and moving (least squares,
closed form in complex numbers); nothing is bent.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..views import Floats, Pixels, box_average

Point = tuple[float, float]
Landmarks = Sequence[Point]
"""Both eyes, the tip of the nose, both corners of the mouth; x, y in pixels, those on the left
of the picture first. As ``face_finder.Face.landmarks``."""


def aligned(pixels: Pixels, landmarks: Landmarks, frame: Landmarks, side: int) -> Pixels:
    """The face of a picture (uint8, height x width x 3) as ``side`` x ``side`` x 3, uint8.

    ``frame`` says where the landmarks lie in that square. What is outside the picture is
    black. Raises ValueError when the landmarks are not five, or all in one place.
    """
    turn, shift = _similarity(_complex(frame), _complex(landmarks))
    rows, columns = np.mgrid[0:side, 0:side]
    at = turn * (columns + 1j * rows) + shift
    left, top = int(at.real.min()) - 2, int(at.imag.min()) - 2
    right, bottom = int(at.real.max()) + 3, int(at.imag.max()) + 3
    part = _part(pixels, left, top, right, bottom)
    at -= complex(left, top)
    times = max(1, int(abs(turn)))  # a large face is averaged first, or it would be speckled
    if times > 1:
        part = box_average(part, times)
        at = (at + (0.5 + 0.5j)) / times - (0.5 + 0.5j)
    return np.rint(_sampled(part, at.real, at.imag)).astype(np.uint8)


def _complex(landmarks: Landmarks) -> NDArray[np.complex128]:
    points = np.asarray(landmarks, np.float64)
    if points.shape != (5, 2):
        raise ValueError(f"five landmarks (x, y) are wanted, not an array of {points.shape}")
    found: NDArray[np.complex128] = points[:, 0] + 1j * points[:, 1]
    return found


def _similarity(
    source: NDArray[np.complex128], target: NDArray[np.complex128]
) -> tuple[complex, complex]:
    """Factor and shift that lay ``source`` on ``target``: target = factor * source + shift."""
    middle, goal = source.mean(), target.mean()
    here, there = source - middle, target - goal
    factor = complex((here.conj() * there).sum() / (np.abs(here) ** 2).sum())
    if abs(factor) < 1e-3:
        raise ValueError("the landmarks are all in one place")
    return factor, complex(goal - factor * middle)


def _part(pixels: Pixels, left: int, top: int, right: int, bottom: int) -> Pixels:
    """A part of a picture; black where it reaches outside."""
    part = np.zeros((bottom - top, right - left, 3), np.uint8)
    height, width = pixels.shape[:2]
    first, last = max(left, 0), min(right, width)
    upper, lower = max(top, 0), min(bottom, height)
    if first < last and upper < lower:
        inside = pixels[upper:lower, first:last]
        part[upper - top : lower - top, first - left : last - left] = inside
    return part


def _sampled(pixels: Pixels, x: NDArray[np.float64], y: NDArray[np.float64]) -> Floats:
    """Colours between pixels, bilinear; positions are clipped to the picture."""
    height, width = pixels.shape[:2]
    x, y = x.clip(0, width - 1), y.clip(0, height - 1)
    column, row = x.astype(np.intp), y.astype(np.intp)
    right, below = np.minimum(column + 1, width - 1), np.minimum(row + 1, height - 1)
    across, down = (x - column)[..., None], (y - row)[..., None]
    upper = pixels[row, column] * (1 - across) + pixels[row, right] * across
    lower = pixels[below, column] * (1 - across) + pixels[below, right] * across
    mixed: Floats = (upper * (1 - down) + lower * down).astype(np.float32)
    return mixed
