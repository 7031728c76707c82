"""The fill behind drawn heads."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from facevalue.studio.covers.ground import NEUTRAL, around, filled


def _scene() -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    pixels = np.zeros((60, 80, 3), np.uint8)
    pixels[..., 0] = np.linspace(0, 250, 80).astype(np.uint8)
    mask = np.zeros((60, 80), bool)
    mask[15:45, 20:60] = True
    return pixels, mask


def test_no_pixel_under_the_mask_is_read() -> None:
    """Whatever stands under it, the fill is the same."""
    pixels, mask = _scene()
    other = pixels.copy()
    other[mask] = 255
    assert (filled(pixels, mask) == filled(other, mask)).all()
    assert (around(pixels, mask) == around(other, mask)).all()


def test_the_fill_goes_on_with_what_is_around() -> None:
    """A slope of colour goes on through the hole, without a step at its rim."""
    pixels, mask = _scene()
    shown = filled(pixels, mask)
    assert (shown[~mask] == pixels[~mask]).all()
    assert np.abs(shown[30, 20:60, 0] - pixels[30, 20:60, 0].astype(float)).max() < 45


def test_a_head_that_fills_the_picture_has_a_neutral_ground() -> None:
    """There is nothing around to take a colour from."""
    pixels = np.full((20, 20, 3), 250, np.uint8)
    assert (filled(pixels, np.ones((20, 20), bool)) == NEUTRAL).all()
