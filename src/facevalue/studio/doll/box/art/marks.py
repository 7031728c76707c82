"""Small marks on the card: the seal, round icons, bars that say nothing."""

from __future__ import annotations

from random import Random

from ..lettering.fit import Space, fitted
from ..worlds import WHITE, World
from .draw import box, disc, group, polygon, star

BARS_SAY = "JUST FOR LOOKS"


def words(text: str, chain: str, at: tuple[float, float], space: Space, fill: str) -> str:
    """A text of one or more lines, centred about a point."""
    return group(fitted(text, chain, space).svg(*at, level=True), f'fill="{fill}"')


def words_left(text: str, chain: str, at: tuple[float, float], space: Space, fill: str) -> str:
    """A text that begins at a point and is centred on it in height."""
    made = fitted(text, chain, space)
    return group(made.svg(at[0] + made.width / 2, at[1], level=True), f'fill="{fill}"')


def seal(world: World, lines: tuple[str, str, str], x: float, y: float, radius: float) -> str:
    """A notched seal with two large words and a small one."""
    unit = radius / 40
    ink = world.ink
    rows = (
        words(lines[0], "display", (0, -12 * unit), Space(54 * unit, 17 * unit, 99, lines=1), ink)
        + words(lines[1], "display", (0, 6.5 * unit), Space(56 * unit, 14 * unit, 99, lines=1), ink)
        + words(lines[2], "label", (0, 20.5 * unit), Space(46 * unit, 8 * unit, 99, lines=1), ink)
    )
    shadow = group(polygon(star(radius, radius * 0.88, 24), "#000000"),
                   'transform="translate(2 4)" opacity=".22"')  # fmt: skip
    face = polygon(star(radius, radius * 0.88, 24), world.pop)
    ring = disc(0, 0, radius * 0.79, "none", f'stroke="{ink}" stroke-width="{1.6 * unit:.2f}"')
    return group(shadow + face + ring + rows, f'transform="translate({x:.1f} {y:.1f}) rotate(9)"')


def icons(world: World, x: float, y: float) -> str:
    """Three round icons in a row, the first about (x, y): no cloud, made at home, one of one."""
    made = []
    for at, inside in enumerate((_no_cloud, _home, _single)):
        made.append(group(disc(0, 0, 15.5, WHITE) + inside(world),
                          f'transform="translate({x + 37 * at:.1f} {y:.1f})"'))  # fmt: skip
    return "".join(made)


def _no_cloud(world: World) -> str:
    cloud = "M -7 4.5 a 3.7 3.7 0 0 1 .2 -7.4 a 5.2 5.2 0 0 1 9.9 -1 a 4.2 4.2 0 0 1 3.4 8.4 z"
    return (
        f'<path d="{cloud}" fill="{world.band}"/>'
        f'<path d="M -9.5 8.5 L 9.5 -8.5" stroke="{WHITE}" stroke-width="5"/>'
        f'<path d="M -9.5 8.5 L 9.5 -8.5" stroke="{world.band}" stroke-width="2.4" '
        'stroke-linecap="round"/>'
    )


def _home(world: World) -> str:
    house = "M -9 0 L 0 -9 L 9 0 L 6.4 0 L 6.4 8 L -6.4 8 L -6.4 0 Z"
    half = "C {0}6 2 {0}4.4 -3 {0}1.4 -3 C {0}.6 -3 0 -2.4 0 -1.8"
    heart = f"M 0 6 {half.format('-')} M 0 6 {half.format('')}"
    return f'<path d="{house}" fill="{world.band}"/><path d="{heart}" fill="{WHITE}"/>'


def _single(world: World) -> str:
    space = Space(8, 10, 15, lines=1)
    return (
        words("1", "display", (-4.6, -3.2), space, world.band)
        + f'<path d="M -6 7.6 L 6 -7.6" stroke="{world.band}" stroke-width="1.8"/>'
        + words("1", "display", (5, 3.6), space, world.band)
    )


def bars(world: World, x: float, y: float, width: float, height: float, seed: int) -> str:
    """A picture of a barcode that encodes nothing.

    Widths of bars and gaps are drawn by lot from values that no symbology uses (1.0, 1.7, 2.9,
    4.1 of a module), there are no guard bars at the ends, and their number fits none.
    """
    rng = Random(seed * 7919 + 5)  # noqa: S311
    made, at, end = [], x + 7.0, x + width - 7.0
    module = width / 74
    while at < end:
        bar, gap = (module * rng.choice((1.0, 1.7, 2.9, 4.1)) for _ in range(2))
        tall = height - 20 - 3.5 * rng.randint(0, 2)
        made.append(box(at, y + 6, min(bar, end - at), tall, world.ink))
        at += bar + gap
    card = box(x, y, width, height, WHITE, 'rx="5"')
    note = words(BARS_SAY, "label", (x + width / 2, y + height - 6.5),
                 Space(width - 10, 6.5, 9.2, lines=1), world.ink)  # fmt: skip
    return card + "".join(made) + note
