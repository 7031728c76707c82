"""Lathes, sweeps, bricks, plates, sheets: closed, facing outwards, as large as they should be."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.studio.doll.parts import Mesh
from facevalue.studio.doll.shapes.turned import ball, joined, lathe, mirrored, stretched, sweep
from facevalue.studio.doll.things.plates import (
    bent_board,
    brick,
    card,
    plate,
    rounded,
    sheet,
    smooth,
)

from .meshes import agree, is_closed, volume

TURN = np.linspace(0, 2 * np.pi, 40, endpoint=False)
CIRCLE = np.column_stack([np.cos(TURN), np.sin(TURN), 0 * TURN])
ROWS = np.linspace(0, 1, 6)
GRID = np.stack([np.column_stack([0 * ROWS + x, ROWS, 0 * ROWS]) for x in (0.0, 0.5, 1.0)], 1)
BOW = np.linspace(-1.5, 1.5, 9)

BODIES: dict[str, tuple[Mesh, float]] = {
    "pillar": (lathe([(0, 0), (1, 0), (1, 2), (0, 2)], 64), 2 * np.pi),
    "ring": (lathe([(1, 0), (2, 0), (2, 1), (1, 1), (1, 0)], 64), 3 * np.pi),
    "rod": (sweep([(0, 0, 0), (2, 0, 0), (4, 0, 0)], 0.5, 32), np.pi + 4 / 3 * np.pi * 0.125),
    "hoop": (sweep(CIRCLE, 0.1, 16, closed=True), 2 * np.pi**2 * 0.01),
    "brick": (brick((1, 2, 3), 0.01), 48.0),
    "plate": (plate(rounded(1, 2, 0.01), 0.5, 0.01), 8.0),
    "card": (card(2, 1, 0.5), 1.0),
    "ball": (ball(1.0, 48), 4 / 3 * np.pi),
    "egg": (stretched(ball(1.0, 48), (1, 2, 3), (5, 5, 5)), 8 * np.pi),
    "mirrored": (mirrored(brick((1, 2, 3), 0.01).placed((4, 0, 0))), 48.0),
    "joined": (joined(brick((1, 1, 1), 0.01), brick((1, 1, 1), 0.01).placed((5, 0, 0))), 16.0),
    "sheet": (sheet(GRID, np.tile((0, 0, 1.0), (6, 1)), 0.1), 0.05),
    "board": (
        bent_board(
            np.column_stack([2 * np.cos(BOW), 2 * np.sin(BOW)]),
            np.column_stack([np.cos(BOW), np.sin(BOW)]),
            1.0,
        ),
        1.5 * 3 * 2,
    ),
}


@pytest.mark.parametrize("name", BODIES)
def test_closed_and_outwards(name: str) -> None:
    """Every body can be printed, and its faces, its normals and its volume say the same."""
    mesh, full = BODIES[name]
    assert is_closed(mesh)
    assert agree(mesh) > 0.97
    assert volume(mesh) == pytest.approx(full, rel=0.6 if name == "sheet" else 0.05)
    assert np.abs(np.linalg.norm(mesh.normals, axis=1) - 1).max() < 1e-3


def test_round_corners_of_a_profile() -> None:
    """A lathe takes away at the corners what it was told to, and no more."""
    sharp = lathe([(0, 0), (1, 0), (1, 2), (0, 2)], 64)
    soft = lathe([(0, 0), (1, 0), (1, 2), (0, 2)], 64, edge=0.2)
    corner = np.array([1, 0])
    near = np.column_stack([np.hypot(*soft.points[:, [0, 2]].T), soft.points[:, 1]]) - corner
    assert 0.05 < np.linalg.norm(near, axis=1).min() < 0.2
    assert np.allclose(sharp.bounds(), soft.bounds())


def test_a_smooth_outline_passes_its_points() -> None:
    """The curve through a square's corners comes close to each of them."""
    corners = [(0, 0), (1, 0), (1, 1), (0, 1)]
    line = smooth(corners, 400)
    apart = [np.linalg.norm(line - np.array(corner), axis=1).min() for corner in corners]
    assert max(apart) < 0.02


def test_a_card_shows_its_picture_upright() -> None:
    """The front's lower left corner is (0, 0) in the picture, its upper right (1, 1)."""
    mesh = card(2, 1, 0.1)
    assert mesh.uv is not None
    front = mesh.normals[:, 2] > 0.5
    assert mesh.uv[front][mesh.points[front].sum(1).argmin()].tolist() == [0, 0]
    assert mesh.uv[front][mesh.points[front].sum(1).argmax()].tolist() == [1, 1]
