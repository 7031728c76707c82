"""Vectors in space: rows of three numbers; directions along lines, and across surfaces."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Vectors = NDArray[np.float64]


def unit(vectors: ArrayLike) -> Vectors:
    """Vectors (... x 3) of length 1; a zero vector stays zero."""
    v = np.asarray(vectors, np.float64)
    answer: Vectors = v / np.maximum(np.linalg.norm(v, axis=-1, keepdims=True), 1e-9)
    return answer


def carried(ahead: Vectors, start: Vectors | None = None) -> Vectors:
    """A sideways direction carried along a path (unit tangents, n x 3), turning little.

    ``start`` is about where it points first; without one, to the axis most across the path.
    """
    first = np.eye(3)[np.argmin(np.abs(ahead[0]))] if start is None else start
    sides = [unit(first - ahead[0] * (first @ ahead[0]))]
    for way in ahead[1:]:
        sides.append(unit(sides[-1] - way * (sides[-1] @ way)))
    return np.array(sides)


def normals(points: ArrayLike, faces: NDArray[np.integer]) -> NDArray[np.float32]:
    """Unit normals at points (n x 3), by the areas of the triangles (m x 3) around them."""
    p = np.asarray(points, np.float64)
    a, b, c = (p[faces[:, corner]] for corner in range(3))
    across = np.cross(b - a, c - a)
    sums = [
        sum(np.bincount(faces[:, corner], across[:, axis], len(p)) for corner in range(3))
        for axis in range(3)
    ]
    return unit(np.stack(sums, 1)).astype(np.float32)
