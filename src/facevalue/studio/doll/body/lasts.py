"""The last: a foot's outline, and the upper of a shoe built over it.

A shoe stands on y = 0 below its ankle (x = z = 0), toes to +z; the inner side is -x.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..shapes.solids import Array, Solid, smooth_max, smooth_min
from .columns import Surface, solid_of

Vectors = NDArray[np.float64]

HEEL, TOE = -0.20, 0.47


@dataclass(frozen=True, slots=True)
class Shoe:
    """A kind of shoe: lengths in units.

    ``sole`` its thickness, ``ankle`` the upper's height at the leg, ``toe`` over the toes,
    ``laces`` rows of them, ``cap`` a rubber toe cap, ``low`` cut open over the instep,
    ``heel`` extra block under the heel, ``more`` the name of its own details.
    """

    sole: float = 0.085
    ankle: float = 0.27
    toe: float = 0.205
    laces: int = 4
    cap: bool = False
    low: bool = False
    heel: float = 0.0
    more: str = ""


def outline(x: Array, z: Array) -> Array:
    """Distance from the outline of the foot, seen from above."""
    rods = ((0, -0.072, 0, 0.02, 0.114, 0.116), (0.0, 0.02, 0.018, 0.22, 0.118, 0.152),
            (0.018, 0.22, -0.006, 0.325, 0.152, 0.138))  # fmt: skip
    found = None
    for ax, az, bx, bz, start, end in rods:
        way = np.array([bx - ax, bz - az])
        t = np.clip(((x - ax) * way[0] + (z - az) * way[1]) / (way @ way), 0, 1)
        d = np.hypot(x - ax - t * way[0], z - az - t * way[1]) - (start + (end - start) * t)
        found = d if found is None else smooth_min(found, d, 0.05)
    answer: Array = np.asarray(found, np.float32)
    return answer


def extruded(grow: float, low: float, high: float, edge: float) -> Solid:
    """The outline, wider by ``grow``, between two heights."""

    def distance(x: Array, y: Array, z: Array) -> Array:
        side = outline(x, z) - np.float32(grow - edge)
        flat = np.abs(y - np.float32((low + high) / 2)) - np.float32((high - low) / 2 - edge)
        outside = np.sqrt(np.maximum(side, 0) ** 2 + np.maximum(flat, 0) ** 2)
        answer: Array = outside + np.minimum(np.maximum(side, flat), 0) - np.float32(edge)
        return answer

    return solid_of(distance, (-0.25, low, HEEL - 0.05), (0.25, high, TOE + 0.08))


def upper(kind: Shoe, grow: float = 0.0, start: float = HEEL - 0.1) -> Solid:
    """The upper; only its part ahead of ``start``."""
    places = (-0.25, 0.03, 0.10, 0.20, 0.30, 0.42, 0.52)
    drop = kind.ankle - kind.toe
    heights = [kind.ankle, kind.ankle, kind.ankle - 0.28 * drop, kind.toe + 0.16 * drop,
               kind.toe - 0.012, kind.toe - 0.05, kind.toe - 0.09]  # fmt: skip

    def distance(x: Array, y: Array, z: Array) -> Array:
        tall = np.interp(z, places, heights).astype(np.float32) + np.float32(grow)
        lean = np.clip(y - np.float32(0.09), 0, None) * np.float32(0.20)
        side = outline(x, z) + np.float32(-0.004 - grow) + lean
        body = smooth_max(side, (y - tall) * np.float32(0.9), 0.13)
        body = np.maximum(body, np.float32(kind.sole * 0.5) - y)
        return smooth_max(body, np.float32(start) - z + y * np.float32(0.25), 0.02)

    high = max(heights) + grow
    return solid_of(distance, (-0.22, kind.sole * 0.5, HEEL - 0.05), (0.22, high, TOE + 0.06))


def above(height: float) -> Solid:
    """Everything above a height near the toes, rising towards the ankle."""
    return solid_of(
        lambda x, y, z: (np.float32(height) - y - (z - np.float32(0.36)) * np.float32(0.5))
        + 0 * x,
        (-0.3, 0.05, 0.0), (0.3, 0.6, 0.6),
    )  # fmt: skip


def on_top(surface: Surface, x: Vectors, z: Vectors, lift: float) -> Vectors:
    """Points of the upper seen from above."""
    x, z = np.broadcast_arrays(x, z)
    start = np.stack([x.ravel(), np.full(x.size, 0.8), z.ravel()], 1)
    found: Vectors = surface.seen(start, (0, -1, 0), lift).reshape((*x.shape, 3))
    return found
