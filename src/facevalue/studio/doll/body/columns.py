"""The solids that clothes are cut from: columns for torsos, limbs with folds, and what cuts them.

Angles go round the y axis: 0 is the front (+z), 90 the doll's left (+x).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..shapes.field import Field
from ..shapes.solids import Array, Solid, smooth_max

Vectors = NDArray[np.float64]
Row = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Column:
    """Upright stack of superellipses: rows of (height, half width, half depth, middle's z)."""

    rows: tuple[Row, ...]
    power: float = 2.4

    def at(self, heights: ArrayLike) -> tuple[Vectors, Vectors, Vectors]:
        """Half width, half depth and middle at heights, smooth between the rows."""
        from scipy.interpolate import PchipInterpolator

        table = np.array(self.rows)
        y = np.clip(np.asarray(heights, np.float64), table[0, 0], table[-1, 0])
        values = PchipInterpolator(table[:, 0], table[:, 1:])(y)
        return values[..., 0], values[..., 1], values[..., 2]

    def grown(self, ease: float, low: tuple[float, float] | None = None) -> Column:
        """Wider all round by ``ease``; ``low`` = (height, more) flares it below that height."""
        rows = []
        for y, wide, deep, z in self.rows:
            more = ease
            if low is not None and y < low[0]:
                more += low[1] * (low[0] - y) / (low[0] - self.rows[0][0])
            rows.append((y, wide + more, deep + more, z))
        return replace(self, rows=tuple(rows))

    def ring(self, angles: ArrayLike, heights: ArrayLike, lift: ArrayLike = 0.0) -> Vectors:
        """Points on the column (... x 3), or ``lift`` outside of it, level."""
        turn, y = np.broadcast_arrays(
            np.radians(np.asarray(angles, np.float64)), np.asarray(heights, np.float64)
        )
        wide, deep, middle = self.at(y)
        shares = (np.abs(np.sin(turn)) / wide) ** self.power
        shares = shares + (np.abs(np.cos(turn)) / deep) ** self.power
        out = shares ** (-1 / self.power) + np.asarray(lift, np.float64)
        return np.stack([out * np.sin(turn), y, middle + out * np.cos(turn)], -1)

    def front(self, x: ArrayLike, y: ArrayLike, lift: ArrayLike = 0.0) -> Vectors:
        """Points (... x 3) on the front at places x, y, ``lift`` outside of it."""
        across, up = np.broadcast_arrays(np.asarray(x, np.float64), np.asarray(y, np.float64))
        wide, deep, middle = self.at(up)
        more = np.asarray(lift, np.float64)
        share = np.clip(1 - np.abs(across / (wide + more)) ** self.power, 0, 1)
        return np.stack([across, up, middle + (deep + more) * share ** (1 / self.power)], -1)

    def solid(self, low: float, high: float, edge: float = 0.03) -> Solid:
        """The column between two heights, with rims rounded by ``edge``."""
        levels = np.linspace(low, high, 24)
        wide, deep, middle = self.at(levels)
        reach = np.array([wide.max(), 0, deep.max()])
        floor = np.array([0, low, middle.min()])

        def distance(x: Array, y: Array, z: Array) -> Array:
            side = self.beside(x, y, z)
            ends = np.maximum(np.float32(low) - y, y - np.float32(high))
            return smooth_max(side, ends, edge)

        return Solid(distance, floor - reach, np.array([0, high, middle.max()]) + reach)

    def beside(self, x: Array, y: Array, z: Array) -> Array:
        """Distance in the level plane, from the outline as seen from its middle."""
        wide, deep, middle = (np.asarray(v, np.float32) for v in self.at(y))
        power = np.float32(self.power)
        behind = z - middle
        share = (np.abs(x) / wide) ** power + (np.abs(behind) / deep) ** power
        ratio = np.maximum(share, 1e-6) ** (1 / power)
        away = np.maximum(np.sqrt(x * x + behind * behind), 1e-3)
        answer: Array = (away * np.float32(0.92) * (1 - 1 / ratio)).astype(np.float32)
        return answer


@dataclass(frozen=True, slots=True)
class Folds:
    """Wrinkles round a limb: where along it (units), how far they reach, depth, pitch, slant."""

    at: float
    reach: float
    deep: float = 0.012
    pitch: float = 0.09
    slant: float = 1.2


def limb(
    points: ArrayLike, radii: ArrayLike, folds: Sequence[Folds] = (), *, flat: bool = False
) -> Solid:
    """A round limb along points (n x 3) with a radius each, wrinkled where ``folds`` say.

    ``flat`` ends it in a plane across its last point instead of a half ball.
    """
    p = np.asarray(points, np.float64)
    r = np.broadcast_to(np.asarray(radii, np.float64), (len(p),))
    tip, last = p[-1].astype(np.float32), p[-1] - p[-2]
    end = (last / np.linalg.norm(last)).astype(np.float32)
    starts = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(p, axis=0), axis=1))])

    def distance(x: Array, y: Array, z: Array) -> Array:
        nearest, along = _to_piece(x, y, z, p, r, starts, 0)
        for i in range(1, len(p) - 1):
            other, there = _to_piece(x, y, z, p, r, starts, i)
            along = np.where(other < nearest, there, along)
            nearest = np.minimum(nearest, other)
        middle, thick = np.float32(p[:, 0].mean()), np.float32(r.mean())
        for fold in folds:
            phase = along * np.float32(2 * np.pi / fold.pitch)
            phase = phase + (x - middle) * np.float32(fold.slant / thick)
            near = np.clip(1 - np.abs(along - np.float32(fold.at)) / np.float32(fold.reach), 0, 1)
            nearest = nearest - np.float32(fold.deep) * near * (1 - 2 * np.abs(np.sin(phase / 2)))
        if flat:
            past = (x - tip[0]) * end[0] + (y - tip[1]) * end[1] + (z - tip[2]) * end[2]
            nearest = smooth_max(nearest, past, 0.015)
        return nearest.astype(np.float32)

    return Solid(distance, (p - r[:, None]).min(0) - 0.02, (p + r[:, None]).max(0) + 0.02)


