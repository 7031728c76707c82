"""What an outfit is made on: the pose, the bare body, and the list of pieces made so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..parts import Mesh, Piece
from ..shapes.vectors import unit
from .columns import Column
from .pose import Arm, Joints, Leg
from .sheets import joined, slab
from .wrap import Tube, wrapped

Vectors = NDArray[np.float64]

TRUNK = Column(
    (
        (1.16, 0.245, 0.200, -0.02),
        (1.25, 0.325, 0.245, -0.02),
        (1.36, 0.355, 0.262, -0.02),
        (1.50, 0.338, 0.245, -0.005),
        (1.68, 0.302, 0.218, 0.01),
        (1.85, 0.328, 0.234, 0.02),
        (2.02, 0.366, 0.246, 0.015),
        (2.14, 0.380, 0.236, 0.00),
        (2.24, 0.352, 0.212, -0.015),
        (2.32, 0.262, 0.178, -0.025),
        (2.39, 0.174, 0.160, -0.025),
        (2.445, 0.150, 0.150, -0.003),
        (2.55, 0.143, 0.143, 0.0),
        (2.66, 0.143, 0.143, 0.0),
    )
)
"""The bare trunk, from the crotch to the neck's upper end."""

ARM = (0.118, 0.112, 0.102, 0.098, 0.088, 0.078)
"""The bare arm's radius, evenly from the shoulder to the wrist."""

LEG = (0.182, 0.176, 0.160, 0.138, 0.122, 0.127, 0.118, 0.098, 0.088)
"""The bare leg's radius, evenly from the hip to the ankle."""

PATTERNED = ("top", "bottom")
"""Roles whose material may have a texture."""


@dataclass(slots=True)
class Fit:
    """A doll being dressed. ``grain`` is the grid step; ``pieces`` grows.

    ``limbs`` are the sleeves and trouser legs, by role, that textures follow.
    """

    joints: Joints
    grain: float
    pieces: list[Piece] = field(default_factory=list)
    limbs: dict[str, tuple[Tube, ...]] = field(default_factory=dict)

    @property
    def fine(self) -> float:
        """The grid step of small things."""
        return max(min(self.grain * 0.62, 0.0165), 0.009)

    def wear(self, role: str, *meshes: Mesh, name: str = "") -> None:
        """Add shapes on the trunk or arms; they go down with the trunk when the doll sits."""
        mesh = self._clothed(role, meshes)
        if self.joints.drop:
            mesh = mesh.placed((0, self.joints.drop, 0))
        self._keep(role, mesh, name)

    def stand(self, role: str, *meshes: Mesh, name: str = "") -> None:
        """Add shapes where they are: legs, shoes, a chair."""
        self._keep(role, self._clothed(role, meshes), name)

    def _clothed(self, role: str, meshes: Sequence[Mesh]) -> Mesh:
        """The shapes as one; with texture coordinates where a role may be patterned."""
        mesh = joined(meshes) if len(meshes) > 1 else meshes[0]
        if role not in PATTERNED:
            return mesh
        return wrapped(mesh, self.limbs.get(role, ()), TRUNK)

    def _keep(self, role: str, mesh: Mesh, name: str) -> None:
        self.pieces.append(Piece(name or f"{role}{len(self.pieces)}", mesh, role))


def shares(path: Vectors) -> Vectors:
    """How far along a path (0..1) each of its points is."""
    steps = np.linalg.norm(np.diff(path, axis=0), axis=1)
    answer: Vectors = np.concatenate([[0], np.cumsum(steps)]) / steps.sum()
    return answer


def part_of(path: Vectors, start: float, end: float, steps: int = 10) -> Vectors:
    """The piece of a path between two shares of its length."""
    at = shares(path)
    wanted = np.linspace(start, end, steps)
    return np.stack([np.interp(wanted, at, path[:, i]) for i in range(3)], 1)


def radii(table: ArrayLike, start: float, end: float, steps: int = 10) -> Vectors:
    """Radii along a limb whose ``table`` is spread evenly over its length."""
    rows = np.asarray(table, np.float64)
    answer: Vectors = np.interp(np.linspace(start, end, steps), np.linspace(0, 1, len(rows)), rows)
    return answer


def end_of(path: Vectors) -> tuple[Vectors, Vectors]:
    """Where a path ends and its direction there."""
    return path[-1], unit(path[-1] - path[-2])


def hoop(
    at: ArrayLike,
    way: ArrayLike,
    radius: ArrayLike,
    heights: ArrayLike,
    ribs: int = 0,
    deep: float = 0.0,
) -> Vectors:
    """Rings round an axis (48 x m x 3): ``heights`` along it, a radius each; ``ribs`` wave them."""
    w = unit(way)
    side = unit(np.cross(w, [0, 0, 1] if abs(w[2]) < 0.9 else [1, 0, 0]))
    other = np.cross(w, side)
    count = max(48, ribs * 4)
    turn = np.linspace(0, 2 * np.pi, count, endpoint=False)
    up = np.asarray(heights, np.float64)
    out = np.broadcast_to(np.asarray(radius, np.float64), up.shape)
    wave = 1 + deep * np.cos(ribs * turn)[:, None] / out.mean() if ribs else np.ones((count, 1))
    rim = np.cos(turn)[:, None] * side + np.sin(turn)[:, None] * other
    grid = rim[:, None] * (out[None] * wave)[..., None] + w * up[None, :, None]
    answer: Vectors = grid + np.asarray(at, np.float64)
    return answer


def cuff(
    path: Vectors, radius: float, tall: float, thick: float = 0.036, ribs: int = 0, out: float = 0.0
) -> Mesh:
    """A band round the end of a sleeve or trouser leg, ``tall`` along it and flush with its end."""
    at, way = end_of(path)
    heights = np.linspace(-tall + 0.005, -0.0, 4)
    return slab(
        hoop(at, way, radius + np.array([0, out, out, 0.0]), heights, ribs, 0.008),
        thick,
        closed=True,
    )


def band(
    column: Column, low: float, high: float, thick: float = 0.036, ribs: int = 0, lift: float = 0.0
) -> Mesh:
    """A band round a column between two heights: a hem, a waistband, a belt."""
    count = max(72, ribs * 4)
    turn = np.linspace(-180, 180, count, endpoint=False)
    wave = 0.008 * np.cos(np.radians(turn) * ribs) if ribs else 0 * turn
    heights = np.linspace(low, high, 4)
    grid = column.ring(turn[:, None], heights[None], lift + wave[:, None])
    return slab(grid, thick, closed=True)


def skin_arm(arm: Arm, start: float) -> tuple[Vectors, Vectors]:
    """Path and radii of the bare arm from a share of its length on."""
    return part_of(arm.path(), start, 1.0), radii(ARM, start, 1.0)


def skin_leg(leg: Leg, start: float, end: float = 1.0) -> tuple[Vectors, Vectors]:
    """Path and radii of the bare leg between two shares of its length."""
    return part_of(leg.path(), start, end), radii(LEG, start, end)
