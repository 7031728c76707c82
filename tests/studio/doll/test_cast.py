"""The surface is darker and weaker than the colour that its picture shall have."""

from __future__ import annotations

import numpy as np
import pytest
from skimage.color import rgb2lab

from facevalue.studio.doll.cast import (
    HAIR_LIGHTER,
    HAIR_LIGHTNESS,
    LIGHTER,
    LIGHTNESS,
    SHARES,
    STRONGER,
    cast,
    cast_hair,
)
from facevalue.studio.doll.colours import hexadecimal, rgb
from facevalue.studio.traits import HAIR

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


@pytest.mark.parametrize("kind", ["short", "long", "curly", "bob", "afro"])
@pytest.mark.parametrize("hair", ["#4a3526", "#8a6a44", "#d8c69a", "#e6e3df"])
def test_hair_is_as_light_as_was_asked(hair: str, kind: str) -> None:
    """Adding what the studio adds to that kind gives the lightness again, and the hue stays."""
    light, red, yellow = lab(cast_hair(hair, kind))
    more = np.interp(light, HAIR_LIGHTNESS, HAIR_LIGHTER) * SHARES.get(kind, 1.0)
    assert light + more == pytest.approx(lab(hair)[0], abs=1.5)
    assert np.arctan2(yellow, red) == pytest.approx(np.arctan2(*lab(hair)[:0:-1]), abs=0.25)


@pytest.mark.parametrize("kind", HAIR)
def test_hair_keeps_its_order(kind: str) -> None:
    """Darker hair is never cast lighter, and black stays the darkest."""
    colours = [hexadecimal(np.full(3, grey)) for grey in np.linspace(0, 1, 30)]
    lights = [lab(cast_hair(colour, kind))[0] for colour in colours]
    assert (np.diff(lights) >= 0).all()
    assert lights[0] < 1
