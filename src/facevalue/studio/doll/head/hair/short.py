"""Short hair, laid in tiles that follow the flow from the crown: crop, pixie, and short sides."""

from __future__ import annotations

import numpy as np

from ...parts import Mesh
from ...shapes.vectors import unit
from ...spec import HeadSpec
from ..skull import Skull, skull, way
from ..surfaces import joined
from .flow import Make, angles, cap, hairline, locks, make, over, scattered, thatch, turned


def tiles(
    spec: HeadSpec,
    m: Make,
    top: float,
    seed: int,
    keep: tuple[float, float] = (-60, 90),
    crown: tuple[float, float] = (165.0, 66.0),
    count: int = 330,
) -> Mesh:
    """Tiles all over the scalp between two elevations; ``top`` is how high those on top lift."""
    s = skull(spec)
    roots = scattered(count, seed)
    azimuth, height = angles(roots)
    line = hairline(azimuth)
    behind = height > line + np.where(turned(azimuth) < 60, 9, 5)
    behind &= (height < keep[1]) | (turned(azimuth) > 105)
    roots, azimuth, height = (v[behind & (height > keep[0])] for v in (roots, azimuth, height))
    whorl = way(*crown)
    flow = roots - whorl + 0.25 * np.cross(whorl, roots)
    share = np.clip((height - 5) / 45, 0, 1)
    order = np.random.default_rng(seed + 1).uniform(-1, 1, len(roots))
    return thatch(
        s,
        roots,
        flow,
        m,
        15 + 9 * share + 2 * order,
        0.085 + 0.035 * share,
        0.036 + 0.026 * share,
        0.02 + 0.02 * share,
        0.035 + top * share + 0.012 * order,
    )


def sides(spec: HeadSpec, m: Make, upto: float = 46) -> Mesh:
    """The short sides and back under longer hair on top."""
    return tiles(spec, m, 0.04, 5, keep=(-60, upto), crown=(180, 85))


def fringe(spec: HeadSpec, m: Make, low: float = 30, lean: float = 8) -> Mesh:
    """Locks over the forehead down to an elevation, leaning to one side by degrees."""
    s, rng = skull(spec), np.random.default_rng(11)
    azimuth = np.linspace(-50, 50, 11)
    start = way(azimuth * 0.45 + lean * 0.3, 70 - 0.06 * np.abs(azimuth))
    end = way(azimuth + lean, low - 0.12 * np.abs(azimuth) + rng.uniform(-3.5, 3, 11))
    paths = over(s, start, end, m.steps, 0.07, 0.055, 0.06)
    return locks(paths, 0.125, 0.062, m, root=0.6, tip=0.12)


def crop(spec: HeadSpec, grain: float) -> Mesh:
    """``short``: a textured crop; with a fringe it is combed to the front."""
    m, s = make(grain), skull(spec)
    parts = [cap(s, grain, 0.045), tiles(spec, m, 0.085, 3), whorl(s, m)]
    parts.append(fringe(spec, m, 28) if spec.fringe else _hem(s, m))
    return joined(parts)


def whorl(s: Skull, m: Make) -> Mesh:
    """Locks that leave the crown to all sides and hide where the tiles part."""
    crown = way(165, 66)
    turn = np.arange(9) * 2 * np.pi / 9
    east = unit(np.cross(crown, [0.0, 0.0, 1.0]))
    away = np.cos(turn)[:, None] * east + np.sin(turn)[:, None] * np.cross(crown, east)
    roots = unit(crown + 0.02 * away)
    return thatch(s, roots, away, m, 19, 0.12, 0.062, 0.07, 0.115)


def _hem(s: Skull, m: Make) -> Mesh:
    """Tips along the hairline that turn up and to the side."""
    azimuth = np.linspace(-52, 52, 12)
    start = way(azimuth * 0.80 - 6, 64 - 0.16 * np.abs(azimuth))
    end = way(azimuth + 4, hairline(azimuth) - 3)
    paths = over(s, start, end, m.steps, 0.06, 0.075, 0.05)
    return locks(paths, 0.115, 0.060, m, root=0.5, tip=0.12)


def pixie(spec: HeadSpec, grain: float) -> Mesh:
    """``pixie``: long tiles, swept over the forehead, points before the ears and at the nape."""
    m, s = make(grain), skull(spec)
    azimuth = np.linspace(-36, 66, 10)
    start = way(-34 + 0.10 * azimuth, 62 + 0.10 * azimuth)
    low = 25 if spec.fringe else 33
    end = way(azimuth + 14, low + 3 - 0.16 * np.abs(azimuth))
    sweep = locks(over(s, start, end, m.steps, 0.09, 0.06, 0.10), 0.15, 0.075, m, 0.6, 0.10)
    left = way(np.array([-56.0, -66, -76]), np.array([24.0, 14, 4]))
    other = over(s, np.repeat(way(-36, 66)[None], 3, 0), left, m.steps, 0.06, 0.05, 0.05)
    ends = way(np.array([-82.0, -76, 82, 76]), np.array([-14.0, -6, -16, -8]))
    roots = way(np.array([-96.0, -88, 96, 88]), np.array([40.0, 42, 40, 42]))
    points = over(s, roots, ends, m.steps, 0.07, 0.035)
    return joined(
        [
            cap(s, grain, 0.05),
            tiles(spec, m, 0.10, 7, count=300),
            sweep,
            locks(other, 0.13, 0.06, m),
            locks(points, 0.10, 0.05, m, tip=0.05),
        ]
    )
