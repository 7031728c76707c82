"""The surface is darker and weaker than the colour that its picture shall have."""

from __future__ import annotations

import numpy as np
import pytest
from skimage.color import rgb2lab

from facevalue.studio.doll.cast import LIGHTER, LIGHTNESS, STRONGER, cast
from facevalue.studio.doll.colours import hexadecimal, rgb

TONES = ("#2b1a12", "#5a3422", "#8d5a3b", "#c98d68", "#deb090", "#f6dcc6")


def lab(colour: str) -> np.ndarray:
    """CIELAB of a colour."""
    answer: np.ndarray = rgb2lab(rgb(colour)[None])[0]
    return answer


@pytest.mark.parametrize("skin", TONES)
def test_what_the_studio_adds_is_taken_off(skin: str) -> None:
    """Adding it again by the same table gives the colour that was asked for."""
    light, red, yellow = lab(cast(skin))
    more = np.interp(light, LIGHTNESS, LIGHTER)
    stronger = np.interp(light, LIGHTNESS, STRONGER)
    assert [light + more, red * stronger, yellow * stronger] == pytest.approx(lab(skin), abs=1.5)


def test_tones_keep_their_order() -> None:
    """A darker skin is never cast lighter than a lighter one."""
    lights = [lab(cast(hexadecimal(np.full(3, grey))))[0] for grey in np.linspace(0.1, 0.95, 30)]
    assert (np.diff(lights) > 0).all()
