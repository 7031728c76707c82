"""A face bent to a character's proportions stays one with the rest of the photo."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from facevalue.studio.painted.people.character import Lens, character
from facevalue.studio.painted.touch import Touch
from tests.studio.painted.people.faces import scene

EYE = (33, 133)
JAW = (172, 397)


def width(points: np.ndarray, ends: tuple[int, int]) -> float:
    """Between two points of a mesh."""
    return float(np.linalg.norm(points[ends[0], :2] - points[ends[1], :2]))


def test_at_full_likeness_nothing_is_bent() -> None:
    """Who wants to be known gets their own face."""
    assert character(scene(), Touch(likeness=1.0)) is scene()


def test_eyes_grow_and_the_jaw_narrows_as_likeness_falls() -> None:
    """Step by step, in the mesh that the drawn eyes follow."""
    meshes = [character(scene(), Touch(likeness=x)).people[0].mesh for x in (1.0, 0.6, 0.2)]
    eyes = [width(mesh, EYE) for mesh in meshes]
    jaws = [width(mesh, JAW) for mesh in meshes]
    assert eyes[0] < eyes[1] < eyes[2]
    assert jaws[0] > jaws[1] > jaws[2]
    assert eyes[2] < 1.5 * eyes[0]


def test_the_picture_is_bent_with_the_mesh() -> None:
    """What was at the corner of an eye in the photo is at the moved corner afterwards."""
    before, after = scene(), character(scene(), Touch(likeness=0.2))
    for point in (33, 133, 159, 145, 362, 263, 1, 152):
        x, y = before.people[0].mesh[point, :2]
        u, v = after.people[0].mesh[point, :2]
        old = before.lab[round(y) - 1 : round(y) + 2, round(x) - 1 : round(x) + 2].mean((0, 1))
        new = after.lab[round(v) - 1 : round(v) + 2, round(u) - 1 : round(u) + 2].mean((0, 1))
        assert np.linalg.norm(old - new) < 9


def test_only_the_face_is_bent() -> None:
    """Not a pixel farther than a face away from the face's middle changes."""
    before, after = scene(), character(scene(), Touch(likeness=0.0))
    who = before.people[0]
    row, column = np.mgrid[: before.height, : before.width]
    x, y = who.mesh[:, :2].mean(0)
    far = np.hypot(column - x, row - y) > 1.4 * who.height
    assert far.any()
    assert (before.pixels[far] == after.pixels[far]).all()
    assert (before.pixels != after.pixels).any()


def test_who_is_not_drawn_is_not_bent() -> None:
    """A face that only the brush paints keeps its proportions."""
    shy = replace(scene(), people=(replace(scene().people[0], drawn=False),))
    assert character(shy, Touch(likeness=0.0)) is shy


@given(some.floats(0.6, 1.7), some.floats(5, 80), some.floats(-100, 100), some.floats(-100, 100))
def test_pushing_undoes_pulling(times: float, reach: float, x: float, y: float) -> None:
    """The mesh goes where the pixels go, for every lens."""
    lens = Lens(np.array([3.0, -4.0]), reach, (times, times))
    place = np.array([[x, y]])
    assert lens.pulled(lens.pushed(place)) == pytest.approx(place, abs=0.05 * reach)
