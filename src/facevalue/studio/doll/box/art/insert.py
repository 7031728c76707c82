"""The card behind the things: tiles and labels."""

from __future__ import annotations

from ...colours import mixed
from ..layout import Plan, Rect
from ..lettering.fit import Space, fitted
from ..worlds import WHITE, World
from .draw import UNIT, box, document, fade, group
from .marks import seal
from .patterns import beams

TILE = 'rx="16"'


def insert(world: World, plan: Plan) -> str:
    """The card behind the things: a tile for each, its label in a pill."""
    card = plan.insert
    if card is None:
        return document(10, 10, "")
    width, height = card.width * UNIT, card.height * UNIT
    body = box(0, 0, width, height, "url(#insert)")
    for cell in plan.cells:
        body += _tile(world, _drawn(cell.tile, card))
        body += _label(world, cell.text, _drawn(cell.label, card))
    if plan.spare:
        body += _burst(world, _drawn(plan.spare, card))
    low = mixed(world.insert, world.rays, 0.7)
    return document(width, height, body, fade("insert", ((0, world.insert), (1, low))))


def _burst(world: World, at: tuple[float, float, float, float]) -> str:
    """What fills the card below few things: a seal on beams."""
    x, y, wide, tall = at
    middle = (x + wide / 2, y + tall / 2)
    radius = min(wide / 2 - 10, tall / 2 - 8, 62)
    clip = f'<clipPath id="burst">{box(x, y, wide, tall, WHITE, TILE)}</clipPath>'
    lines = beams(*middle, wide + tall, 28, mixed(world.insert, WHITE, 0.7))
    ground = box(x, y, wide, tall, world.rays, TILE) + group(lines, 'clip-path="url(#burst)"')
    return clip + ground + seal(world, ("ONE", "OF A KIND", "made at home"), *middle, radius)


def _drawn(rect: Rect, card: Rect) -> tuple[float, float, float, float]:
    """x, y, width and height in the drawing of the card."""
    return (
        (rect.left - card.left) * UNIT,
        (card.top - rect.top) * UNIT,
        rect.width * UNIT,
        rect.height * UNIT,
    )


def _tile(world: World, at: tuple[float, float, float, float]) -> str:
    x, y, wide, tall = at
    shade = mixed(world.rays, world.ink, 0.12)
    return (
        box(x, y + 2.5, wide, tall, shade, 'rx="16" opacity=".6"')
        + box(x, y, wide, tall, WHITE, 'rx="16"')
        + box(x + 3.5, y + 3.5, wide - 7, tall - 7, "none",
              f'rx="12.5" stroke="{world.rays}" stroke-width="1.6"')
    )  # fmt: skip


def _label(world: World, text: str, at: tuple[float, float, float, float]) -> str:
    x, y, wide, tall = at
    made = fitted(text, "label", Space(wide - 16, tall - 8, 17, 8, 2))
    half = min(made.width / 2 + 11, wide / 2)
    pill = box(x + wide / 2 - half, y, 2 * half, tall, world.band, f'rx="{tall / 2:.1f}"')
    return pill + group(made.svg(x + wide / 2, y + tall / 2, level=True), f'fill="{WHITE}"')
