"""Meshes without a grid: what is turned on a lathe, and what is drawn along a line.

Finer than a field can be at the same cost: spokes, strings, rims, lenses.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..parts import Mesh
from .vectors import carried, normals, unit

Line = NDArray[np.float64]

UP, AHEAD = np.array([0, 1.0, 0]), np.array([0, 0, 1.0])


def lathe(
    profile: ArrayLike, around: int = 48, edge: float = 0.0, ridges: tuple[int, float] = (0, 0)
) -> Mesh:
    """A closed body turned about the y axis.

    ``profile`` is n x 2 (distance to the axis, height), from the lowest point on the outside
    upwards; it should begin and end on the axis, or come back to its beginning (a ring).
    ``edge`` rounds its corners by that radius; ``ridges`` are how many there are and how high.
    """
    line = np.asarray(profile, np.float64)
    ring = bool(np.allclose(line[0], line[-1]) and line[0, 0] > 0)
    if edge:
        line = _rounded(line, edge, ring)
    if ring:
        line = line[:-1]
    angle = 2 * np.pi * np.arange(around) / around
    out = line[:, :1] * (1 + ridges[1] * np.cos(ridges[0] * angle) / max(line[:, 0].max(), 1e-9))
    points = np.stack(
        [out * np.cos(angle), np.repeat(line[:, 1:], around, 1), -out * np.sin(angle)], 2
    ).reshape(-1, 3)
    return welded(points, _tube_faces(len(line), around, ring))


def sweep(
    points: ArrayLike, radii: ArrayLike, around: int = 10, closed: bool = False, flat: float = 1.0
) -> Mesh:
    """A rod along a line of points (n x 3) with a radius each, or one for all, round at its ends.

    ``flat`` squashes the cross-section along its second axis (about the z axis of a line that
    lies in the x-y plane).
    """
    line = np.asarray(points, np.float64)
    thick = np.broadcast_to(np.asarray(radii, np.float64), (len(line),))
    if not closed:
        line, thick = _capped(line, thick)
    along = _directions(line, closed)
    side = carried(along, np.cross(AHEAD if abs(along[0, 2]) < 0.9 else UP, along[0]))
    up = np.cross(along, side)
    angle = 2 * np.pi * np.arange(around) / around
    ring = (
        np.cos(angle)[None, :, None] * side[:, None]
        + flat * np.sin(angle)[None, :, None] * up[:, None]
    )
    found = line[:, None] + ring * thick[:, None, None]
    return welded(found.reshape(-1, 3), _tube_faces(len(line), around, closed))


def ball(radius: float, around: int = 28) -> Mesh:
    """A sphere about the origin."""
    turn = np.linspace(-np.pi / 2, np.pi / 2, around // 2 + 3)
    line = radius * np.column_stack([np.cos(turn), np.sin(turn)])
    line[[0, -1], 0] = 0
    return lathe(line, around)


def stretched(
    mesh: Mesh, by: tuple[float, float, float], at: tuple[float, float, float] = (0, 0, 0)
) -> Mesh:
    """A mesh made longer or shorter along each axis, then moved."""
    points = mesh.points * np.array(by, np.float32) + np.array(at, np.float32)
    across = mesh.normals / np.array(by, np.float32)
    across /= np.linalg.norm(across, axis=1, keepdims=True)
    return Mesh(points.astype(np.float32), mesh.faces, across.astype(np.float32))


def mirrored(mesh: Mesh) -> Mesh:
    """The mesh as it is seen in a mirror to its side."""
    flip = np.array([-1, 1, 1], np.float32)
    faces = np.ascontiguousarray(mesh.faces[:, ::-1])
    return Mesh(mesh.points * flip, faces, mesh.normals * flip)


def joined(*meshes: Mesh) -> Mesh:
    """Several meshes as one, without texture coordinates."""
    starts = np.cumsum([0] + [len(mesh.points) for mesh in meshes[:-1]])
    return Mesh(
        np.concatenate([mesh.points for mesh in meshes]),
        np.concatenate([mesh.faces + at for mesh, at in zip(meshes, starts, strict=True)]).astype(
            np.int32
        ),
        np.concatenate([mesh.normals for mesh in meshes]),
    )


def welded(points: Line, faces: NDArray[np.int64], across: Line | None = None) -> Mesh:
    """A mesh with points at one place made one, and faces without area left out."""
    _, first, same = np.unique(np.round(points, 6), axis=0, return_index=True, return_inverse=True)
    order = np.argsort(first)
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    faces = place[same.ravel()][faces]
    a, b, c = faces.T
    kept = faces[(a != b) & (b != c) & (a != c)].astype(np.int32)
    found = points[first[order]].astype(np.float32)
    if across is None:
        return Mesh(found, kept, normals(found, kept))
    return Mesh(found, kept, across[first[order]].astype(np.float32))


def _tube_faces(rows: int, around: int, ring: bool) -> NDArray[np.int64]:
    """Triangles between neighbouring rings of points."""
    row = np.arange(rows if ring else rows - 1)[:, None]
    column = np.arange(around)[None]
    after = (column + 1) % around
    above = (row + 1) % rows
    a, b = row * around + column, row * around + after
    c, d = above * around + after, above * around + column
    one, two = np.stack([a, b, c], -1), np.stack([a, c, d], -1)
    return np.concatenate([one.reshape(-1, 3), two.reshape(-1, 3)])


def _rounded(line: Line, edge: float, ring: bool) -> Line:
    """The profile with its corners replaced by short arcs."""
    count = len(line)
    found = [] if ring else [line[0]]
    for at in range(0 if ring else 1, count - 1):
        before, here, after = line[at - 1 if at else count - 2], line[at], line[at + 1]
        one, two = before - here, after - here
        reach = min(edge, 0.45 * np.hypot(*one), 0.45 * np.hypot(*two))
        start = here + one / np.hypot(*one) * reach
        end = here + two / np.hypot(*two) * reach
        share = np.linspace(0, 1, 5)[:, None]
        found += list((1 - share) ** 2 * start + 2 * share * (1 - share) * here + share**2 * end)
    found.append(found[0] if ring else line[-1])
    return np.array(found)


def _capped(line: Line, thick: Line) -> tuple[Line, Line]:
    """The line with rings of shrinking radius at both ends, so that they are round."""
    bend = np.radians([90, 60, 30])
    out, back = unit(line[0] - line[1]), unit(line[-1] - line[-2])
    first = line[0] + np.outer(np.sin(bend) * thick[0], out)
    last = (line[-1] + np.outer(np.sin(bend) * thick[-1], back))[::-1]
    small = np.maximum(np.cos(bend), 0)
    return np.concatenate([first, line, last]), np.concatenate(
        [small * thick[0], thick, small[::-1] * thick[-1]]
    )


def _directions(line: Line, closed: bool) -> Line:
    """Unit tangents."""
    ring = np.roll(line, -1, 0) - np.roll(line, 1, 0)
    along = ring if closed else np.gradient(line, axis=0)
    return unit(along)
