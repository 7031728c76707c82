"""Strokes: where, which way, how near."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from facevalue.studio.painted.drawn.hatch import loose, strokes
from facevalue.studio.painted.drawn.lines import Lines, Plane
from facevalue.studio.painted.scene.scene import Floats

CHANCE = 5


def _plane(value: float) -> Floats:
    return np.full((150, 200), value, np.float32)


def _turns(lines: Lines) -> Plane:
    ways = np.diff(lines.points, axis=0)
    inner = np.setdiff1d(np.arange(len(ways)), lines.starts[1:] - 1)
    turns: Plane = np.arctan2(ways[inner, 1], ways[inner, 0]) % np.pi
    return turns


def test_strokes_follow_the_angle_and_stay_inside() -> None:
    """Hatching runs as it is told and does not leave its area."""
    where = _plane(0)
    where[30:100, 40:160] = 0.7
    for lines in (
        strokes(where, _plane(0.6), _plane(5), 40, np.random.default_rng(CHANCE)),
        loose(where, _plane(0.6), 0.6, 3, 40, np.random.default_rng(CHANCE)),
    ):
        assert lines.number > 30
        assert np.allclose(_turns(lines), 0.6, atol=1e-5)
        x, y = lines.points.astype(int).T
        assert (where[y, x] > 0).all()
        assert np.allclose(lines.width, 0.7)


def test_strokes_keep_their_distance_and_leave_no_holes() -> None:
    """No point comes nearer to another stroke than half the distance; nothing is far from one."""
    lines = strokes(_plane(1), _plane(0.3), _plane(6), 50, np.random.default_rng(CHANCE))
    owner = np.repeat(np.arange(lines.number), np.diff(lines.bounds))
    tree = cKDTree(lines.points)
    pairs = tree.query_pairs(2.0, output_type="ndarray")
    assert (owner[pairs[:, 0]] == owner[pairs[:, 1]]).all()
    spots = np.random.default_rng(1).uniform([15, 15], [185, 135], (400, 2))
    far, _ = tree.query(spots)
    assert np.quantile(far, 0.95) < 6


def test_darker_places_get_more_strokes() -> None:
    """Tone is made by how many strokes lie there."""
    apart = _plane(9)
    apart[:, 100:] = 3
    lines = strokes(_plane(1), _plane(1.2), apart, 40, np.random.default_rng(CHANCE))
    right = (lines.points[:, 0] > 100).sum()
    assert right > 1.8 * (len(lines.points) - right)


def test_a_loose_stroke_stops_at_an_edge() -> None:
    """It does not run across a border of the photo."""
    where = _plane(0.2)
    where[:, 100:] = 0.9
    lines = loose(where, _plane(0), 0.0, 3, 40, np.random.default_rng(CHANCE))
    for part in np.split(lines.points[:, 0], lines.starts[1:]):
        assert part.max() <= 100 or part.min() >= 100
