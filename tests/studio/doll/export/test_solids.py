"""Closing, thickening, and taking apart."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from facevalue.studio.doll.export.join import peg
from facevalue.studio.doll.export.solids import SHEET, bodies, pieces, solid, welded
from facevalue.studio.doll.export.stand import NAME, disc, standing
from facevalue.studio.doll.parts import Mesh
from facevalue.studio.doll.shapes.solids import sphere
from tests.studio.doll.export.figures import figure, meshed, sheet


def test_an_open_sheet_gets_a_thickness() -> None:
    """A sheet becomes a plate whose volume is its area times the thickness."""
    body = solid(sheet(2.0, (0, 0, 0)))
    assert body is not None
    assert body.volume() == pytest.approx(4 * SHEET, rel=0.01)


def test_a_body_inside_out_is_turned() -> None:
    """Volume is positive either way."""
    ball = meshed(sphere((0, 0, 0), 1))
    turned = replace(ball, faces=ball.faces[:, ::-1].copy())
    for mesh in (ball, turned):
        body = solid(mesh)
        assert body is not None
        assert body.volume() == pytest.approx(4.19, abs=0.1)


def test_what_cannot_be_closed_as_one_is_closed_in_pieces() -> None:
    """Three triangles at one edge are no surface; the ball beside them is still found."""
    ball = meshed(sphere((0, 0, 0), 0.5))
    fan = np.array([[3, 0, 0], [3, 1, 0], [4, 0, 0], [3, 0, 1], [2, 0, 0.5]], np.float32)
    odd = np.array([[0, 1, 2], [0, 1, 3], [0, 1, 4]], np.int32) + len(ball.points)
    points = np.concatenate([ball.points, fan])
    both = Mesh(points, np.concatenate([ball.faces, odd]), np.zeros_like(points))
    assert len(list(pieces(both))) == 2
    found = [body.volume() for body in bodies(both)]
    assert len(found) == 2
    assert max(found) == pytest.approx(0.52, abs=0.03)


def test_welding_joins_corners_and_drops_slivers() -> None:
    """Corners at one place become one; a triangle between two of them is gone."""
    points = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [1e-7, 0, 0]])
    kept, faces = welded(points, np.array([[0, 1, 2], [0, 3, 1]]))
    assert len(kept) == 3
    assert len(faces) == 1


def test_a_peg_reaches_into_both_ends() -> None:
    """It begins before its start and ends after its end, in any direction."""
    for end in ([0.3, 0, 0], [0, -0.4, 0], [0.1, 0.2, 0.3]):
        rod = peg(np.zeros(3), np.array(end))
        corners = np.asarray(rod.to_mesh64().vert_properties)[:, :3]
        along = corners @ (np.array(end) / np.linalg.norm(end))
        assert rod.volume() > 0
        assert along.min() < -0.05
        assert along.max() > np.linalg.norm(end) + 0.05


def test_the_stand_is_added_once_below_the_feet() -> None:
    """The figure sinks in a little, so that it is one body with its stand."""
    shown = standing(figure())
    assert [part.name for part in shown].count(NAME) == 1
    assert [part.name for part in standing(shown)].count(NAME) == 1
    low, high = shown[-1].mesh.bounds()
    assert low[1] < 0 < high[1]
    assert high[1] < 0.1


def test_the_disc_is_closed_and_its_rim_is_smooth() -> None:
    """It can be printed, and its normals are unit vectors."""
    made = disc(1.0, 0.2)
    body = solid(made)
    assert body is not None
    assert body.volume() == pytest.approx(np.pi * 0.2, rel=0.03)
    assert np.linalg.norm(made.normals, axis=1) == pytest.approx(1, abs=1e-5)
    assert made.normals[made.points[:, 1] < 1e-6][:, 1].min() < -0.99
