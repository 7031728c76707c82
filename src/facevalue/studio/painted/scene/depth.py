"""How far off things are: a guess from their height in the picture, haze, and what they are."""

from __future__ import annotations

import numpy as np

from .cues import Cues
from .planes import Floats, blurred, ramp

NEAR = 0.08
"""Where people are."""

USUAL = 0.3
"""Height (0 top to 1) at which the ground ends when no sky shows it."""


def away(cues: Cues, sky: Floats) -> Floats:
    """0 near to 1 far, at the size of the cues.

    Over the ground what is higher is farther; haze takes contrast and colour from far things.
    """
    place = ramp(cues.down, 1.02, horizon(sky))
    blunt = ramp(blurred(cues.rough, 5.0), 3.0, 0.4)
    pale = ramp(blurred(cues.chroma, 3.0), 30, 4)
    far = place * (0.7 + 0.15 * blunt + 0.15 * pale)
    far = np.maximum(far * (1 - sky) * 0.92, sky)
    answer: Floats = (far * cues.free + NEAR * (1 - cues.free)).astype(np.float32)
    return answer


def horizon(sky: Floats) -> float:
    """Height (0 top to 1) at which the ground ends: under most of the sky's lower edge."""
    columns = (sky > 0.5).any(0)
    if columns.mean() < 0.15:
        return USUAL
    ends = sky.shape[0] - (sky > 0.5)[::-1, columns].argmax(0)
    return float(np.clip(np.percentile(ends, 75) / sky.shape[0], 0.12, 0.75))
