"""Curves of the pen: through their points, as wide as told, smooth at any size."""

from __future__ import annotations

import numpy as np

from facevalue.studio.painted.people import curves

BOW = np.array([[0.0, 0], [10, 6], [22, 6], [30, 0]])


def test_a_smooth_curve_goes_through_its_points() -> None:
    """Each given point lies on it, and no step is long."""
    curve = curves.smooth(BOW)
    for point in BOW:
        assert np.linalg.norm(curve - point, axis=1).min() < 1e-9
    assert np.linalg.norm(np.diff(curve, axis=0), axis=1).max() < 2.5


def test_a_curve_does_not_loop_between_near_points() -> None:
    """Uneven points (a lid's corner) leave x rising."""
    uneven = np.array([[0.0, 0], [1, 0.5], [30, 4], [31, 3], [60, 0]])
    assert (np.diff(curves.smooth(uneven)[:, 0]) > 0).all()


def test_points_that_repeat_are_one_point() -> None:
    """No stretch of length zero, no nan."""
    assert np.isfinite(curves.smooth(np.repeat(BOW, 2, axis=0))).all()
    assert np.isfinite(curves.smooth(np.zeros((3, 2)))).all()
