"""Ink: brush and pen on warm paper, two thin washes, few blacks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ..canvas import image, recorded, skia
from ..scene.scene import Floats, Pixels, Scene
from ..touch import Touch
from . import areas, contours, cuts, flesh, hatch, kit, quiet, tint, tone, tooth, trace
from .lines import Lines, filled, stroked, tapered
from .marks import Marks, marks
from .visage import Paints, drawn

KIT = kit.Kit(paper=(247, 242, 231), ink=(34, 31, 33), wash=(96, 98, 108))

BLACKS = 0.2
"""No more of the picture than this share becomes solid black."""


DARK_HAIR = 32.0
"""Hair darker than this (CIELAB L*) is filled in sooner than other things."""


def ink(canvas: Any, scene: Scene, touch: Touch) -> None:
    """Draw the scene, and lay a wash of each person's own tone under the lines of their skin."""
    faces = [marks(scene, one, touch.likeness) for one in scene.people if one.drawn]
    face = quiet.mask(scene, [one.oval for one in faces], 2.0)
    plain = tone.tones(scene)
    skin = flesh.flesh(scene, face)
    light = flesh.lit(plain, scene, skin)
    tools = kit.chosen(KIT, scene, touch)
    fine = quiet.fine(scene, faces)
    broad = (1 - fine) * tone.calm(light, 8, 4e-3) + fine * tone.calm(light, 2, 1e-3)

    def drawing(over: Any) -> None:
        _washes(over, broad, tools, touch)
        _hatching(over, scene, broad, face, tools, touch)
        dark_hair = scene.hair * (scene.lab[..., 0] < DARK_HAIR)
        black = tone.calm(light, 3, 2e-3) + face + 0.25 * scene.skin - 0.1 * dark_hair
        solid = areas.below(black, _black(light, touch), 90.0, 0.8)
        filled(over, solid, _paint(tools.ink), holes=True)
        stroked(over, _lines(scene, tone.calm(plain, 3, 1e-3), faces, tools), _paint(tools.ink))
        _people(over, scene, plain, faces, tools)

    over = recorded(scene.width, scene.height, drawing)
    tint.tinted(canvas, scene, skin, WASHED, lambda sheet: _sheet(sheet, tools), over)


def _sheet(canvas: Any, tools: kit.Kit) -> None:
    """Smooth paper; rough like a painting's ground when one is given."""
    if tools == KIT:
        canvas.drawColor(skia().Color(*tools.paper))
    else:
        tooth.sheet(canvas, tools.paper, 0.035 * tools.rough)


def _washed(canvas: Any, pixels: Pixels) -> None:
    """A wash that ran out softly."""
    library = skia()
    box = library.Rect.MakeWH(2 * pixels.shape[1], 2 * pixels.shape[0])
    cubic = library.SamplingOptions(library.CubicResampler.Mitchell())
    canvas.drawImageRect(image(pixels), box, cubic)


WASHED = tint.Tint(chroma=0.8, shading=0.35, lay=_washed)
"""Skin's wash in ink: a little greyer than skin, for it is diluted ink."""


def _people(
    canvas: Any, scene: Scene, plain: Floats, faces: Sequence[Marks], tools: kit.Kit
) -> None:
    """What only the pen draws: small people, faces, glasses."""
    filled(canvas, cuts.tiny(scene, plain, faces), _paint(tools.ink), holes=True)
    for one in faces:
        if one.size < quiet.TINY:
            continue
        shade = _paint(tools.wash, 0.4)
        shade.setBlendMode(skia().BlendMode.kMultiply)
        white = tint.white(scene, one, tools.paper)
        drawn(canvas, one, Paints(_paint(tools.ink), _paint(white), shade, shade))
        if one.glasses:
            filled(canvas, cuts.frames(scene, one), _paint(tools.ink), holes=True)


def _paint(colour: tuple[int, int, int], alpha: float = 1.0) -> Any:
    library = skia()
    return library.Paint(AntiAlias=True, Color=library.Color(*colour, round(255 * alpha)))


def _black(light: Floats, touch: Touch) -> float:
    """Below which tone it is all black."""
    return min(0.23, float(np.quantile(light, BLACKS * touch.strength)))


def _washes(canvas: Any, broad: Floats, tools: kit.Kit, touch: Touch) -> None:
    """Flat tones one over the other, each with the darker rim where the ink dried last."""
    library = skia()
    much = touch.strength * tools.contrast
    for level, alpha in ((0.76, 0.13), (0.58, 0.2), (0.42, 0.27), (0.28, 0.3)):
        shapes = areas.below(broad, level, 60.0, 1.5)
        flat, rim = _paint(tools.wash, alpha * much), _paint(tools.wash, 0.8 * alpha * much)
        for paint in (flat, rim):
            paint.setBlendMode(library.BlendMode.kMultiply)
        filled(canvas, shapes, flat, holes=True)
        rim.setStyle(library.Paint.kStroke_Style)
        rim.setStrokeWidth(1.3)
        filled(canvas, shapes, rim)


def _hatching(
    canvas: Any, scene: Scene, broad: Floats, face: Floats, tools: kit.Kit, touch: Touch
) -> None:
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
        lines = Lines(found.points, tools.weight * (0.55 + found.width), found.starts)
        stroked(canvas, tapered(lines, 12, 0.1), _paint(tools.ink, 0.85))


def _lines(scene: Scene, soft: Floats, faces: Sequence[Marks], tools: kit.Kit) -> Lines:
    strength = contours.field(soft, scene.angle, 1.1, 1.0, scene.lab[..., 1:])
    strength = quiet.softened(strength, soft, scene, faces)
    strength *= 1 - quiet.fine(scene, faces, quiet.TINY)
    strength *= 1 + 0.8 * quiet.rim(scene.person)
    found = trace.traced(strength, 0.1, 0.28, 14, 6.0)
    width = tools.weight * (0.6 + 3.2 * found.width**1.2) * quiet.pen(faces, found.points)
    return tapered(Lines(found.points, width, found.starts))
