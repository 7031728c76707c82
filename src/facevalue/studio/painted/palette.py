"""Colour as a painter mixes it: OKLab, a small palette, and another painting's manner."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from .touch import Touch

Floats = NDArray[np.float32]
Pixels = NDArray[np.uint8]

# Ottosson, "A perceptual color space for image processing" (2020).
_TO_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    np.float32,
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ],
    np.float32,
)
_FROM_CONES = np.linalg.inv(_TO_CONES).astype(np.float32)
_FROM_LAB = np.linalg.inv(_TO_LAB).astype(np.float32)
_STEPS = np.arange(256) / 255
_LINEAR = np.where(_STEPS <= 0.04045, _STEPS / 12.92, ((_STEPS + 0.055) / 1.055) ** 2.4).astype(
    np.float32
)
_FINE = np.linspace(0, 1, 4096)
_CURVE = (
    np.where(_FINE <= 0.0031308, _FINE * 12.92, 1.055 * _FINE ** (1 / 2.4) - 0.055) * 255
).astype(np.float32)


def oklab(pixels: Pixels) -> Floats:
    """OKLab (L 0..1, a and b about -0.4..0.4) of uint8 sRGB; the last axis is the colour."""
    cones: Floats = _LINEAR[pixels] @ _TO_CONES.T
    answer: Floats = np.cbrt(cones) @ _TO_LAB.T
    return answer


def srgb(lab: Floats) -> Pixels:
    """uint8 sRGB of OKLab colours, clipped to what a screen shows."""
    cones = (np.asarray(lab, np.float32) @ _FROM_LAB.T) ** 3
    place = ((cones @ _FROM_CONES.T).clip(0, 1) * 4095 + 0.5).astype(np.int32)
    answer: Pixels = (_CURVE[place] + np.float32(0.5)).astype(np.uint8)
    return answer


@dataclass(frozen=True, eq=False)
class Manner:
    """How a painting is coloured and touched, against a photo.

    ``tubes`` are its palette (n x 3, OKLab). ``dark`` and ``light`` are the OKLab lightness
    its shade and light reach (5 and 95 %), ``chroma`` a factor on colourfulness, ``size`` on
    the width of strokes, ``rough`` (0..2, 1 is ours) on how much bristles show. ``pull``
    (0..1) says how far colours go towards the palette; ``ready`` colours are graded already.
    """

    tubes: Floats = field(repr=False)
    dark: float
    light: float
    chroma: float = 1.12
    size: float = 1.0
    rough: float = 1.0
    pull: float = 0.6
    ready: bool = False


def tubes(lab: Floats, count: int, chance: np.random.Generator) -> Floats:
    """A palette of ``count`` colours (count x 3) by k-means in OKLab, dark to light.

    Colours are counted on a coarse grid first and weigh by the root of how often they occur,
    so that a small red roof keeps its tube beside a large sky.
    """
    flat = lab.reshape(-1, 3)[:: max(1, lab.size // 3 // 60000)]
    cells, place = np.unique(
        (flat * [40, 80, 80]).round().astype(np.int32), axis=0, return_inverse=True
    )
    weight = np.bincount(place.ravel(), minlength=len(cells)) ** 0.5
    colours = cells / np.array([40.0, 80.0, 80.0])
    scaled = colours * [1.0, 2.0, 2.0]
    centres = _spread(scaled, weight, min(count, len(cells)), chance)
    for _ in range(12):
        nearest = _apart(scaled, centres).argmin(1)
        total = np.bincount(nearest, weight, len(centres))[:, None]
        sums = np.stack(
            [np.bincount(nearest, weight * scaled[:, k], len(centres)) for k in range(3)], 1
        )
        centres = np.where(total > 0, sums / np.maximum(total, 1e-9), centres)
    answer = (centres / [1.0, 2.0, 2.0]).astype(np.float32)
    return answer[np.argsort(answer[:, 0], kind="stable")]


def _spread(points: Floats, weight: Floats, count: int, chance: np.random.Generator) -> Floats:
    """First centres far from each other (k-means++, Arthur and Vassilvitskii 2007)."""
    chosen = [int(weight.argmax())]
    apart = _apart(points, points[chosen])[:, 0]
    for _ in range(count - 1):
        odds = apart * weight
        if odds.sum() <= 0:
            break
        chosen.append(int(chance.choice(len(points), p=odds / odds.sum())))
        apart = np.minimum(apart, _apart(points, points[chosen[-1:]])[:, 0])
    return points[chosen]


def _apart(points: Floats, centres: Floats) -> Floats:
    """Squared distances, n x k."""
    cross = points @ centres.T
    answer: Floats = (points**2).sum(1)[:, None] - 2 * cross + (centres**2).sum(1)[None]
    return answer.clip(0)


def mixed(lab: Floats, manner: Manner) -> Floats:
    """Colours (n x 3) pulled towards the manner's tubes, hue and chroma more than lightness."""
    scale = np.array([1.0, 2.0, 2.0], np.float32)
    apart = _apart(lab * scale, manner.tubes * scale)
    near = np.exp(-apart / 0.006 - (-apart.min(1, keepdims=True) / 0.006))
    share = near / near.sum(1, keepdims=True)
    target = share @ manner.tubes
    pull = manner.pull * np.array([0.6, 1.0, 1.0], np.float32)
    answer: Floats = (lab + (target - lab) * pull).astype(np.float32)
    return answer


