"""Distances become closed surfaces with outward normals."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import ArrayLike

from facevalue.studio.doll.parts import Mesh, rotation
from facevalue.studio.doll.shapes.field import Field
from facevalue.studio.doll.shapes.solids import (
    Solid,
    box,
    capsule,
    curve,
    cylinder,
    ellipsoid,
    smooth_min,
    sphere,
    spline,
    torus,
    tube,
)

GRAIN = 0.04


def volume(mesh: Mesh) -> float:
    """By the divergence theorem: right only for a closed surface that looks outwards."""
    a, b, c = (mesh.points[mesh.faces[:, i]].astype(float) for i in range(3))
    return float((a * np.cross(b, c)).sum() / 6)


def meshed(solid: Solid) -> Mesh:
    """A solid alone in a grid around it."""
    return Field(solid.low - 0.2, solid.high + 0.2, GRAIN).add(solid).mesh()


@pytest.mark.parametrize(
    ("solid", "right"),
    [
        (sphere((0.3, -1, 2), 0.8), 4 / 3 * np.pi * 0.8**3),
        (ellipsoid((0, 0, 0), (0.5, 0.8, 0.6)), 4 / 3 * np.pi * 0.5 * 0.8 * 0.6),
        (box((1, 1, 1), (0.5, 0.4, 0.6), 0.02), 8 * 0.5 * 0.4 * 0.6),
        (cylinder((0, 0, 0), 0.5, 0.7, axis=0), np.pi * 0.25 * 1.4),
        (torus((0, 0, 0), 0.7, 0.2), 2 * np.pi**2 * 0.7 * 0.04),
        (capsule((0, 0, 0), (0, 1, 0), 0.4), np.pi * 0.16 + 4 / 3 * np.pi * 0.4**3),
    ],
    ids=["sphere", "ellipsoid", "box", "cylinder", "torus", "capsule"],
)
def test_a_solid_has_the_volume_that_geometry_says(solid: Solid, right: float) -> None:
    """Closed, the right size, facing outwards: a mesh inside out would have a negative volume."""
    assert volume(meshed(solid)) == pytest.approx(right, rel=0.04)


@pytest.mark.parametrize("turn", [rotation(0, 0, 30), rotation(20, 40, 10)])
def test_turning_a_solid_keeps_its_volume_and_turns_it(turn: np.ndarray) -> None:
    """The long axis of a turned body points where the rotation sends it."""
    mesh = meshed(ellipsoid((0, 0, 0), (0.3, 0.9, 0.3), turn))
    assert volume(mesh) == pytest.approx(4 / 3 * np.pi * 0.3 * 0.9 * 0.3, rel=0.05)
    far = mesh.points[np.argmax(np.linalg.norm(mesh.points, axis=1))]
    along = turn @ np.array([0, 1, 0])
    assert abs(far @ along) / np.linalg.norm(far) > 0.98


def test_normals_point_outwards_and_are_unit() -> None:
    """On a ball they are the directions from its middle."""
    mesh = meshed(sphere((0, 0, 0), 1))
    out = mesh.points / np.linalg.norm(mesh.points, axis=1, keepdims=True)
    assert ((mesh.normals * out).sum(1) > 0.99).all()
    assert np.linalg.norm(mesh.normals, axis=1) == pytest.approx(1, abs=1e-3)


def test_every_edge_belongs_to_two_faces() -> None:
    """The surface is closed, also where a solid touches the border of the grid."""
    field = Field((-1, -1, -1), (1, 1, 1), 0.1).add(sphere((0.8, 0, 0), 0.6))
    mesh = field.mesh()
    edges = np.sort(mesh.faces[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2), axis=1)
    _, counts = np.unique(edges, axis=0, return_counts=True)
    assert (counts == 2).all()


def test_cutting_takes_away_what_adding_put_there() -> None:
    """A bored ball has less volume by the bore."""
    whole = Field((-1.2, -1.2, -1.2), (1.2, 1.2, 1.2), GRAIN).add(sphere((0, 0, 0), 1))
    before = volume(whole.mesh())
    whole.cut(cylinder((0, 0, 0), 0.2, 2))
    assert before - volume(whole.mesh()) == pytest.approx(np.pi * 0.04 * 2, rel=0.1)


def test_adding_far_away_changes_nothing_near() -> None:
    """Only the part of the grid that a solid can reach is worked out."""
    field = Field((-1, -1, -1), (3, 1, 1), GRAIN).add(sphere((0, 0, 0), 0.5))
    before = field.values[:30].copy()
    field.add(sphere((2.4, 0, 0), 0.3))
    assert np.array_equal(field.values[:30], before)


def test_no_surface_is_said_so() -> None:
    """An empty grid is a mistake in modelling and does not pass as an empty part."""
    with pytest.raises(ValueError, match=r"[Ss]urface"):
        Field((-1, -1, -1), (1, 1, 1), 0.2).mesh()


def test_blending_fills_the_seam_only() -> None:
    """A smooth union is never outside the plain one, and equals it far from the seam."""
    a, b = np.linspace(-1, 1, 50, dtype=np.float32), np.linspace(1, -1, 50, dtype=np.float32)
    melted = smooth_min(a, b, 0.3)
    assert (melted <= np.minimum(a, b) + 1e-6).all()
    assert melted[0] == pytest.approx(-1)
    assert np.array_equal(smooth_min(a, b, 0), np.minimum(a, b))


@pytest.mark.parametrize("points", [[(0, 0, 0), (1, 1, 0), (2, 0, 0)], np.eye(3)])
def test_lines_go_through_their_ends(points: ArrayLike) -> None:
    """A curve and a spline begin and end where they were told to."""
    given = np.asarray(points, float)
    for line in (curve(list(given)), spline(given)):
        assert line[0] == pytest.approx(given[0])
        assert line[-1] == pytest.approx(given[-1])


def test_a_tube_follows_its_line_with_its_radii() -> None:
    """Thick where it was told to be thick."""
    mesh = meshed(tube([(0, 0, 0), (0, 1, 0), (0, 2, 0)], [0.3, 0.3, 0.12]))
    near_top = mesh.points[mesh.points[:, 1] > 1.9]
    near_foot = mesh.points[np.abs(mesh.points[:, 1] - 0.5) < 0.1]
    assert np.abs(near_top[:, 0]).max() < 0.2 < np.abs(near_foot[:, 0]).max()


def test_modelling_twice_gives_the_same_bytes() -> None:
    """Same input, same triangles."""
    one, other = meshed(sphere((0, 0, 0), 0.7)), meshed(sphere((0, 0, 0), 0.7))
    assert one.points.tobytes() == other.points.tobytes()
    assert one.faces.tobytes() == other.faces.tobytes()
