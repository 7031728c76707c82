"""Sheets, cords and turned solids: closed, outside out, as thick as asked."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.studio.doll.body.sheets import cord, joined, slab
from facevalue.studio.doll.body.turned import block, button, frame
from facevalue.studio.doll.parts import Mesh
from facevalue.studio.doll.shapes.turned import mirrored

from .test_build import open_edges


def volume(mesh: Mesh) -> float:
    a, b, c = (mesh.points[mesh.faces[:, i]].astype(np.float64) for i in range(3))
    return float((a * np.cross(b, c)).sum() / 6)


def grid() -> np.ndarray:
    u = np.linspace(0, 1, 9)
    x, y = np.meshgrid(u, u, indexing="ij")
    return np.stack([x, y, 0 * x], -1)


def ring(radius: float = 1.0) -> np.ndarray:
    turn = np.linspace(0, 2 * np.pi, 60, endpoint=False)
    return np.stack([radius * np.sin(turn), 0 * turn, radius * np.cos(turn)], 1)


SHAPES = {
    "sheet": slab(grid(), 0.1),
    "belt": slab(ring()[:, None] + np.array([[0, 0, 0], [0, 0.1, 0], [0, 0.2, 0]]), 0.05,
                 closed=True),
    "cord": cord([[0, 0, 0], [0, 1, 0], [1, 2, 0]], 0.1),
    "hoop": cord(ring(), 0.1, closed=True),
    "button": button((0, 0, 0), (0, 1, 1), 0.1),
    "block": block((0, 0, 0), (0.1, 0.2, 0.3)),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_shapes_are_closed_and_outside_out(name: str) -> None:
    """Every edge lies between two faces, the volume is positive, normals agree with faces."""
    mesh = SHAPES[name]
    assert open_edges(mesh) == 0
    assert volume(mesh) > 0
    a, b, c = (mesh.points[mesh.faces[:, i]] for i in range(3))
    assert ((np.cross(b - a, c - a) * mesh.normals[mesh.faces].mean(1)).sum(1) > -1e-9).all()


def test_a_sheet_is_as_thick_as_asked() -> None:
    """A flat sheet of side 1 reaches half its thickness to both sides and past its edge."""
    low, high = SHAPES["sheet"].bounds()
    assert high[2] - low[2] == pytest.approx(0.1, abs=1e-5)
    assert high[0] == pytest.approx(1.05, abs=1e-5)


def test_a_hoop_has_the_volume_of_a_torus() -> None:
    """A closed cord does not twist or thin anywhere (an octagon has 0.9 of a circle's area)."""
    torus = 2 * np.pi**2 * 0.1**2
    assert volume(SHAPES["hoop"]) == pytest.approx(torus * 0.9, rel=0.02)


def test_a_mirror_keeps_the_outside_outside() -> None:
    """A mirrored mesh has the same positive volume."""
    assert volume(mirrored(SHAPES["cord"])) == pytest.approx(volume(SHAPES["cord"]), rel=1e-5)


def test_joining_keeps_every_part() -> None:
    """The volume of a joined mesh is the sum of its parts'."""
    parts = [SHAPES["sheet"], SHAPES["block"]]
    assert volume(joined(parts)) == pytest.approx(sum(map(volume, parts)), rel=1e-5)


@pytest.mark.parametrize("normal", [(0, 0, 1), (0, 1, 0), (0, -1, 0), (1, 2, -3)])
def test_frames_are_rotations(normal: tuple[float, float, float]) -> None:
    """A frame is a right-handed rotation that leads z to the normal."""
    turn = frame(normal)
    assert np.allclose(turn.T @ turn, np.eye(3), atol=1e-9)
    assert np.linalg.det(turn) == pytest.approx(1)
    assert np.allclose(turn[:, 2], np.array(normal) / np.linalg.norm(normal))
