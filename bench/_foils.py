"""Ways to hide a face that others use, for measuring what they leave."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Box = tuple[int, int, int, int]
"""Left, top, right, bottom of the face."""
Foil = Callable[[Pixels, Box], Pixels]

AT = 112
"""Sigmas of blurs are said for a face this wide, in pixels, and scaled to the face."""

SCALE = 0.3
"""deface 1.5.0 by default grows the box by this much of its size on every side (--mask-scale 1.3)
and blurs an ellipse in it by a box of half its size."""


def blurred(sigma: float) -> Foil:
    """A Gaussian blur of the face's box."""

    def foil(pixels: Pixels, box: Box) -> Pixels:
        from scipy.ndimage import gaussian_filter

        left, top, right, bottom = box
        shown = pixels.copy()
        part = shown[top:bottom, left:right].astype(np.float32)
        wide = sigma * (right - left) / AT
        shown[top:bottom, left:right] = gaussian_filter(part, (wide, wide, 0)).round()
        return shown

    return foil


def mosaic(blocks: int) -> Foil:
    """So many blocks of mean colour across the face's box."""

    def foil(pixels: Pixels, box: Box) -> Pixels:
        left, top, right, bottom = box
        shown = pixels.copy()
        side = max(1, -(-(right - left) // blocks))
        for y in range(top, bottom, side):
            for x in range(left, right, side):
                part = shown[y : min(y + side, bottom), x : min(x + side, right)]
                part[:] = part.reshape(-1, 3).mean(0).round()
        return shown

    return foil


def deface(pixels: Pixels, box: Box) -> Pixels:
    """What deface does by default, by its source."""
    from scipy.ndimage import uniform_filter

    height, width = pixels.shape[:2]
    left, top, right, bottom = box
    more_x, more_y = SCALE * (right - left), SCALE * (bottom - top)
    left, right = max(0, round(left - more_x)), min(width - 1, round(right + more_x))
    top, bottom = max(0, round(top - more_y)), min(height - 1, round(bottom + more_y))
    shown = pixels.copy()
    part = shown[top:bottom, left:right]
    size = ((bottom - top) // 2, (right - left) // 2, 1)
    soft = uniform_filter(part.astype(np.float32), size, mode="mirror").round()
    down, across = np.ogrid[: bottom - top, : right - left]
    y, x = down - (bottom - top) // 2, across - (right - left) // 2
    inside = (y / ((bottom - top) // 2)) ** 2 + (x / ((right - left) // 2)) ** 2 < 1
    part[inside] = soft[inside]
    return shown


def nothing(pixels: Pixels, _: Box) -> Pixels:
    """The face as it is."""
    return pixels


FOILS: dict[str, Foil] = {
    "nothing": nothing,
    "blur, sigma 4": blurred(4),
    "blur, sigma 10": blurred(10),
    "deface": deface,
    "mosaic 20": mosaic(20),
    "mosaic 10": mosaic(10),
    "mosaic 8": mosaic(8),
    "mosaic 6": mosaic(6),
}
"""By the name in the table."""
