"""Patterns for card, one function each; all are white or accent on the front's colours."""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random

from ..worlds import WHITE, World
from .draw import box, disc, group, polygon

Pattern = Callable[[World, float, float, Random], str]


SCALE = 34.0
"""Radius of a scale of the waves."""


def pattern(world: World, width: float, height: float, seed: int) -> str:
    """The world's pattern over a sheet of that size."""
    return PATTERNS[world.pattern](world, width, height, Random(seed))  # noqa: S311


def halftone(_world: World, width: float, height: float, _rng: Random) -> str:
    """Dots in offset rows, fading away from the top and growing again at the bottom."""
    made = []
    for row in range(round(height / 11) + 1):
        y = row * 11.0
        radius = max(4.6 - y / 34, 4.2 - (height - y) / 60, 0.0)
        if radius < 0.4:
            continue
        start = 11.0 * (row % 2)
        count = round(width / 22) + 1
        made += [disc(start + 22 * i, y, radius, WHITE) for i in range(count)]
    return group("".join(made), 'opacity=".2"')


def waves(_world: World, width: float, height: float, _rng: Random) -> str:
    """Scales of concentric arcs, as on water: of each ring the part that no other hides."""
    made = []
    for radius in (SCALE, SCALE * 0.72, SCALE * 0.42):
        start = _open_arc(radius)
        half, rise = radius * math.cos(start), radius * math.sin(start)
        for row in range(round(height / (SCALE / 2)) + 2):
            y = row * SCALE / 2 + 12
            for i in range(-1, round(width / (2 * SCALE)) + 2):
                x = SCALE * (row % 2) + 2 * SCALE * i
                made.append(
                    f"M{x - half:.1f} {y - rise:.1f}A{radius:.1f} {radius:.1f} 0 0 1 "
                    f"{x + half:.1f} {y - rise:.1f}"
                )
    return (
        f'<path d="{"".join(made)}" fill="none" stroke="{WHITE}" stroke-width="1.8" '
        'stroke-opacity=".24"/>'
    )


def _open_arc(radius: float) -> float:
    """From which angle on, in radians, a ring of a scale shows above its neighbours."""
    shown = [
        angle
        for angle in (math.pi * k / 360 for k in range(361))
        if all(
            math.hypot(radius * math.cos(angle) - dx, radius * math.sin(angle) - dy) >= SCALE
            for dx, dy in ((-SCALE, -SCALE / 2), (SCALE, -SCALE / 2), (0.0, -SCALE))
        )
    ]
    return shown[0]


def confetti(world: World, width: float, height: float, rng: Random) -> str:
    """Paper snippets and streamers."""
    made = []
    for _ in range(round(width * height / 1500)):
        x, y, turn = rng.uniform(0, width), rng.uniform(0, height), rng.uniform(0, 360)
        colour = rng.choice((WHITE, world.pop, world.tint, world.band))
        made.append(
            f'<g transform="translate({x:.0f} {y:.0f}) rotate({turn:.0f})">'
            f"{rng.choice(SNIPPETS)(colour)}</g>"
        )
    return group("".join(made), 'opacity=".5"')


def rays(_world: World, width: float, height: float, _rng: Random) -> str:
    """Beams from behind the title."""
    return group(beams(width * 0.47, 62, math.hypot(width, height), 36, WHITE), 'opacity=".13"')


def terrazzo(world: World, width: float, height: float, rng: Random) -> str:
    """Chips of stone."""
    made = []
    for _ in range(round(width * height / 1300)):
        x, y, size = rng.uniform(0, width), rng.uniform(0, height), rng.uniform(3, 11)
        corners = sorted(rng.uniform(0, 2 * math.pi) for _ in range(rng.randint(4, 6)))
        chip = [
            (x + size * rng.uniform(0.6, 1) * math.cos(a), y + size * math.sin(a)) for a in corners
        ]
        colour = rng.choice((WHITE, world.pop, world.tint, world.band, world.ink))
        made.append(polygon(chip, colour))
    return group("".join(made), 'opacity=".42"')


def stripes(_world: World, width: float, height: float, _rng: Random) -> str:
    """Broad slanting bands."""
    step = 46.0
    made = [
        polygon([(x, 0), (x + step / 2, 0), (x + step / 2 - height, height), (x - height, height)],
                WHITE)
        for x in (step * i for i in range(round((width + height) / step) + 1))
    ]  # fmt: skip
    return group("".join(made), 'opacity=".26"')


def beams(x: float, y: float, reach: float, count: int, colour: str) -> str:
    """Every other sector about a point."""
    made = []
    for at in range(0, count, 2):
        a, b = (2 * math.pi * k / count for k in (at, at + 1))
        ends = [(x + reach * math.cos(c), y + reach * math.sin(c)) for c in (a, b)]
        made.append(polygon([(x, y), *ends], colour))
    return "".join(made)


SNIPPETS: tuple[Callable[[str], str], ...] = (
    lambda colour: box(-5, -2.4, 10, 4.8, colour, 'rx="1"'),
    lambda colour: disc(0, 0, 3.4, colour),
    lambda colour: polygon([(-4, 3), (4, 3), (0, -4)], colour),
    lambda colour: (
        f'<path d="M -9 0 q 3 -6 6 0 t 6 0 t 6 0" fill="none" stroke="{colour}" '
        'stroke-width="2.4" stroke-linecap="round"/>'
    ),
)

PATTERNS: dict[str, Pattern] = {
    "halftone": halftone,
    "waves": waves,
    "confetti": confetti,
    "rays": rays,
    "terrazzo": terrazzo,
    "stripes": stripes,
}
