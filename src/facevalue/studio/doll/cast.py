"""The skin and the hair a doll is cast in, so that its picture shows those that were asked for.

The studio's lamps and the tone curve show them lighter and stronger than their surface is. What
they add was measured: on six tones of skin between eye and mouth of rendered dolls, on seven
colours of hair over all of it that is seen. That is taken off.
"""

from __future__ import annotations

import numpy as np

from .colours import hexadecimal, rgb

LIGHTNESS = (16.8, 26.0, 43.2, 63.7, 75.2, 84.7)
"""CIELAB lightness of the surfaces that were measured ..."""
LIGHTER = (2.3, 3.1, 4.9, 7.1, 4.7, 0.6)
"""... how much lighter each was in the picture ..."""
STRONGER = (1.46, 1.35, 1.27, 1.22, 1.14, 1.04)
"""... and how many times its chroma was."""

HAIR_LIGHTNESS = (6.1, 14.0, 24.2, 36.1, 51.9, 68.1, 83.9)
"""The same of short hair ..."""
HAIR_LIGHTER = (12.4, 10.4, 10.3, 12.6, 15.8, 13.8, 8.2)
"""... which lies below the lamps of the box. What the print around it adds to its chroma is left,
for that is another in every box."""

SHARES = {
    "afro": 0.9,
    "bob": 0.7,
    "braids": 0.7,
    "curly": 0.55,
    "long": 0.42,
    "wavy": 0.42,
    "cap": 0.42,
    "beanie": 0.42,
}
"""How much of it is added to kinds that hang down or shade themselves. Braids were taken to be
like a bob, wavy hair and what shows below a cap like long; the rest of what grows upwards is like
short hair. A beard looks to the viewer: it was measured, too, and comes out as it is."""


def cast(skin: str) -> str:
    """The surface whose picture has the colour ``skin``."""
    light, red, yellow = _lab(skin)
    shown = np.add(LIGHTNESS, LIGHTER)
    less, weaker = (float(np.interp(light, shown, each)) for each in (LIGHTER, STRONGER))
    return _colour(light - less, red / weaker, yellow / weaker)


def cast_hair(colour: str, kind: str) -> str:
    """The surface whose picture is as light as ``colour`` on that kind of hair.

    As near as can be: shine is seen on black, too.
    """
    light, red, yellow = _lab(colour)
    lighter = np.multiply(HAIR_LIGHTER, SHARES.get(kind, 1.0))
    less = float(np.interp(light, np.add(HAIR_LIGHTNESS, lighter), lighter))
    part = max(light - less, 0) / max(light, 1)
    return _colour(light - less, red * part, yellow * part)


def _lab(colour: str) -> tuple[float, float, float]:
    from skimage.color import rgb2lab

    light, red, yellow = (float(each) for each in rgb2lab(rgb(colour)[None])[0])
    return light, red, yellow


def _colour(light: float, red: float, yellow: float) -> str:
    from skimage.color import lab2rgb

    return hexadecimal(lab2rgb(np.array([[max(light, 0), red, yellow]]))[0])
