"""People with their surfaces calmed before they are painted: few tones, features untouched.

Who draws people for a film leaves out pores, creases and weave, and keeps eyes, mouth and the
large shadows. The photo is calmed, so that strokes laid on it are calm too.
"""

from __future__ import annotations

import numpy as np

from ...likeness import regions
from .. import palette
from ..brush.simple import left_out
from ..brush.sky import stair
from ..scene.scene import Floats, Person, Scene
from ..touch import Touch

NOSTRILS = (98, 240, 75, 166, 79, 239, 241, 2, 461, 459, 309, 392, 305, 460, 327, 326, 97)
FEATURES = (
    (regions.LEFT_EYE, 1.5),
    (regions.RIGHT_EYE, 1.5),
    (regions.LEFT_BROW, 1.6),
    (regions.RIGHT_BROW, 1.6),
    (regions.LIPS, 1.15),
    (NOSTRILS, 1.3),
)
"""What stays as it is: rings of the mesh, each grown so many times about its middle."""

SIZE, CONTRAST = 1 / 60, 0.09
"""Things smaller than this share of a face are left out, where they differ by less (OKLab)."""

STEP, FIRM = 0.11, 6.0
"""Lightness (OKLab) is gathered in such steps, so firmly."""

WIDE = 0.1
"""What is added over such a share of a face is taken off again: nobody becomes lighter."""

HAIR = 0.1
"""How much of the calm hair gets: its strands are wanted."""

CLEAR, SURE = 0.06, 0.12
"""What is left out by more than this (OKLab) is a thing (chain, tattoo), from there on surely."""

SMALLEST = 24.0
"""Where no face is this high (pixels of the working picture) nothing is calmed."""


def calm(scene: Scene, touch: Touch) -> Scene:
    """The scene with calm people, the more so the more ``strength`` is asked for."""
    from scipy.ndimage import gaussian_filter

    tall = [person.height for person in scene.people if person.drawn]
    if max(tall, default=0) < SMALLEST:
        return scene
    size = float(np.clip(max(tall) * SIZE, 0.8, 5))
    before = palette.oklab(scene.pixels)
    after = left_out(before, size, CONTRAST, 3)
    things = _things(after[..., 0] - before[..., 0])
    after[..., 0] += 0.6 * (stair(after[..., 0], STEP, FIRM) - after[..., 0])
    share = gaussian_filter(scene.person, 1.0) * (1 - (1 - HAIR) * scene.hair)
    share *= (1 - things) * (1 - features(scene)) * min(1.0, 0.25 + touch.strength)
    after[..., 0] -= _drift(after[..., 0] - before[..., 0], share, WIDE * max(tall))
    return scene.recoloured(palette.srgb(before + (after - before) * share[..., None]))


def _things(left: Floats) -> Floats:
    """Where something clear would be left out, 0..1: that is worn, not skin."""
    from scipy.ndimage import gaussian_filter

    clear = ((np.abs(left) - CLEAR) / (SURE - CLEAR)).clip(0, 1)
    answer: Floats = (1.5 * gaussian_filter(clear, 1.0)).clip(0, 1)
    return answer


def _drift(change: Floats, share: Floats, size: float) -> Floats:
    """What a change comes to on the whole about each pixel, counted where it is used."""
    from scipy.ndimage import gaussian_filter

    weight = gaussian_filter(share[::2, ::2], size / 2) + np.float32(1e-3)
    mean = gaussian_filter((change * share)[::2, ::2], size / 2) / weight
    answer: Floats = mean.repeat(2, 0).repeat(2, 1)[: change.shape[0], : change.shape[1]]
    return answer


def features(scene: Scene) -> Floats:
    """Where eyes, brows, mouths and nostrils are, 0..1, soft."""
    from scipy.ndimage import gaussian_filter

    mask = np.zeros(scene.lab.shape[:2], np.float32)
    for person in scene.people:
        if person.drawn:
            _mark(mask, person)
    soft: Floats = gaussian_filter(mask, 2.0)
    return soft


def _mark(mask: Floats, person: Person) -> None:
    from skimage.draw import polygon

    for ring, grown in FEATURES:
        corners = person.mesh[list(ring), :2]
        middle = corners.mean(0)
        corners = middle + (corners - middle) * grown
        mask[polygon(corners[:, 1], corners[:, 0], mask.shape)] = 1
