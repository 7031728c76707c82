"""Which pixels may show or feel a thing or a word, and which only the person, box and studio."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..parts import Mesh
from .camera import View

BLOCK = 8
"""Pixels are taken together in squares of this side."""

REACH, EDGE = 0.025, 0.005
"""How far around things their shadows and reflections count, and how far around print its blurred
edge, in picture heights."""


def apart(things: Sequence[Mesh], prints: Sequence[Mesh], view: View) -> NDArray[np.bool_]:
    """Height x width: true in every block that one of their triangles reaches."""
    wide, high = (-(-side // BLOCK) for side in (view.width, view.height))
    touched = np.zeros((high + 1, wide + 1), np.int64)
    far = [(mesh, REACH * view.height) for mesh in things]
    for mesh, reach in far + [(mesh, EDGE * view.height) for mesh in prints]:
        corners = view.project(mesh.points)[mesh.faces]
        left, top = _blocks(corners.min(1) - reach, (wide, high))
        right, low = _blocks(corners.max(1) + reach + BLOCK, (wide, high))
        for rows, columns, step in (
            (top, left, 1),
            (low, right, 1),
            (top, right, -1),
            (low, left, -1),
        ):
            np.add.at(touched, (rows, columns), step)
    blocks = touched.cumsum(0).cumsum(1)[:-1, :-1] > 0
    pixels = blocks.repeat(BLOCK, 0).repeat(BLOCK, 1)
    return pixels[: view.height, : view.width]


def _blocks(
    pixels: NDArray[np.float64], most: tuple[int, int]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Columns and rows of blocks that hold these places, the picture's edges at most."""
    x, y = (np.clip(pixels[:, i] // BLOCK, 0, most[i]).astype(np.int64) for i in (0, 1))
    return x, y
