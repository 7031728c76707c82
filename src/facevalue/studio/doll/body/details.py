"""What is sewn on: patches, pockets, plackets, seams, buttons, straps, ties, belts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..parts import Mesh
from .columns import Column, Surface
from .fit import band
from .sheets import cord, joined, slab
from .torso import Worn
from .turned import block, button, frame

Vectors = NDArray[np.float64]
Places = Sequence[tuple[float, float]]


def along(rows: Places, steps: int) -> Vectors:
    """Points (steps x 2) evenly spread over a broken line."""
    p = np.array(rows, np.float64)
    far = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(p, axis=0), axis=1))])
    at = np.linspace(0, far[-1], steps)
    return np.stack([np.interp(at, far, p[:, 0]), np.interp(at, far, p[:, 1])], 1)


def patch(
    surface: Surface | Column,
    one: Places,
    other: Places,
    lift: float = 0.006,
    thick: float = 0.034,
    steps: tuple[int, int] = (14, 7),
) -> Mesh:
    """A flat piece of cloth on the front, between two lines of places (x, y)."""
    left, right = along(one, steps[0]), along(other, steps[0])
    share = np.linspace(0, 1, steps[1])[None, :, None]
    places = left[:, None] * (1 - share) + right[:, None] * share
    return slab(surface.front(places[..., 0], places[..., 1], lift), thick)


def pocket(
    surface: Surface | Column,
    at: tuple[float, float],
    half: tuple[float, float],
    point: float = 0.02,
    flap: float = 0.0,
    lift: float = 0.004,
) -> list[Mesh]:
    """A pocket with a folded upper edge; ``point`` lowers the middle of its bottom."""
    (x, y), (w, h) = at, half
    c = min(w, h) * 0.35
    left = [(x - w, y + h), (x - w, y - h + c), (x - w + c * 0.6, y - h), (x, y - h - point)]
    right = [(x + w, y + h), (x + w, y - h + c), (x + w - c * 0.6, y - h), (x, y - h - point)]
    left[-1], right[-1] = (x - w * 0.3, y - h - point), (x + w * 0.3, y - h - point)
    made = [patch(surface, left, right, lift)]
    tall = flap or 0.035
    top = [(x - w * 1.04, y + h + 0.012), (x + w * 1.04, y + h + 0.012)]
    low = [(x - w * 1.04, y + h - tall), (x, y + h - tall - point * 1.5 * (flap > 0)),
           (x + w * 1.04, y + h - tall)]  # fmt: skip
    made.append(patch(surface, top, low, lift + 0.014, 0.03, (13, 4)))
    return made


def seam(
    surface: Surface | Column, places: Places, radius: float = 0.0085, steps: int = 24
) -> Mesh:
    """A raised line of stitching along places (x, y) on the front."""
    p = along(places, steps)
    return cord(surface.front(p[:, 0], p[:, 1], 0.0), radius, sides=6)


def buttons(
    surface: Surface | Column, places: Places, radius: float = 0.026, lift: float = 0.008
) -> Mesh:
    """Round buttons at places (x, y) of the front."""
    made = []
    for x, y in places:
        at, up, right = surface.front([x, x, x + 0.02], [y, y + 0.02, y], lift)
        made.append(button(at, np.cross(right - at, up - at), radius, 0.044))
    return joined(made)


def placket(
    surface: Surface | Column, x: float, low: float, high: float, half: float = 0.034
) -> Mesh:
    """The doubled front edge that buttons sit on."""
    return patch(
        surface, [(x - half, high), (x - half, low)], [(x + half, high), (x + half, low)],
        0.006, 0.03, (26, 4),
    )  # fmt: skip


def belt(column: Column, low: float, high: float, lift: float = 0.02) -> list[tuple[str, Mesh]]:
    """A belt with its buckle; roles ``belt`` and ``metal``."""
    middle, half = (low + high) / 2, (high - low) / 2
    at = column.front(0.0, middle, lift + 0.022)
    ring = np.array([(-1, -1), (-1, 1), (1, 1), (1, -1)]) * [0.062, half + 0.016]
    path = [
        at + np.array([x, y, 0.0]) for x, y in along([*map(tuple, ring), tuple(ring[0])], 21)[:-1]
    ]
    buckle = [cord(np.array(path), 0.0165, closed=True)]
    buckle.append(cord(at + np.array([[-0.06, 0, 0.006], [0.05, 0, 0.010]]), 0.012))
    return [("belt", band(column, low, high, 0.036, lift=lift)), ("metal", joined(buckle))]


def strap(
    worn: Worn,
    front: Places,
    back: Places,
    half: float = 0.04,
    lift: float = 0.016,
    thick: float = 0.036,
) -> Mesh:
    """A strap from the front over the shoulder down the back: places (x, y) going along it."""
    fore, hind = along(front, 12), along(back, 14)
    lines = []
    for off in (-half, -half / 3, half / 3, half):
        one = worn.column.front(fore[:, 0] + off, fore[:, 1], lift)
        two = worn.column.front(hind[:, 0] + off, hind[:, 1], lift)
        two[:, 2] = 2 * worn.column.at(two[:, 1])[2] - two[:, 2]
        share = np.linspace(0, 1, 11)[1:-1, None]
        over = one[-1] + (two[0] - one[-1]) * share
        over[:, 1] = 2.8
        top = worn.surface.seen(over, (0, -1, 0), lift)
        top[:, 1] = np.maximum(top[:, 1], (one[-1] + (two[0] - one[-1]) * share)[:, 1])
        lines.append(_smooth(np.concatenate([one, top, two]), 4))
    return slab(np.stack(lines, 1), thick)


def _smooth(points: Vectors, times: int = 2) -> Vectors:
    """A line with its kinks rubbed away."""
    p = points.copy()
    for _ in range(times):
        p[1:-1] = 0.25 * p[:-2] + 0.5 * p[1:-1] + 0.25 * p[2:]
    return p


def tie(surface: Surface | Column, top: float, low: float, lift: float = 0.02) -> Mesh:
    """A necktie: knot and blade."""
    knot = patch(
        surface, [(-0.052, top), (-0.032, top - 0.09)], [(0.052, top), (0.032, top - 0.09)],
        lift + 0.014, 0.05, (5, 5),
    )  # fmt: skip
    blade = patch(
        surface,
        [(-0.026, top - 0.08), (-0.066, low + 0.09), (-0.004, low)],
        [(0.026, top - 0.08), (0.066, low + 0.09), (0.004, low)],
        lift, 0.034, (26, 5),
    )  # fmt: skip
    return joined([knot, blade])


def plate(at: ArrayLike, normal: ArrayLike, half: tuple[float, float], thick: float = 0.03) -> Mesh:
    """A small flat plate (name tag, card) lying on a surface."""
    return block(at, (half[0], half[1], thick / 2), frame(normal), 0.22)
