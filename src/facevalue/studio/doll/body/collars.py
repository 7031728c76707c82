"""What lies round the neck: shirt collars, stand-up collars, lapels, hoods, scarves."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..parts import Mesh
from .details import Places, patch
from .fit import TRUNK
from .sheets import cord, joined, slab
from .torso import Worn
from .turned import block

Vectors = NDArray[np.float64]

STAND = 2.505
"""Height of a collar's upper edge."""


def _round(gap: float, steps: int = 72) -> Vectors:
    """Angles from the left front round the back to the right front, ``gap`` degrees open."""
    return np.linspace(gap, 360 - gap, steps)


def _fromfront(angles: Vectors) -> Vectors:
    """Angles away from the front, 0..180."""
    answer: Vectors = np.minimum(angles, 360 - angles)
    return answer


def collar(
    worn: Worn, gap: float = 5.0, tip: float = 2.27, spread: float = 20.0, lift: float = 0.030
) -> Mesh:
    """A turned-down shirt collar with two points."""
    angles = _round(gap)
    away = _fromfront(angles)
    ahead = np.clip(1 - (away - gap) / 75, 0, 1)
    push = spread * np.clip(1 - (away - gap) / 40, 0, 1) * np.sign(180 - angles)
    top = STAND - 0.075 * ahead**1.5
    low = 2.395 - (2.395 - tip) * ahead**1.6
    inner = TRUNK.ring(angles, top, 0.012)
    roll = TRUNK.ring(angles, top - 0.010, 0.050)
    outer = worn.column.ring(angles + push, low, lift)
    middle = (roll + outer) / 2
    out = np.stack([np.sin(np.radians(angles)), 0 * angles, np.cos(np.radians(angles))], 1)
    return slab(np.stack([inner, roll, middle + out * 0.012, outer], 1), 0.032)


def stand(
    low: float = 2.385,
    high: float = STAND,
    gap: float = 0.0,
    lift: float = 0.026,
    drop: float = 0.07,
) -> Mesh:
    """A stand-up band round the neck; lower in front by ``drop``, open by ``gap`` degrees."""
    angles = _round(gap, 73)[: None if gap else -1]
    ahead = np.clip(1 - _fromfront(angles) / 80, 0, 1) ** 1.5
    heights = np.linspace(low, high, 4)[None] - (drop * ahead)[:, None]
    grid = TRUNK.ring(angles[:, None], heights, lift)
    return slab(grid, 0.036, closed=not gap)


def lapels(
    worn: Worn, edge: Places, wide: Places, lift: float = 0.018, notch: float = 2.10
) -> Mesh:
    """Both lapels and the collar behind them.

    ``edge`` rows (height, x) of the opening's edge, ``wide`` rows (height, width) of the lapel.
    """
    heights, xs = np.array(edge).T
    levels, widths = np.array(wide).T
    made = []
    y = np.linspace(levels[0], levels[-1], 18)
    inner = np.interp(y, heights, xs)
    outer = inner + np.interp(y, levels, widths)
    for side in (-1, 1):
        one = list(zip(side * (inner - 0.012), y, strict=True))
        two = list(zip(side * outer, y, strict=True))
        made.append(patch(worn.surface, one, two, lift, 0.036, (18, 6)))
    made.append(_behind(worn, notch))
    return joined(made)


def _behind(worn: Worn, notch: float) -> Mesh:
    """The collar of a jacket, from one lapel's notch round the neck to the other's."""
    angles = _round(33.0)
    ahead = np.clip(1 - (_fromfront(angles) - 33) / 60, 0, 1)
    high = 2.475 - (2.475 - notch - 0.13) * ahead**1.4
    low = 2.375 - (2.375 - notch - 0.02) * ahead**1.5
    inner = worn.column.ring(angles, high, 0.004)
    outer = worn.column.ring(angles + 6 * ahead * np.sign(180 - angles), low, 0.034)
    return slab(np.stack([inner, (inner + outer) / 2 + [0, 0.018, 0], outer], 1), 0.036)


def hood(worn: Worn) -> list[tuple[str, Mesh]]:
    """A hood hanging behind the neck, and its opening's edge round the neck."""
    angles = np.linspace(-180, 180, 72, endpoint=False)
    back = np.clip((np.abs(angles) - 40) / 140, 0, 1)
    heights = 2.345 + 0.085 * np.clip(np.abs(angles) / 90, 0, 1) - 0.02 * back
    path = worn.column.ring(angles, heights, 0.012 + 0.075 * back**1.5)
    rim = cord(path, 0.052 + 0.052 * back**1.2, closed=True, sides=14)
    bag = [block((0, 2.24, -0.30), (0.27, 0.20, 0.115), edge=0.85)]
    bag.append(block((0, 2.36, -0.30), (0.19, 0.12, 0.10), edge=0.9))
    return [("top", joined([rim, *bag]))]


def hood_cords(worn: Worn, long: float = 0.30) -> list[tuple[str, Mesh]]:
    """Two cords out of the hood's edge, with metal ends."""
    cords, tips = [], []
    for side in (-1, 1):
        y = np.linspace(2.315, 2.315 - long, 12)
        x = side * (0.075 + 0.018 * np.sin(np.linspace(0, 3, 12)))
        path = worn.surface.front(x, y, 0.016)
        cords.append(cord(path, 0.0165))
        tips.append(cord([path[-1], path[-1] - [0, 0.045, 0]], 0.021))
    return [("lace", joined(cords)), ("metal", joined(tips))]


def scarf(worn: Worn) -> Mesh:
    """A neckerchief: a rolled ring, a knot and two short ends."""
    angles = np.linspace(-180, 180, 60, endpoint=False)
    heights = 2.475 - 0.085 * np.clip(1 - np.abs(angles) / 80, 0, 1)
    wave = 0.006 * np.sin(np.radians(angles) * 9)
    ring = cord(TRUNK.ring(angles, heights, 0.052), 0.045 + wave, closed=True, sides=12)
    at = TRUNK.front(0.0, 2.385, 0.085)
    knot = block(at, (0.055, 0.05, 0.045), edge=0.8)
    ends = []
    for side in (-1, 1):
        x = side * np.linspace(0.015, 0.085, 6)
        y = np.linspace(2.37, 2.21, 6)
        middle = worn.surface.front(x, y, 0.028)
        width = np.array([0.018, 0.03, 0.045, 0.055, 0.05, 0.02])
        spread = np.linspace(-1, 1, 4)[None, :, None] * width[:, None, None]
        ends.append(slab(middle[:, None] + spread * [0.9, 0.35 * side, 0.0], 0.034))
    return joined([ring, knot, *ends])
