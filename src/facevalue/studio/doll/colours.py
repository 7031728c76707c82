"""Colours as ``#rrggbb`` in sRGB, and what is done with them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def rgb(colour: str) -> Floats:
    """The three channels in 0..1, sRGB. Raises ValueError for anything but ``#rrggbb``."""
    digits = colour.removeprefix("#")
    if len(digits) != 6:
        raise ValueError(f"not a colour such as #d08a5e: {colour!r}")
    return np.array([int(digits[at : at + 2], 16) for at in (0, 2, 4)]) / 255


def hexadecimal(channels: Floats) -> str:
    """``#rrggbb`` of three channels in 0..1, sRGB."""
    red, green, blue = (int(v) for v in np.rint(np.clip(channels, 0, 1) * 255))
    return f"#{red:02x}{green:02x}{blue:02x}"


def mixed(one: str, other: str, share: float) -> str:
    """``one`` with that share (0..1) of ``other`` in it, mixed in sRGB."""
    return hexadecimal(rgb(one) * (1 - share) + rgb(other) * share)


def linear(colour: str) -> Floats:
    """The three channels in linear light, by IEC 61966-2-1."""
    channels = rgb(colour)
    curved = ((channels + 0.055) / 1.055) ** 2.4
    answer: Floats = np.where(channels <= 0.04045, channels / 12.92, curved)
    return answer
