"""Triangles as closed bodies that can be united (manifold3d), and back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..parts import Mesh

SHEET = 0.045
"""Thickness that an open sheet gets, in units: about 1 mm in a print of 100 mm."""

Vectors = NDArray[np.float64]
Triangles = NDArray[np.int64]


def solid(mesh: Mesh) -> Any | None:
    """The closed body of a mesh, or None when it has none.

    Corners at one place are welded first. What is open then, such as a printed sheet, gets a
    thickness. A body that is inside out is turned.
    """
    points, faces = welded(mesh.points, mesh.faces)
    body = _body(points, faces)
    if body is None:
        body = _body(*thickened(points, faces))
    if body is None or body.is_empty():
        return None
    if body.volume() < 0:
        body = _body(points, faces[:, ::-1])
    return body


def bodies(mesh: Mesh) -> Iterator[Any]:
    """The closed bodies of a mesh, piece by piece where it is not one as a whole."""
    whole = solid(mesh)
    if whole is not None:
        yield whole
        return
    for piece in pieces(mesh):
        body = solid(piece)
        if body is None:
            body = hull(piece)
        if body is not None:
            yield body


def hull(mesh: Mesh) -> Any | None:
    """The convex hull, for a small piece that cannot be closed otherwise."""
    from manifold3d import Manifold

    body = Manifold.hull_points(np.asarray(mesh.points, np.float64))
    return None if body.is_empty() else body


def pieces(mesh: Mesh) -> Iterator[Mesh]:
    """A mesh taken apart into what hangs together."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    points, faces = welded(mesh.points, mesh.faces)
    a = np.concatenate([faces[:, 0], faces[:, 1]])
    b = np.concatenate([faces[:, 1], faces[:, 2]])
    links = coo_array((np.ones(len(a), np.int8), (a, b)), shape=(len(points),) * 2)
    count, of = connected_components(links, directed=False)
    for each in range(count):
        chosen = faces[of[faces[:, 0]] == each]
        if len(chosen):
            kept, numbers = np.unique(chosen, return_inverse=True)
            part = points[kept].astype(np.float32)
            yield Mesh(part, numbers.reshape(-1, 3).astype(np.int32), np.zeros_like(part))


def welded(
    points: NDArray[Any], faces: NDArray[Any], grid: float = 1e-5
) -> tuple[Vectors, Triangles]:
    """Corners at one place made one, and triangles without area left out."""
    rounded = np.round(np.asarray(points, np.float64) / grid).astype(np.int64)
    _, first, numbers = np.unique(rounded, axis=0, return_index=True, return_inverse=True)
    joined = numbers.reshape(-1)[np.asarray(faces, np.int64)]
    a, b, c = joined.T
    return np.asarray(points, np.float64)[first], joined[(a != b) & (b != c) & (a != c)]


def thickened(points: Vectors, faces: Triangles) -> tuple[Vectors, Triangles]:
    """An open sheet as a closed body of thickness ``SHEET``."""
    flat = np.cross(
        points[faces[:, 1]] - points[faces[:, 0]], points[faces[:, 2]] - points[faces[:, 0]]
    )
    normals = np.zeros_like(points)
    for corner in range(3):
        np.add.at(normals, faces[:, corner], flat)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
    count = len(points)
    rim = _open_edges(faces)
    a, b = rim[:, 0], rim[:, 1]
    walls = [np.stack([b, a, a + count], 1), np.stack([b, a + count, b + count], 1)]
    both = np.concatenate([points + normals * SHEET / 2, points - normals * SHEET / 2])
    return both, np.concatenate([faces, faces[:, ::-1] + count, *walls])


def _open_edges(faces: Triangles) -> Triangles:
    """Edges (from, to) that only one triangle has."""
    edges = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    _, place, count = np.unique(np.sort(edges, 1), axis=0, return_inverse=True, return_counts=True)
    answer: Triangles = edges[count[place.reshape(-1)] == 1]
    return answer


def _body(points: Vectors, faces: Triangles) -> Any | None:
    from manifold3d import Error, Manifold, Mesh64

    made = Mesh64(
        vert_properties=np.ascontiguousarray(points, np.float64),
        tri_verts=np.ascontiguousarray(faces, np.uint64),
    )
    body = Manifold(made)
    return body if body.status() == Error.NoError else None
