"""Casting pieces from solids."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.studio.doll.parts import rotation
from facevalue.studio.doll.shapes.solids import box, sphere
from facevalue.studio.doll.things.kit import (
    COARSEST,
    FINEST,
    add,
    both,
    cast,
    cut,
    placed,
    slab,
    step_of,
    turned,
)

from .meshes import is_closed, volume

SQUARE = [(0, 0), (1, 0), (1, 1), (0, 1)]


def test_adding_and_cutting() -> None:
    """A box with a ball cut out of its middle holds less than the box."""
    whole = cast("a", "r", 0.04, box((0, 0, 0), (0.5, 0.5, 0.5), 0.02))
    hollow = cast(
        "a", "r", 0.04, add(box((0, 0, 0), (0.5, 0.5, 0.5), 0.02)), cut(sphere((0, 0, 0.5), 0.3))
    )
    assert volume(whole.mesh) == pytest.approx(1.0, rel=0.03)
    assert volume(whole.mesh) - volume(hollow.mesh) == pytest.approx(2 / 3 * np.pi * 0.027, rel=0.1)
    assert is_closed(hollow.mesh)


def test_a_slab_is_its_outline() -> None:
    """A square outline gives a square plate, where it was put."""
    mesh = cast("a", "r", 0.02, slab(SQUARE, 2.0, 0.1, 0.01)).mesh
    low, high = mesh.bounds()
    assert np.allclose(low, (0, 0, 1.9), atol=0.01)
    assert np.allclose(high, (1, 1, 2.1), atol=0.01)
    assert is_closed(mesh)


def test_flat_sides_are_whole() -> None:
    """Sides that would fall on points of the grid are not torn or folded."""
    for half in (0.04, 0.1, 0.022):
        mesh = cast("a", "r", 0.02, slab(SQUARE, 0.0, half, 0.01)).mesh
        assert is_closed(mesh, once=True)


def test_a_slab_may_be_bent_inwards() -> None:
    """A point in the notch of an L is outside, one in its arm inside."""
    solid = slab([(0, 0), (2, 0), (2, 1), (1, 1), (1, 2), (0, 2)], 0, 0.5)
    x, y, z = (np.array(v, np.float32) for v in ([1.5, 1.5], [1.5, 0.5], [0.0, 0.0]))
    outside, inside = solid.distance(x, y, z)
    assert outside > 0.4
    assert inside < -0.3


def test_a_turned_solid() -> None:
    """A bar along x, turned by 90 degrees about z, lies along y."""
    bar = turned(box((0, 0, 0), (0.5, 0.1, 0.1), 0.02), rotation(z=90))
    low, high = cast("a", "r", 0.03, bar).mesh.bounds()
    assert np.allclose(high - low, (0.2, 1.0, 0.2), atol=0.02)


def test_placing_moves_every_piece() -> None:
    """Two pieces keep their names and are turned and moved alike."""
    pair = both(lambda side: cast(f"p{side}", "r", 0.05, sphere((side, 0, 0), 0.3)))
    moved = placed(pair, (0, 5, 0), (0, 0, 90), 2.0)
    assert [p.name for p in moved] == ["p-1", "p1"]
    assert np.allclose([p.mesh.points.mean(0) for p in moved], [(0, 3, 0), (0, 7, 0)], atol=0.02)


def test_steps_follow_the_grain() -> None:
    """Coarse for a preview, fine for a full picture, never beyond the limits."""
    assert step_of(0.03) == COARSEST
    assert FINEST < step_of(0.018) < COARSEST
    assert step_of(0.001) == FINEST
