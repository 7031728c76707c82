"""The figure as one watertight body for a 3D printer (binary STL)."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ....core.errors import Refused
from ..parts import Part
from .join import united
from .stand import standing

FINENESS = (0.0035, 0.005, 0.008, 0.012)
"""How far the surface may move when it is simplified, in units; tried one after the other."""

MOST_BYTES = 25_000_000

GRID_MM = 1e-3
"""Corners are put on a grid of this step, so that they stay apart in a file of 32-bit floats."""

HEADER = b"binary STL, millimetres"


def stl(parts: Sequence[Part], height_mm: float = 100.0) -> bytes:
    """The parts on their stand: z up, flat on z = 0, that high in millimetres.

    A part that touches nothing is joined by a peg. The result was read again and is
    watertight and one body. Raises Refused when a part floats too far away or no watertight
    body can be made.
    """
    whole = united(standing(parts))
    for fineness in FINENESS:
        points, faces = _upright(_simplified(whole, fineness), height_mm)
        made = encoded(points, faces)
        if len(made) <= MOST_BYTES and is_printable(made):
            return made
    raise Refused("no watertight body could be made of this figure, so no printable file was made")


def encoded(points: NDArray[Any], faces: NDArray[Any]) -> bytes:
    """Points in millimetres (n x 3) and triangles (m x 3) as a binary STL."""
    corners = np.asarray(points, np.float32)[faces]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
    rows = np.zeros(len(faces), [("floats", "<f4", (12,)), ("rest", "<u2")])
    rows["floats"] = np.concatenate([normals, corners.reshape(-1, 9)], 1)
    return HEADER.ljust(80, b" ") + struct.pack("<I", len(faces)) + rows.tobytes()


def decoded(data: bytes) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Points and triangles of a binary STL, equal corners made one."""
    (count,) = struct.unpack_from("<I", data, 80)
    rows = np.frombuffer(data, [("floats", "<f4", (12,)), ("rest", "<u2")], count, 84)
    corners = rows["floats"][:, 3:].reshape(-1, 3)
    points, numbers = np.unique(corners, axis=0, return_inverse=True)
    return points.astype(np.float64), numbers.reshape(-1, 3).astype(np.int64)


def is_printable(data: bytes) -> bool:
    """Whether a file, read again, is one watertight body with a volume."""
    points, faces = decoded(data)
    a, b, c = faces.T
    if not len(faces) or bool(((a == b) | (b == c) | (a == c)).any()):
        return False
    return _closed(faces) and _in_one(faces, len(points)) and volume(points, faces) > 0


def volume(points: NDArray[np.float64], faces: NDArray[np.int64]) -> float:
    """Of a closed surface, in the cube of the points' unit; negative when it is inside out."""
    a, b, c = (points[faces[:, i]] for i in range(3))
    return float((a * np.cross(b, c)).sum() / 6)


def _closed(faces: NDArray[np.int64]) -> bool:
    """Every edge has exactly two triangles, which run along it in opposite directions."""
    edges = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    size = int(faces.max()) + 1
    there, back = edges[:, 0] * size + edges[:, 1], edges[:, 1] * size + edges[:, 0]
    once = len(np.unique(there)) == len(there)
    return once and np.array_equal(np.sort(there), np.sort(back))


def _in_one(faces: NDArray[np.int64], count: int) -> bool:
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    a = np.concatenate([faces[:, 0], faces[:, 1]])
    b = np.concatenate([faces[:, 1], faces[:, 2]])
    links = coo_array((np.ones(len(a), np.int8), (a, b)), shape=(count, count))
    return int(connected_components(links, directed=False, return_labels=False)) == 1


def _simplified(whole: Any, fineness: float) -> Any:
    """Fewer triangles; what simplifying cut off, if anything, is left out."""
    return max(whole.simplify(fineness).decompose(), key=lambda body: float(body.volume()))


def _upright(body: Any, height_mm: float) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Corners in millimetres with z up and the lowest at 0, and triangles."""
    mesh = body.to_mesh64()
    points = np.asarray(mesh.vert_properties, np.float64)[:, :3]
    faces = np.asarray(mesh.tri_verts, np.int64)
    low, high = points.min(0), points.max(0)
    points = (points - [(low[0] + high[0]) / 2, low[1], (low[2] + high[2]) / 2]) * (
        height_mm / (high[1] - low[1])
    )
    return kept_apart(np.stack([points[:, 0], -points[:, 2], points[:, 1]], 1), faces), faces


def kept_apart(points: NDArray[np.float64], faces: NDArray[np.int64]) -> NDArray[np.float64]:
    """The corners on a grid, no two at one place.

    Where a body touches itself, two corners lie at one place. A file without corner numbers
    cannot tell them apart, so all but one are moved a step into the body.
    """
    inward = -_normals(points, faces)
    placed = np.round(points / GRID_MM)
    for _ in range(8):
        _, place, count = np.unique(placed, axis=0, return_inverse=True, return_counts=True)
        place = place.reshape(-1)
        order = np.argsort(place, kind="stable")
        rank = np.empty(len(points), np.int64)
        rank[order] = np.arange(len(points)) - np.repeat(np.cumsum(count) - count, count)
        if not rank.any():
            break
        placed += np.round(inward * rank[:, None] * 2)
    return placed * GRID_MM


def _normals(points: NDArray[np.float64], faces: NDArray[np.int64]) -> NDArray[np.float64]:
    """Outward directions at the corners; upwards where there is none."""
    a, b, c = (points[faces[:, i]] for i in range(3))
    flat = np.cross(b - a, c - a)
    sums = np.zeros_like(points)
    for corner in range(3):
        np.add.at(sums, faces[:, corner], flat)
    length = np.linalg.norm(sums, axis=1, keepdims=True)
    answer: NDArray[np.float64] = np.where(
        length > 1e-12, sums / np.maximum(length, 1e-12), [0, 0, 1]
    )
    return answer
