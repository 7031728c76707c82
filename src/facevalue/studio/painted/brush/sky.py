"""The sky in few tones with soft and painted edges, and the air before what is far off."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..scene.scene import Scene

Floats = NDArray[np.float32]

OUTDOORS = 0.03
"""Share of sky in a picture from which far things are seen through air."""


def stair(light: Floats, step: float, firm: float) -> Floats:
    """Lightness in steps, steep between them: slow changes stay soft, quick ones get an edge."""
    place = light / step
    low = np.floor(place)
    part = place - low - 0.5
    rise = 0.5 + 0.5 * np.tanh(part * firm) / np.tanh(0.5 * firm)
    answer: Floats = ((low + rise) * step).astype(np.float32)
    return answer


def clouds(lab: Floats, sky: Floats, firm: float = 0.6) -> Floats:
    """A picture (OKLab) with its sky in three or four tones, the fine unrest gone.

    ``sky`` is its mask, height x width, 0..1; ``firm`` (0..1) is how hard the tones
    part. The picture itself where there is none.
    """
    from scipy.ndimage import gaussian_filter

    if sky.max() < 0.5:
        return lab
    weight = gaussian_filter(sky, (3.0, 5.0))[..., None].clip(1e-3)
    calm = gaussian_filter(lab * sky[..., None], (3.0, 5.0, 0)) / weight
    low, high = np.percentile(calm[..., 0][sky > 0.5], (2, 98))
    step = max(float(high - low) / 3.5, 0.03)
    light = calm[..., 0] - np.float32(low)
    calm[..., 0] += firm * (stair(light, step, 6.0) - light)
    answer: Floats = (lab + (calm - lab) * sky[..., None]).astype(np.float32)
    return answer


def haze(scene: Scene, keep: Floats) -> Floats:
    """How much air lies before each pixel, 0..1: none indoors, before skin, in the sky."""
    if scene.sky.mean() < OUTDOORS:
        return np.zeros_like(keep)
    answer: Floats = scene.away**2 * (1 - scene.sky) * (1 - keep) * (1 - scene.person)
    return answer


def aired(lab: Floats, haze: Floats) -> Floats:
    """Colours (OKLab) through air: lighter, cooler and weaker far off."""
    light = lab[..., 0] + 0.10 * haze * (0.85 - lab[..., 0]).clip(0)
    weak = 1 - 0.15 * haze
    answer: Floats = np.stack(
        [light, lab[..., 1] * weak - 0.002 * haze, lab[..., 2] * weak - 0.014 * haze], -1
    )
    return answer
