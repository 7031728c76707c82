from __future__ import annotations

import numpy as np

from facevalue.studio.painted.brush import simple


def _step() -> simple.Floats:
    image = np.zeros((60, 80, 3), np.float32)
    image[:, 40:] = 1
    return image


def test_small_things_go_and_large_edges_stay() -> None:
    """A dot smaller than the size is left out; a border keeps at least nine tenths of its step."""
    image = _step()
    image[20:22, 15:17] = 1
    plain = simple.left_out(image, 4.0)
    assert plain[21, 16, 0] < 0.1
    assert plain[30, 44, 0] - plain[30, 35, 0] > 0.9


def test_an_edge_of_the_guide_stops_the_smoothing() -> None:
    """Noise on both sides of the guide's edge is averaged, but not over the edge."""
    noise = np.random.default_rng(1).normal(0, 0.1, (60, 80, 3)).astype(np.float32)
    smooth = simple.transform(_step() + noise, _step(), 20.0, 0.1)
    assert smooth[:, :38].std() < 0.03
    assert abs(smooth[:, 45:].mean() - smooth[:, :35].mean() - 1) < 0.05


def test_flat_pictures_stay_as_they_are() -> None:
    """There is nothing small to leave out of one colour."""
    flat = np.full((30, 40, 3), 0.4, np.float32)
    assert np.allclose(simple.left_out(flat, 3.0), flat, atol=1e-5)
