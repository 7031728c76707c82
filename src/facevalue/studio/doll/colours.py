"""Colours as ``#rrggbb`` in sRGB, and what is done with them."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

COLOUR = re.compile(r"#[0-9a-fA-F]{6}", re.ASCII)


def rgb(colour: str) -> Floats:
    """The three channels in 0..1, sRGB. Raises ValueError for anything but ``#rrggbb``."""
    if not COLOUR.fullmatch(colour):
        raise ValueError(f"not a colour such as #d08a5e: {colour!r}")
    return np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255


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
