"""A field into lines."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import gaussian_filter

from facevalue.studio.painted.drawn.trace import traced
from facevalue.studio.painted.scene.scene import Floats


def _field(*lines: tuple[int, int, int, int]) -> Floats:
    """Straight soft lines from row, column to row, column."""
    from skimage.draw import line

    plane = np.zeros((120, 160), np.float32)
    for ends in lines:
        plane[line(*ends)] = 1
    soft: Floats = gaussian_filter(plane, 1.2)
    soft /= soft.max()
    return soft


def test_one_line_comes_out_as_one_where_it_was() -> None:
    """Not in pieces, and within a pixel of its place."""
    found = traced(_field((20, 10, 90, 140)), 0.3, 0.6, 10, 1.0)
    assert found.number == 1
    assert 140 < np.linalg.norm(found.points[0] - found.points[-1]) < 152
    x, y = found.points.T
    assert np.abs((y - 20.5) - (x - 10.5) * 70 / 130).max() < 1.5


def test_a_cross_is_two_straight_lines() -> None:
    """At a fork the pen goes straight on."""
    found = traced(_field((60, 10, 60, 150), (10, 80, 110, 80)), 0.3, 0.6, 10, 1.0)
    assert found.number == 2
    spans = sorted(
        tuple(np.ptp(part, 0).round(-1)) for part in np.split(found.points, found.starts[1:])
    )
    assert spans[0][0] < 5 < spans[0][1]
    assert spans[1][1] < 5 < spans[1][0]


def test_a_small_gap_is_drawn_over_and_specks_are_dropped() -> None:
    """As a hand would do it."""
    field = _field((60, 10, 60, 70), (60, 75, 60, 140), (20, 20, 20, 24))
    found = traced(field, 0.3, 0.6, 10, 1.0)
    assert found.number == 1
    assert np.ptp(found.points[:, 0]) > 125


def test_what_is_weak_everywhere_is_no_line_and_width_is_strength() -> None:
    """A line needs one strong place, and is thicker where it is stronger."""
    assert traced(0.5 * _field((60, 10, 60, 140)), 0.3, 0.6, 10, 1.0).number == 0
    field = _field((60, 10, 60, 140)) * np.linspace(0.5, 1, 160, dtype=np.float32)
    found = traced(field, 0.3, 0.6, 10, 1.0)
    order = np.argsort(found.points[:, 0])
    assert found.width[order][-5:].mean() > found.width[order][:5].mean() + 0.2
