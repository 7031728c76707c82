"""The name in fat letters with depth, and the ribbon under it."""

from __future__ import annotations

from ...colours import mixed
from ..lettering.fit import Fitted, Space, capitals, fitted
from ..worlds import WHITE, World
from .draw import fade, group, polygon

OUTLINE = 0.2
"""Width of the widest outline's stroke, in ems."""
SIDES = 6
"""Copies that the letters' sides are drawn with."""


def title(text: str, space: Space) -> Fitted:
    """The name, fitted so that its outlines stay in the space."""
    trimmed = Space(space.width * 0.94, space.height * 0.88, space.most, space.least, space.lines)
    return fitted(text, "display", trimmed)


def letters(made: Fitted, world: World, x: float, y: float, tilt: float = -2.5) -> str:
    """The name about a point: shadow, sides, accent outline, dark line, filled letters."""
    dark, deep = mixed(world.ink, "#000000", 0.25), world.ink
    reach = made.size * 0.085
    below = (reach * 0.7, reach * 1.7)
    layers = [_layer(made, "#000000", OUTLINE * 1.25, below, 'opacity=".2"')]
    for at in range(SIDES, 0, -1):
        share = at / SIDES
        layers.append(_layer(made, deep, OUTLINE, (reach * 0.55 * share, reach * share)))
    layers.append(_layer(made, world.pop, OUTLINE, (0, 0)))
    layers.append(_layer(made, dark, OUTLINE * 0.46, (0, 0)))
    layers.append(group(made.svg(0, 0), 'fill="url(#letters)"'))
    lean = tilt * min(1.0, 300 / max(made.width, 1.0))
    return group("".join(layers), f'transform="translate({x:.1f} {y:.1f}) rotate({lean:.2f})"')


def letter_fade(world: World) -> str:
    """The gradient that the letters are filled with."""
    edge = mixed(WHITE, world.tint, 0.35)
    return fade("letters", ((0, WHITE), (0.5, WHITE), (0.51, edge), (1, world.tint)))


def _layer(
    made: Fitted, colour: str, stroke: float, shift: tuple[float, float], more: str = ""
) -> str:
    """The letters with an outline of ``stroke`` ems, half of it outside; moved by ``shift``."""
    return group(
        made.svg(0, 0),
        f'fill="{colour}" stroke="{colour}" stroke-width="{stroke * 1000:.0f}" {more} '
        f'stroke-linejoin="round" transform="translate({shift[0]:.2f} {shift[1]:.2f})"',
    )


def ribbon(text: str, world: World, centre: tuple[float, float], width: float) -> str:
    """The subtitle in capitals on a ribbon with folded ends; nothing for an empty one."""
    if not text.strip():
        return ""
    made = fitted(capitals(text), "label", Space(width - 64, 23, 24, 10.5, 1), spacing=0.09)
    x, y = centre
    half, tall = made.width / 2 + 22, 17.5
    ends = []
    for side in (-1, 1):
        near, far = x + side * (half - 10), x + side * (half + 20)
        top, low = y - tall + 8, y + tall + 8
        tail = [(near, top), (far, top), (far - side * 9, y + 8), (far, low), (near, low)]
        ends.append(polygon(tail, mixed(world.ink, world.band, 0.45)))
        fold = [(x + side * half, y + tall), (near, y + tall), (near, low)]
        ends.append(polygon(fold, mixed(world.ink, "#000000", 0.45)))
    body = (
        f'<rect x="{x - half:.1f}" y="{y - tall}" width="{2 * half:.1f}" height="{2 * tall}" '
        f'rx="3" fill="{world.ink}"/>'
    )
    return "".join(ends) + body + group(made.svg(x, y, level=True), f'fill="{WHITE}"')
