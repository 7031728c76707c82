"""Graphite: layers of strokes on toothed paper, soft lights, dark accents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ..canvas import image, recorded, skia
from ..scene.scene import Floats, Pixels, Scene
from ..touch import Touch
from . import contours, cuts, flesh, hatch, kit, quiet, tint, tone, tooth, trace
from .lines import Lines, filled, means, picked, stroked, tapered
from .marks import Marks, marks
from .visage import Paints, drawn

KIT = kit.Kit(paper=(244, 241, 234), ink=(36, 36, 42), wash=(36, 36, 42))

RUBBED = 0.8
"""How much of the colour on skin is rubbed in, so that no paper shines through."""

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


USUAL, REACH = 0.8, 0.26
"""At this ``strength`` the layers are laid as they stand; at 0 only what is darker by so much
is shaded, at 1 what is lighter by a quarter of it too."""


def pencil(canvas: Any, scene: Scene, touch: Touch) -> None:
    """Draw the scene; skin is toned with a coloured pencil of each person's own tone."""
    faces = [marks(scene, one, touch.likeness) for one in scene.people if one.drawn]
    face = quiet.mask(scene, [one.oval for one in faces], 2.0)
    plain = tone.tones(scene)
    skin = flesh.flesh(scene, face)
    tools = kit.chosen(KIT, scene, touch)
    shade = tone.calm(flesh.lit(plain, scene, skin), 3, 1.5e-3)

    def drawing(over: Any) -> None:
        soft = _risen(1 - tone.calm(shade, 5, 2e-3), 0.08) ** 1.3
        tooth.smudged(over, SMUDGE * tools.contrast * _pressed(touch) * soft, tools.ink)
        _shading(over, scene, shade, face, tools, touch)
        _outlines(over, scene, tone.calm(plain, 3, 1e-3), faces, tools, touch)
        _people(over, scene, plain, faces, tools)

    over = recorded(scene.width, scene.height, drawing)
    tint.tinted(canvas, scene, skin, TONED, lambda sheet: _sheet(sheet, tools), over)


def _pressed(touch: Touch) -> float:
    """How hard the pencil is pressed, 1 as a rule."""
    return 0.4 + 0.6 * touch.strength / USUAL


def _sheet(canvas: Any, tools: kit.Kit) -> None:
    tooth.sheet(canvas, tools.paper, 0.035 * tools.rough)


def _toned(canvas: Any, pixels: Pixels) -> None:
    """Coloured pencil, rubbed in and gone over once more on the tooth."""
    library = skia()
    box = library.Rect.MakeWH(2 * pixels.shape[1], 2 * pixels.shape[0])
    cubic = library.SamplingOptions(library.CubicResampler.Mitchell())
    canvas.drawImageRect(image(pixels), box, cubic, library.Paint(Alphaf=RUBBED))
    clamp = library.TileMode.kClamp
    smooth = library.SamplingOptions(library.FilterMode.kLinear)
    colours = image(pixels).makeShader(clamp, clamp, smooth, library.Matrix.Scale(2, 2))
    taken = tooth.dry((255, 255, 255), 1.0, 0.9, 5.0).getShader()
    paint = library.Paint(Shader=library.Shaders.Blend(library.BlendMode.kModulate, taken, colours))
    canvas.drawRect(box, paint)


TONED = tint.Tint(chroma=0.5, shading=0.8, lay=_toned)
"""Skin's tone in pencil: much greyer than skin, as sepia is."""


def _people(
    canvas: Any, scene: Scene, plain: Floats, faces: Sequence[Marks], tools: kit.Kit
) -> None:
    """What is not shaded: small people, faces, glasses."""
    stumps = tooth.dry(tools.ink, 0.8, 0.9)
    filled(canvas, cuts.tiny(scene, plain, faces), stumps, holes=True)
    pen, rub = tooth.dry(tools.ink, 0.9, 0.85), tooth.dry(tools.ink, 0.4, 0.5)
    for one in faces:
        if one.glasses:
            filled(canvas, cuts.frames(scene, one), stumps, holes=True)
        if one.size >= quiet.TINY:
            colour = skia().Color(*tint.white(scene, one, tools.paper), 235)
            white = skia().Paint(AntiAlias=True, Color=colour)
            drawn(canvas, one, Paints(pen, white, rub, rub))


def _risen(dark: Floats, level: float) -> Floats:
    answer: Floats = ((dark - level) / max(1 - level, 0.02)).clip(0, 1)
    return answer


def _shading(
    canvas: Any, scene: Scene, light: Floats, face: Floats, tools: kit.Kit, touch: Touch
) -> None:
    """The layers of strokes; in faces lighter, for the smudged tone does most there."""
    later = REACH * (USUAL - touch.strength) / USUAL
    for number, (level, hand, apart, width, alpha, press) in enumerate(LAYERS):
        angle = hatch.direction(scene, hand, 7.0, 0.35)
        depth = _risen(1 - light - 0.1 * face, level + later)
        lines = hatch.loose(depth, angle, hand, apart, 44.0, touch.chance(f"pencil {number}"))
        if not lines.number:
            continue
        hard = means(lines, lines.width)
        even = np.full(len(lines.points), width * tools.weight)
        lines = tapered(Lines(lines.points, even, lines.starts), 9, 0.3)
        for low, high, share in ((0, 0.15, 0.45), (0.15, 0.4, 0.75), (0.4, 1.01, 1.0)):
            part = picked(lines, (hard >= low) & (hard < high))
            much = alpha * (0.5 + 0.5 * share) * tools.contrast
            paint = tooth.dry(tools.ink, min(much, 1.0), press * (0.6 + 0.4 * share))
            stroked(canvas, part, paint)


def _outlines(
    canvas: Any, scene: Scene, soft: Floats, faces: Sequence[Marks], tools: kit.Kit, touch: Touch
) -> None:
    """The contours, gone over a second time a little beside the first."""
    strength = contours.field(soft, scene.angle, 1.0, 1.0, scene.lab[..., 1:])
    strength = quiet.softened(strength, soft, scene, faces)
    strength *= 1 - quiet.fine(scene, faces, quiet.TINY)
    strength *= 1 + 0.8 * quiet.rim(scene.person)
    found = trace.traced(strength, 0.1, 0.24, 12, 5.0)
    width = tools.weight * (0.8 + 2.0 * found.width) * quiet.pen(faces, found.points)
    hard = means(found, found.width)
    chance = touch.chance("pencil lines")
    for share in (1.0, 0.6):
        beside = chance.normal(0, 1.1 * (1 - share), (found.number, 2))
        points = found.points + beside.repeat(np.diff(found.bounds), 0)
        lines = tapered(Lines(points, share * width, found.starts))
        for low, high, alpha in ((0, 0.3, 0.65), (0.3, 0.55, 0.8), (0.55, 2, 0.95)):
            part = picked(lines, (hard >= low) & (hard < high))
            stroked(canvas, part, tooth.dry(tools.ink, share * alpha, 0.7 + 0.3 * alpha))