def _to_piece(
    x: Array, y: Array, z: Array, p: Vectors, r: Vectors, starts: Vectors, i: int
) -> tuple[Array, Array]:
    """Distance to one straight piece of a limb, and how far along the limb that is."""
    way = p[i + 1] - p[i]
    length = max(float(np.linalg.norm(way)), 1e-6)
    ax, ay, az = (np.float32(v) for v in way / length)
    dx, dy, dz = x - np.float32(p[i, 0]), y - np.float32(p[i, 1]), z - np.float32(p[i, 2])
    t = np.clip(dx * ax + dy * ay + dz * az, 0, np.float32(length))
    apart = np.sqrt((dx - t * ax) ** 2 + (dy - t * ay) ** 2 + (dz - t * az) ** 2)
    thick = np.float32(r[i]) + np.float32((r[i + 1] - r[i]) / length) * t
    return apart - thick, t + np.float32(starts[i])


def neckline(heights: Sequence[tuple[float, float]], reach: float = 0.6) -> Solid:
    """Everything above a line round the neck: rows of (angle 0..180, height), both sides alike."""
    angles, levels = np.array(heights).T

    def distance(x: Array, y: Array, z: Array) -> Array:
        turn = np.abs(np.degrees(np.arctan2(x, z + np.float32(0.02))))
        line = np.interp(turn, angles, levels).astype(np.float32)
        answer: Array = (line - y) * np.float32(0.75)
        return answer

    low, high = levels.min() - 0.05, 2.75
    return Solid(distance, np.array([-reach, low, -reach]), np.array([reach, high, reach]))


def level(heights: Sequence[tuple[float, float]], angles: ArrayLike) -> Vectors:
    """Heights of a neckline at angles in degrees, -180..180."""
    turn, levels = np.array(heights).T
    answer: Vectors = np.interp(np.abs(np.asarray(angles)), turn, levels)
    return answer


def opening(widths: Sequence[tuple[float, float]], behind: float = 0.05) -> Solid:
    """A front opening: rows of (height, half width) going up; only where z > ``behind``."""
    heights, halves = np.array(widths).T

    def distance(x: Array, y: Array, z: Array) -> Array:
        half = np.interp(y, heights, halves).astype(np.float32)
        answer: Array = np.maximum((np.abs(x) - half) * np.float32(0.9), np.float32(behind) - z)
        return answer

    wide = halves.max()
    low = np.array([-wide, heights[0] - 0.4, behind])
    return Solid(distance, low, np.array([wide, heights[-1] + 0.4, 1.0]))


def solid_of(
    distance: Callable[[Array, Array, Array], Array], low: ArrayLike, high: ArrayLike
) -> Solid:
    """A solid from any distance function and its box."""
    return Solid(distance, np.asarray(low, np.float64), np.asarray(high, np.float64))


@dataclass(frozen=True, slots=True)
class Surface:
    """The outside of a finished field, to lay details on."""

    field: Field

    def seen(self, start: ArrayLike, way: ArrayLike, lift: float = 0.0) -> Vectors:
        """Where rays (n x 3, all in direction ``way``) first meet it, ``lift`` before it.

        A ray that misses stays at its nearest approach.
        """
        from scipy.ndimage import map_coordinates

        s, w = np.asarray(start, np.float64), np.asarray(way, np.float64)
        steps = np.arange(0, 2.2, self.field.grain * 0.75)
        points = s[:, None] + w * steps[:, None]
        places = ((points - self.field.low) / self.field.grain).reshape(-1, 3).T
        d = map_coordinates(self.field.values, places, order=1, mode="nearest")
        d = d.reshape(points.shape[:2])
        hit = np.where((d < 0).any(1), np.argmax(d < 0, 1), np.argmin(d, 1))
        rows, before = np.arange(len(s)), np.maximum(hit - 1, 0)
        gap = d[rows, before] - d[rows, hit]
        share = np.where(np.abs(gap) > 1e-9, d[rows, before] / np.where(gap == 0, 1, gap), 0)
        found = steps[before] + np.clip(share, 0, 1) * (steps[hit] - steps[before])
        answer: Vectors = s + w * (found - lift)[:, None]
        return answer

    def front(self, x: ArrayLike, y: ArrayLike, lift: float = 0.0) -> Vectors:
        """Points (... x 3) of its front at places x, y."""
        across, up = np.broadcast_arrays(np.asarray(x, np.float64), np.asarray(y, np.float64))
        start = np.stack([across.ravel(), up.ravel(), np.full(across.size, 1.1)], 1)
        answer: Vectors = self.seen(start, (0, 0, -1), lift).reshape((*across.shape, 3))
        return answer
