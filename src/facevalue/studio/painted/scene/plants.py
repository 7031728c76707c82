"""Leaves and grass: green, and rough; out of focus at least not flat."""

from __future__ import annotations

import numpy as np

from .cues import Cues
from .planes import Floats, blurred, ramp

LEAST = 0.006
"""Share of the picture under which there are none."""

GREEN = (92.0, 104.0, 150.0, 170.0)
"""Hues (degrees): from nothing to surely green and back. Dry grass and stones lie below."""


def mask(cues: Cues, sky: Floats) -> Floats:
    """Where plants are, 0..1, at the size of the cues."""
    start, sure, end, over = GREEN
    green = ramp(cues.hue, start, sure) * ramp(cues.hue, over, end) * ramp(cues.chroma, 7, 14)
    leaves = ramp(cues.rough, 0.6, 1.6)
    soft = ramp(cues.rough, 0.25, 0.6) * ramp(cues.chroma, 16, 26)
    found = blurred(green * np.maximum(leaves, soft) * cues.free * (1 - sky), 2.0)
    answer = ramp(found, 0.25, 0.6)
    return answer if answer.mean() > LEAST else np.zeros_like(answer)
