"""The age estimate: a grown woman is one, and the looks are placed as the network wants."""

from __future__ import annotations

import numpy as np

from facevalue.engines import age, face_finder, face_mesh
from facevalue.engines.crops import seen
from tests.photographs import astronaut


def points() -> np.ndarray:
    """The astronaut's mesh."""
    return face_mesh.mesh(astronaut(), face_finder.find(astronaut())[0]).points


def test_a_grown_woman_looks_grown() -> None:
    """Between 25 and 50, with probabilities that add up to one."""
    guess = age.estimate(astronaut(), points())
    assert 25 < guess.years < 50
    assert guess.spread < 12
    assert guess.shares.shape == (81,)
    assert np.isclose(guess.shares.sum(), 1, atol=1e-3)


def test_the_size_of_the_photo_changes_little() -> None:
    """Three times as large is as old, within five years."""
    large = np.repeat(np.repeat(astronaut(), 3, 0), 3, 1)
    one, other = age.estimate(astronaut(), points()), age.estimate(large, points() * 3)
    assert abs(one.years - other.years) < 5


def test_eyes_and_nose_are_where_the_network_wants_them() -> None:
    """The five points of the mesh fall on dlib's places, within three of 64 pixels."""
    window = age._windows(points())[0]
    placed = window.from_photo(points()[list(age.MESH_POINTS), :2])
    assert np.abs(placed - age.PLACES * age.SIDE).max() < 3
    assert seen(astronaut(), window).shape == (age.SIDE, age.SIDE, 3)


def test_the_looks_are_at_the_face() -> None:
    """With a hundred black pixels round the photo the same face is as old."""
    framed = np.pad(astronaut(), ((100, 100), (100, 100), (0, 0)))
    moved = points() + np.array([100, 100, 0])
    one, other = age.estimate(astronaut(), points()), age.estimate(framed, moved)
    assert abs(one.years - other.years) < 0.01
