"""Which finds are faces, and how they are turned."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from facevalue.engines.face_finder import Face
from facevalue.studio.painted.scene import faces, heads
from facevalue.studio.painted.scene.heads import Head, plausible, turned
from tests.photographs import astronaut
from tests.studio.painted.scene.pictures import portrait

Points = NDArray[np.float64]


def _mesh() -> Points:
    return portrait().people[0].mesh


def _turned(mesh: Points, axis: int, angle: float) -> Points:
    """A mesh turned about an axis through its middle (0 across, 1 down, 2 to the viewer)."""
    one, other = ((1, 2), (2, 0), (0, 1))[axis]
    away = mesh - mesh.mean(0)
    answer: Points = away.copy()
    answer[:, one] = np.cos(angle) * away[:, one] - np.sin(angle) * away[:, other]
    answer[:, other] = np.sin(angle) * away[:, one] + np.cos(angle) * away[:, other]
    answer += mesh.mean(0)
    return answer


@pytest.mark.parametrize("angle", [-0.5, 0.5])
def test_yaw_is_positive_where_the_nose_points_right(angle: float) -> None:
    """The nose's tip, seen from between the cheeks, moves to the side of the yaw."""
    mesh = _turned(_mesh(), 1, angle)
    nose = mesh[1, 0] - mesh[[234, 454], 0].mean()
    yaw = turned(mesh)[0] - turned(_mesh())[0]
    assert np.sign(yaw) == np.sign(nose)
    assert abs(yaw) == pytest.approx(0.5, abs=0.06)


@pytest.mark.parametrize("angle", [-0.4, 0.4])
def test_pitch_is_positive_where_the_nose_points_down(angle: float) -> None:
    """The nose's tip, seen from between forehead and chin, moves down with the pitch."""
    mesh = _turned(_mesh(), 0, angle)

    def height(points: Points) -> float:
        return float(points[1, 1] - points[[10, 152], 1].mean())

    pitch = turned(mesh)[1] - turned(_mesh())[1]
    assert np.sign(pitch) == np.sign(height(mesh) - height(_mesh()))
    assert abs(pitch) == pytest.approx(0.4, abs=0.06)


def test_roll_is_clockwise() -> None:
    """A photo turned clockwise by a right angle has a face rolled so."""
    clockwise = np.ascontiguousarray(np.rot90(astronaut(), -1))
    upright = heads.heads(astronaut())[0]
    face = _rolled(upright.face)
    assert heads._head(clockwise, face).roll == pytest.approx(np.pi / 2, abs=0.1)


def _rolled(face: Face) -> Face:
    """A face of the astronaut after a clockwise right angle: (x, y) goes to (511 - y, x)."""
    left, top, right, bottom = face.box
    marks = tuple((511.0 - y, x) for x, y in face.landmarks)
    return Face((511.0 - bottom, left, 511.0 - top, right), face.score, marks)


def test_a_mirrored_photo_turns_the_other_way() -> None:
    """Yaw and roll change their sign."""
    one = heads.heads(astronaut())[0]
    other = heads.heads(np.ascontiguousarray(astronaut()[:, ::-1]))[0]
    assert one.roll == pytest.approx(-other.roll, abs=0.05)
    assert one.yaw == pytest.approx(-other.yaw, abs=0.08)


def test_a_cat_and_a_cup_have_no_face() -> None:
    """No find on them is believed."""
    import skimage.data

    for picture in (skimage.data.cat(), skimage.data.coffee()):
        assert heads.heads(picture) == []


def _head(**changes: object) -> Head:
    mesh = _mesh()
    face = Face((0, 0, 100, 120), 0.9, ((0, 0),) * 5)
    plain = Head(face, mesh, 1.0, 200.0, 0.0, 0.0, 0.0, 0.04)
    return replace(plain, **changes)  # type: ignore[arg-type]


def test_an_unsure_find_is_no_face() -> None:
    """A weak find needs a sure mesh; a mesh elsewhere than the find is not sure."""
    weak = Face((0, 0, 100, 120), 0.45, ((0, 0),) * 5)
    assert heads.believed(_head())
    assert heads.believed(_head(face=weak))
    assert not heads.believed(_head(face=weak, score=0.1))
    assert not heads.believed(_head(face=weak, apart=0.4))


def test_a_mesh_out_of_order_is_not_plausible() -> None:
    """Upside down, or with the mouth over the nose, nothing is a face."""
    assert plausible(_mesh())
    swapped = _mesh().copy()
    swapped[[1, 13, 14]] = swapped[[13, 1, 1]]
    assert not plausible(swapped)
    assert not plausible(np.zeros((468, 3)))


def test_two_finds_on_one_face_are_one() -> None:
    """The one whose landmarks lie where the mesh has them stays."""
    better, worse = _head(), _head(apart=0.14)
    assert heads.apart([worse, better]) == [better]
    away = replace(better, mesh=better.mesh + np.array([2000, 0, 0]))
    assert len(heads.apart([better, away])) == 2


def test_what_is_not_drawn_says_why() -> None:
    """Too small here or in the photo, turned away, unsure; a large sure face is drawn."""
    assert faces.hidden(_head(), 1.0) == ""
    assert "small" in faces.hidden(_head(height=20.0), 1.0)
    assert "small" in faces.hidden(_head(height=60.0), 4.0)
    assert "turned" in faces.hidden(_head(yaw=1.3), 1.0)
    assert "read" in faces.hidden(_head(score=0.2), 1.0)
