"""The skin a doll is cast in, so that its picture shows the skin that was asked for.

The studio's lamps and the tone curve show a skin lighter and stronger than its surface is. What
they add was measured on six tones, between eye and mouth of rendered dolls, and is taken off.
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


def cast(skin: str) -> str:
    """The surface whose picture has the colour ``skin``."""
    from skimage.color import lab2rgb, rgb2lab

    light, red, yellow = rgb2lab(rgb(skin)[None])[0]
    shown = np.add(LIGHTNESS, LIGHTER)
    less, weaker = (np.interp(light, shown, each) for each in (LIGHTER, STRONGER))
    surface = lab2rgb(np.array([[max(light - less, 0), red / weaker, yellow / weaker]]))[0]
    return hexadecimal(surface)