def own(lab: Floats, chance: np.random.Generator, count: int = 28) -> Manner:
    """The manner for a photo by itself: its own colours, a little richer."""
    dark, light = (float(v) for v in np.percentile(lab[::4, ::4, 0], (5, 95)))
    return Manner(tubes(lab[::4, ::4], count, chance), dark, light)


def chosen(lab: Floats, touch: Touch) -> Manner:
    """The manner a picture (OKLab) is painted in: its own, or that of the painting given."""
    chance = touch.chance("tubes")
    return own(lab, chance) if touch.like is None else like(touch.like, lab, chance)


def like(painting: Pixels, lab: Floats, chance: np.random.Generator) -> Manner:
    """The manner of a painting (height x width x 3, uint8) for a photo (OKLab).

    Classical statistics only: palette, percentiles of lightness (Reinhard et al. 2001 in
    spirit), mean chroma, and how much of the fine detail's energy is left at a larger scale,
    which grows with the width of strokes.
    """
    step = max(1, max(painting.shape[:2]) // 512)
    other = oklab(painting[::step, ::step])
    dark, light = (float(v) for v in np.percentile(other[..., 0], (5, 95)))
    chroma = float(np.hypot(other[..., 1], other[..., 2]).mean())
    mine = float(np.hypot(lab[..., 1], lab[..., 2]).mean()) + 1e-3
    rough, size = _touch(other[..., 0])
    more = float(np.clip(chroma / mine, 0.4, 1.5))
    return Manner(tubes(other, 28, chance), dark, light, more, size, rough, 0.85)


def _touch(light: Floats) -> tuple[float, float]:
    """How rough a painting is (0.4..2) and its strokes' size (0.6..1.8), 1 being ours."""
    from scipy.ndimage import gaussian_filter

    fine = light - gaussian_filter(light, 1.0)
    broad = gaussian_filter(light, 1.0) - gaussian_filter(light, 4.0)
    rough = float(np.abs(fine).mean()) / 0.012
    size = float(np.abs(broad).mean() / (np.abs(fine).mean() + 1e-4)) / 2.2
    return float(np.clip(rough, 0.4, 2.0)), float(np.clip(size, 0.6, 1.8))


def graded(lab: Floats, manner: Manner) -> Floats:
    """A photo's OKLab with the manner's reach of lightness and colourfulness.

    Dark photos are opened up, shades lifted off black and turned a little to blue, lights to
    yellow, as body colour on paper is; weak colours gain more than strong ones.
    """
    light = lab[::4, ::4, 0]
    dark, bright = np.percentile(light, (5, 95))
    reach = np.clip((manner.light - manner.dark) / max(bright - dark, 0.05), 0.7, 1.5)
    value = (manner.dark + (lab[..., 0] - dark) * reach).clip(0, 1)
    opened = float(np.clip(np.log(0.65) / np.log(np.clip(np.median(light), 0.1, 0.95)), 0.68, 1.0))
    value = value**opened
    shade = (1 - value) ** 2
    value = value + 0.11 * shade * (1 - value) + 0.035 * np.sin(np.pi * value)
    chroma = np.hypot(lab[..., 1], lab[..., 2])
    more = manner.chroma * (1 + 0.38 * np.exp(-((chroma / 0.1) ** 2)) * (chroma / 0.03).clip(0, 1))
    more = np.minimum(more, np.maximum(0.27 / (chroma + 1e-4), 1))
    a, b = lab[..., 1] * more, lab[..., 2] * more
    warm = 0.020 * np.clip((value - 0.55) / 0.3, 0, 1) * np.clip((1.0 - value) / 0.12, 0.35, 1)
    a, b = a + 0.006 * shade + 0.15 * warm, b - 0.030 * shade + warm
    answer: Floats = np.stack([value, a, b], -1)
    return answer.astype(np.float32)
