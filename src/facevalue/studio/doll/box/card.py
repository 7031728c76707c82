"""Card cut to shape, and other simple meshes of the box."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ..parts import Mesh
from .layout import CARD, TAB, Plan, Rect

if TYPE_CHECKING:
    from manifold3d import CrossSection

Triangle = tuple[int, int, int]
Ring = NDArray[np.float64]
SQUARE_UV = ((0, 0), (1, 0), (1, 1), (0, 1))
CORNER = 0.34
"""Radius of the window's corners."""


def rounded(rect: Rect, radius: float) -> CrossSection:
    """A rectangle with round corners."""
    from manifold3d import CrossSection, JoinType

    inner = rect.inset(radius)
    square = CrossSection.square((inner.width, inner.height)).translate((inner.left, inner.bottom))
    return square.offset(radius, JoinType.Round, 2.0, 64)


def whole(plan: Plan) -> Rect:
    """The front's outline."""
    return Rect(-plan.width / 2, 0.0, plan.width / 2, plan.height)


def front(plan: Plan) -> CrossSection:
    """The front with its die-cut window."""
    return _square(whole(plan)) - rounded(plan.window, CORNER)


def back(plan: Plan) -> CrossSection:
    """The back with the hang tab and its euro slot."""
    from manifold3d import CrossSection

    top = plan.height
    tab = rounded(Rect(-1.02, top - 0.4, 1.02, top + TAB), 0.24)
    slot = rounded(Rect(-0.46, top + 0.44, 0.46, top + 0.58), 0.065)
    hole = CrossSection.circle(0.16, 48).translate((0.0, top + 0.56))
    return (_square(whole(plan)) + tab) - slot - hole


def arch(half: float, spring: float) -> CrossSection:
    """A panel with a round head: half its width, and the height where the round begins."""
    from manifold3d import CrossSection

    return _square(Rect(-half, 0.0, half, spring)) + CrossSection.circle(half, 160).translate(
        (0.0, spring)
    )


def _square(rect: Rect) -> CrossSection:
    from manifold3d import CrossSection

    square = CrossSection.square((rect.width, rect.height))
    return square.translate((rect.left, rect.bottom))


def plate(shape: CrossSection, z: float, printed: Rect, thick: float = CARD) -> tuple[Mesh, Mesh]:
    """A shape as card: its two faces, and its cut edge.

    The front face is at ``z``, the card goes ``thick`` backwards. ``printed`` is what the
    texture covers.
    """
    rings = _rings(shape)
    flat = np.vstack(rings)
    triangles = _triangles(rings, flat)
    uv = (flat - [printed.left, printed.bottom]) / [printed.width, printed.height]
    count = len(flat)
    points = np.vstack([_at(flat, z), _at(flat, z - thick)])
    normals = np.repeat([[0.0, 0.0, 1.0], [0.0, 0.0, -1.0]], count, axis=0)
    faces = np.vstack([triangles, triangles[:, ::-1] + count])
    return _mesh(points, faces, normals, np.vstack([uv, uv])), _edge(rings, z, thick)


def _rings(shape: CrossSection) -> list[Ring]:
    """The outline first, then the holes."""
    rings = [np.asarray(ring, np.float64) for ring in shape.to_polygons()]
    return sorted(rings, key=lambda ring: -abs(_area(ring)))


def _area(ring: Ring) -> float:
    x, y = ring.T
    return float((x * np.roll(y, -1) - y * np.roll(x, -1)).sum() / 2)


def _triangles(rings: list[Ring], flat: Ring) -> NDArray[np.int64]:
    import mapbox_earcut

    ends = np.cumsum([len(ring) for ring in rings]).astype(np.uint32)
    corners = mapbox_earcut.triangulate_float64(flat, ends)
    found: NDArray[np.int64] = np.asarray(corners, np.int64).reshape(-1, 3)
    a, b, c = (flat[found[:, i]] for i in range(3))
    turned = (b - a)[:, 0] * (c - a)[:, 1] - (b - a)[:, 1] * (c - a)[:, 0] < 0
    found[turned] = found[turned][:, ::-1]
    return found


def _at(flat: Ring, z: float) -> Ring:
    return np.column_stack([flat, np.full(len(flat), z)])


def _edge(rings: list[Ring], z: float, thick: float) -> Mesh:
    """The walls between the two faces, flat-shaded, looking away from the card."""
    points, normals = [], []
    for ring in rings:
        after = np.roll(ring, -1, axis=0)
        away = (after - ring)[:, ::-1] * [1.0, -1.0]
        away /= np.maximum(np.linalg.norm(away, axis=1, keepdims=True), 1e-12)
        corners = [_at(ring, z), _at(after, z), _at(after, z - thick), _at(ring, z - thick)]
        points.append(np.stack(corners, 1).reshape(-1, 3))
        normals.append(np.repeat(_at(away, 0.0), 4, axis=0))
    flat = np.vstack(points)
    first = np.arange(0, len(flat), 4)[:, None]
    faces = pairs(first, (0, 2, 1), (0, 3, 2))
    return _mesh(flat, faces, np.vstack(normals))


def pairs(first: NDArray[np.int64], one: Triangle, other: Triangle) -> NDArray[np.int64]:
    """Two triangles for each first corner, given as steps from it."""
    column = first.reshape(-1, 1)
    return np.vstack([column + np.array(one), column + np.array(other)])


def sheet(corners: Sequence[Sequence[float]]) -> Mesh:
    """A flat rectangle from its corners, counter-clockwise as seen; the print fills it."""
    points = np.asarray(corners, np.float64)
    normal = np.cross(points[1] - points[0], points[3] - points[0])
    normal /= np.linalg.norm(normal)
    return _mesh(points, [[0, 1, 2], [0, 2, 3]], np.tile(normal, (4, 1)), np.array(SQUARE_UV))


def _mesh(points: Ring, faces: object, normals: Ring, uv: Ring | None = None) -> Mesh:
    return Mesh(
        np.ascontiguousarray(points, np.float32),
        np.ascontiguousarray(faces, np.int32),
        np.ascontiguousarray(normals, np.float32),
        None if uv is None else np.ascontiguousarray(np.clip(uv, 0.0, 1.0), np.float32),
    )
