"""Graphite: layers of strokes on toothed paper, soft lights, dark accents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ..canvas import skia
from ..scene.scene import Floats, Scene
from ..touch import Touch
from . import contours, cuts, hatch, quiet, tone, tooth, trace
from .lines import Lines, filled, means, picked, stroked, tapered
from .marks import Marks, marks
from .visage import Paints, drawn

PAPER = (244, 241, 234)
GRAPHITE = (36, 36, 42)

SMUDGE = 0.42
"""Of full graphite, how dark the smudged tone under the strokes becomes."""

LAYERS = (
    (0.2, -0.85, 2.5, 2.4, 0.32, 0.6),
    (0.34, -0.6, 2.3, 1.5, 0.46, 0.7),
    (0.47, -1.05, 2.1, 1.6, 0.64, 0.85),
    (0.6, -0.75, 2.0, 1.7, 0.8, 0.95),
    (0.73, -1.15, 1.8, 1.9, 0.92, 1.0),
)
"""Of each layer: the darkness from which it is laid, the hand's direction (radians), distance
and width of its strokes (pixels), how dark and how hard pressed they are at most (0..1)."""


def pencil(canvas: Any, scene: Scene, touch: Touch) -> None:
    """Draw the scene."""
    faces = [marks(scene, one, touch.likeness) for one in scene.people if one.drawn]
    face = quiet.mask(scene, [one.oval for one in faces], 2.0)
    plain = tone.tones(scene)
    light = tone.with_skin(plain, scene, face)
    tooth.sheet(canvas, PAPER)
    shade = tone.calm(light, 3, 1.5e-3)
    tooth.smudged(canvas, SMUDGE * _risen(1 - tone.calm(shade, 5, 2e-3), 0.08) ** 1.3, GRAPHITE)
    _shading(canvas, scene, shade, face, touch)
    _outlines(canvas, scene, tone.calm(plain, 3, 1e-3), faces, touch)
    white = skia().Paint(AntiAlias=True, Color=skia().Color(*PAPER, 235))
    stumps = tooth.dry(GRAPHITE, 0.8, 0.9)
    filled(canvas, cuts.tiny(scene, plain, faces), stumps, holes=True)
    for one in faces:
        if one.glasses:
            filled(canvas, cuts.frames(scene, one), stumps, holes=True)
        if one.size >= quiet.TINY:
            pen = tooth.dry(GRAPHITE, 0.9, 0.85)
            tint = tooth.dry(GRAPHITE, 0.4, 0.5)
            drawn(canvas, one, Paints(pen, white, tint, tint))


def _risen(dark: Floats, level: float) -> Floats:
    answer: Floats = ((dark - level) / (1 - level)).clip(0, 1)
    return answer


def _shading(canvas: Any, scene: Scene, light: Floats, face: Floats, touch: Touch) -> None:
    """The layers of strokes; in faces lighter, for the smudged tone does most there."""
    for number, (level, hand, apart, width, alpha, press) in enumerate(LAYERS):
        angle = hatch.direction(scene, hand, 7.0, 0.35)
        depth = _risen(1 - light - 0.1 * face, level)
        lines = hatch.loose(depth, angle, hand, apart, 44.0, touch.chance(f"pencil {number}"))
        if not lines.number:
            continue
        hard = means(lines, lines.width)
        lines = tapered(
            Lines(lines.points, np.full(len(lines.points), width), lines.starts), 9, 0.3
        )
        for low, high, share in ((0, 0.15, 0.45), (0.15, 0.4, 0.75), (0.4, 1.01, 1.0)):
            part = picked(lines, (hard >= low) & (hard < high))
            paint = tooth.dry(GRAPHITE, alpha * (0.5 + 0.5 * share), press * (0.6 + 0.4 * share))
            stroked(canvas, part, paint)


def _outlines(
    canvas: Any, scene: Scene, soft: Floats, faces: Sequence[Marks], touch: Touch
) -> None:
    """The contours, gone over a second time a little beside the first."""
    strength = contours.field(soft, scene.angle, 1.0, 1.0, scene.lab[..., 1:])
    strength = quiet.softened(strength, soft, scene, faces)
    strength *= 1 - quiet.fine(scene, faces, quiet.TINY)
    strength *= 1 + 0.8 * quiet.rim(scene.person)
    found = trace.traced(strength, 0.1, 0.24, 12, 5.0)
    width = (0.8 + 2.0 * found.width) * quiet.pen(faces, found.points)
    hard = means(found, found.width)
    chance = touch.chance("pencil lines")
    for share in (1.0, 0.6):
        beside = chance.normal(0, 1.1 * (1 - share), (found.number, 2))
        points = found.points + beside.repeat(np.diff(found.bounds), 0)
        lines = tapered(Lines(points, share * width, found.starts))
        for low, high, alpha in ((0, 0.3, 0.65), (0.3, 0.55, 0.8), (0.55, 2, 0.95)):
            part = picked(lines, (hard >= low) & (hard < high))
            stroked(canvas, part, tooth.dry(GRAPHITE, share * alpha, 0.7 + 0.3 * alpha))
