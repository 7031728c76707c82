"""Meshes with fewer triangles that look the same: for files that are looked at in a browser."""

from __future__ import annotations

import numpy as np

from ..parts import Floats, Mesh
from .solids import solid, welded

FEW = 1500
"""Meshes with no more triangles than this are left as they are."""


def reduced(mesh: Mesh, tolerance: float) -> Mesh:
    """The mesh with flat places in fewer triangles; no point of it moves by more, in units.

    What is left are corners that there were, so normals and texture coordinates are theirs.
    A mesh that is no closed body, or has seams in its texture, stays as it is.
    """
    if len(mesh.faces) <= FEW or _has_seams(mesh):
        return mesh
    body = solid(mesh)
    if body is None:
        return mesh
    less = body.simplify(tolerance).to_mesh64()
    points = np.asarray(less.vert_properties, np.float64)[:, :3]
    faces = np.asarray(less.tri_verts, np.int32)
    if not len(faces) or len(faces) >= len(mesh.faces):
        return mesh
    return _dressed(points, faces, mesh)


def compact(mesh: Mesh) -> Mesh:
    """The mesh with equal corners made one and unused ones left out."""
    columns = [mesh.points, mesh.normals, *([] if mesh.uv is None else [mesh.uv])]
    rows = np.concatenate(columns, 1)[mesh.faces.reshape(-1)]
    kept, numbers = np.unique(rows, axis=0, return_inverse=True)
    uv = kept[:, 6:8] if mesh.uv is not None else None
    faces = numbers.reshape(-1, 3).astype(np.int32)
    a, b, c = faces.T
    faces = faces[(a != b) & (b != c) & (a != c)]
    return Mesh(kept[:, :3].copy(), faces, kept[:, 3:6].copy(), None if uv is None else uv.copy())


def _has_seams(mesh: Mesh) -> bool:
    """Whether there are corners at one place with different texture coordinates or normals."""
    return len(welded(mesh.points, mesh.faces)[0]) < 0.98 * len(np.unique(mesh.faces))


def _dressed(points: np.ndarray, faces: np.ndarray, like: Mesh) -> Mesh:
    """Points with the normals and texture coordinates of the nearest corners of a mesh."""
    from scipy.spatial import cKDTree

    _, place = cKDTree(like.points).query(points)
    normals: Floats = like.normals[place]
    uv = None if like.uv is None else like.uv[place]
    return Mesh(points.astype(np.float32), faces, normals, uv)
