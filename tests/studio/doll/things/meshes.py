"""What tests ask of a mesh."""

from __future__ import annotations

import numpy as np

from facevalue.studio.doll.parts import Mesh


def is_closed(mesh: Mesh, once: bool = False) -> bool:
    """Whether each edge is passed as often in one direction as in the other, or ``once``.

    Points at one place are one.
    """
    _, same = np.unique(np.round(mesh.points, 5), axis=0, return_inverse=True)
    faces = same.ravel()[mesh.faces]
    a, b, c = faces.T
    faces = faces[(a != b) & (b != c) & (a != c)]
    edges = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    there, counts = np.unique(edges, axis=0, return_counts=True)
    back, back_counts = np.unique(edges[:, ::-1], axis=0, return_counts=True)
    if once and counts.max() > 1:
        return False
    return np.array_equal(there, back) and np.array_equal(counts, back_counts)


def volume(mesh: Mesh) -> float:
    """What a mesh holds; negative when its faces look inwards."""
    a, b, c = (mesh.points[mesh.faces[:, i]].astype(np.float64) for i in range(3))
    return float((a * np.cross(b, c)).sum() / 6)


def agree(mesh: Mesh) -> float:
    """The share of faces that look the way their normals do."""
    a, b, c = (mesh.points[mesh.faces[:, i]] for i in range(3))
    across = np.cross(b - a, c - a)
    large = np.linalg.norm(across, axis=1) > 1e-9
    return float(((across * mesh.normals[mesh.faces].mean(1)).sum(1) > 0)[large].mean())
