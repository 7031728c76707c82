"""The front: pattern, name, ribbon, seal, window line, and the band with the small print."""

from __future__ import annotations

from ...colours import mixed
from ..layout import BOTTOM_BAND, BoxLabel, Plan
from ..lettering.fit import Space
from ..worlds import WHITE, World
from .draw import UNIT, box, document, fade
from .marks import bars, icons, seal, words_left
from .patterns import pattern
from .title import letter_fade, letters, ribbon, title

MADE_BY = "Made on my own machine with Facevalue · drawn by software, not a photograph"
SEAL = ("100%", "LOCAL", "no upload")


def front(label: BoxLabel, world: World, plan: Plan) -> str:
    """The front's print as SVG, ``UNIT`` to a unit of the box."""
    width, height = plan.width * UNIT, plan.height * UNIT
    ground = box(0, 0, width, height, "url(#front)") + pattern(world, width, height, label.seed)
    body = ground + _window(world, plan) + _head(label, world, width) + _foot(label, world, plan)
    defs = fade("front", ((0, world.top), (1, world.bottom))) + letter_fade(world)
    return document(width, height, body, defs)


def _head(label: BoxLabel, world: World, width: float) -> str:
    """Name, ribbon and seal."""
    centre = width * 0.5 - 42
    made = title(label.title, Space(width - 166, 102, 124, 12, 2))
    return (
        letters(made, world, centre, 61)
        + ribbon(label.subtitle, world, (centre, 136), width - 110)
        + seal(world, SEAL, width - 55, 60, 43)
    )


def _window(world: World, plan: Plan) -> str:
    """A white rim around the die-cut edge, and a thin accent line around that."""
    window = plan.window
    left, top = (window.left + plan.width / 2) * UNIT, (plan.height - window.top) * UNIT
    made = ""
    for out, thick, colour in ((11.5, 3.0, world.pop), (0.0, 11.0, WHITE)):
        made += box(left - out, top - out, window.width * UNIT + 2 * out,
                    window.height * UNIT + 2 * out, "none",
                    f'rx="{34 + out}" stroke="{colour}" stroke-width="{thick}"')  # fmt: skip
    return made


def _foot(label: BoxLabel, world: World, plan: Plan) -> str:
    """The band: what this is, what is in it, icons, bars, who made it."""
    width, height = plan.width * UNIT, plan.height * UNIT
    top = height - BOTTOM_BAND * UNIT + 20
    edge = mixed(world.band, world.pop, 1.0)
    made = box(0, top, width, height - top, world.band) + box(0, top - 2.5, width, 2.5, edge)
    roomy = width > 500
    right = width - 112 - (118 if roomy else 0)
    made += words_left(
        label.kind, "display", (30, top + 24), Space(right - 44, 27, 38, lines=1), WHITE
    )
    line = label.line or _contents(len(plan.cells) + label.held)
    made += words_left(line, "label", (31, top + 50), Space(right - 44, 14, 16.5, lines=1), WHITE)
    made += words_left(
        MADE_BY, "small", (31, top + 71), Space(width - 150, 10, 10.6, lines=1), WHITE
    )
    made += bars(world, width - 112, top + 11, 86, 62, label.seed)
    return made + (icons(world, right + 12, top + 34) if roomy else "")


def _contents(things: int) -> str:
    """What the box holds, in words."""
    if things == 0:
        return "one of a kind"
    return f"with {things} {'accessory' if things == 1 else 'accessories'} · one of a kind"
