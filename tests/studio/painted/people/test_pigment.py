"""Colours of lines drawn over a face."""

from __future__ import annotations

import numpy as np
import pytest
from skimage.color import rgb2lab

from facevalue.studio.painted.people import pigment


@pytest.mark.parametrize("wanted", [(0, 0, 0), (255, 255, 255), (201, 141, 104), (74, 120, 168)])
def test_colours_come_back_from_cielab(wanted: tuple[int, int, int]) -> None:
    """There and back is the same sRGB colour, by another library's way there."""
    there = rgb2lab(np.array([[wanted]], np.float64) / 255)[0, 0]
    assert np.abs(np.array(pigment.rgb(there)) - wanted).max() <= 1


def test_colours_that_screens_do_not_have_are_the_nearest() -> None:
    """Too light, too strong: each channel stays within 0..255."""
    for colour in ([140, 0, 0], [50, 120, -120], [-5, 0, 0]):
        assert all(0 <= channel <= 255 for channel in pigment.rgb(colour))
