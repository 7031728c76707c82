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
from .stage import Heard, freed, stage, traced
from .tone import developed

Told = Callable[[str, float], None]

GUIDES = 16
"""Rays per pixel for colours and normals; they follow no light and cost little."""

EXPOSURE = 0.86

LIT = 0.92
"""Share of the work that is done when all light is traced."""


def picture(scene: Scene, settings: Settings, told: Told) -> Pixels:
    """The photograph, height x width x 3, uint8, sRGB."""
    view = framed(scene.extents, settings)
    told("Rendering", 0.0)
    clean = light(
        stage(scene), view, settings, scene.seed, lambda share: told("Rendering", LIT * share)
    )
    told("Denoising", LIT)
    whole = over(clean, reflections(scene, view))
    told("Denoising", 1.0)
    return developed(whole, EXPOSURE)


def light(made: Any, view: View, settings: Settings, seed: int, heard: Heard = None) -> Floats:
    """What the camera sees of a Mitsuba scene, linear, without noise."""
    import mitsuba as mi

    guides = mi.load_dict({"type": "aov", "aovs": "a:albedo,n:sh_normal"})
    seen = traced(made, view, guides, GUIDES, seed)
    paths = mi.load_dict({"type": "path", "max_depth": settings.depth, "rr_depth": 3})
    noisy = traced(made, view, paths, settings.samples, seed, heard)
    del made  # the denoiser needs the room
    freed()
    return denoised(noisy, seen[..., :3], seen[..., 3:6])
