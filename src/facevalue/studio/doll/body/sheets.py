"""Thin closed solids made straight as triangles: sheets of cloth and cords.

They are crisp at every grain and nearly free, so that seams, buttons, collars and laces need no
distance grid.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..parts import Mesh
from ..shapes.vectors import carried, unit
from ..shapes.vectors import normals as at_points

Vectors = NDArray[np.float64]
Faces = NDArray[np.int64]


def solid(points: ArrayLike, faces: Faces, normals: Vectors | None = None) -> Mesh:
    """A mesh; without ``normals`` they are the faces' mean at each point, by area."""
    p = np.asarray(points, np.float64)
    return Mesh(
        np.ascontiguousarray(p, np.float32),
        np.ascontiguousarray(faces, np.int32),
        np.ascontiguousarray(at_points(p, faces) if normals is None else normals, np.float32),
    )


def joined(meshes: Sequence[Mesh]) -> Mesh:
    """Several meshes as one; one without texture coordinates gets (0, 0), the cloth's ground.

    Raises ValueError for none.
    """
    starts = np.cumsum([0] + [len(m.points) for m in meshes[:-1]])
    return Mesh(
        np.concatenate([m.points for m in meshes]),
        np.concatenate([m.faces + np.int32(s) for m, s in zip(meshes, starts, strict=True)]),
        np.concatenate([m.normals for m in meshes]),
        _all_uv(meshes),
    )


def _all_uv(meshes: Sequence[Mesh]) -> NDArray[np.float32] | None:
    if all(m.uv is None for m in meshes):
        return None
    return np.concatenate(
        [np.zeros((len(m.points), 2), np.float32) if m.uv is None else m.uv for m in meshes]
    )


def quads(rings: NDArray[np.int64]) -> Faces:
    """Two triangles between neighbours of a table of point numbers (rows x columns)."""
    a, b = rings[:-1, :-1].ravel(), rings[1:, :-1].ravel()
    c, d = rings[1:, 1:].ravel(), rings[:-1, 1:].ravel()
    return np.concatenate([np.stack([a, b, c], 1), np.stack([a, c, d], 1)])


def again(table: NDArray[np.int64], axis: int) -> NDArray[np.int64]:
    """The table with its first row (or column) once more at the end."""
    return np.concatenate([table, np.take(table, [0], axis=axis)], axis=axis)


