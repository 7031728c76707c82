"""Ink: brush and pen on warm paper, two thin washes, few blacks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ..canvas import skia
from ..scene.scene import Floats, Scene
from ..touch import Touch
from . import areas, contours, cuts, hatch, quiet, tone, trace
from .lines import Lines, filled, stroked, tapered
from .marks import Marks, marks
from .visage import Paints, drawn

PAPER = (247, 242, 231)
INK = (34, 31, 33)
WASH = (96, 98, 108)

BLACKS = 0.2
"""No more of the picture than this share becomes solid black."""


DARK_HAIR = 32.0
"""Hair darker than this (CIELAB L*) is filled in sooner than other things."""


def ink(canvas: Any, scene: Scene, touch: Touch) -> None:
    """Draw the scene."""
    faces = [marks(scene, one, touch.likeness) for one in scene.people if one.drawn]
    face = quiet.mask(scene, [one.oval for one in faces], 2.0)
    plain = tone.tones(scene)
    soft = tone.calm(plain, 3, 1e-3)
    light = tone.with_skin(plain, scene, face)
    library = skia()
    canvas.drawColor(library.Color(*PAPER))
    fine = quiet.fine(scene, faces)
    broad = (1 - fine) * tone.calm(light, 8, 4e-3) + fine * tone.calm(light, 2, 1e-3)
    _washes(canvas, broad, touch)
    _hatching(canvas, scene, broad, face, touch)
    dark_hair = scene.hair * (scene.lab[..., 0] < DARK_HAIR)
    black = tone.calm(light, 3, 2e-3) + face + 0.25 * scene.skin - 0.1 * dark_hair
    filled(canvas, areas.below(black, _black(light, touch), 90.0, 0.8), _paint(INK), holes=True)
    stroked(canvas, _lines(scene, soft, faces), _paint(INK))
    filled(canvas, cuts.tiny(scene, plain, faces), _paint(INK), holes=True)
    for one in faces:
        if one.size < quiet.TINY:
            continue
        tint = _paint(WASH, 0.4)
        drawn(canvas, one, Paints(_paint(INK), _paint((252, 249, 241)), tint, tint))
        if one.glasses:
            filled(canvas, cuts.frames(scene, one), _paint(INK), holes=True)


def _paint(colour: tuple[int, int, int], alpha: float = 1.0) -> Any:
    library = skia()
    return library.Paint(AntiAlias=True, Color=library.Color(*colour, round(255 * alpha)))


def _black(light: Floats, touch: Touch) -> float:
    """Below which tone it is all black."""
    return min(0.23, float(np.quantile(light, BLACKS * touch.strength)))


def _washes(canvas: Any, broad: Floats, touch: Touch) -> None:
    """Flat tones one over the other, each with the darker rim where the ink dried last."""
    library = skia()
    for level, alpha in ((0.76, 0.13), (0.58, 0.2), (0.42, 0.27), (0.28, 0.3)):
        shapes = areas.below(broad, level, 60.0, 1.5)
        filled(canvas, shapes, _paint(WASH, alpha * touch.strength), holes=True)
        rim = _paint(WASH, 0.8 * alpha * touch.strength)
        rim.setStyle(library.Paint.kStroke_Style)
        rim.setStrokeWidth(1.3)
        filled(canvas, shapes, rim)


def _hatching(canvas: Any, scene: Scene, broad: Floats, face: Floats, touch: Touch) -> None:
    """Two ways of strokes over the middle tones; in faces only over beards and deep shade."""
    chance = touch.chance("hatch")
    beard = quiet.darker(scene, face)
    for hand, reach, level in ((-0.9, 9.0, 0.52), (0.5, 14.0, 0.3)):
        depth = ((level - broad) / level * (1 - face)).clip(0, 1)
        if hand < 0:
            depth = np.maximum(depth, 0.8 * beard)
        angle = hatch.direction(scene, hand, reach)
        gap = (5.6 - 2.6 * depth).astype(np.float32)
        found = hatch.strokes(depth, angle, gap, 60.0, chance)
        lines = Lines(found.points, 0.55 + 1.0 * found.width, found.starts)
        stroked(canvas, tapered(lines, 12, 0.1), _paint(INK, 0.85))


def _lines(scene: Scene, soft: Floats, faces: Sequence[Marks]) -> Lines:
    strength = contours.field(soft, scene.angle, 1.1, 1.0, scene.lab[..., 1:])
    strength = quiet.softened(strength, soft, scene, faces)
    strength *= 1 - quiet.fine(scene, faces, quiet.TINY)
    strength *= 1 + 0.8 * quiet.rim(scene.person)
    found = trace.traced(strength, 0.1, 0.28, 14, 6.0)
    width = (0.6 + 3.2 * found.width**1.2) * quiet.pen(faces, found.points)
    return tapered(Lines(found.points, width, found.starts))
