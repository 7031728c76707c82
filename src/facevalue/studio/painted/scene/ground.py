"""The ground: under a sky, what reaches up from the lower edge and looks like what lies there."""

from __future__ import annotations

import numpy as np

from ...likeness.colour import clusters
from .cues import Cues, touching
from .planes import Floats, blurred, ramp

CLOSE = 0.2
"""With a face this high (by the picture) there is no ground to be seen."""

STRIP = 0.93
"""Colours are taken from below this height."""


def mask(cues: Cues, sky: Floats, plants: Floats, water: Floats) -> Floats:
    """Where the ground is, 0..1, at the size of the cues; grass counts as plants only."""
    strip = (cues.down > STRIP) & (cues.free > 0.5)
    outdoors = float(sky.mean()) > 0.03
    if not outdoors or cues.close > CLOSE or strip.sum() < 0.3 * (cues.down > STRIP).sum():
        return np.zeros_like(cues.rough)
    _, centres = clusters(cues.lab[strip].astype(np.float64), 3)
    away = np.full(cues.rough.shape, np.inf, np.float32)
    for centre in centres:
        off = (cues.lab - centre.astype(np.float32)) / np.array([16, 7, 7], np.float32)
        away = np.minimum(away, np.sqrt((off**2).sum(-1)))
    free = cues.free * (1 - sky) * (1 - plants) * (1 - water)
    flat = ramp(blurred(cues.level, 3.0), -0.5, -0.15)
    like = ramp(away, 1.7, 0.9) * free * ramp(cues.down, 0.46, 0.6) * flat
    found = touching(blurred(like, 1.5) > 0.4, "bottom", 0.02)
    return ramp(blurred(found.astype(np.float32), 1.5), 0.2, 0.8) * free
