"""From linear light to sRGB pixels: the Khronos PBR Neutral tone mapper."""

from __future__ import annotations

import numpy as np

from ..parts import Floats, Pixels

START = 0.8 - 0.04
"""Peak brightness from which highlights are compressed."""

DESATURATION = 0.15
"""How fast compressed highlights turn white."""


COLOUR = 1.04
"""How much stronger colours are shown than they are: print looks paler in soft light."""

LUMINANCE = (0.2126, 0.7152, 0.0722)
"""Of the primaries of sRGB (ITU-R BT.709)."""


def neutral(light: Floats) -> Floats:
    """Linear light (... x 3, from 0 up) into 0..1, still linear.

    By the formula of the Khronos PBR Neutral tone mapper (KhronosGroup/ToneMapping,
    PBR_Neutral, 2024): colours below the start of compression come out as they are, less the
    4 % that a dielectric reflects in every direction.
    """
    lowest = light.min(-1, keepdims=True)
    lift = np.where(lowest < 0.08, lowest - 6.25 * lowest * lowest, 0.04)
    base = light - lift
    peak = base.max(-1, keepdims=True)
    room = 1 - START
    squeezed = 1 - room * room / np.maximum(peak + room - START, 1e-6)
    shrunk = base * (squeezed / np.maximum(peak, 1e-6))
    grey = 1 - 1 / (DESATURATION * (peak - squeezed) + 1)
    bright = shrunk * (1 - grey) + squeezed * grey
    answer: Floats = np.where(peak < START, base, bright).astype(np.float32)
    return answer


def developed(light: Floats, exposure: float = 1.0) -> Pixels:
    """Linear light, height x width x 3, as sRGB pixels (IEC 61966-2-1), uint8."""
    toned = neutral(np.maximum(light, 0) * np.float32(exposure))
    grey = toned @ np.array(LUMINANCE, np.float32)
    shown = np.clip(grey[..., None] + (toned - grey[..., None]) * np.float32(COLOUR), 0, 1)
    curved = 1.055 * shown ** np.float32(1 / 2.4) - np.float32(0.055)
    encoded = np.where(shown <= 0.0031308, 12.92 * shown, curved)
    answer: Pixels = np.rint(encoded * 255).astype(np.uint8)
    return answer
