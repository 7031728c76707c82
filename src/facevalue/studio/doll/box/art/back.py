"""The card behind the figure, and the hang tab above it."""

from __future__ import annotations

import math
from random import Random

from ...colours import mixed
from ..layout import TAB, BoxLabel, Plan
from ..worlds import WHITE, World
from .draw import UNIT, box, disc, document, glow, group, polygon, star
from .patterns import beams


def back(label: BoxLabel, world: World, plan: Plan) -> str:
    """Behind the figure: beams and rings about its head, dots below; the tab above."""
    width, height = plan.width * UNIT, (plan.height + TAB) * UNIT
    x = (plan.figure_at[0] + plan.width / 2) * UNIT
    y = height - (plan.window.top - 1.7) * UNIT
    reach = math.hypot(width, height)
    ray = mixed(world.rays, world.top, 0.25)
    ground = box(0, 0, width, height, world.inside) + beams(x, y, reach, 36, ray)
    light = box(0, 0, width, height, "url(#glow)")
    rings = "".join(
        disc(x, y, radius, "none", f'stroke="{WHITE}" stroke-width="{thick}" opacity="{share}"')
        for radius, thick, share in ((176, 9, 0.95), (200, 4, 0.8), (222, 2.5, 0.6))
    )
    tab = box(0, 0, width, (TAB + 0.35) * UNIT, world.top)
    defs = glow("glow", (x / width, y / height), 0.42, WHITE, 0.85)
    body = ground + _dots(width, height) + light + rings + _stars(label, x, y) + tab
    return document(width, height, body, defs)


def _dots(width: float, height: float) -> str:
    made = []
    for row in range(round(height / 19) + 1):
        y = row * 19.0
        radius = 5.5 * max(0.0, y / height - 0.5)
        if radius > 0.3:
            start = 10.0 * (row % 2)
            made += [disc(start + 20 * i, y, radius, WHITE) for i in range(round(width / 20) + 1)]
    return group("".join(made), 'opacity=".55"')


def _stars(label: BoxLabel, x: float, y: float) -> str:
    """A few stars around the rings."""
    rng = Random(label.seed + 17)  # noqa: S311
    made = []
    for at in range(16):
        angle = 2 * math.pi * (at + rng.uniform(-0.3, 0.3)) / 16
        far = rng.uniform(205, 300)
        shape = star(rng.uniform(7, 15), 4, 4)
        place = f"translate({x + far * math.cos(angle):.0f} {y + far * math.sin(angle):.0f})"
        made.append(group(polygon(shape, WHITE), f'transform="{place}"'))
    return "".join(made)
