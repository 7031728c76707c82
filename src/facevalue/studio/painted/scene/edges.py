"""Edges that matter: where parts of the picture end, not what gives them texture.

The colour gradient at two widths (CIELAB): a border is there at both, texture mostly at the
fine one, and texture has edges all around. Weak edges count where they go on from strong ones.
"""

from __future__ import annotations

import numpy as np

from .planes import Floats, blurred, grown, ramp, shrunk, slopes

FINE, WIDE = 1.2, 3.0
"""Deviation of the smoothing at the two widths, pixels."""

FULL = 18.0
"""Gradient (CIELAB by pixel) of a full edge."""

LOW, HIGH = 0.15, 0.38
"""Strength from which an edge counts where it goes on from one that is at least so strong."""


def strength(lab: Floats) -> Floats:
    """How strong an edge that matters is at each pixel, 0..1."""
    from skimage.filters import apply_hysteresis_threshold

    height, width = lab.shape[:2]
    fine = _gradient(lab, FINE)
    half = shrunk(lab, 2)
    wide = grown(_gradient(half, WIDE / 2), 2, height, width)
    both = np.sqrt(fine * 2 * wide) / FULL
    around = grown(blurred(shrunk(both, 4), 5.0), 4, height, width)
    clear = (both - 0.8 * around).clip(0, None)
    kept = apply_hysteresis_threshold(clear, LOW, HIGH)
    edge: Floats = (clear * ramp(clear, 0.03, LOW) * np.where(kept, 1.0, 0.35)).clip(0, 1)
    return edge.astype(np.float32)


def _gradient(lab: Floats, sigma: float) -> Floats:
    total = np.zeros(lab.shape[:2], np.float32)
    for k in range(3):
        down, across = slopes(blurred(np.ascontiguousarray(lab[..., k]), sigma))
        total += down * down + across * across
    strong: Floats = np.sqrt(total)
    return strong
