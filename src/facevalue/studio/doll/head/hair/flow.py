"""Tools that every family of hair uses: the scalp's cover, locks over it, and locks that hang."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ...parts import Mesh
from ...shapes.vectors import unit
from ..skull import MIDDLE, Skull, way
from ..surfaces import Reals, dome, swept, taper, through

ROUND = (0, 35, 62, 74, 86, 106, 126, 180)
"""Azimuths (degrees from the front, either side) at which a hairline is given."""

HAIRLINE = (42, 41, 29, -5, 14, 12, -34, -42)
"""Elevations of the usual hairline there: brow, temple, sideburn, over the ear, nape."""


@dataclass(frozen=True, slots=True)
class Make:
    """How finely locks are made: ``steps`` along them, ``ridges`` at most across them."""

    steps: int
    ridges: int


def make(grain: float) -> Make:
    """The fineness for a grain: 0.03 is the preview, 0.018 the full picture."""
    return Make(int(np.clip(0.54 / grain, 12, 30)), 5 if grain > 0.024 else 6)


def turned(azimuth: ArrayLike) -> Reals:
    """Degrees from the front, 0..180, of any azimuth."""
    answer: Reals = np.abs((np.asarray(azimuth, np.float64) + 180) % 360 - 180)
    return answer


def hairline(azimuth: ArrayLike, line: ArrayLike = HAIRLINE) -> Reals:
    """The elevation where hair begins, by azimuth, smoothly."""
    from scipy.interpolate import PchipInterpolator

    answer: Reals = PchipInterpolator(ROUND, np.asarray(line, np.float64))(turned(azimuth))
    return answer


def cap(
    s: Skull,
    grain: float,
    off: float,
    line: ArrayLike = HAIRLINE,
    grooves: int = 0,
    part: tuple[float, float] = (180.0, 72.0),
) -> Mesh:
    """The scalp's cover: ``off`` thick, rounded at the hairline, grooved from ``part`` down."""
    around, down = int(5.4 / grain), int(1.5 / grain)
    azimuth = np.arange(around) * 360 / around
    low = hairline(azimuth, line)[:, None]
    t = np.linspace(0, 1, down)[None, :]
    ways = way(azimuth[:, None], 90 + (low - 90) * t)
    near_rim = np.clip((1 - t) * (90 - low) / 9, 0, 1)
    high = off * np.sqrt(np.clip(1 - (1 - near_rim) ** 2, 0, 1)) - 0.03 * (near_rim < 0.02)
    if grooves:
        high = high - 0.022 * _valleys(ways, way(*part), grooves) * np.minimum(near_rim, 1)
    return dome(s.out(ways, high), s.out(ways[:, :], -0.07))


def _valleys(ways: Reals, part: Reals, grooves: int) -> Reals:
    """Sharp valleys that run away from a point of the scalp."""
    across = unit(np.cross(part, [0.0, 0.3, 1.0]))
    other = np.cross(part, across)
    turn = np.arctan2(ways @ across, ways @ other)
    answer: Reals = 1 - np.abs(np.sin(turn * grooves / 2))
    return answer


def arcs(start: Reals, end: Reals, steps: int) -> Reals:
    """Great circles from unit vectors (lines, 3) to others, (lines, steps, 3)."""
    a, b = unit(start), unit(end)
    angle = np.arccos(np.clip((a * b).sum(-1), -1, 1))[:, None, None]
    t = np.linspace(0, 1, steps)[None, :, None]
    divide = np.maximum(np.sin(angle), 1e-6)
    return np.asarray(
        (np.sin((1 - t) * angle) * a[:, None] + np.sin(t * angle) * b[:, None]) / divide
    )


def over(
    s: Skull,
    start: Reals,
    end: Reals,
    steps: int,
    off: ArrayLike,
    end_off: ArrayLike,
    puff: ArrayLike = 0.0,
) -> Reals:
    """Lines (lines, steps, 3) over the scalp; heights per line, ``puff`` more half way."""
    t = np.linspace(0, 1, steps)[None, :]
    a, b, p = (
        np.broadcast_to(np.asarray(v, np.float64), (len(start),))[:, None]
        for v in (off, end_off, puff)
    )
    return s.out(arcs(start, end, steps), a + (b - a) * t + p * np.sin(np.pi * t))


def locks(
    paths: Reals,
    wide: ArrayLike,
    thick: ArrayLike,
    m: Make,
    root: float = 0.5,
    tip: float = 0.10,
    ridges: int = 0,
    depth: float = 0.34,
    twist: float = 0.8,
    fall: float = 2.4,
) -> Mesh:
    """Locks along paths, broad side out of the head, with girths (per line) ``wide``, ``thick``."""
    n = paths.shape[1]
    shape = taper(n, root, tip, fall)[None]
    w, h = (np.reshape(np.asarray(v, np.float64), (-1, 1)) for v in (wide, thick))
    girth = np.maximum(h * shape**0.7, 0.016)
    outs = unit(paths - MIDDLE)
    return swept(paths, outs, np.maximum(w * shape, 0.016), girth, ridges or m.ridges, depth, twist)


def hanging(
    s: Skull,
    start: Reals,
    end: Reals,
    tails: Reals,
    m: Make,
    off: float = 0.06,
    end_off: float = 0.10,
    puff: ArrayLike = 0.0,
) -> Reals:
    """Lines over the scalp that go on through the points ``tails`` (lines, k, 3)."""
    top = over(s, start, end, 6, off, end_off, puff)
    return through(np.concatenate([top, tails], 1), 2 * m.steps)


def thatch(
    s: Skull,
    roots: Reals,
    flow: Reals,
    m: Make,
    length: ArrayLike,
    wide: ArrayLike,
    thick: ArrayLike,
    low: ArrayLike = 0.0,
    lift: ArrayLike = 0.06,
) -> Mesh:
    """Short locks like tiles: from ``roots`` (unit vectors) along ``flow``, tips on top.

    ``length`` is in degrees; ``low`` and ``lift`` are the heights of roots and tips.
    """
    along = unit(flow - (flow * roots).sum(1, keepdims=True) * roots)
    far = np.radians(np.broadcast_to(np.asarray(length, np.float64), (len(roots),)))[:, None]
    end = roots * np.cos(far) + along * np.sin(far)
    paths = over(s, roots, end, m.steps * 2 // 3, low, lift)
    return locks(paths, wide, thick, m, root=0.45, tip=0.06, ridges=4, depth=0.30)


def scattered(count: int, seed: int) -> Reals:
    """Unit vectors spread evenly over a sphere (Fibonacci lattice), a little shaken."""
    i = np.arange(count) + 0.5
    y = 1 - 2 * i / count
    turn = np.pi * (3 - np.sqrt(5.0)) * i
    flat = np.sqrt(1 - y * y)
    even = np.stack([flat * np.sin(turn), y, flat * np.cos(turn)], 1)
    shake = np.random.default_rng(seed).normal(0, 0.35 / np.sqrt(count), even.shape)
    return unit(even + shake)


def angles(ways: Reals) -> tuple[Reals, Reals]:
    """Azimuth and elevation, degrees, of unit vectors."""
    azimuth = np.degrees(np.arctan2(ways[..., 0], ways[..., 2]))
    return azimuth, np.degrees(np.arcsin(np.clip(ways[..., 1], -1, 1)))
