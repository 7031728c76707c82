"""Flow and edges."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.studio.painted.scene import edges
from facevalue.studio.painted.scene.flow import flow
from facevalue.studio.painted.scene.planes import Floats


def _stripes(degrees: float) -> Floats:
    rows, columns = np.mgrid[:200, :240]
    turned = np.radians(degrees)
    across = -columns * np.sin(turned) + rows * np.cos(turned)
    stripes: Floats = (0.5 + 0.3 * np.sin(across / 3)).astype(np.float32)
    return stripes


@pytest.mark.parametrize("degrees", [0, 30, 90, 140])
def test_lines_run_as_they_were_drawn(degrees: float) -> None:
    """The angle is the stripes' own, and they all agree."""
    angle, order = flow(_stripes(degrees))
    inner = np.s_[30:-30, 30:-30]
    off = np.abs((np.degrees(angle[inner]) - degrees + 90) % 180 - 90)
    assert off.mean() < 2
    assert order[inner].mean() > 0.9


def test_noise_has_no_order_and_flat_has_none() -> None:
    """Grain agrees far less than stripes; an even wall has no direction at all."""
    grain = 0.5 + 0.1 * np.random.default_rng(2).normal(size=(200, 240)).astype(np.float32)
    assert flow(grain)[1].mean() < 0.5
    assert flow(np.full((200, 240), 0.5, np.float32))[1].max() < 0.01


def test_a_border_is_an_edge_and_grass_is_not() -> None:
    """Where two even parts meet is strong; grain of the same contrast is weak."""
    lab = np.zeros((200, 300, 3), np.float32)
    lab[..., 0] = 45
    lab[:, 100:, 0] = 75
    lab[:, 200:, 0] = 60 + 15 * np.random.default_rng(3).normal(size=(200, 100))
    found = edges.strength(lab)
    assert found[20:-20, 98:102].max(1).min() > 0.5
    assert found[:, 20:80].max() < 0.02
    assert found[20:-20, 220:280].mean() < 0.01 * found[20:-20, 98:102].max(1).mean()


def test_colour_alone_makes_an_edge() -> None:
    """Red beside green of the same lightness."""
    lab = np.full((120, 120, 3), 50, np.float32)
    lab[..., 1] = 40
    lab[:, 60:, 1] = -40
    assert edges.strength(lab)[20:-20, 58:62].max(1).min() > 0.6
