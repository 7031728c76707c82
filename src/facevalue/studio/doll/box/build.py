"""The whole box: printed, cut, folded, with its stand, its window and the studio behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ....photos.drawing import drawn
from ..colours import mixed
from ..parts import Floats, Material, Mesh, Part
from . import around, card
from .art.back import back
from .art.front import front
from .art.insert import insert
from .art.side import side
from .layout import CARD, MOST_THINGS, TAB, BoxLabel, Item, Place, Plan, Room, Triple, planned
from .lettering.fit import Space, fitted
from .worlds import PAPER, WHITE, World, world

PRINT = Material(roughness=0.32, specular=0.5, clearcoat=0.25, clearcoat_gloss=0.85)
"""Coated card."""
SKIN = 0.004
"""Sides and top lie this far outside the cut edges of front and back, which would show through."""
FIGURE_YAW = -7.0
"""The figure is turned towards the camera, which looks from the left; degrees."""


@dataclass(frozen=True, slots=True, eq=False)
class Box:
    """A box ready to be rendered.

    ``parts`` are card, stand and backdrop. ``film`` is the window's film, a mesh for a
    reflection-only layer. ``places`` are the things' in their order.
    ``figure_at`` and ``yaw`` (degrees about y) place the figure. ``extents`` are the lowest
    and the highest corner of the box with its hang tab; ``inside`` those of the space behind
    the window, for a light under its ceiling.
    """

    parts: tuple[Part, ...]
    film: Mesh
    places: tuple[Place, ...]
    figure_at: tuple[float, float, float]
    yaw: float
    extents: tuple[Floats, Floats]
    inside: tuple[Floats, Floats]
    accent: str
    notes: tuple[str, ...] = ()


def build(label: BoxLabel, items: Sequence[Item], room: Room, texture: int) -> Box:
    """Print and fold a box around a figure and its things.

    ``texture`` is the height of the front's print in pixels; other prints follow. Raises
    Unknown for a world that there is not, NoEngine when a font is missing.
    """
    colours = world(label.world, label.seed)
    plan = planned(items, room)
    density = texture / plan.height
    half = plan.width / 2
    parts = [
        *_cards(label, colours, plan, density),
        *_inside(colours, plan),
        Part("stand", around.stand(plan), Material(colours.pop, roughness=0.25, clearcoat=0.6)),
        *around.studio(colours, plan),
    ]
    return Box(
        parts=tuple(parts),
        film=around.film(plan, label.seed),
        places=tuple(cell.place for cell in plan.cells),
        figure_at=plan.figure_at,
        yaw=FIGURE_YAW,
        extents=_corners(
            (-half - SKIN, 0.0, plan.back - CARD), (half + SKIN, plan.height + TAB, plan.front)
        ),
        inside=_corners((-half, plan.floor, plan.back), (half, plan.ceiling, plan.front)),
        accent=colours.pop,
        notes=_notes(label, items),
    )


def _corners(low: Triple, high: Triple) -> tuple[Floats, Floats]:
    return np.array(low, np.float32), np.array(high, np.float32)


def _printed(svg: str, width: float) -> Material:
    pixels = drawn(svg, max(round(width), 8))
    return replace(PRINT, texture=np.ascontiguousarray(pixels[..., :3]))


def _cards(label: BoxLabel, colours: World, plan: Plan, density: float) -> list[Part]:
    """Front, back, both sides, top and insert, with their cut edges."""
    paper = Material(PAPER, roughness=0.8)
    sheet = card.whole(plan)
    tall = replace(sheet, top=sheet.top + TAB)
    x, wide = plan.width / 2 + SKIN, plan.width * density
    face, rim = card.plate(card.front(plan), plan.front, sheet)
    rear, rear_rim = card.plate(card.back(plan), plan.back, tall)
    left = side(label, colours, plan, -90)
    right = side(label, colours, plan, 90)
    z, h = (plan.back, plan.front), plan.height + SKIN
    made = [
        Part("box_front", face, _printed(front(label, colours, plan), wide)),
        Part("box_front_edge", rim, paper),
        Part("box_back", rear, _printed(back(label, colours, plan), wide * 0.7)),
        Part("box_back_edge", rear_rim, paper),
        Part("box_left", card.sheet([(-x, 0, z[0]), (-x, 0, z[1]), (-x, h, z[1]), (-x, h, z[0])]),
             _printed(left, plan.depth * density)),
        Part("box_right", card.sheet([(x, 0, z[1]), (x, 0, z[0]), (x, h, z[0]), (x, h, z[1])]),
             _printed(right, plan.depth * density * 0.7)),
        Part("box_top", card.sheet([(-x, h, z[1]), (x, h, z[1]), (x, h, z[0]), (-x, h, z[0])]),
             replace(PRINT, colour=colours.top)),
    ]  # fmt: skip
    return made + (_insert(colours, plan, density) if plan.insert else [])


def _insert(colours: World, plan: Plan, density: float) -> list[Part]:
    if plan.insert is None:
        return []
    shape = card.rounded(plan.insert, 0.02)
    face, rim = card.plate(shape, plan.insert_z, plan.insert, plan.insert_z - plan.back - 0.1)
    art = _printed(insert(colours, plan), plan.insert.width * density)
    side = Material(mixed(colours.insert, colours.rays, 0.8), roughness=0.5)
    return [Part("insert", face, art), Part("insert_edge", rim, side)]


def _inside(colours: World, plan: Plan) -> list[Part]:
    """Walls, floor and ceiling behind the window."""
    x, (low, high) = plan.width / 2 - 0.03, (plan.floor, plan.ceiling)
    back, front, tall = plan.back, plan.front - 0.01, plan.height
    wall = Material(mixed(colours.inside, WHITE, 0.35), roughness=0.5)
    ground = Material(mixed(colours.inside, colours.rays, 0.7), roughness=0.4)
    return [
        Part("inside_right", card.sheet(
            [(x, 0, back), (x, 0, front), (x, tall, front), (x, tall, back)]), wall),
        Part("inside_left", card.sheet(
            [(-x, 0, front), (-x, 0, back), (-x, tall, back), (-x, tall, front)]), wall),
        Part("inside_floor", card.sheet(
            [(-x, low, front), (x, low, front), (x, low, back), (-x, low, back)]), ground),
        Part("inside_ceiling", card.sheet(
            [(-x, high, back), (x, high, back), (x, high, front), (-x, high, front)]), wall),
    ]  # fmt: skip


def _notes(label: BoxLabel, items: Sequence[Item]) -> tuple[str, ...]:
    """What could not be printed."""
    notes = []
    words = [(label.title, "display"), (label.subtitle, "label")]
    words += [(item.label, "label") for item in items[:MOST_THINGS]]
    space = Space(100, 100, 100)
    lost = "".join(dict.fromkeys("".join(fitted(text, use, space).dropped for text, use in words)))
    if lost:
        notes.append(f"left off the box, since no font here has them: {' '.join(lost)}")
    if len(items) > MOST_THINGS:
        notes.append(
            f"the box has room for {MOST_THINGS} things; {len(items) - MOST_THINGS} left out"
        )
    return tuple(notes)


__all__ = ["Box", "BoxLabel", "Item", "Room", "build"]
