"""Patches and pockets follow the form below them, not its folds."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.studio.doll.body.columns import Surface
from facevalue.studio.doll.body.emblems import EMBLEMS, SIDE, emblem
from facevalue.studio.doll.body.laid import badge, flat, spot
from facevalue.studio.doll.shapes.field import Field
from facevalue.studio.doll.shapes.solids import capsule

RADIUS = 0.3


def rod() -> Surface:
    """An upright round rod."""
    field = Field((-0.5, -0.7, -0.5), (0.5, 0.7, 0.5), 0.03)
    return Surface(field.add(capsule((0, -0.5, 0), (0, 0.5, 0), RADIUS)))


@pytest.mark.parametrize("towards", [(0, 0, 1), (1, 0, 0), (0.6, 0.5, -0.6)])
def test_a_patch_lies_on_the_surface(towards: tuple[float, float, float]) -> None:
    """From any side all of a patch is near the rod, and its middle faces the way asked."""
    aim = np.array(towards) * [1, 0, 1]
    place = spot(rod(), aim / np.linalg.norm(aim) * RADIUS, towards, (0, 1, 0))
    found = badge(place, 0.09).points
    assert np.abs(np.hypot(found[:, 0], found[:, 2]) - RADIUS).max() < 0.035
    assert place.out @ aim / np.linalg.norm(aim) == pytest.approx(1)


def test_a_picture_is_upright_and_unmirrored() -> None:
    """Seen from outside, u grows to the right and v upwards; the rim takes the corner."""
    mesh = badge(spot(rod(), (0, 0, RADIUS), (0, 0, 1), (0, 1, 0)), 0.09)
    assert mesh.uv is not None
    on = (mesh.uv != 0).any(1)
    assert np.corrcoef(mesh.points[on, 0], mesh.uv[on, 0])[0, 1] > 0.98
    assert np.corrcoef(mesh.points[on, 1], mesh.uv[on, 1])[0, 1] > 0.98
    assert (~on).any()


def test_cloth_is_as_large_as_its_outline() -> None:
    """A pocket has the width and height that were asked for, and a little for its edge."""
    place = spot(rod(), (0, 0, RADIUS), (0, 0, 1), (0, 1, 0))
    low, high = flat(place, [(0.08, 0.1), (0.06, -0.1)], 0.01, 0.03).bounds()
    assert high[0] - low[0] == pytest.approx(0.16 + 0.03, abs=0.01)
    assert high[1] - low[1] == pytest.approx(0.20 + 0.03, abs=0.01)


@pytest.mark.parametrize("role", EMBLEMS)
def test_emblems_are_pictures_without_writing(role: str) -> None:
    """Each is a square of several colours; nothing in it is text or an image from elsewhere."""
    art = emblem(role)
    assert art.shape == (SIDE, SIDE, 3)
    assert len(np.unique(art.reshape(-1, 3) // 16, axis=0)) > 5
    assert "<text" not in EMBLEMS[role]
    assert "<image" not in EMBLEMS[role]
