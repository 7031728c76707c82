"""What a drawing is made with: paper, ink, wash, and how heavy the hand is."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .. import palette
from ..scene.scene import Floats, Scene
from ..touch import Touch
from .tooth import Colour

PALE = 0.86
"""Paper that is taken from a painting is at least so light (OKLab): nobody's skin is lighter."""

FAINT = 0.025
"""Chroma of such paper at most (OKLab)."""

DEEP = 0.36
"""Ink that is taken from a painting is no lighter than this (OKLab)."""

MIDDLE = 0.5
"""Lightness of a wash that is taken from a painting."""

TUBES = 14
"""Colours that are looked for in a painting."""


@dataclass(frozen=True, slots=True)
class Kit:
    """Colours are sRGB, 0..255.

    ``weight`` multiplies the width of lines, ``rough`` (0.4..2, 1 is ours) how much of the
    paper's tooth shows, ``contrast`` (0.6..1.3) how dark tones are laid.
    """

    paper: Colour
    ink: Colour
    wash: Colour
    weight: float = 1.0
    rough: float = 1.0
    contrast: float = 1.0


def chosen(own: Kit, scene: Scene, touch: Touch) -> Kit:
    """A style's own kit, or one mixed from the painting that ``touch`` brings.

    Paper is the painting's lights, ink its darkest colour, the wash its strongest; weight,
    roughness and contrast are the statistics that ``palette.like`` takes for brushes.
    """
    if touch.like is None:
        return own
    chance = touch.chance("kit")
    manner = palette.like(touch.like, palette.oklab(scene.pixels[::4, ::4]), chance)
    tubes = mixed(touch)
    strong = tubes[np.argmax(np.hypot(tubes[:, 1], tubes[:, 2]))]
    return replace(
        own,
        paper=_colour(tubes[-1], max(float(tubes[-1][0]), PALE)),
        ink=_colour(tubes[0], min(float(tubes[0][0]), DEEP)),
        wash=_colour(strong, MIDDLE),
        weight=float(np.clip(manner.size, 0.7, 1.6)),
        rough=manner.rough,
        contrast=float(np.clip((manner.light - manner.dark) / 0.6, 0.6, 1.3)),
    )


def mixed(touch: Touch) -> Floats:
    """The colours of the painting that ``touch`` brings: n x 3, OKLab, dark to light."""
    assert touch.like is not None
    step = max(1, max(touch.like.shape[:2]) // 512)
    lab = palette.oklab(touch.like[::step, ::step])
    return palette.tubes(lab, TUBES, touch.chance("kit colours"))


def _colour(lab: Floats, light: float) -> Colour:
    """A colour (OKLab) at another lightness; what is light has little chroma, as paper has."""
    most = FAINT if light >= PALE else 1.0
    chroma = float(np.hypot(lab[1], lab[2]))
    shade = np.array([light, *(lab[1:] * min(1.0, most / max(chroma, 1e-6)))], np.float32)
    red, green, blue = palette.srgb(shade).tolist()
    return red, green, blue
