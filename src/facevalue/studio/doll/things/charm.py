"""A charm: an icon's cushion as triangles, front and back meeting in one closed edge."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..parts import Floats, Ints, Material, Mesh, Piece
from ..shapes.vectors import normals
from .relief import SAMPLES, Relief, relief

Mask = NDArray[np.bool_]

BACK = 0.55
"""How thick the back is, as a share of the front without its shapes."""

RIM_LIGHT = 0.45
"""How far normals on the edge lean to the front: a bevel, where the edge would look dark."""


def charm(icon: str, step: float) -> tuple[Piece, ...]:
    """The charm of an icon in a square of side 1, with ``step`` units between points.

    Raises Unknown when there is no such icon.
    """
    found = relief(icon)
    return (Piece("charm", mesh(found, step), "charm"),)


def material(icon: str) -> Material:
    """Coated vinyl, printed with the icon."""
    return Material(
        texture=relief(icon).colours,
        roughness=0.3,
        specular=0.5,
        clearcoat=0.6,
        clearcoat_gloss=0.92,
    )


def mesh(found: Relief, step: float) -> Mesh:
    """Triangles of a cushion, closed: one point for each square of a grid ("surface nets").

    Points of squares that the outline crosses lie on it, and front and back share them.
    """
    count = int(np.ceil(1 / step))
    line = np.arange(count + 1, dtype=np.float32) / np.float32(count)
    corners = np.stack([v.ravel() for v in np.meshgrid(line, line)], 1)
    inside = (_sampled(found.edge, corners) < 0).reshape(count + 1, count + 1)
    four = [inside[a : a + count, b : b + count] for a in (0, 1) for b in (0, 1)]
    rim = (np.any(four, axis=0) & ~np.all(four, axis=0)).ravel()
    middle = line[:-1] + np.float32(0.5 / count)
    at = np.stack([v.ravel() for v in np.meshgrid(middle, middle)], 1)
    at[rim] = _onto_outline(at[rim], found.edge, 0.75 / count)
    faces = _triangles(inside, count, rim)
    used, numbers = np.unique(faces, return_inverse=True)
    flat = numbers.reshape(-1, 3).astype(np.int32)
    return _both_sides(at[used], rim[used], flat, found)


def _sampled(values: Floats, at: Floats) -> Floats:
    """Values of a grid at points in 0..1 (x to the right, y downwards)."""
    from scipy.ndimage import map_coordinates

    place = at[:, ::-1].T * SAMPLES - 0.5
    answer: Floats = map_coordinates(values, place, order=1, mode="nearest").astype(np.float32)
    return answer


def _onto_outline(at: Floats, edge: Floats, most: float) -> Floats:
    """Points moved onto the outline, each by ``most`` along an axis at the utmost."""
    first, reach = at, np.float32(0.75 / SAMPLES)
    for _ in range(3):
        slope = np.stack(
            [
                _sampled(edge, at + shift) - _sampled(edge, at - shift)
                for shift in (np.array([reach, 0], np.float32), np.array([0, reach], np.float32))
            ],
            1,
        )
        slope /= np.maximum(np.linalg.norm(slope, axis=1, keepdims=True), 1e-6)
        moved = at - slope * _sampled(edge, at)[:, None]
        at = np.clip(moved, first - most, first + most).astype(np.float32)
    return at


def _triangles(inside: Mask, count: int, rim: Mask) -> Ints:
    """Two for each grid corner inside, between the points of the four squares around it."""
    row, column = np.nonzero(inside[1:-1, 1:-1])
    a = row * count + column
    b, c, d = a + 1, a + count + 1, a + count
    odd = ((row + column) % 2 == 1)[:, None]
    one = np.where(odd, np.stack([a, d, b], 1), np.stack([a, d, c], 1))
    two = np.where(odd, np.stack([b, d, c], 1), np.stack([a, c, b], 1))
    faces = np.concatenate([one, two])
    kept: Ints = faces[~rim[faces].all(1)].astype(np.int32)
    return kept


def _both_sides(at: Floats, rim: Mask, faces: Ints, found: Relief) -> Mesh:
    """The front, and a flatter back that shares the points of the edge."""
    front = _sampled(found.height, at) * ~rim
    back = _sampled(found.cushion, at) * ~rim * np.float32(BACK)
    own = np.flatnonzero(~rim)
    behind = np.arange(len(at))
    behind[own] = len(at) + np.arange(len(own))
    flat = np.concatenate([at, at[own]])
    deep = np.concatenate([front, -back[own]])
    points = np.stack([flat[:, 0] - 0.5, 0.5 - flat[:, 1], deep], 1).astype(np.float32)
    every = np.concatenate([faces, behind[faces[:, ::-1]]]).astype(np.int32)
    uv = np.stack([flat[:, 0], 1 - flat[:, 1]], 1).astype(np.float32)
    across = normals(points, every)
    across[: len(at)][rim] += np.array([0, 0, RIM_LIGHT], np.float32)
    across /= np.linalg.norm(across, axis=1, keepdims=True)
    return Mesh(points, every, across, uv)
