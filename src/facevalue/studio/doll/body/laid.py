"""Flat things laid on a surface from any side: patches with a picture, pockets on a leg."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..parts import Mesh
from ..shapes.field import with_uv
from ..shapes.vectors import unit
from .columns import Surface
from .sheets import cord, joined, slab

Vectors = NDArray[np.float64]

AWAY = 0.32
"""How far outside the rays start that look for the surface."""


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A place on a surface; places on it are (right, up) from its middle.

    ``frame`` (3 x 3) has the columns right, up and out; ``bulge`` says how far out the surface
    is, as weights of the terms of ``_terms``. Folds are left out: what is laid on is stiff.
    """

    at: Vectors
    frame: Vectors
    bulge: Vectors

    @property
    def out(self) -> Vectors:
        """Away from the surface."""
        return self.frame[:, 2]

    def on(self, right: ArrayLike, up: ArrayLike, lift: float = 0.0) -> Vectors:
        """Points (... x 3) of the surface at places, ``lift`` before it."""
        a, b = np.broadcast_arrays(np.asarray(right, np.float64), np.asarray(up, np.float64))
        far = _terms(a, b) @ self.bulge + lift
        answer: Vectors = self.at + np.stack([a, b, far], -1) @ self.frame.T
        return answer


def _terms(a: Vectors, b: Vectors) -> Vectors:
    return np.stack([np.ones_like(a), a, b, a * a, a * b, b * b], -1)


def spot(
    surface: Surface, at: ArrayLike, towards: ArrayLike, along: ArrayLike, reach: float = 0.10
) -> Spot:
    """A place near ``at``, facing as near to ``towards`` as is square to ``along`` (its up).

    Its shape is the least squares fit of the surface within ``reach``.
    """
    up, middle = unit(along), np.asarray(at, np.float64)
    aim = np.asarray(towards, np.float64)
    out = unit(aim - up * (aim @ up))
    frame = np.stack([np.cross(up, out), up, out], 1)
    a, b = (v.ravel() for v in np.meshgrid(*[np.linspace(-reach, reach, 9)] * 2))
    start = middle + np.stack([a, b, np.full(a.size, AWAY)], 1) @ frame.T
    far = (surface.seen(start, -out) - middle) @ out
    bulge: Vectors = np.asarray(np.linalg.lstsq(_terms(a, b), far, rcond=None)[0], np.float64)
    return Spot(middle, frame, bulge)


def badge(place: Spot, radius: float, power: float = 2.0, lift: float = 0.006) -> Mesh:
    """A patch with a picture and a raised rim: round, or squarer with a higher ``power``."""
    level = np.sin(np.radians(np.linspace(-88, 88, 17)))
    half = (1 - np.abs(level) ** power) ** (1 / power)
    grid = np.linspace(-1, 1, 13)[:, None] * half[None]
    sheet = slab(place.on(grid * radius, np.broadcast_to(level, grid.shape) * radius, lift), 0.03)
    flat = (sheet.points.astype(np.float64) - place.at) @ place.frame[:, :2]
    sheet = with_uv(sheet, np.clip(flat / (2 * radius) + 0.5, 0, 1))
    turn = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    out = (np.abs(np.cos(turn)) ** power + np.abs(np.sin(turn)) ** power) ** (-1 / power) * radius
    edge = place.on(out * np.cos(turn), out * np.sin(turn), lift + 0.006)
    return joined([sheet, cord(edge, 0.0135, closed=True, sides=8)])


def flat(place: Spot, outline: Sequence[tuple[float, float]], lift: float, thick: float) -> Mesh:
    """Cloth between mirrored edges: rows of (half width, height) from the top down."""
    half, level = np.array(outline).T
    rows = np.linspace(0, 1, 10)
    steps = np.linspace(0, 1, len(half))
    wide, high = np.interp(rows, steps, half), np.interp(rows, steps, level)
    across = np.linspace(-1, 1, 9)
    places = across[None] * wide[:, None], np.broadcast_to(high[:, None], (10, 9))
    return slab(place.on(*places, lift), thick)
