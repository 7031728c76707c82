"""The head's shape, the smile and the brows: mostly lengths of the mesh.

Lengths are three-dimensional, so that a face turned aside keeps its shape; the middles and
spreads below are the median and about the deviation over the 40 faces in the tuning half of
``bench/likeness.py`` that are whole heads and look ahead (yaw under 0.35).
"""

from __future__ import annotations

import numpy as np

from . import regions
from .found import Found, sure
from .sight import UNIT, Floats, Sight

WIDTH = (0.845, 0.03)
"""Width by height of a face: middle and spread."""

JAW = (0.80, 0.017)
"""Width at the jaw's corners by width of the face: middle and spread."""

BROW = (0.0225, 0.0075)
"""Height of a brow's dark part, in faces: middle and spread."""


def find(sight: Sight, skin: Floats) -> Found:
    """Width of the face, jaw, smile and brows."""
    straight = 1 - sure(abs(sight.yaw), 0.3, 0.9)
    width = sight.length(234, 454)
    by_height = width / sight.length(10, 152)
    jaw = sight.length(172, 397) / width
    wide = np.clip(1 + 0.035 * (by_height - WIDTH[0]) / WIDTH[1], 0.92, 1.08)
    square = np.clip(0.35 * (jaw - JAW[0]) / JAW[1], -0.6, 1.0)
    return {
        "face_width": (round(float(wide), 3), 0.4 + 0.4 * straight),
        "jaw": (round(float(square), 2), 0.4 + 0.3 * straight),
        "smile": smile(sight, straight),
        "brows": brows(sight, skin, straight),
    }


def smile(sight: Sight, straight: float) -> tuple[float, float]:
    """0 (calm) to 1 (laughing): a wide mouth, its corners up, teeth in it."""
    wide = sight.length(61, 291) / sight.length(234, 454)
    lift = (sight.at(0, 17)[1] - sight.at(61, 291)[1]) / UNIT
    bright = teeth(sight)
    value = float(np.clip(6.0 * (wide - 0.36) + 4.0 * (lift - 0.01) + 0.5 * bright, 0, 1))
    return round(value, 2), 0.5 + 0.3 * straight


def teeth(sight: Sight) -> float:
    """Share of the opened mouth that is bright and colourless, 0..1, times how open it is."""
    inner = regions.part(sight, INNER_LIPS)
    opened = float(inner.sum()) / (sight.length(61, 291) * UNIT) ** 2
    if opened < 0.02:
        return 0.0
    lips = np.median(sight.lab[regions.part(sight, regions.LIPS) & ~inner], 0)
    pixels = sight.lab[inner]
    white = (pixels[:, 0] > lips[0] + 5) & (pixels[:, 1] < lips[1] - 6)
    return float(white.mean()) * sure(opened, 0.02, 0.1)


INNER_LIPS = (78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80,
              191)  # fmt: skip


def brows(sight: Sight, skin: Floats, straight: float) -> tuple[float, float]:
    """Thickness of the brows, 0.7 to 1.4: how high their dark part is."""
    heights = []
    for points in (regions.LEFT_BROW, regions.RIGHT_BROW):
        brow = regions.part(sight, points, 1.25)
        if brow.sum() < 20:
            continue
        light = sight.lab[..., 0]
        dark = brow & (light < 0.5 * (skin[0] + np.percentile(light[brow], 5)))
        across = np.ptp(sight.mesh[list(points), 0])
        heights.append(float(dark.sum()) / max(across, 1) / UNIT)
    if not heights:
        return 1.0, 0.0
    value = np.clip(1 + 0.2 * (np.mean(heights) - BROW[0]) / BROW[1], 0.7, 1.4)
    return round(float(value), 2), 0.35 + 0.3 * straight * sure(sight.pixels, 40, 120)
