"""Colour as in a painted film: sunny middle tones, clean skies, cool shadows, warm lights.

Everything but skin is graded before it is painted. Skin keeps what the photo shows: nobody
becomes lighter. All colours are OKLab (lightness 0..1, chroma to about 0.3).
"""

from __future__ import annotations

import numpy as np

from . import palette
from .brush import field as fields
from .brush import seen as views
from .scene.scene import Floats, Scene

SUNNY, MOST = 0.68, 0.72
"""Where the middle of the lightness should be, and the strongest exponent that brings it there."""

BLACK, WHITE = 0.20, 0.965
"""Where the darkest and the lightest hundredth come to be."""

STRETCH = 1.12
"""At most so much is the reach of lightness stretched."""

LOCAL = 1.18
"""How much clearer lightness differs from what is round it."""

RICH, STRONG = 0.48, 0.135
"""How much chroma a dull colour gains (as a share), and the chroma at which little is gained."""

KNEE, ABOVE = 0.17, 0.09
"""Chroma from which it is held back, and by how much it may still rise above that."""

COOL = np.array([0.010, -0.042], np.float32)
"""What deep shade gets in a and b: blue, a little violet."""

WARM = np.array([0.010, 0.024], np.float32)
"""What lights get: the sun's yellow."""

BLUE = np.array([-0.020, -0.070], np.float32)
"""What an empty pale sky gets at its top."""


def film(scene: Scene) -> Scene:
    """The scene in a painted film's colours: ``pixels`` and ``lab`` are new."""
    before = palette.oklab(scene.pixels)
    keep = views.skin(scene, fields.faces(scene)[0])
    return scene.recoloured(palette.srgb(graded(before, scene, keep)))


def graded(before: Floats, scene: Scene, keep: Floats) -> Floats:
    """Colours (height x width x 3) graded, but not where they must stay (``keep``, 0..1)."""
    base = _base(before[..., 0])
    after = before.copy()
    after[..., 0] = _opened(before[..., 0], base, 1 - keep)
    _enriched(after, before[..., 0])
    _fresh(after, base, before[..., 0], scene.plants)
    _toned(after)
    _heaven(after, before[..., 0], scene.sky)
    answer: Floats = after + (before - after) * keep[..., None]
    return answer.astype(np.float32)


def _base(light: Floats) -> Floats:
    """Lightness without its detail, edges kept: guided filter of He et al. (2013), coarse."""
    from scipy.ndimage import uniform_filter

    small = np.ascontiguousarray(light[::4, ::4])
    mean = uniform_filter(small, 13)
    spread = (uniform_filter(small * small, 13) - mean * mean).clip(0)
    share = spread / (spread + np.float32(0.006))
    slope = uniform_filter(share, 13)
    rest = uniform_filter(mean * (1 - share), 13)
    full = [_larger(plane, light.shape) for plane in (slope, rest)]
    answer: Floats = full[0] * light + full[1]
    return answer


def _larger(plane: Floats, shape: tuple[int, ...]) -> Floats:
    """A plane of a quarter of the size, smoothly enlarged."""
    from scipy.ndimage import uniform_filter

    wide = plane.repeat(4, 0).repeat(4, 1)[: shape[0], : shape[1]]
    answer: Floats = uniform_filter(wide, 5)
    return answer


def _opened(light: Floats, base: Floats, free: Floats) -> Floats:
    """Lightness with middle tones lifted, its reach used, and differences nearby made clearer."""
    some = base[::4, ::4][free[::4, ::4] > 0.5]
    if some.size < 100:
        return light
    middle = float(np.clip(np.median(some), 0.05, 0.95))
    power = float(np.clip(np.log(SUNNY) / np.log(middle), MOST, 1.0))
    low, high = (float(v) for v in np.percentile(some.clip(0.01, 1) ** power, (1, 99)))
    reach = float(np.clip((WHITE - BLACK) / max(high - low, 0.1), 1.0, STRETCH))
    value = base.clip(0.01, 1) ** power
    value = BLACK + (value - low) * reach if low < BLACK else low + (value - low) * reach
    value = value + LOCAL * (light - base)
    return _kneed(value.astype(np.float32))


