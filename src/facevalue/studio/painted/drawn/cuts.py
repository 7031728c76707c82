"""Marks cut out of the photo's own darks: small people, and the frames of glasses."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.ndimage import gaussian_filter

from ..scene.scene import Floats, Scene
from . import areas, contours, quiet
from .lines import Plane
from .marks import Marks

FRAME = 11.0
"""A frame is darker by so much (CIELAB L*) than what is around it."""


def tiny(scene: Scene, plain: Floats, found: Sequence[Marks]) -> list[Plane]:
    """Small people's darks, sharpened, as closed shapes for the even-odd rule.

    ``plain`` are the tones of the drawing (0..1).
    """
    where = quiet.fine(scene, found, quiet.TINY)
    if not where.any():
        return []
    dark = contours.sharpened(plain) + 3 * (1 - where)
    return areas.below(dark, 0.27, 2.0, 0.4)


def frames(scene: Scene, one: Marks) -> list[Plane]:
    """The frames of a face's glasses, as closed shapes for the even-odd rule."""
    size = one.size
    lids = np.concatenate([np.concatenate([eye.crease, eye.lower]) for eye in one.eyes])
    middle, half = (lids.max(0) + lids.min(0)) / 2, np.ptp(lids, 0) / 2
    low, high = middle - half - 0.11 * size, middle + half + [0.11 * size, 0.16 * size]
    top, left = (max(int(v), 0) for v in (low[1], low[0]))
    box = (slice(top, int(high[1])), slice(left, int(high[0])))
    light = gaussian_filter(scene.lab[(*box, 0)], max(0.003 * size, 0.6))
    shut = [_apart(eye.shape, 0.022 * size) for eye in one.eyes]
    shut += [_apart(brow.shape, 0.012 * size) for brow in one.brows]
    away = quiet.mask(scene, shut, 0.8)[box] + 1 - quiet.mask(scene, [one.oval], 1.0)[box]
    around = gaussian_filter(light, 0.045 * size)
    plane = (light - around + FRAME + 60 * away).astype(np.float32)
    shapes = areas.below(plane, 0.0, (0.02 * size) ** 2, 0.0)
    corner = np.array([left, top])
    return [shape + corner for shape in shapes if np.ptp(shape, 0).max() > 0.1 * size]


def _apart(shape: Plane, by: float) -> Plane:
    """A shape made larger by so many pixels all round, roughly."""
    away = shape - shape.mean(0)
    answer: Plane = shape + by * away / (np.linalg.norm(away, axis=1, keepdims=True) + 1e-6)
    return answer
