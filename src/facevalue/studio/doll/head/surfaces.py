"""Closed surfaces made straight from curves: swept locks, shells over the scalp, thick sheets.

Beside the distance fields these cost almost nothing and keep grooves crisp at every grain.
Every function gives one or more closed surfaces, wound counter-clockwise seen from outside.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..parts import Mesh
from ..shapes.vectors import normals, unit

Reals = NDArray[np.float64]
Whole = NDArray[np.int64]


def finished(points: Reals, faces: Whole) -> Mesh:
    """A mesh of closed surfaces, turned outside out if need be, with smooth normals."""
    p = np.ascontiguousarray(points, np.float32)
    f = np.ascontiguousarray(faces, np.int32)
    a, b, c = (p[f[:, i]].astype(np.float64) for i in range(3))
    if (a * np.cross(b, c)).sum() < 0:
        f = np.ascontiguousarray(f[:, ::-1])
    return Mesh(p, f, normals(p, f))


def joined(meshes: Sequence[Mesh]) -> Mesh:
    """Several meshes as one; texture coordinates are kept when all have them."""
    starts = np.cumsum([0] + [len(m.points) for m in meshes[:-1]])
    uvs = [m.uv for m in meshes if m.uv is not None]
    return Mesh(
        np.concatenate([m.points for m in meshes]),
        np.concatenate([m.faces + np.int32(s) for m, s in zip(meshes, starts, strict=True)]),
        np.concatenate([m.normals for m in meshes]),
        np.concatenate(uvs) if len(uvs) == len(meshes) else None,
    )


def through(controls: ArrayLike, steps: int) -> Reals:
    """Smooth lines through control points: (lines, m, 3) becomes (lines, steps, 3)."""
    from scipy.interpolate import CubicSpline

    c = np.asarray(controls, np.float64)
    gaps = np.linalg.norm(np.diff(c, axis=1), axis=2).mean(0)
    along = np.concatenate([[0.0], np.cumsum(np.maximum(gaps, 1e-6))])
    answer: Reals = CubicSpline(along, c, axis=1)(np.linspace(0, along[-1], steps))
    return answer


def taper(steps: int, root: float, tip: float, fall: float = 2.4) -> Reals:
    """A lock's girth along it, 0..1: from ``root`` it swells to 1 and falls to ``tip``."""
    t = np.linspace(0, 1, steps)
    rise = root + (1 - root) * np.sin(np.pi / 2 * np.minimum(t / 0.3, 1))
    answer: Reals = rise * (tip + (1 - tip) * np.sqrt(np.maximum(1 - t**fall, 0)))
    return answer


def swept(
    paths: ArrayLike,
    outs: ArrayLike,
    widths: ArrayLike,
    thicks: ArrayLike,
    strands: int = 0,
    depth: float = 0.0,
    twist: float = 0.0,
    around: int = 0,
) -> Mesh:
    """Locks, tubes and bands: an oval section swept along each path.

    ``paths`` is (lines, n, 3) and ``outs`` (broadcastable to it) the way the broad side looks;
    ``widths`` and ``thicks`` are half the section's sides, broadcastable to (lines, n). The outer
    side carries ``strands`` ridges with sharp valleys ``depth`` deep (share of the thickness),
    which wander across it by ``twist`` strands along the way.
    """
    p = np.asarray(paths, np.float64)
    lines, n, _ = p.shape
    forward = unit(np.gradient(p, axis=1))
    side = unit(np.cross(forward, np.broadcast_to(np.asarray(outs, np.float64), p.shape)))
    out = np.cross(side, forward)
    turn, ridge = _section(n, around or max(10, 5 * strands + 5), strands, depth, twist)
    w, t = (
        np.broadcast_to(np.asarray(half, np.float64), (lines, n))[:, :, None, None]
        for half in (widths, thicks)
    )
    x, y = ((ridge * wave)[None, :, :, None] for wave in (np.cos(turn), np.sin(turn)))
    return _tubes(p[:, :, None] + side[:, :, None] * (w * x) + out[:, :, None] * (t * y))


