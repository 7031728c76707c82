"""A scene into pixels: light, guides, denoised, film on top. Runs in the rendering process."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..parts import Floats, Pixels
from .camera import View, framed
from .denoise import denoised
from .film import over, reflections
from .scene import Scene
from .settings import Settings
from .shared import Keep, Kept, gathered, layers
from .stage import freed
from .tone import developed

Told = Callable[[str, float], None]

EXPOSURE = 0.86

LIT = 0.92
"""Share of the work that is done when all light is traced."""


def picture(scene: Scene, settings: Settings, told: Told, kept: Kept | None, keep: Keep) -> Pixels:
    """The photograph, height x width x 3, uint8, sRGB.

    ``kept`` is the last that an earlier picture gave to ``keep``.
    """
    view = framed(scene.extents, settings)
    told("Rendering", 0.0)
    layer = reflections(scene, view)
    made = gathered(scene, view, settings, lambda share: told("Rendering", LIT * share), kept, keep)
    told("Denoising", LIT)
    del scene, kept  # the denoiser needs the room
    whole = over(_clean(made), layer)
    told("Denoising", 1.0)
    return developed(whole, EXPOSURE)


def light(made: Any, view: View, settings: Settings, seed: int) -> Floats:
    """What the camera sees of a Mitsuba scene, linear, without noise."""
    return _clean(layers(made, view, settings, seed))


def _clean(made: Floats) -> Floats:
    freed()
    return denoised(*made)
