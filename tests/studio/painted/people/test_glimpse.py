"""What is found in one eye: its iris, its lid's line, its glint; and nothing in bare skin."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from facevalue.studio.painted.people import iris, lash, repaint
from facevalue.studio.painted.people.glimpse import Glimpse, glimpses
from tests.studio.painted.people.faces import scene

UNIT = 100
SKIN, WHITE, BROWN, BLACK = (65, 14, 18), (78, 2, 4), (28, 10, 14), (12, 3, 4)


def eye(x: float | None = None, lid: float = 0.0, dark: tuple[float, ...] = BROWN) -> Glimpse:
    """A drawn eye on its grid: an iris at ``x`` unless None, the lid's line lower by ``lid``."""
    rows, columns = 130, 180
    row, column = np.mgrid[:rows, :columns] + 0.5
    across = np.linspace(40, 140, 41)
    bow = np.sin(np.linspace(0, np.pi, 41))
    upper = np.stack([across, 65 - 18 * bow], 1)
    lower = np.stack([across, 65 + 12 * bow], 1)
    lab = np.tile(np.array(SKIN, float), (rows, columns, 1))
    if x is not None:
        high, low = np.interp(column, *upper.T) + lid, np.interp(column, *lower.T)
        ball = (row > high) & (row < low) & (column > 40) & (column < 140)
        lab[ball] = WHITE
        lab[ball & (np.hypot(column - x, row - 62) < 20)] = dark
        lab[(np.abs(row - high) < 2) & (column > 42) & (column < 138)] = BLACK
    return Glimpse(lab, np.zeros((rows, columns)), upper, lower, float(UNIT), 1.0,
                   np.array([[1.0, 0, 0], [0, 1, 0]]))  # fmt: skip


@pytest.mark.parametrize("x", [74.0, 90.0, 106.0])
def test_an_iris_is_found_where_it_looks(x: float) -> None:
    """Its middle within a tenth of the eye's width, its radius within a fifth of itself."""
    found = iris.find(eye(x))
    assert found.sure > 0.8
    assert found.x == pytest.approx(x, abs=0.05 * UNIT)
    assert found.y == pytest.approx(62, abs=0.1 * UNIT)
    assert found.radius == pytest.approx(20, rel=0.2)


def test_bare_skin_has_neither_iris_nor_line() -> None:
    """A shut or hidden eye is not opened by drawing."""
    bare = eye()
    assert iris.find(bare).sure == 0
    assert lash.find(bare).firm.max() == 0


@pytest.mark.parametrize("lid", [-4.0, 0.0, 6.0])
def test_the_lids_line_is_the_photos(lid: float) -> None:
    """It lies where the photo has it, also where the mesh is somewhat off, and in its colour."""
    found = lash.find(eye(90.0, lid))
    expected = np.interp(found.line[:, 0], *eye().upper.T) + lid
    middle = slice(10, 30)
    assert np.abs(found.line[middle, 1] - expected[middle]).max() < 5
    assert found.firm[middle].min() > 0.5
    assert found.colour[0] < 30


def test_under_hair_there_is_no_line() -> None:
    """Lashes are not drawn over a fringe."""
    seen = eye(90.0)
    seen.hair[:] = 1
    assert lash.find(seen).firm.max() == 0


def test_only_one_glint_stays() -> None:
    """Of two mirrored lamps the clearer is painted, and less light than white."""
    seen = eye(90.0)
    seen.lab[56:60, 82:86] = (85, 0, 0)
    seen.lab[66:69, 95:98] = (70, 0, 0)
    found = iris.find(seen)
    light = repaint.painted(seen, found, lash.find(seen).line)[..., 0]
    assert light[57:59, 83:85].max() > 45
    assert light[57:59, 83:85].max() <= repaint.LIGHTEST
    assert light[66:69, 95:98].max() < 40


def test_where_the_photo_has_no_glint_there_is_none() -> None:
    """An iris stays as dark as it is."""
    seen = eye(90.0)
    light = repaint.painted(seen, iris.find(seen), lash.find(seen).line)[..., 0]
    assert light[55:70, 84:96].max() < BROWN[0] + 6


def test_whites_do_not_glare() -> None:
    """Of an eye that the photo blurs no place becomes lighter than there, give or take 4 L*."""
    from scipy.ndimage import gaussian_filter

    seen = eye(90.0)
    lab = gaussian_filter(seen.lab, (4, 4, 0))
    blurred = replace(seen, lab=lab, grain=6.0)
    painted = repaint.painted(blurred, iris.find(blurred), lash.find(blurred).line)
    assert (painted[..., 0] - lab[..., 0]).max() < 4


def test_an_iris_keeps_its_own_colour() -> None:
    """Blue stays blue, brown stays brown."""
    for dark in (BROWN, (45.0, -2.0, -18.0)):
        seen = eye(90.0, dark=dark)
        lab = repaint.painted(seen, iris.find(seen), lash.find(seen).line)
        assert lab[64, 102, 1:] == pytest.approx(dark[1:], abs=5)


def test_a_surer_eye_makes_the_other_doubt() -> None:
    """Irises that look different ways are not both drawn clean."""
    seen = [eye(70.0), eye(70.0)]
    found = [iris.Iris(70, 62, 20, 1.0), iris.Iris(110, 62, 20, 0.6)]
    one, other = iris.agreed(found, seen)
    assert one.sure == 1.0
    assert other.sure == 0


def test_eyes_turned_away_are_not_seen() -> None:
    """Of a face in profile the far eye is left to the brush."""
    person = scene().people[0]
    assert len(glimpses(scene(), person)) == 2
    mesh = person.mesh.copy()
    middle = mesh[[33, 133], :1].mean(0)
    left = np.array([33, 246, 161, 160, 159, 158, 157, 173, 133, 7, 163, 144, 145, 153, 154, 155])
    wide = mesh[133, 0] - mesh[33, 0]
    mesh[left, :1] = middle + 0.2 * (mesh[left, :1] - middle)
    mesh[33, 2] += wide
    assert len(glimpses(scene(), replace(person, mesh=mesh))) == 1
