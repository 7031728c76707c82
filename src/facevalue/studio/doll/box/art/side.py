"""The sides: the name set upright, and a picture of nobody."""

from __future__ import annotations

from ..layout import BOTTOM_BAND, BoxLabel, Plan
from ..lettering.fit import Space, fitted
from ..worlds import WHITE, World
from .draw import UNIT, box, disc, document, fade, group
from .marks import words
from .patterns import pattern
from .title import letter_fade, letters

ACROSS = 1.5
"""The letters are this much wider across the box, for a side is seen at a slant."""


def side(label: BoxLabel, world: World, plan: Plan, turn: float) -> str:
    """A side: the name from bottom to top (``turn`` -90) or top to bottom (90)."""
    width, height = plan.depth * UNIT, plan.height * UNIT
    foot = BOTTOM_BAND * UNIT - 20
    made = fitted(label.title, "display", Space(height * 0.56, width * 0.5 / ACROSS, 170, 14, 1))
    place = f"translate({width / 2:.1f} {height * 0.43:.1f}) rotate({turn}) scale(1 {ACROSS})"
    name = group(letters(made, world, 0, 0, 0.0), f'transform="{place}"')
    body = (
        box(0, 0, width, height, "url(#front)")
        + pattern(world, width, height, label.seed + 1)
        + name
        + _bust(world, width / 2, height - foot - 72)
        + box(0, height - foot, width, foot, world.band)
        + box(0, height - foot - 2.5, width, 2.5, world.pop)
        + words(label.kind, "display", (width / 2, height - foot / 2),
                Space(width * 0.8, 40, 28), WHITE)
    )  # fmt: skip
    defs = fade("front", ((0, world.top), (1, world.bottom))) + letter_fade(world)
    return document(width, height, body, defs)


def _bust(world: World, x: float, y: float) -> str:
    """A round picture of nobody: head and shoulders."""
    body = (
        disc(0, 0, 54, world.pop)
        + disc(0, 0, 48, world.ink)
        + disc(0, -9, 22, world.tint)
        + f'<path d="M -34 34 a 34 26 0 0 1 68 0 a 48 48 0 0 1 -68 0 z" fill="{world.tint}"/>'
    )
    return group(body, f'transform="translate({x:.1f} {y:.1f})"')