def slab(grid: ArrayLike, thick: ArrayLike, *, closed: bool = False) -> Mesh:
    """A sheet of cloth with a round edge.

    Args:
        grid: points in its middle, n x m x 3.
        thick: its thickness, one number or n x m (broadcast).
        closed: whether the last row of the n meets the first, as in a belt.
    """
    g = np.asarray(grid, np.float64)
    n, m, _ = g.shape
    half = np.broadcast_to(np.asarray(thick, np.float64), (n, m))[..., None] / 2
    along = _slopes(g, closed)
    across = np.gradient(g, axis=1)
    up = unit(np.cross(along, across))
    loops = _loops(n, m, closed)
    numbers = np.arange(n * m).reshape(n, m)
    face = quads(again(numbers, 0) if closed else numbers)
    points, normals = [g + up * half, g - up * half], [up, -up]
    faces, count = [face, face[:, ::-1] + n * m], 2 * n * m
    for loop in loops:
        out = _outward(loop, unit(along), unit(across), (n, m), closed)
        at = (loop // m, loop % m)
        points.append(g[at] + out * half[at])
        normals.append(out)
        rim = np.arange(len(loop)) + count
        faces.append(quads(again(np.stack([loop, rim, loop + n * m]), 1)))
        count += len(loop)
    flat = [np.reshape(each, (-1, 3)) for each in points]
    shades = [np.reshape(each, (-1, 3)) for each in normals]
    return solid(np.concatenate(flat), np.concatenate(faces), np.concatenate(shades))


def _slopes(grid: Vectors, closed: bool) -> Vectors:
    if not closed:
        slopes: Vectors = np.gradient(grid, axis=0)
        return slopes
    return np.roll(grid, -1, 0) - np.roll(grid, 1, 0)


def _loops(n: int, m: int, closed: bool) -> list[NDArray[np.int64]]:
    """The sheet's borders as point numbers, counter-clockwise seen from its upper side."""
    numbers = np.arange(n * m).reshape(n, m)
    if closed:
        return [numbers[:, 0], numbers[::-1, -1]]
    sides = (numbers[:-1, 0], numbers[-1, :-1], numbers[:0:-1, -1], numbers[0, :0:-1])
    return [np.concatenate(sides)]


def _outward(
    loop: NDArray[np.int64], along: Vectors, across: Vectors, size: tuple[int, int], closed: bool
) -> Vectors:
    """Directions out of the sheet at its border points."""
    n, m = size
    i, j = loop // m, loop % m
    sideways = np.where(j == 0, -1.0, np.where(j == m - 1, 1.0, 0.0))[:, None] * across[i, j]
    if closed:
        return unit(sideways)
    ahead = np.where(i == 0, -1.0, np.where(i == n - 1, 1.0, 0.0))[:, None] * along[i, j]
    return unit(sideways + ahead)


def cord(path: ArrayLike, radius: ArrayLike, *, closed: bool = False, sides: int = 8) -> Mesh:
    """A round cord along points (n x 3); its radius is one number or n. Ends are round."""
    p = np.asarray(path, np.float64)
    r = np.broadcast_to(np.asarray(radius, np.float64), (len(p),)).copy()
    if not closed:
        p, r = _with_ends(p, r)
    ahead = unit(_slopes(p, closed)) if closed else unit(np.gradient(p, axis=0))
    side = carried(ahead)
    if closed:
        side = _untwisted(side, ahead)
    other = np.cross(ahead, side)
    turn = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    out = np.cos(turn)[None, :, None] * side[:, None] + np.sin(turn)[None, :, None] * other[:, None]
    points = (p[:, None] + out * r[:, None, None]).reshape(-1, 3)
    numbers = np.arange(len(points)).reshape(len(p), sides)
    table = again(numbers, 1)
    if closed:
        return solid(points, quads(again(table, 0))[:, ::-1])
    first, last = len(points), len(points) + 1
    caps = [np.stack([np.full(sides, first), table[0, 1:], table[0, :-1]], 1)[:, ::-1]]
    caps.append(np.stack([np.full(sides, last), table[-1, :-1], table[-1, 1:]], 1)[:, ::-1])
    faces = np.concatenate([quads(table), *caps])[:, ::-1]
    return solid(np.concatenate([points, p[:1], p[-1:]]), faces)


def _with_ends(p: Vectors, r: Vectors) -> tuple[Vectors, Vectors]:
    """A path with half a ball's rings before and after it."""
    turn = np.radians([80, 50, 25])
    start, end = unit(p[0] - p[1]), unit(p[-1] - p[-2])
    head = p[0] + start * (r[0] * np.sin(turn))[:, None]
    tail = p[-1] + end * (r[-1] * np.sin(turn[::-1]))[:, None]
    rims = r[0] * np.cos(turn), r[-1] * np.cos(turn[::-1])
    return np.concatenate([head, p, tail]), np.concatenate([rims[0], r, rims[1]])


def _untwisted(side: Vectors, ahead: Vectors) -> Vectors:
    """Sideways directions of a ring, turned so that the last meets the first."""
    last = unit(side[-1] - ahead[0] * (side[-1] @ ahead[0]))
    miss = np.arctan2(np.cross(last, side[0]) @ ahead[0], last @ side[0])
    turn = np.linspace(0, miss, len(side))[:, None]
    turned: Vectors = np.cos(turn) * side + np.sin(turn) * np.cross(ahead, side)
    return turned