def _kneed(value: Floats) -> Floats:
    """Lightness without hard ends: what would be cut off is pressed together."""
    top, low = np.float32(0.86), np.float32(0.12)
    over, under = (value - top).clip(0), (low - value).clip(0)
    answer: Floats = value - over + 0.125 * np.tanh(over / 0.125)
    answer += under - 0.06 * np.tanh(under / 0.06)
    return answer


def _enriched(lab: Floats, light: Floats) -> None:
    """More chroma, in place: dull colours gain most, strong ones little, greys nothing."""
    chroma = np.hypot(lab[..., 1], lab[..., 2]) + 1e-5
    lifted = (lab[..., 0] / light.clip(0.08)).clip(1, 1.5) ** 0.6
    gain = 1 + RICH * np.exp(-((chroma / STRONG) ** 2)) * (chroma / 0.02).clip(0, 1)
    wanted = chroma * gain * lifted
    held = KNEE + ABOVE * np.tanh((wanted - KNEE).clip(0) / ABOVE)
    wanted = np.where(wanted > KNEE, np.maximum(held, chroma), wanted)
    white = ((lab[..., 0] - 0.86) / 0.1).clip(0, 1) * (1 - (chroma / 0.05).clip(0, 1))
    lab[..., 1:] *= (wanted / chroma * (1 - 0.5 * white))[..., None]


def _fresh(lab: Floats, base: Floats, light: Floats, plants: Floats) -> None:
    """Greens, in place: yellow where they are lit, blue-green in the shade."""
    a, b = lab[..., 1], lab[..., 2]
    green = ((-a - 0.25 * b) / 0.03).clip(0, 1) * (b / 0.03).clip(0, 1)
    green = np.maximum(green, plants * ((0.06 + b - a) / 0.08).clip(0, 1) * (b > 0))
    lit = ((lab[..., 0] - 0.52) / 0.2 + (light - base) / 0.08).clip(-1, 1) * green
    sun, shade = lit.clip(0), (-lit).clip(0)
    lab[..., 0] += 0.022 * sun
    lab[..., 1] += -0.006 * sun - 0.014 * shade
    lab[..., 2] += 0.020 * sun - 0.016 * shade


def _toned(lab: Floats) -> None:
    """Cool shade and warm lights, in place: on weak colours, white stays white."""
    light = lab[..., 0]
    weak = np.exp(-((lab[..., 1] ** 2 + lab[..., 2] ** 2) / 0.06**2))
    shade = ((0.5 - light) / 0.35).clip(0, 1) * (0.35 + 0.65 * weak)
    sun = ((light - 0.42) / 0.2).clip(0, 1) * ((0.96 - light) / 0.16).clip(0, 1) * weak
    for axis in (0, 1):
        lab[..., 1 + axis] += COOL[axis] * shade + WARM[axis] * sun


def _heaven(lab: Floats, light: Floats, sky: Floats) -> None:
    """The sky, in place: a clear run of colour, brighter to the horizon; clouds clean."""
    from scipy.ndimage import gaussian_filter

    if sky.max() < 0.5:
        return
    lab[..., 0] += 0.45 * sky * (light - lab[..., 0]).clip(-0.2, 0)
    weight = gaussian_filter(sky, 5.0)[..., None].clip(1e-3)
    calm = gaussian_filter(lab * sky[..., None], (5.0, 5.0, 0)) / weight
    rows = np.flatnonzero((sky > 0.5).any(1))
    down = (np.arange(len(sky)) - rows[0]) / max(rows[-1] - rows[0], 1)
    high = (1 - down.clip(0, 1))[:, None].astype(np.float32)
    chroma = np.hypot(calm[..., 1], calm[..., 2])
    warm = float(np.clip((lab[..., 2][sky > 0.5].mean() - 0.002) / 0.02, 0, 1))
    pale = np.exp(-((chroma / 0.045) ** 2)) * high**0.7 * (1 - warm)
    cloud = ((lab[..., 0] - calm[..., 0]) / 0.04).clip(0, 1)
    calm[..., 0] += 0.25 * (lab[..., 0] - calm[..., 0])
    calm[..., 0] += 0.03 * (1 - high) * (0.97 - calm[..., 0]).clip(0) / 0.3 - 0.045 * pale
    for axis in (0, 1):
        calm[..., 1 + axis] += BLUE[axis] * pale * (1 - 0.7 * cloud)
    lab += (calm - lab) * sky[..., None]
