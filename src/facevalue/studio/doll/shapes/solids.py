"""Solids as signed distances: negative inside, about the distance to the surface near it.

A ``Solid`` is a function of broadcastable x, y, z arrays with the box that holds its surface.
Distances after Quilez, "3D SDF functions" (the bounds of the ellipsoid are approximate).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float32]
Distance = Callable[[Array, Array, Array], Array]
Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Solid:
    """``distance(x, y, z)`` and the lowest and highest corner of the box it lies in."""

    distance: Distance
    low: Vector
    high: Vector


def _v(values: ArrayLike) -> Vector:
    return np.asarray(values, np.float64)


def _turned(
    x: Array, y: Array, z: Array, turn: NDArray[np.float32] | None
) -> tuple[Array, Array, Array]:
    """Points seen from inside a turned body: multiplied by the transpose of its rotation."""
    if turn is None:
        return x, y, z
    spin = [[np.float32(v) for v in row] for row in turn]
    inside = [spin[0][i] * x + spin[1][i] * y + spin[2][i] * z for i in range(3)]
    return inside[0], inside[1], inside[2]


def smooth_min(a: Array, b: Array, blend: float) -> Array:
    """Union of two distances, melted together over ``blend`` units."""
    if blend <= 0:
        return np.minimum(a, b)
    near = np.maximum(blend - np.abs(a - b), 0) / blend
    answer: Array = np.minimum(a, b) - near * near * np.float32(blend * 0.25)
    return answer


def smooth_max(a: Array, b: Array, blend: float) -> Array:
    """Intersection of two distances, rounded over ``blend`` units."""
    return -smooth_min(-a, -b, blend)


def ellipsoid(
    centre: ArrayLike, radii: ArrayLike, turn: NDArray[np.float32] | None = None
) -> Solid:
    """An ellipsoid with three radii, turned about its centre."""
    c, r = _v(centre), np.broadcast_to(_v(radii), (3,))
    rx, ry, rz = (np.float32(v) for v in r)
    cx, cy, cz = (np.float32(v) for v in c)

    def distance(x: Array, y: Array, z: Array) -> Array:
        x, y, z = _turned(x - cx, y - cy, z - cz, turn)
        k = np.sqrt((x / rx) ** 2 + (y / ry) ** 2 + (z / rz) ** 2)
        slope = np.sqrt((x / rx**2) ** 2 + (y / ry**2) ** 2 + (z / rz**2) ** 2)
        answer: Array = k * (k - 1) / (slope + np.float32(1e-9))
        return answer

    reach = r if turn is None else np.full(3, r.max())
    return Solid(distance, c - reach, c + reach)


def sphere(centre: ArrayLike, radius: float) -> Solid:
    """A ball."""
    return ellipsoid(centre, (radius, radius, radius))


def capsule(
    start: ArrayLike,
    end: ArrayLike,
    radius: float,
    end_radius: float | None = None,
    squash: ArrayLike = (1, 1, 1),
) -> Solid:
    """A rounded rod that may taper, and be squashed along the axes (``squash`` < 1 is flatter)."""
    a, b, s = _v(start), _v(end), _v(squash)
    other = radius if end_radius is None else end_radius
    along = (b - a) / s
    length = max(float(along @ along), 1e-9)

    def distance(x: Array, y: Array, z: Array) -> Array:
        x, y, z = (
            np.asarray((value - np.float32(at)) / np.float32(by), np.float32)
            for value, at, by in zip((x, y, z), a, s, strict=True)
        )
        ax, ay, az = (np.float32(v) for v in along)
        t = np.clip((x * ax + y * ay + z * az) / np.float32(length), 0, 1)
        apart = np.sqrt((x - t * ax) ** 2 + (y - t * ay) ** 2 + (z - t * az) ** 2)
        thick = np.float32(radius) + np.float32(other - radius) * t
        answer: Array = (apart - thick) * np.float32(s.min())
        return answer

    reach = max(radius, other) * s
    return Solid(distance, np.minimum(a, b) - reach, np.maximum(a, b) + reach)


def tube(points: ArrayLike, radii: ArrayLike) -> Solid:
    """A line of points (n x 3) with a radius each, or one for all."""
    p = _v(points)
    r = np.broadcast_to(_v(radii), (len(p),))
    rods = [
        capsule(p[i], p[i + 1], float(r[i]), float(r[i + 1])).distance for i in range(len(p) - 1)
    ]

    def distance(x: Array, y: Array, z: Array) -> Array:
        nearest = rods[0](x, y, z)
        for rod in rods[1:]:
            nearest = np.minimum(nearest, rod(x, y, z))
        return nearest

    return Solid(distance, (p - r[:, None]).min(0), (p + r[:, None]).max(0))


def box(
    centre: ArrayLike, half: ArrayLike, edge: float, turn: NDArray[np.float32] | None = None
) -> Solid:
    """A box by its half sides, with edges rounded by ``edge``."""
    c, full = _v(centre), _v(half)
    hx, hy, hz = (np.float32(v) for v in full - edge)
    cx, cy, cz = (np.float32(v) for v in c)

    def distance(x: Array, y: Array, z: Array) -> Array:
        x, y, z = _turned(x - cx, y - cy, z - cz, turn)
        qx, qy, qz = np.abs(x) - hx, np.abs(y) - hy, np.abs(z) - hz
        outside = np.sqrt(np.maximum(qx, 0) ** 2 + np.maximum(qy, 0) ** 2 + np.maximum(qz, 0) ** 2)
        inside = np.minimum(np.maximum(qx, np.maximum(qy, qz)), 0)
        answer: Array = outside + inside - np.float32(edge)
        return answer

    reach = full if turn is None else np.full(3, np.linalg.norm(full))
    return Solid(distance, c - reach, c + reach)


def cylinder(
    centre: ArrayLike, radius: float, half: float, edge: float = 0.02, axis: int = 1
) -> Solid:
    """A round disc or pillar along an axis (0, 1, 2), ``2 * half`` long, edges rounded."""
    c = _v(centre)
    across = [i for i in range(3) if i != axis]
    reach = np.full(3, radius)
    reach[axis] = half

    def distance(x: Array, y: Array, z: Array) -> Array:
        at = (x - np.float32(c[0]), y - np.float32(c[1]), z - np.float32(c[2]))
        round_ = np.sqrt(at[across[0]] ** 2 + at[across[1]] ** 2) - np.float32(radius - edge)
        flat = np.abs(at[axis]) - np.float32(half - edge)
        outside = np.sqrt(np.maximum(round_, 0) ** 2 + np.maximum(flat, 0) ** 2)
        answer: Array = outside + np.minimum(np.maximum(round_, flat), 0) - np.float32(edge)
        return answer

    return Solid(distance, c - reach, c + reach)


def torus(centre: ArrayLike, radius: float, thick: float, axis: int = 1) -> Solid:
    """A ring about an axis (0, 1, 2): ``radius`` to the middle of its ``thick`` tube."""
    c = _v(centre)
    across = [i for i in range(3) if i != axis]
    reach = np.full(3, radius + thick)
    reach[axis] = thick

    def distance(x: Array, y: Array, z: Array) -> Array:
        at = (x - np.float32(c[0]), y - np.float32(c[1]), z - np.float32(c[2]))
        ring = np.sqrt(at[across[0]] ** 2 + at[across[1]] ** 2) - np.float32(radius)
        answer: Array = np.sqrt(ring**2 + at[axis] ** 2) - np.float32(thick)
        return answer

    return Solid(distance, c - reach, c + reach)


def curve(points: Sequence[ArrayLike], steps: int = 12) -> Vector:
    """Points (steps x 3) along a Bezier curve with three or four control points."""
    t = np.linspace(0, 1, steps)[:, None]
    p = [_v(point) for point in points]
    if len(p) == 3:
        bent: Vector = (1 - t) ** 2 * p[0] + 2 * t * (1 - t) * p[1] + t * t * p[2]
        return bent
    left, right = (1 - t) ** 3 * p[0] + 3 * t * (1 - t) ** 2 * p[1], t**3 * p[3]
    full: Vector = left + 3 * t * t * (1 - t) * p[2] + right
    return full


def spline(points: ArrayLike, steps: int = 12) -> Vector:
    """Points (steps x n) along a smooth line through the given ones."""
    from scipy.interpolate import CubicSpline

    p = _v(points)
    gaps = np.linalg.norm(np.diff(p, axis=0), axis=1)
    along = np.concatenate([[0.0], np.cumsum(np.maximum(gaps, 1e-6))])
    answer: Vector = CubicSpline(along, p)(np.linspace(0, along[-1], steps))
    return answer
