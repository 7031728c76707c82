"""Fields, labels and lines become shapes at the right place and size."""

from __future__ import annotations

import numpy as np

from facevalue.studio.painted import canvas
from facevalue.studio.painted.people.shapes import ink
from facevalue.studio.painted.people.strokes import Strokes, spaced
from facevalue.studio.painted.people.traces import chains


def test_ink_is_the_colour() -> None:
    """CIELAB of pure red comes back as pure red, alpha in front."""
    assert ink((53.24, 80.09, 67.2), 0.5) == 0x80FF0000


def test_a_long_line_is_traced_once_and_a_short_one_not() -> None:
    """Length decides."""
    strong = np.zeros((60, 80), np.float32)
    strong[29:32, 10:70] = 5
    strong[50:52, 10:16] = 5
    (line,) = chains(strong > 1.0, 15.0, 1.0)
    assert np.ptp(line[:, 0]) > 50
    assert np.abs(line[:, 1] - 30.5).max() < 1.5


def test_a_cross_becomes_two_lines_that_go_straight_on() -> None:
    """Not four that meet."""
    strong = np.zeros((60, 80), np.float32)
    strong[30, 10:70] = strong[5:55, 40] = 5
    lines = chains(strong > 1.0, 15.0, 1.0)
    assert sorted(round(float(np.ptp(line, axis=0).max()), -1) for line in lines) == [50, 60]


def test_a_stroke_is_as_wide_as_said() -> None:
    """Measured across it in the picture."""
    line = spaced(np.array([[10.0, 30], [70, 30]]), 3.0)
    strokes = Strokes()
    strokes.add(line, np.full(len(line), 6.0), (20, 0, 0))
    made = canvas.played(canvas.recorded(80, 60, strokes.draw), 1.0, (0, 0, 60, 80))
    assert (made[:, 40, 3] > 128).sum() == 6
    assert not made[:, 75, 3].any()
