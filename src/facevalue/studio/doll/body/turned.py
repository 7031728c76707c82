"""Buttons, blocks and other small closed solids made straight as triangles."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from ..parts import Mesh
from ..shapes.turned import lathe
from ..shapes.vectors import unit
from .sheets import Vectors, again, quads, solid


def frame(normal: ArrayLike) -> Vectors:
    """A rotation (3 x 3) whose third column is ``normal``, and whose second is upright."""
    ahead = unit(normal)
    up = np.array([0.0, 1.0, 0.0]) if abs(ahead[1]) < 0.99 else np.array([0.0, 0.0, -1.0])
    right = unit(np.cross(up, ahead))
    return np.stack([right, np.cross(ahead, right), ahead], 1)


def turned(profile: ArrayLike, at: ArrayLike, normal: ArrayLike, sides: int = 16) -> Mesh:
    """A solid of revolution: rows of (radius, height) from the bottom's rim to the top's.

    Both ends are closed flat. ``normal`` is its axis, ``at`` where height 0 is.
    """
    rows = np.asarray(profile, np.float64)
    shut = [(0, rows[0, 1]), *rows, (0, rows[-1, 1])]
    right, up, ahead = frame(normal).T
    x, y, z = np.asarray(at, np.float64)
    return lathe(shut, sides).placed((x, y, z), np.stack([right, ahead, -up], 1))


def button(at: ArrayLike, normal: ArrayLike, radius: float, thick: float = 0.05) -> Mesh:
    """A round button with a raised rim, half sunk into what it sits on."""
    rows = [(0.96, -0.5), (1.0, 0.15), (0.93, 0.45), (0.8, 0.5), (0.68, 0.42), (0.6, 0.25)]
    profile = [(radius * wide, thick * high) for wide, high in rows]
    return turned(profile, at, normal)


def block(at: ArrayLike, half: ArrayLike, turn: ArrayLike | None = None, edge: float = 0.3) -> Mesh:
    """A box with soft edges (a superellipsoid); ``edge`` 1 is an ellipsoid, near 0 a box."""
    high = np.linspace(-np.pi / 2, np.pi / 2, 13)[1:-1]
    round_ = np.linspace(-np.pi, np.pi, 32, endpoint=False)

    def bent(v: Vectors) -> Vectors:
        answer: Vectors = np.sign(v) * np.abs(v) ** edge
        return answer

    wide = bent(np.cos(high))[:, None]
    rings = np.stack(
        [
            wide * bent(np.cos(round_)),
            wide * bent(np.sin(round_)),
            np.broadcast_to(bent(np.sin(high))[:, None], (len(high), len(round_))),
        ],
        -1,
    ).reshape(-1, 3)
    table = again(np.arange(len(rings)).reshape(len(high), len(round_)), 1)
    count = len(round_)
    low = np.stack([np.full(count, len(rings)), table[0, 1:], table[0, :-1]], 1)
    top = np.stack([np.full(count, len(rings) + 1), table[-1, :-1], table[-1, 1:]], 1)
    points = np.concatenate([rings, [[0, 0, -1], [0, 0, 1]]]) * np.asarray(half, np.float64)
    spin = np.eye(3) if turn is None else np.asarray(turn, np.float64)
    faces = np.concatenate([quads(table)[:, ::-1], low, top])
    return solid(points @ spin.T + np.asarray(at, np.float64), faces)
