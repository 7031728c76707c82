"""What the tests of the head measure meshes with."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from facevalue.studio.doll.parts import Mesh


def open_edges(mesh: Mesh) -> int:
    """How many directed edges lack the one that runs the other way, or occur twice."""
    f = mesh.faces.astype(np.int64)
    ends = np.concatenate([f[:, [0, 1]], f[:, [1, 2]], f[:, [2, 0]]])
    there = ends[:, 0] * len(mesh.points) + ends[:, 1]
    back = ends[:, 1] * len(mesh.points) + ends[:, 0]
    unique, counts = np.unique(there, return_counts=True)
    return int((counts > 1).sum() + np.setxor1d(unique, np.unique(back)).size)


def volume(mesh: Mesh) -> float:
    """Signed volume; positive when the faces look outwards."""
    a, b, c = (mesh.points[mesh.faces[:, i]].astype(np.float64) for i in range(3))
    return float((np.cross(a, b) * c).sum() / 6)


def bodies(mesh: Mesh) -> list[NDArray[np.float32]]:
    """The points of each connected body."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    f, n = mesh.faces, len(mesh.points)
    ones = np.ones(2 * len(f), bool)
    starts, ends = np.concatenate([f[:, 0], f[:, 1]]), np.concatenate([f[:, 1], f[:, 2]])
    count, which = connected_components(coo_array((ones, (starts, ends)), shape=(n, n)), False)
    return [mesh.points[which == k] for k in range(count)]
