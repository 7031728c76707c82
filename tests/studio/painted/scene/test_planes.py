"""Sizes and edges of planes."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.studio.painted.scene.planes import Guide, grown, ramp, shrunk


def test_a_plane_survives_the_way_down_and_up() -> None:
    """A smooth plane of an odd size is about the same afterwards."""
    rows, columns = np.mgrid[:101, :67].astype(np.float32)
    plane = np.sin(rows / 20) + np.cos(columns / 15)
    again = grown(shrunk(plane, 4), 4, 101, 67)
    assert again.shape == plane.shape
    assert np.abs(again - plane)[4:-4, 4:-4].max() < 0.05


def test_a_rough_mask_gets_the_edge_of_the_colours() -> None:
    """A mask that ends five pixels beside a border of colours ends at the border afterwards."""
    colours = np.zeros((80, 120, 3), np.float32)
    colours[:, 60:] = (0.7, 0.5, 0.3)
    rough = np.zeros((80, 120), np.float32)
    rough[:, 65:] = 1
    fine = Guide(colours, 2, 12).refined(rough)
    assert fine[20:60, 61:65].mean() > 0.55
    assert fine[20:60, 50:59].mean() < 0.15
    assert (fine[20:60, 61] - fine[20:60, 58]).mean() > 0.4


@pytest.mark.parametrize(("low", "high"), [(1.0, 3.0), (3.0, 1.0)])
def test_a_ramp_runs_both_ways(low: float, high: float) -> None:
    """0 at the first bound, 1 at the second, a half between."""
    assert ramp(np.array([low, 2.0, high], np.float32), low, high) == pytest.approx([0, 0.5, 1])
