"""A background in gouache: opaque, flat, confident shapes with brush edges."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import palette
from ..palette import Manner
from ..scene.scene import Scene
from ..touch import Touch
from . import crisp, foliage, tips
from . import field as fields
from . import seen as views
from .easel import Easel
from .field import Field
from .lay import Layer, laid
from .seen import Seen
from .tips import Tip

Floats = NDArray[np.float32]


PULL = 0.35
"""How far graded colours go towards the palette."""


def gouache(canvas: Any, scene: Scene, touch: Touch, ready: bool = False) -> None:
    """Paint the whole picture in gouache; ``ready`` colours are not graded again.

    Raises NoEngine when there is no drawing library.
    """
    photo = palette.oklab(scene.pixels)
    manner = replace(palette.chosen(photo, touch), ready=ready)
    if ready:
        manner = replace(manner, pull=PULL)
    field = fields.read(scene)
    seen = views.read(scene, photo, manner, field, 0.75 * touch.strength)
    easel = Easel(canvas, scene.width, scene.height)
    easel.ground(seen.middle)
    cover(easel, scene, seen, field, manner, touch)


def cover(
    easel: Easel, scene: Scene, seen: Seen, field: Field, manner: Manner, touch: Touch
) -> None:
    """All strokes from large to small."""
    chance = touch.chance("gouache")
    crowns = foliage.crowns(scene, seen)
    size = manner.size * (0.5 + 0.625 * touch.strength)
    for number, step in enumerate(_plan(scene, seen, field, crowns, size, 1.8 - touch.strength)):
        so_far = easel.seen() if number else None
        strokes = laid(step.layer, step.seen, so_far, step.need, step.room, field, chance)
        tip = _tip(step, manner, touch.chance(f"tip {number}"))
        easel.strokes(strokes.thin() if step.layer.radius < 5 else strokes, tip)
        if step.leaves:
            leaves = foliage.clumps(scene, seen, crowns, touch.chance("leaves"))
            if leaves is not None:
                easel.strokes(leaves, tips.leaves(touch.chance("leaf tip")))


@dataclass(frozen=True, eq=False)
class Step:
    """A layer with what it takes to lay it.

    What its brush sees (OKLab), where it is needed, how far edges are, how many hairs the
    brush has, and whether ``leaves`` follow.
    """

    layer: Layer
    seen: Floats
    need: Floats
    room: Floats
    hairs: int
    leaves: bool = False


def _tip(step: Step, manner: Manner, chance: np.random.Generator) -> Tip:
    height = 64 if step.layer.radius > 5 else 32
    ridge = 0.022 * manner.rough
    return tips.bristles(chance, 8, height, height * 4, step.hairs, 0.35, ridge)


def _plan(
    scene: Scene, seen: Seen, field: Field, crowns: Floats, size: float, care: float
) -> tuple[Step, ...]:
    """Brushes from large to small; ``size`` multiplies the large, ``care`` the small's need."""
    whole = np.ones(crowns.shape, np.float32)
    edges = fields.room(seen.middle, 0.035, 2)
    fine = fields.room(seen.fine, 0.05)
    sharp = fields.room(seen.sharp, 0.08)
    steep = crisp.steep(seen.sharp)
    drawn = crisp.drawn(scene, steep, edges)
    clear = seen.fine + (seen.sharp - seen.fine) * drawn[..., None]
    look = ((0.55 + field.matters * 1.5) * (1 - 0.4 * crowns) * care).astype(np.float32)
    close = (look * (field.matters > 0.2)).astype(np.float32)
    broadest = Layer(26 * size, reach=5, tolerance=0.1, least=0.5, jitter=0.010)
    broad = Layer(13 * size, reach=5, error=0.028, tolerance=0.08, least=0.45, jitter=0.012)
    middle = Layer(7 * size, reach=5, error=0.03, tolerance=0.07, least=0.4)
    small = Layer(3.6, gap=1.0, reach=5, error=0.04, tolerance=0.07)
    point = Layer(1.9, 1.2, 5, 0.035, 0.08, 0.3, 0.006)
    pen = Layer(1.15, 1.8, 6, 0.05, 0.10, 0.3, 0.0)
    finest = Layer(1.3, 1.6, 4, 0.03, 0.06, 0.3, 0.004)
    return (
        Step(broadest, seen.broad, whole, edges, 14),
        Step(broad, seen.broad, whole, edges, 10),
        Step(middle, seen.middle, whole, edges, 7, leaves=True),
        Step(small, seen.fine, look, fine, 5),
        Step(point, clear, close * (0.4 + 0.6 * drawn), fine, 4),
        Step(pen, clear, steep * drawn, sharp, 3),
        *((Step(finest, seen.sharp, field.small, fine, 3),) if field.small.any() else ()),
    )
