"""Everything in its place: the figure on its stand, its things on the card, the box around."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..shelf import Shelf
from ..styles import Told, silent
from .bare import THINGS, bare
from .box import build as boxes
from .box.layout import BoxLabel, Item, Room
from .figure import Figure, Look, dressed, figure
from .parts import Floats, Part, bounds, rotation
from .render.scene import Bare
from .things import build as things

SLACK, STEP = 0.15, 0.3
"""What is held may stand out that much from the figure; beyond that the box grows in steps, so
that it has the same size with most things."""


@dataclass(frozen=True, slots=True)
class Grade:
    """How fine shapes and textures are: ``grain`` in units, ``texture`` in pixels a side."""

    grain: float
    texture: int


GRADES = {
    "preview": Grade(0.03, 1024),
    "full": Grade(0.018, 2048),
    "poster": Grade(0.014, 2048),
}
"""By quality."""


@dataclass(frozen=True, slots=True, eq=False)
class Assembly:
    """The whole scene and, apart from it, the figure alone.

    ``face`` are the five points of the face in the scene, 5 x 3. ``solo`` is the figure with
    what it holds, standing on y = 0, for 3D files and the turntable. ``bare`` is the scene
    without things and words.
    """

    parts: tuple[Part, ...]
    box: boxes.Box
    face: Floats
    solo: Figure
    bare: Bare


def assembled(
    look: Look,
    label: BoxLabel,
    grade: Grade,
    shelf: Shelf,
    told: Told = silent,
) -> Assembly:
    """Model all of it. ``told`` hears shares 0..1 of this work."""
    told("Modelling the figure", 0.0)
    solo = figure(look, grade.grain, grade.texture, shelf)
    told("Modelling the things", 0.6)
    models = [_thing(name, grade, shelf) for name in _shown(look)]
    items = [_item(parts, words) for parts, words in models]
    told("Printing the box", 0.85)
    box = boxes.build(label, items, _room(solo), grade.texture)
    turn = rotation(0, box.yaw, 0)
    parts = [part.placed(box.figure_at, turn) for part in solo.parts]
    for (thing, _), place in zip(models, box.places, strict=True):
        parts += [part.placed(place.at, None, place.scale) for part in thing]
    face = solo.face @ turn.T + np.asarray(box.figure_at, np.float32)
    told("Printing the box", 1.0)
    whole = (*parts, *box.parts)
    return Assembly(whole, box, face, solo, bare(whole, box.extents, solo.unprinted))


def _shown(look: Look) -> list[tuple[str, str]]:
    """Names and labels of the things on the card: what is in the hand is not shown twice."""
    return [(t.name, t.label) for t in look.wish.things if t.name != look.wish.hold]


def _thing(named: tuple[str, str], grade: Grade, shelf: Shelf) -> tuple[list[Part], str]:
    name, label = named
    pieces = shelf.kept(("thing", name, grade.grain), lambda: things.build(name, grade.grain))
    return dressed(f"thing_{name}", pieces, things.materials(name)), label


def _item(parts: list[Part], label: str) -> Item:
    """A thing's label, size and middle as measured."""
    low, high = bounds(part.mesh for part in parts)
    wide, tall, deep = (float(v) for v in high - low)
    x, y, z = (float(v) for v in (low + high) / 2)
    return Item(label[:1].upper() + label[1:], (wide, tall, deep), (x, y, z))


def _room(solo: Figure) -> Room:
    """What the figure needs."""
    low, high = _extents(solo)
    wide, _, deep = (float(v) for v in high - low)
    x, _, z = (float(v) for v in (low + high) / 2)
    return Room(
        width=wide,
        height=float(high[1]),
        depth=deep,
        footprint=solo.footprint,
        middle=(x, z),
    )


def _extents(solo: Figure) -> tuple[Floats, Floats]:
    """Lowest and highest corner of the figure, and of what it holds where that stands out far."""
    low, high = bounds(part.mesh for part in solo.parts if not part.name.startswith(THINGS))
    all_low, all_high = solo.bounds()
    return low - _steps(low - all_low), high + _steps(all_high - high)


def _steps(out: Floats) -> Floats:
    steps: Floats = (np.ceil(np.maximum(out - SLACK, 0) / STEP) * STEP).astype(np.float32)
    return steps
