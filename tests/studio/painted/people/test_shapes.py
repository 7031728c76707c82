"""Fields, labels and lines become shapes at the right place and size."""

from __future__ import annotations

import numpy as np

from facevalue.studio.painted import canvas
from facevalue.studio.painted.people.shapes import contours, ink, path, rounded
from facevalue.studio.painted.people.strokes import Strokes, spaced
from facevalue.studio.painted.people.traces import traces

ROWS, COLUMNS = np.mgrid[:60, :80].astype(np.float32)
DISC = 15 - np.hypot(COLUMNS + 0.5 - 40, ROWS + 0.5 - 30)


def test_a_disc_has_one_round_contour_in_pixels_of_the_picture() -> None:
    """At its place and of its size."""
    (line,) = contours(DISC)
    assert np.abs(np.hypot(line[:, 0] - 40, line[:, 1] - 30) - 15).max() < 0.2
    assert np.allclose(line[0], line[-1])


def test_a_shape_at_the_frame_runs_out_of_it_and_a_speck_is_left_out() -> None:
    """The frame is no contour."""
    (line,) = contours(40.0 - COLUMNS)
    assert line[:, 0].min() < -1
    assert line[:, 1].min() < -1
    assert not contours(np.where((ROWS == 5) & (COLUMNS == 5), 1.0, -1.0).astype(np.float32))


def test_rounding_takes_out_wiggles_and_keeps_the_size() -> None:
    """A rounded shape does not shrink."""
    turn = np.linspace(0, 2 * np.pi, 181)
    radius = 30 + np.where(np.arange(181) % 2, 0.5, -0.5)
    line = np.stack([radius * np.cos(turn), radius * np.sin(turn)], 1)
    line[-1] = line[0]
    smooth = np.hypot(*rounded(line, 2.0).T)
    assert np.ptp(smooth) < 0.3
    assert abs(smooth.mean() - 30) < 0.3


def test_an_open_path_goes_from_end_to_end() -> None:
    """It is not closed by a stroke across."""
    line = np.stack([np.arange(0.0, 21), np.zeros(21)], 1)
    bounds = path([line], closed=False).getBounds()
    assert (bounds.left(), bounds.right()) == (0, 20)


def test_ink_is_the_colour() -> None:
    """CIELAB of pure red comes back as pure red, alpha in front."""
    assert ink((53.24, 80.09, 67.2), 0.5) == 0x80FF0000


def test_a_long_line_is_traced_once_and_a_short_one_not() -> None:
    """Length decides."""
    strong = np.zeros((60, 80), np.float32)
    strong[29:32, 10:70] = 5
    strong[50:52, 10:16] = 5
    (line,) = traces(strong, 1.0, 3.0, 15.0, 1.0)
    assert np.ptp(line[:, 0]) > 50
    assert np.abs(line[:, 1] - 30.5).max() < 1.5
    assert not traces(strong, 1.0, 6.0, 15.0, 1.0)


def test_a_cross_becomes_two_lines_that_go_straight_on() -> None:
    """Not four that meet."""
    strong = np.zeros((60, 80), np.float32)
    strong[30, 10:70] = strong[5:55, 40] = 5
    lines = traces(strong, 1.0, 3.0, 15.0, 1.0)
    assert sorted(round(float(np.ptp(line, axis=0).max()), -1) for line in lines) == [50, 60]


def test_a_stroke_is_as_wide_as_said() -> None:
    """Measured across it in the picture."""
    line = spaced(np.array([[10.0, 30], [70, 30]]), 3.0)
    strokes = Strokes()
    strokes.add(line, np.full(len(line), 6.0), (20, 0, 0))
    made = canvas.played(canvas.recorded(80, 60, strokes.draw), 1.0, (0, 0, 60, 80))
    assert (made[:, 40, 3] > 128).sum() == 6
    assert not made[:, 75, 3].any()
