"""Leaves in clumps: dark underneath, the middle tone, light on top on the lit side."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..scene.scene import Scene
from .seen import Seen
from .strokes import SPINE, Strokes, joined

Floats = NDArray[np.float32]

LEAST = 0.01
"""Share of the picture under which leaves are left to ordinary strokes."""

CLUMPS = (
    # Radius (pixels), by how much its place must differ from its surroundings (OKLab
    # lightness), change of lightness, share of places taken.
    (15.0, -1.0, -0.005, 0.6),
    (12.0, -0.012, -0.035, 0.8),
    (10.0, 0.01, 0.015, 0.6),
    (7.0, 0.03, 0.03, 0.5),
)


def crowns(scene: Scene, seen: Seen) -> Floats:
    """Where plants have body: 0..1, height x width.

    Trees and bushes; not lawns, nor what is out of focus.
    """
    from scipy.ndimage import gaussian_filter

    light = seen.middle[::4, ::4, 0]
    mean = gaussian_filter(light, 5.0)
    body = np.sqrt((gaussian_filter(light**2, 5.0) - mean**2).clip(0))
    crisp = gaussian_filter(np.abs(seen.fine[::4, ::4, 0] - light), 4.0)
    share = ((body - 0.025) / 0.03).clip(0, 1) * ((crisp - 0.017) / 0.012).clip(0, 1)
    full = gaussian_filter(share, 2.0).repeat(4, 0).repeat(4, 1)
    answer: Floats = scene.plants * full[: scene.height, : scene.width] * (1 - scene.person)
    return answer.astype(np.float32)


def clumps(scene: Scene, seen: Seen, where: Floats, chance: np.random.Generator) -> Strokes | None:
    """Dabs for the leaf tip, darkest first; None where there are too few leaves."""
    from scipy.ndimage import gaussian_filter

    if where.mean() < LEAST:
        return None
    light = seen.middle[..., 0]
    around = gaussian_filter(light[::4, ::4], 5.0).repeat(4, 0).repeat(4, 1)
    apart = light - around[: scene.height, : scene.width]
    parts = [
        _dabs(seen.middle, where, apart, clump, scene.light.direction, scene.away, chance)
        for clump in CLUMPS
    ]
    return joined(parts)


def _dabs(
    colours: Floats, where: Floats, apart: Floats, clump: tuple[float, float, float, float],
    light: tuple[float, float, float], away: Floats, chance: np.random.Generator,
) -> Strokes:  # fmt: skip
    radius, least, change, share = clump
    x, y = _places(where, radius * 0.95, chance)
    fits = apart[y, x] > least if least > 0 or least < -0.5 else apart[y, x] < least
    fits &= (where[y, x] > 0.4) & (chance.random(len(x)) < share)
    x, y = x[fits], y[fits]
    turn = chance.uniform(0, 2 * np.pi, len(x))
    size = radius * chance.uniform(0.75, 1.2, len(x)) * (1 - 0.35 * away[y, x])
    lift = 0.3 * radius * np.sign(change)
    middle = np.stack([x + lift * light[0], y + lift * light[1]], 1)
    ahead = np.stack([np.cos(turn), np.sin(turn)], 1) * size[:, None]
    reach = np.linspace(-1, 1, SPINE)[None, :, None]
    colour = colours[y, x].copy()
    colour[:, 0] += change + chance.normal(0, 0.012, len(x))
    colour[:, 1:] *= 1 + 2 * abs(change)
    colour[:, 2] += 0.25 * change
    return Strokes(
        (middle[:, None] + ahead[:, None] * reach).astype(np.float32),
        np.repeat(size[:, None], SPINE, 1).astype(np.float32),
        colour.astype(np.float32),
        np.full(len(x), 0.95, np.float32),
        chance.integers(0, 8, len(x)).astype(np.int32),
    )


def _places(
    where: Floats, gap: float, chance: np.random.Generator
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """A shaken grid over the picture, in shuffled order: columns, rows."""
    height, width = where.shape
    y, x = np.mgrid[gap / 2 : height : gap, gap / 2 : width : gap]
    x = (x + chance.uniform(-0.5, 0.5, x.shape) * gap).ravel().astype(np.intp).clip(0, width - 1)
    y = (y + chance.uniform(-0.5, 0.5, y.shape) * gap).ravel().astype(np.intp).clip(0, height - 1)
    order = chance.permutation(len(x))
    return x[order], y[order]
