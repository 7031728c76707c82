"""How dark a drawing is to be at each place, whatever the photo's exposure was."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import gaussian_filter, zoom

from ...likeness.filters import guided
from ..scene.scene import Floats, Scene
from .lines import Plane

BASE = 40
"""Radius of what counts as the lighting of a place rather than its detail, working pixels."""

RAISED = 0.55
"""How much of the photo's own lightness is given up for an even spread of tones."""

DETAIL = 1.5
"""What is left of the photo's local contrast is made this many times stronger."""


def tones(scene: Scene) -> Floats:
    """Lightness to draw, 0 (black) to 1 (paper), height x width.

    Split into lighting and detail by a guided filter (Durand and Dorsey, "Fast Bilateral
    Filtering for the Display of High-Dynamic-Range Images", SIGGRAPH 2002, with He et al.'s
    filter). The lighting is pulled towards evenly spread tones, by one rising curve, so that
    what is darker in the photo stays darker and a night picture still has paper in it.
    """
    light: Plane = scene.lab[..., 0].astype(np.float64) / 100
    base = _base(light)
    raised = (1 - RAISED) * base + RAISED * (0.28 + 0.72 * _ranks(base))
    answer = raised + DETAIL * (light - base) * (0.35 + 0.65 * raised)
    return answer.clip(0, 1).astype(np.float32)


def with_skin(light: Floats, scene: Scene, face: Floats) -> Floats:
    """Tones in which skin that is dark in the photo is not left white.

    ``face`` (0..1) is where faces are; with ``scene.skin`` it says where skin is. There the
    tone comes no higher than the skin's own: its broad lightness, and a part of the detail.
    """
    where = np.maximum(face, scene.skin)
    if not scene.people or not where.any():
        return light
    own = gaussian_filter(scene.lab[..., 0] / 100, 12)
    held = np.minimum(light, own * (0.84 + 0.22 * own) + 0.3 * (light - gaussian_filter(light, 12)))
    answer: Floats = (light + where * (held - light)).clip(0, 1).astype(np.float32)
    return answer


def calm(plane: Floats, radius: int = 5, smooth: float = 2e-3) -> Floats:
    """A plane without grain and small marks, its large edges kept."""
    one = plane.astype(np.float64)
    return guided(one, guided(one, one, radius, smooth), radius, smooth).astype(np.float32)


def _base(light: Plane) -> Plane:
    """The lighting, found at a quarter of the size: it has nothing finer."""
    height, width = light.shape
    small = gaussian_filter(light, 2)[::4, ::4]
    found = guided(small, small, BASE // 4, 1e-2)
    large = zoom(found, (height / small.shape[0], width / small.shape[1]), order=1)
    return guided(light, large, 8, 1e-3).clip(0, 1)


def _ranks(plane: Plane) -> Plane:
    """Each value's place among all values, 0..1."""
    values, edges = np.histogram(plane, 256, (0, 1))
    share = np.concatenate([[0], values.cumsum() / plane.size])
    answer: Plane = np.interp(plane, edges, share)
    return answer
