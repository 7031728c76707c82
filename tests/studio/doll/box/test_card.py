"""Card cut to shape."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.studio.doll.box import around, card
from facevalue.studio.doll.box.layout import Item, Room, planned
from facevalue.studio.doll.parts import Mesh

PLAN = planned([Item("Thing", (1, 1, 1))], Room(2.9, 4.95, 2.0, 0.8))


def crossed(mesh: Mesh) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Of every triangle the normal, twice its area long."""
    a, b, c = (mesh.points[mesh.faces[:, i]].astype(np.float64) for i in range(3))
    return np.cross(b - a, c - a)


def sound(mesh: Mesh) -> None:
    """Normals are unit vectors and agree with the way that the triangles are wound."""
    assert np.abs(np.linalg.norm(mesh.normals, axis=1) - 1).max() < 1e-4
    made = crossed(mesh)
    real = np.linalg.norm(made, axis=1) > 1e-9
    agree = (made * mesh.normals[mesh.faces[:, 0]]).sum(1)
    assert (agree[real] > 0).all()


def test_the_front_has_its_window() -> None:
    """Its faces cover the front less the window, and nothing lies in the window."""
    faces, edge = card.plate(card.front(PLAN), 1.0, card.whole(PLAN))
    sound(faces)
    sound(edge)
    ahead = crossed(faces)[:, 2]
    corner = (4 - np.pi) * card.CORNER**2
    window = PLAN.window.width * PLAN.window.height - corner
    expected = PLAN.width * PLAN.height - window
    assert ahead[ahead > 0].sum() / 2 == pytest.approx(expected, rel=1e-3)
    middle = faces.points[faces.faces].mean(1)
    inside = PLAN.window.inset(0.05)
    hidden = (middle[:, 0] > inside.left) & (middle[:, 0] < inside.right)
    hidden &= (middle[:, 1] > inside.bottom) & (middle[:, 1] < inside.top)
    assert not hidden.any()


def test_the_tab_has_its_slot() -> None:
    """The back reaches above the box, and its hole is open."""
    faces, edge = card.plate(card.back(PLAN), 0.0, card.whole(PLAN))
    sound(faces)
    sound(edge)
    assert faces.points[:, 1].max() > PLAN.height + 0.7
    around_hole = np.hypot(faces.points[:, 0], faces.points[:, 1] - PLAN.height - 0.5)
    assert (around_hole < 0.3).sum() > 20


def test_the_print_covers_the_card() -> None:
    """Texture coordinates go from corner to corner, v upwards."""
    faces, _ = card.plate(card.front(PLAN), 1.0, card.whole(PLAN))
    assert faces.uv is not None
    assert faces.uv.min(0) == pytest.approx([0, 0], abs=1e-6)
    assert faces.uv.max(0) == pytest.approx([1, 1])
    top = faces.points[:, 1].argmax()
    assert faces.uv[top, 1] == pytest.approx(1)


def test_the_stand_looks_outwards() -> None:
    """A turned disc with sound normals, as wide as planned, its top at the figure's feet."""
    made = around.stand(PLAN)
    sound(made)
    low, high = made.bounds()
    assert high[1] - low[1] == pytest.approx(PLAN.stand)
    assert (high[0] - low[0]) / 2 >= PLAN.stand_radius


def test_sheets_face_the_way_of_their_corners() -> None:
    """Counter-clockwise corners in x and y look towards the viewer."""
    made = card.sheet([(0, 0, 0), (1, 0, 0), (1, 1, 0), (0, 1, 0)])
    sound(made)
    assert made.normals[0].tolist() == [0, 0, 1]
