"""Meshes without a grid: bricks with round edges, plates cut along an outline, printed cards."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..parts import Mesh
from ..shapes.turned import welded

Outline = NDArray[np.float64]


def brick(half: tuple[float, float, float], edge: float, bends: int = 3) -> Mesh:
    """A box about the origin by its half sides, with edges rounded by ``edge``.

    ``bends`` is how often an eighth of a turn is divided.
    """
    size = np.asarray(half, np.float64)
    core = size - edge
    rise = np.tan(np.linspace(np.pi / 4, 0, bends + 1))
    lines = [np.concatenate([-(c + edge * rise), (c + edge * rise)[::-1]]) for c in core]
    sides = [_side(lines, axis, way) for axis in range(3) for way in (-1, 1)]
    points = np.concatenate([p for p, _ in sides])
    starts = np.cumsum([0] + [len(p) for p, _ in sides[:-1]])
    faces = np.concatenate([f + s for (_, f), s in zip(sides, starts, strict=True)])
    inner = np.clip(points, -core, core)
    out = points - inner
    out /= np.linalg.norm(out, axis=1, keepdims=True)
    return welded(inner + edge * out, faces, out)


def _side(lines: list[Outline], axis: int, way: int) -> tuple[Outline, NDArray[np.int64]]:
    """The points and faces of one side of a brick, before its edges are rounded."""
    one, two = [(1, 2), (2, 0), (0, 1)][axis]
    u, v = np.meshgrid(lines[one], lines[two], indexing="ij")
    points = np.empty((u.size, 3))
    points[:, one], points[:, two] = u.ravel(), v.ravel()
    points[:, axis] = way * lines[axis][-1]
    rows, columns = u.shape
    a = (np.arange(rows - 1)[:, None] * columns + np.arange(columns - 1)).ravel()
    b, c, d = a + columns, a + columns + 1, a + 1
    faces = np.concatenate([np.stack([a, b, c], 1), np.stack([a, c, d], 1)])
    return points, faces if way > 0 else faces[:, ::-1]


def plate(outline: ArrayLike, half: float, edge: float) -> Mesh:
    """A plate in the x-y plane, ``2 * half`` thick, with edges rounded by ``edge``.

    ``outline`` is n x 2, counter-clockwise, and can be seen whole from its middle.
    """
    line = np.asarray(outline, np.float64)
    along = np.roll(line, -1, 0) - np.roll(line, 1, 0)
    out = np.stack([along[:, 1], -along[:, 0]], 1)
    out /= np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-12)
    bend = np.radians([90, 60, 30, 0])
    rings = [(line - edge * (1 - np.cos(a)) * out, half - edge * (1 - np.sin(a))) for a in bend]
    rings += [(flat, -height) for flat, height in rings[::-1]]
    count = len(line)
    points = np.concatenate(
        [np.column_stack([flat, np.full(count, height)]) for flat, height in rings]
        + [[[*rings[0][0].mean(0), half]], [[*rings[0][0].mean(0), -half]]]
    )
    here = np.arange(count)
    after = (here + 1) % count
    bands = []
    for ring in range(len(rings) - 1):
        a, b = ring * count + here, ring * count + after
        bands += [np.stack([a, a + count, b + count], 1), np.stack([a, b + count, b], 1)]
    top, last = len(points) - 2, (len(rings) - 1) * count
    bands.append(np.stack([np.full(count, top), here, after], 1))
    bands.append(np.stack([np.full(count, top + 1), last + after, last + here], 1))
    return welded(points, np.concatenate(bands))


def bent_board(outer: Outline, inner: Outline, half: float) -> Mesh:
    """A board along x, ``2 * half`` long, between two curves (n x 2: z, y) of equal length."""
    count = len(outer)
    line = np.vstack([outer, inner[::-1]])
    ends = [np.column_stack([np.full(2 * count, x), line[:, 1], line[:, 0]]) for x in (-half, half)]
    here = np.arange(2 * count)
    after = (here + 1) % (2 * count)
    one = np.arange(count - 1)
    cap = np.stack([one, 2 * count - 1 - one, 2 * count - 2 - one, one + 1], 1)
    around = np.stack([here, here + 2 * count, after + 2 * count, after], 1)
    return welded(np.concatenate(ends), _halved([around, cap[:, ::-1], cap + 2 * count]))


def sheet(grid: Outline, up: Outline, thick: float) -> Mesh:
    """A thin closed body about a grid of points (rows x columns x 3), pointed at its ends.

    ``up`` is the direction of its thickness in each row (rows x 3).
    """
    rows, columns = grid.shape[:2]
    lift = np.repeat(up[:, None] * thick, columns, 1)
    lift[0] = lift[-1] = 0
    lift[:, 0] = lift[:, -1] = 0
    grid = grid.copy()
    grid[0], grid[-1] = grid[0].mean(0), grid[-1].mean(0)
    points = np.concatenate([(grid + lift).reshape(-1, 3), (grid - lift).reshape(-1, 3)])
    a = (np.arange(rows - 1)[:, None] * columns + np.arange(columns - 1)).ravel()
    quads = np.stack([a, a + 1, a + columns + 1, a + columns], 1)
    return welded(points, _halved([quads, quads[:, ::-1] + rows * columns]))


def _halved(quads: list[NDArray[np.int64]]) -> NDArray[np.int64]:
    """Two triangles for each four points."""
    every = np.concatenate(quads)
    return np.concatenate([every[:, [0, 1, 2]], every[:, [0, 2, 3]]])


def card(width: float, height: float, thick: float) -> Mesh:
    """A flat card in the x-y plane with a picture on its front: front at z = 0."""
    x, y = width / 2, height / 2
    round_ = [(-x, -y), (x, -y), (x, y), (-x, y)]
    points = [[(*p, 0.0) for p in round_], [(*p, -thick) for p in round_[::-1]]]
    across = [(0, 0, 1), (0, 0, -1), (0, -1, 0), (1, 0, 0), (0, 1, 0), (-1, 0, 0)]
    for one, two in zip(round_, round_[1:] + round_[:1], strict=True):
        points.append([(*one, -thick), (*two, -thick), (*two, 0.0), (*one, 0.0)])
    found = np.array(points, np.float32).reshape(-1, 3)
    faces = _halved([np.arange(24).reshape(6, 4)]).astype(np.int32)
    uv = np.asarray(found[:, :2] / np.array([width, height]) + 0.5, np.float32)
    out = np.repeat(np.array(across, np.float32), 4, 0)
    return Mesh(found, faces, out, uv)


def rounded(half_width: float, half_height: float, radius: float, steps: int = 7) -> Outline:
    """The outline of a rectangle with round corners, counter-clockwise."""
    turn = np.linspace(0, np.pi / 2, steps)
    x, y = half_width - radius, half_height - radius
    corners = [(x, y), (-x, y), (-x, -y), (x, -y)]
    return np.concatenate(
        [
            np.column_stack(
                [
                    cx + radius * np.cos(turn + at * np.pi / 2),
                    cy + radius * np.sin(turn + at * np.pi / 2),
                ]
            )
            for at, (cx, cy) in enumerate(corners)
        ]
    )


def smooth(points: ArrayLike, steps: int = 64) -> Outline:
    """A closed smooth outline through the given points."""
    from scipy.interpolate import CubicSpline

    p = np.asarray(points, np.float64)
    p = np.vstack([p, p[:1]])
    gaps = np.linalg.norm(np.diff(p, axis=0), axis=1)
    along = np.concatenate([[0.0], np.cumsum(gaps)])
    found: Outline = CubicSpline(along, p, bc_type="periodic")(
        np.linspace(0, along[-1], steps, endpoint=False)
    )
    return found
