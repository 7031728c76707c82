"""What the models are made with: pieces cast from solids, flat slabs, and usual surfaces."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike

from ..parts import Floats, Material, Mesh, Piece, rotation
from ..shapes.field import Field
from ..shapes.solids import Array, Solid, Vector

FINEST, COARSEST = 0.012, 0.0165
"""Steps of a thing's grids: things are a fifth as high as a doll and need more detail."""

OFF = 1.037
"""Keeps flat sides off the grid's points, where the surface would be torn."""

Look = dict[str, Material]
Pieces = list[Piece]
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, eq=False)
class Work:
    """One step of casting: a solid that is added or cut, its seam blended over ``blend``."""

    solid: Solid
    blend: float = 0.0
    away: bool = False


def add(solid: Solid, blend: float = 0.0) -> Work:
    """Unite with what is there."""
    return Work(solid, blend)


def cut(solid: Solid, blend: float = 0.0) -> Work:
    """Take away from what is there."""
    return Work(solid, blend, away=True)


def step_of(grain: float) -> float:
    """The step of a thing's grids for the doll's grain."""
    return float(np.clip(grain * 0.75, FINEST, COARSEST))


def cast(name: str, role: str, step: float, *works: Work | Solid) -> Piece:
    """A piece of solids that are added and cut in turn."""
    steps = [work if isinstance(work, Work) else Work(work) for work in works]
    grown = [work for work in steps if not work.away]
    margin = 2 * step + max(work.blend for work in steps) / 4
    low = np.min([work.solid.low for work in grown], axis=0) - margin * OFF
    high = np.max([work.solid.high for work in grown], axis=0) + margin
    field = Field(low, high, step)
    for work in steps:
        (field.cut if work.away else field.add)(work.solid, work.blend)
    return Piece(name, field.mesh(), role)


def slab(outline: ArrayLike, middle: float, half: float, edge: float = 0.01) -> Solid:
    """A flat piece: a polygon (n x 2, in x and y) from ``middle - half`` to ``+ half`` in z.

    Distances to the polygon after Quilez, "2D distance functions".
    """
    p = np.asarray(outline, np.float64)

    def distance(x: Array, y: Array, z: Array) -> Array:
        flat = _polygon(p, x, y) + np.float32(edge)
        deep = np.abs(z - np.float32(middle)) - np.float32(half - edge)
        outside = np.sqrt(np.maximum(flat, 0) ** 2 + np.maximum(deep, 0) ** 2)
        answer: Array = outside + np.minimum(np.maximum(flat, deep), 0) - np.float32(edge)
        return answer

    return Solid(
        distance, np.array([*p.min(0), middle - half]), np.array([*p.max(0), middle + half])
    )


def _polygon(p: Vector, x: Array, y: Array) -> Array:
    """Signed distance to a polygon in the x-y plane."""
    nearest = np.full(np.broadcast_shapes(x.shape, y.shape), np.inf, np.float32)
    inside = np.zeros(nearest.shape, bool)
    for (ax, ay), (bx, by) in zip(
        p.astype(np.float32), np.roll(p, 1, 0).astype(np.float32), strict=True
    ):
        ex, ey, wx, wy = bx - ax, by - ay, x - ax, y - ay
        t = np.clip((wx * ex + wy * ey) / max(ex * ex + ey * ey, np.float32(1e-12)), 0, 1)
        nearest = np.minimum(nearest, (wx - ex * t) ** 2 + (wy - ey * t) ** 2)
        across = ex * wy - ey * wx
        inside ^= np.where(y >= ay, (y < by) & (across > 0), (y >= by) & (across < 0))
    root = np.sqrt(nearest)
    return np.where(inside, -root, root)


def turned(solid: Solid, spin: Floats, about: ArrayLike = (0, 0, 0)) -> Solid:
    """A solid turned by a rotation about a point."""
    centre = np.asarray(about, np.float64)
    back = np.asarray(spin, np.float64).T

    def distance(x: Array, y: Array, z: Array) -> Array:
        at = (x - np.float32(centre[0]), y - np.float32(centre[1]), z - np.float32(centre[2]))
        moved = [
            sum(np.float32(back[i, k]) * at[k] for k in range(3)) + np.float32(centre[i])
            for i in range(3)
        ]
        return solid.distance(*(np.asarray(v, np.float32) for v in moved))

    corners = np.array(
        [[(solid.low, solid.high)[bit >> i & 1][i] for i in range(3)] for bit in range(8)]
    )
    reach = (corners - centre) @ np.asarray(spin, np.float64).T + centre
    return Solid(distance, reach.min(0), reach.max(0))


def meant(inside: Callable[[Array, Array, Array], Array], low: ArrayLike, high: ArrayLike) -> Solid:
    """A solid by a formula of one's own."""
    return Solid(inside, np.asarray(low, np.float64), np.asarray(high, np.float64))


def placed(
    pieces: Pieces,
    at: tuple[float, float, float] = (0, 0, 0),
    tilt: tuple[float, float, float] = (0, 0, 0),
    scale: float = 1.0,
) -> Pieces:
    """Pieces scaled, turned (degrees about x, y, z), and moved."""
    return [Piece(p.name, posed(p.mesh, at, tilt, scale), p.role) for p in pieces]


def posed(
    mesh: Mesh,
    at: tuple[float, float, float] = (0, 0, 0),
    tilt: tuple[float, float, float] = (0, 0, 0),
    scale: float = 1.0,
) -> Mesh:
    """A mesh scaled, turned (degrees about x, y, z), and moved."""
    return mesh.placed(at, rotation(*tilt), scale)


def both(make: Callable[[int], Made]) -> list[Made]:
    """The same on the left (-1) and on the right (1)."""
    return [make(side) for side in (-1, 1)]


def piece(name: str, role: str, mesh: Mesh) -> Piece:
    """A piece from a mesh that is there."""
    return Piece(name, mesh, role)


def gloss(colour: str) -> Material:
    """Shiny vinyl or enamel."""
    return Material(colour, roughness=0.22, clearcoat=0.7, clearcoat_gloss=0.93)


def satin(colour: str) -> Material:
    """Moulded plastic."""
    return Material(colour, roughness=0.38, specular=0.45, clearcoat=0.2)


def matte(colour: str) -> Material:
    """Rubber, paper, cloth."""
    return Material(colour, roughness=0.65, specular=0.3)


def metal(colour: str, roughness: float = 0.24) -> Material:
    """Painted or plated metal."""
    return Material(colour, roughness=roughness, metallic=0.65, clearcoat=0.3)


def glass(colour: str) -> Material:
    """A dark lens, polished."""
    return Material(colour, roughness=0.04, specular=0.9, clearcoat=1.0, clearcoat_gloss=0.99)
