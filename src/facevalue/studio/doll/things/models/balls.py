"""Balls: a sphere with grooves and a printed skin."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from ...parts import Material, Mesh, Pixels
from ...shapes.vectors import normals
from ..kit import Look, Pieces, piece

Places = NDArray[np.float64]
Skin = Callable[[Places], tuple[Places, Places]]
"""Of unit directions (n x 3): how near a seam is (0 on it, in radii), and which panel it is."""

RADIUS, GROOVE, SEAM = 0.5, 0.014, 0.035
HEIGHT = 288
"""Rows of a skin's picture."""


def football(step: float) -> Pieces:
    """Twelve pentagons among twenty hexagons."""
    return [piece("ball", "skin", _ball(_football, step))]


def basketball(step: float) -> Pieces:
    """Eight panels between dark seams."""
    return [piece("ball", "skin", _ball(_basketball, step))]


def _ball(skin: Skin, step: float) -> Mesh:
    """A sphere with seams pressed in; its picture is wrapped around it once."""
    rows = int(np.clip(1.1 / step, 60, 110))
    down, across = np.linspace(0, np.pi, rows + 1), np.linspace(0, 2 * np.pi, 2 * rows + 1)
    way = _ways(down, across)
    depth, _ = skin(way)
    points = way * (RADIUS - GROOVE * np.exp(-((depth / SEAM) ** 2)))[:, None]
    wide = 2 * rows + 1
    a = (np.arange(rows)[:, None] * wide + np.arange(2 * rows)).ravel()
    faces = np.concatenate([
        np.stack([a, a + wide, a + wide + 1], 1)[a >= 0],
        np.stack([a, a + wide + 1, a + 1], 1),
    ]).astype(np.int32)  # fmt: skip
    corner = points[faces]
    across_ = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    faces = faces[np.linalg.norm(across_, axis=1) > 1e-10]
    found = points.astype(np.float32)
    out = _seamless(normals(found, faces), rows, wide)
    v, u = np.meshgrid(1 - down / np.pi, across / (2 * np.pi), indexing="ij")
    return Mesh(found, faces, out, np.stack([u.ravel(), v.ravel()], 1).astype(np.float32))


def _seamless(out: NDArray[np.float32], rows: int, wide: int) -> NDArray[np.float32]:
    """Normals that agree where the picture's two sides meet and at the poles."""
    grid = out.reshape(rows + 1, wide, 3).copy()
    grid[:, 0] = grid[:, -1] = grid[:, 0] + grid[:, -1]
    grid[0], grid[-1] = (0, 1, 0), (0, -1, 0)
    grid /= np.maximum(np.linalg.norm(grid, axis=2, keepdims=True), 1e-9)
    return grid.reshape(-1, 3)


def _ways(down: Places, across: Places) -> Places:
    """Unit directions, row by row from the north pole."""
    polar, turn = np.meshgrid(down, across, indexing="ij")
    return np.stack(
        [np.sin(polar) * np.cos(turn), np.cos(polar), -np.sin(polar) * np.sin(turn)], 2
    ).reshape(-1, 3)


@cache
def _icosahedron() -> tuple[Places, Places]:
    """Its 12 corners and the middles of its 20 faces, as directions."""
    gold = (1 + 5**0.5) / 2
    corners = np.array(
        [np.roll((0, a, b * gold), k) for k in range(3) for a in (-1, 1) for b in (-1, 1)]
    )
    corners = corners / np.linalg.norm(corners[0])
    near = corners @ corners.T > 0.4
    middles = [
        corners[[i, j, k]].sum(0)
        for i in range(12)
        for j in range(i)
        for k in range(j)
        if near[i, j] and near[j, k] and near[i, k]
    ]
    return corners, np.array(middles) / np.linalg.norm(middles[0])


def _football(way: Places) -> tuple[Places, Places]:
    """A truncated icosahedron: its pentagons lie a little further out than its hexagons."""
    corners, middles = _icosahedron()
    faces = np.concatenate([corners / 2.327, middles / 2.267]) * 2.3
    first, second = np.full((2, len(way)), -9.0)
    pentagon = np.zeros(len(way))
    for at, face in enumerate(faces):
        reach = way @ face
        second = np.maximum(second, np.minimum(first, reach))
        pentagon = np.where(reach > first, float(at < 12), pentagon)
        first = np.maximum(first, reach)
    return (first - second) / 0.72, pentagon


def _basketball(way: Places) -> tuple[Places, Places]:
    """Two great circles and two bent lines."""
    x, y, z = way.T
    bent = np.abs(np.abs(z) - (0.52 + 0.30 * y**2)) * 0.9
    return np.minimum(np.minimum(np.abs(x), np.abs(y)), bent), np.zeros(len(way))


@cache
def _skin(kind: str, panel: str, other: str, seam: str) -> Pixels:
    """The picture: rows from the north pole down, twice as wide as high."""
    down = (np.arange(HEIGHT) + 0.5) / HEIGHT * np.pi
    across = (np.arange(2 * HEIGHT) + 0.5) / HEIGHT * np.pi
    depth, second = {"football": _football, "basketball": _basketball}[kind](_ways(down, across))
    wide = 0.014 if kind == "football" else 0.024
    dark = np.clip((wide + 0.008 - depth) / 0.012, 0, 1)[:, None]
    one, two, line = (
        np.array([int(c[i : i + 2], 16) for i in (1, 3, 5)]) for c in (panel, other, seam)
    )
    base = np.where(second[:, None] > 0, two, one)
    if kind == "basketball":
        grain = np.random.default_rng(3).uniform(0.9, 1.06, (HEIGHT, 2 * HEIGHT))
        base = base * grain.reshape(-1, 1)
    picture = base * (1 - dark) + line * dark
    return np.clip(picture, 0, 255).reshape(HEIGHT, 2 * HEIGHT, 3).astype(np.uint8)


def football_look(_accent: str) -> Look:
    """White and black leather."""
    picture = _skin("football", "#f7f7f4", "#25262c", "#8d9096")
    return {"skin": Material(texture=picture, roughness=0.3, clearcoat=0.5)}


def basketball_look(_accent: str) -> Look:
    """Orange leather."""
    picture = _skin("basketball", "#dd7431", "#dd7431", "#251a17")
    return {"skin": Material(texture=picture, roughness=0.55, specular=0.35)}
