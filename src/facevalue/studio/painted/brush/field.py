"""What strokes follow and what stops them: flow, edges, and where it matters."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ..scene.scene import Scene

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Field:
    """Planes (height x width, float32) that guide strokes.

    ``across`` and ``down`` are the unit direction in which a brush is drawn, defined also
    where the photo is calm. ``matters`` (0..1) is where a viewer looks: faces most, then
    people, then strong edges. ``size`` (about 0.6..1.5) multiplies the width of strokes:
    finer where it matters, broader far off; ``vary`` how unlike neighbouring strokes are.
    ``faces`` are soft ovals, ``close`` the
    same, weaker for large faces (their features survive a broader brush), ``small`` only
    those of faces so small that the finest brush is needed.
    """

    across: Floats = field(repr=False)
    down: Floats = field(repr=False)
    matters: Floats = field(repr=False)
    size: Floats = field(repr=False)
    faces: Floats = field(repr=False)
    close: Floats = field(repr=False)
    small: Floats = field(repr=False)
    vary: Floats = field(repr=False)


CALM = 0.012
"""How sure lines are where the photo has no edges."""

STEADY = 0.004
"""How sure a painter's own direction is: it rules where the photo's lines are weaker."""

SMALL = 100.0
"""Height of a face (forehead to chin, pixels) under which it is small."""

LARGE = 200.0
"""Height of a face from which brushes get broader with it."""


def read(scene: Scene) -> Field:
    """The field of a scene."""
    from scipy.ndimage import gaussian_filter

    across, down = _flow(scene)
    ovals, close, small = faces(scene)
    edges = (gaussian_filter(scene.edge, 4.0) * 6).clip(0, 1)
    matters = np.maximum(close, 0.45 * scene.person)
    matters = np.maximum(matters, 0.5 * edges)
    size = (1 + 0.35 * scene.away) * (1 - 0.4 * matters)
    return Field(
        across,
        down,
        matters.astype(np.float32),
        size.astype(np.float32),
        ovals,
        close,
        small,
        _vary(scene),
    )


def _vary(scene: Scene) -> Floats:
    """How much strokes differ from each other: little on skin and in the sky, more behind."""
    calm = np.maximum(np.maximum(scene.skin, 0.6 * scene.person), scene.sky)
    answer: Floats = (1.5 - 1.1 * calm).astype(np.float32)
    return answer


def _flow(scene: Scene) -> tuple[Floats, Floats]:
    """The photo's lines, spread into calm places from where they are sure.

    Doubled angles are averaged (a line has no head or tail), weighted by strength, at a small
    and a large scale; where nothing is sure a brush is drawn slightly aslant.
    """
    from scipy.ndimage import gaussian_filter, zoom

    floor = CALM + 0.04 * scene.hair
    sure = scene.order * (floor + gaussian_filter(scene.edge, 2.0)) * (1 - 0.95 * scene.sky)
    planes = [np.cos(2 * scene.angle) * sure, np.sin(2 * scene.angle) * sure]
    near = [gaussian_filter(v[::2, ::2], 2.0) for v in planes]
    far = [gaussian_filter(v[::8, ::8], 5.0) for v in planes]
    shape = near[0].shape
    wide = [zoom(v, (shape[0] / v.shape[0], shape[1] / v.shape[1]), order=1) for v in far]
    tilt = 2 * np.float32(-0.12)
    both = [
        n + 0.25 * w + STEADY * t
        for n, w, t in zip(near, wide, (np.cos(tilt), np.sin(tilt)), strict=True)
    ]
    angle = 0.5 * np.arctan2(both[1], both[0])
    angle = angle.repeat(2, 0).repeat(2, 1)[: scene.height, : scene.width]
    return np.cos(angle).astype(np.float32), np.sin(angle).astype(np.float32)


def faces(scene: Scene) -> tuple[Floats, Floats, Floats]:
    """Soft ovals over faces, 0..1: all; weaker the larger; only small ones."""
    ovals, close, small = (np.zeros((scene.height, scene.width), np.float32) for _ in range(3))
    for person in scene.people:
        low, high = person.mesh[:, :2].min(0), person.mesh[:, :2].max(0)
        middle, half = (low + high) / 2, np.maximum((high - low) / 2, 4) * 1.2
        top, left = (max(int(middle[i] - 1.2 * half[i]), 0) for i in (1, 0))
        bottom, right = (max(int(middle[i] + 1.2 * half[i]) + 2, 0) for i in (1, 0))
        box = np.s_[top:bottom, left:right]
        height, width = ovals[box].shape
        y, x = np.mgrid[top : top + height, left : left + width].astype(np.float32)
        far = ((x - middle[0]) / half[0]) ** 2 + ((y - middle[1]) / half[1]) ** 2
        oval = ((1.35 - far) / 0.5).clip(0, 1).astype(np.float32)
        np.maximum(ovals[box], oval, out=ovals[box])
        np.maximum(close[box], oval * np.float32(min(1, LARGE / person.height)), out=close[box])
        if person.height < SMALL:
            np.maximum(small[box], oval, out=small[box])
    return ovals, close, small


def room(image: Floats, contrast: float, step: int = 1) -> Floats:
    """How far each pixel is from an edge of the image (OKLab), pixels.

    An edge is a ridge of the colour gradient above ``contrast`` (OKLab distance by pixel).
    With ``step`` 2 only each second row and column is looked at.
    """
    from scipy.ndimage import distance_transform_edt

    small = image[::step, ::step]
    slopes: list[Floats] = list(np.gradient(small, axis=(0, 1)))
    down, across = (squared(slope) / step**2 for slope in slopes)
    power = np.sqrt(across + down)
    flat = across > down
    beside = np.pad(power, 1)
    left, right = beside[1:-1, :-2], beside[1:-1, 2:]
    above, below = beside[:-2, 1:-1], beside[2:, 1:-1]
    ridge = np.where(flat, (power >= left) & (power > right), (power >= above) & (power > below))
    edges = ridge & (power > contrast)
    if not edges.any():
        return np.full(image.shape[:2], 1e4, np.float32)
    answer: Floats = distance_transform_edt(~edges).astype(np.float32) * step
    if step > 1:
        answer = answer.repeat(step, 0).repeat(step, 1)
    return answer[: image.shape[0], : image.shape[1]]


def squared(vectors: Floats) -> Floats:
    """The sum of squares over a last axis of three (quicker than ``sum`` along it)."""
    a, b, c = vectors[..., 0], vectors[..., 1], vectors[..., 2]
    answer: Floats = a * a + b * b + c * c
    return answer
