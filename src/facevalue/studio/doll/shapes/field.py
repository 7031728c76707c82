"""A grid of distances that solids are added to and cut out of, and the triangles of its surface."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..parts import Floats, Mesh
from .solids import Array, Solid, smooth_max, smooth_min

AWAY = np.float32(1.0)
"""Distance where nothing is near."""

NEAR = 0.12
"""Solids are worked out this far around their box, in units."""


class Field:
    """Distances on a grid from ``low`` to ``high`` with ``grain`` units between points.

    ``add`` and ``cut`` only touch the part of the grid that a solid can reach, so small
    details are cheap. Memory is 4 bytes a point.
    """

    def __init__(self, low: ArrayLike, high: ArrayLike, grain: float) -> None:
        self.grain = grain
        self.low = np.asarray(low, np.float64)
        size = np.ceil((np.asarray(high, np.float64) - self.low) / grain).astype(int) + 1
        self.values = np.full(size, AWAY, np.float32)
        self.axes = [
            (self.low[i] + np.arange(size[i]) * grain).astype(np.float32) for i in (0, 1, 2)
        ]

    def add(self, solid: Solid, blend: float = 0.0) -> Field:
        """Unite with a solid; ``blend`` melts the seam."""
        part = self._part(solid, blend + NEAR)
        if self.values[part].size:
            self.values[part] = smooth_min(self.values[part], self._worked(solid, part), blend)
        return self

    def cut(self, solid: Solid, blend: float = 0.0) -> Field:
        """Take a solid away; ``blend`` rounds the edge."""
        part = self._part(solid, blend + NEAR)
        if self.values[part].size:
            self.values[part] = smooth_max(self.values[part], -self._worked(solid, part), blend)
        return self

    def shape(self, change: Callable[[Array, Array, Array, Array], Array]) -> Field:
        """Replace the whole grid by ``change(values, x, y, z)``."""
        self.values = np.asarray(change(self.values, *self._grid()), np.float32)
        return self

    def _grid(self, part: tuple[slice, ...] = (slice(None),) * 3) -> tuple[Array, Array, Array]:
        x, y, z = (axis[cut] for axis, cut in zip(self.axes, part, strict=True))
        return x[:, None, None], y[None, :, None], z[None, None, :]

    def _worked(self, solid: Solid, part: tuple[slice, ...]) -> Array:
        return np.asarray(solid.distance(*self._grid(part)), np.float32)

    def _part(self, solid: Solid, margin: float) -> tuple[slice, ...]:
        size = np.array(self.values.shape)
        margin += 4 * self.grain
        first = np.floor((solid.low - margin - self.low) / self.grain).astype(int).clip(0, size)
        last = np.ceil((solid.high + margin - self.low) / self.grain).astype(int) + 1
        return tuple(slice(a, b) for a, b in zip(first, last.clip(0, size), strict=True))

    def mesh(self) -> Mesh:
        """The surface, by marching cubes (Lewiner), with smooth normals from the distances.

        Raises ValueError when there is no surface inside the grid.
        """
        from skimage.measure import marching_cubes

        padded = np.pad(self.values, 1, constant_values=AWAY)
        points, faces, _, _ = marching_cubes(padded, 0.0, gradient_direction="ascent")
        normals = _normals(padded, points)
        faces = _outward(points, faces, normals)
        placed = (points - 1) * self.grain + self.low
        return Mesh(
            np.ascontiguousarray(placed, np.float32),
            np.ascontiguousarray(faces, np.int32),
            np.ascontiguousarray(normals, np.float32),
        )


def _normals(values: Floats, points: NDArray[np.float32]) -> Floats:
    """Unit gradients of the distances at points in grid steps, n x 3."""
    from scipy.ndimage import map_coordinates

    slopes = [
        map_coordinates(_slope(values, axis), points.T, order=1, mode="nearest")
        for axis in range(3)
    ]
    found = np.stack(slopes, 1)
    answer: Floats = found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)
    return answer


def _slope(values: Floats, axis: int) -> Floats:
    slope: Floats = np.gradient(values, axis=axis)
    return slope


def _outward(
    points: NDArray[np.float32], faces: NDArray[np.int32], normals: Floats
) -> NDArray[np.int32]:
    """The faces wound so that they look the way their normals do."""
    a, b, c = (points[faces[:, i]] for i in range(3))
    against = (np.cross(b - a, c - a) * normals[faces[:, 0]]).sum(1) < 0
    return faces[:, ::-1] if against.mean() > 0.5 else faces


def with_uv(mesh: Mesh, uv: NDArray[np.floating]) -> Mesh:
    """The mesh with texture coordinates, n x 2 in 0..1, v upwards."""
    return replace(mesh, uv=np.ascontiguousarray(uv, np.float32))
