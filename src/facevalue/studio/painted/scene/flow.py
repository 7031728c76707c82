"""How lines run: the structure tensor, smoothed at two sizes.

Bigun and Granlund, "Optimal Orientation Detection of Linear Symmetry" (ICCV 1987). Where the
fine look finds one direction it counts; elsewhere the wide one fills in.
"""

from __future__ import annotations

import numpy as np

from .planes import Floats, blurred, grown, shrunk, slopes

FINE, WIDE = 3.0, 12.0
"""Deviation of the smoothing, pixels."""

TIMES = 2
COARSE = 4

FAINT = 2e-5
"""Gradients (squared, of lightness in 0..1) fainter than this have no direction."""


def flow(light: Floats) -> tuple[Floats, Floats]:
    """Direction of the lines (radians in 0..pi) and how much they agree (0..1).

    ``light`` is lightness, 0..1.
    """
    small = shrunk(light, TIMES)
    soft = blurred(small, 0.8)
    down, across = slopes(soft)
    planes = [across * across, down * down, across * down]
    fine = [blurred(plane, FINE / TIMES) for plane in planes]
    wide = [_wide(plane) for plane in planes]
    trust = _order(fine) * _strength(fine)
    mixed = [trust * a + (1 - trust) * 0.5 * (a + b) for a, b in zip(fine, wide, strict=True)]
    height, width = light.shape
    xx, yy, xy = (grown(plane, TIMES, height, width) for plane in mixed)
    angle = (0.5 * np.arctan2(2 * xy, xx - yy) + np.pi / 2) % np.pi
    order = _order([xx, yy, xy]) * _strength([xx, yy, xy])
    return angle.astype(np.float32), order.astype(np.float32)


def _wide(plane: Floats) -> Floats:
    height, width = plane.shape
    return grown(blurred(shrunk(plane, COARSE), WIDE / TIMES / COARSE), COARSE, height, width)


def _order(tensor: list[Floats]) -> Floats:
    xx, yy, xy = tensor
    order: Floats = np.sqrt((xx - yy) ** 2 + 4 * xy**2) / (xx + yy + np.float32(1e-9))
    return order.clip(0, 1)


def _strength(tensor: list[Floats]) -> Floats:
    total = tensor[0] + tensor[1]
    strength: Floats = total / (total + np.float32(FAINT))
    return strength