def _section(n: int, around: int, strands: int, depth: float, twist: float) -> tuple[Reals, Reals]:
    """Angles round the section, and how far out it reaches there at each of ``n`` steps."""
    inner = max(4, around // 4)
    turn = np.concatenate(
        [
            np.linspace(0, np.pi, around - inner, endpoint=False),
            np.linspace(np.pi, 2 * np.pi, inner, endpoint=False),
        ]
    )
    phase = strands * turn[None, :] + np.pi * twist * np.linspace(0, 1, n)[:, None]
    valley = (1 - np.abs(np.sin(phase))) * np.sqrt(np.clip(np.sin(turn), 0, 1))
    return turn, 1 - depth * valley * (strands > 0)


def _tubes(rings: Reals) -> Mesh:
    """Closed tubes from rings, (lines, n, around, 3); each end is closed by its middle."""
    lines, n, around, _ = rings.shape
    ends = rings[:, [0, -1]].mean(2)
    points = np.concatenate([rings.reshape(lines, -1, 3), ends], 1)
    k, kk = np.arange(around), (np.arange(around) + 1) % around
    row = (np.arange(n - 1) * around)[:, None]
    a, b, c, d = row + k, row + kk, row + around + k, row + around + kk
    walls = np.stack([a, b, c, b, d, c], -1).reshape(-1, 3)
    first, last, top = n * around, n * around + 1, (n - 1) * around
    start = np.stack([kk, k, np.full(around, first)], 1)
    stop = np.stack([top + k, top + kk, np.full(around, last)], 1)
    faces = np.concatenate([walls, start, stop])
    many = faces[None] + (np.arange(lines) * points.shape[1])[:, None, None]
    return finished(points.reshape(-1, 3), many.reshape(-1, 3))


def rings(grid: Reals) -> Mesh:
    """A closed ring: a grid (around, section, 3) that closes in both directions."""
    rows, columns, _ = grid.shape
    index = np.arange(rows * columns).reshape(rows, columns)
    index = np.concatenate([index, index[:1]])
    index = np.concatenate([index, index[:, :1]], 1)
    return finished(grid.reshape(-1, 3), _grid(index))


def sheet(outer: Reals, inner: Reals) -> Mesh:
    """A thick sheet from two grids of points (rows, columns, 3), closed along its border."""
    rows, columns, _ = outer.shape
    index = np.arange(rows * columns).reshape(rows, columns)
    top, low = _grid(index), _grid(index + rows * columns)[:, ::-1]
    rim = np.concatenate([index[0], index[1:, -1], index[-1, -2::-1], index[-2:0:-1, 0]])
    return _closed(outer, inner, top, low, rim)


def dome(outer: Reals, inner: Reals) -> Mesh:
    """A thick bowl: grids (around, down, 3) that begin at a pole and close round the axis."""
    around, down, _ = outer.shape
    pole = [grid[:, 0].mean(0)[None] for grid in (outer, inner)]
    index = np.arange(around * (down - 1)).reshape(around, down - 1)
    loop = np.concatenate([index, index[:1]])
    count = index.size
    fan = np.stack([np.full(around, count), loop[1:, 0], loop[:-1, 0]], 1)
    top = np.concatenate([_grid(loop), fan])
    parts = [
        np.concatenate([g[:, 1:].reshape(-1, 3), p])
        for g, p in zip((outer, inner), pole, strict=True)
    ]
    return _closed(parts[0], parts[1], top, top[:, ::-1] + count + 1, index[:, -1])


def _grid(index: Whole) -> Whole:
    """Triangles of a grid of point numbers."""
    a, b, c, d = index[:-1, :-1], index[1:, :-1], index[:-1, 1:], index[1:, 1:]
    return np.stack([a, b, c, b, d, c], -1).reshape(-1, 3)


def _closed(outer: Reals, inner: Reals, top: Whole, low: Whole, rim: Whole) -> Mesh:
    """Both sides of a sheet and the strip round its rim."""
    points = np.concatenate([outer.reshape(-1, 3), inner.reshape(-1, 3)])
    shift = len(points) // 2
    after = np.roll(rim, -1)
    strip = np.concatenate(
        [np.stack([rim, after, rim + shift], 1), np.stack([after, after + shift, rim + shift], 1)]
    )
    if not _agrees(top, rim[0], after[0]):
        strip = strip[:, ::-1]
    return finished(points, np.concatenate([top, low, strip]))


def _agrees(faces: Whole, start: int, end: int) -> bool:
    """Whether the strip may run from ``start`` to ``end``: the sheet runs the other way there."""
    nexts = np.roll(faces, -1, axis=1)
    return bool(((faces == end) & (nexts == start)).any())
