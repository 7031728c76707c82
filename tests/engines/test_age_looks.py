"""Both age networks at one face: where they look, and that both are asked."""

from __future__ import annotations

import numpy as np

from facevalue.engines import age, age_deep, age_looks, face_finder, face_mesh
from facevalue.engines.crops import seen
from facevalue.engines.face_finder import Face
from facevalue.engines.face_mesh import FaceMesh
from tests.photographs import astronaut


def known() -> tuple[Face, FaceMesh]:
    """The astronaut's face and its mesh."""
    face = face_finder.find(astronaut())[0]
    return face, face_mesh.mesh(astronaut(), face)


def moved(face: Face, mesh: FaceMesh, by: float) -> tuple[Face, FaceMesh]:
    """The same so many pixels further right and down."""
    left, top, right, bottom = (side + by for side in face.box)
    marks = tuple((x + by, y + by) for x, y in face.landmarks)
    there = mesh.points + np.array([by, by, 0])
    return Face((left, top, right, bottom), face.score, marks), FaceMesh(there, mesh.score)


def test_a_grown_woman_looks_grown_to_both() -> None:
    """With her mesh and without one."""
    face, mesh = known()
    for each in (mesh, None):
        told = age_looks.years(astronaut(), face, each)
        assert 25 < told.first < 50
        assert 25 < told.deep < 50


def test_mesh_and_landmarks_place_alike() -> None:
    """Without a mesh each differs by less than eight years."""
    face, mesh = known()
    one, other = (age_looks.years(astronaut(), face, each) for each in (mesh, None))
    assert abs(one.first - other.first) < 8
    assert abs(one.deep - other.deep) < 8


def test_the_looks_are_at_the_face() -> None:
    """In a photo with a hundred pixels more around it the same face is as old."""
    face, mesh = known()
    framed = np.pad(astronaut(), ((100, 100), (100, 100), (0, 0)), mode="edge")
    one = age_looks.years(astronaut(), face, mesh)
    other = age_looks.years(framed, *moved(face, mesh, 100))
    assert abs(one.first - other.first) < 0.1
    assert abs(one.deep - other.deep) < 0.1


def test_a_face_at_the_border_has_an_age() -> None:
    """A photo cut at hairline, chin and cheeks, as passport crops are, is read within ten years."""
    face, mesh = known()
    left, top, right, bottom = (round(side) for side in face.box)
    tight = astronaut()[top:bottom, left:right]
    marks = tuple((x - left, y - top) for x, y in face.landmarks)
    cut = Face((0, 0, right - left, bottom - top), face.score, marks)
    away = FaceMesh(mesh.points - np.array([left, top, 0]), mesh.score)
    one, other = age_looks.years(astronaut(), face, mesh), age_looks.years(tight, cut, away)
    assert abs(one.first - other.first) < 10
    assert abs(one.deep - other.deep) < 10


def test_the_places_are_those_of_a_face() -> None:
    """In every look the eyes lie level above the mouth, and the nose between them."""
    face, mesh = known()
    marks = np.array(face.landmarks)
    for each in (mesh, None):
        for window in (age_looks._first(marks, each), age_looks._deep(marks, each)):
            left, right, nose, *mouth = window.from_photo(marks) / window.width
            assert 0.15 < left[0] < nose[0] < right[0] < 0.85
            assert abs(left[1] - right[1]) < 0.06
            assert max(left[1], right[1]) < nose[1] < min(corner[1] for corner in mouth) < 0.9
            assert seen(astronaut(), window).shape == (window.height, window.width, 3)
    assert {age_looks._first(marks, mesh).width, age_looks._deep(marks, mesh).width} == {
        age.SIDE,
        age_deep.SIDE,
    }
