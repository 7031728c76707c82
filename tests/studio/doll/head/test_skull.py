"""The head's shape."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.studio.doll.head.skull import AGES, MIDDLE, Skull, way


@pytest.mark.parametrize("age", AGES)
def test_points_lie_on_the_skin(age: str) -> None:
    """A point sought in any direction is on the surface, or as far from it as asked."""
    s, rng = Skull(age, 0.3, 1.05), np.random.default_rng(1)
    ways = rng.normal(size=(400, 3))
    for off in (0.0, 0.2):
        p = s.out(ways, off)
        assert np.abs(s.distance(p[:, 0], p[:, 1], p[:, 2]) - off).max() < 1e-3


def test_the_head_keeps_to_its_measures() -> None:
    """Chin and crown of every age are where the body expects them."""
    for age in AGES:
        p = Skull(age).out(np.random.default_rng(2).normal(size=(4000, 3)))
        assert -1.06 < p[:, 1].min() < -0.94
        assert 1.12 < p[:, 1].max() < 1.22


def test_width_and_jaw_change_the_shape() -> None:
    """A wider face is wider by that share; a stronger jaw is wider below and not at the brow."""
    low, high = way(90, -35), way(90, 20)
    neutral, wide = Skull(), Skull(face_width=1.08)
    assert wide.out(high)[0] == pytest.approx(1.08 * neutral.out(high)[0], rel=0.02)
    weak, strong = Skull(jaw=-0.6), Skull(jaw=1.0)
    assert strong.out(low)[0] > neutral.out(low)[0] + 0.03
    assert weak.out(low)[0] < neutral.out(low)[0] - 0.01
    assert strong.out(high)[0] == pytest.approx(neutral.out(high)[0], abs=0.01)


def test_front_is_the_face_and_not_the_back() -> None:
    """The depth sought at x and y is the one towards the viewer."""
    p = Skull().on_face(np.array([0.0, 0.4]), np.array([0.0, -0.1]))
    assert (p[:, 2] > 0.8).all()
    assert np.abs(Skull().distance(p[:, 0], p[:, 1], p[:, 2])).max() < 1e-3


def test_normals_point_outwards() -> None:
    """The way out of the head leads away from its middle."""
    p = Skull().out(np.random.default_rng(3).normal(size=(200, 3)))
    assert ((p - MIDDLE) * Skull().normal(p)).sum(1).min() > 0
