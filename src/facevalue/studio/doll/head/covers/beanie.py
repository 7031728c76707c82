"""A knitted beanie with a turned-up edge."""

from __future__ import annotations

import numpy as np

from ...parts import Mesh, Piece
from ...spec import HeadSpec
from ..hair.flow import hairline
from ..skull import Skull, skull, way
from ..surfaces import Reals, dome, rings

LINE = (34, 32, 22, 11, 8, 4, -8, -14)
"""Elevations of its lower edge."""

RIBS = 44


def pieces(spec: HeadSpec, grain: float) -> list[Piece]:
    """The beanie and its turn-up, both ``cover``."""
    s = skull(spec)
    return [
        Piece("beanie", _crown(s, grain), "cover"),
        Piece("turn_up", _turn_up(s, grain), "cover"),
    ]


def _ribs(azimuth: Reals, deep: float) -> Reals:
    """Heights of the knit's ribs."""
    answer: Reals = deep * (np.abs(np.sin(np.radians(azimuth) * RIBS / 2)) ** 0.7 - 0.6)
    return answer


def _crown(s: Skull, grain: float) -> Mesh:
    around = RIBS * (8 if grain > 0.024 else 12)
    azimuth = np.arange(around) * 360 / around
    t = np.linspace(0, 1, int(1.5 / grain))[None, :]
    low = hairline(azimuth, LINE)[:, None]
    elevation = 90 + (low + 4 - 90) * t
    ways = way(azimuth[:, None], elevation)
    slouch = 0.26 * np.clip(ways[..., 1], 0, 1) ** 3 - 0.05 * np.clip(
        (ways[..., 1] - 0.93) / 0.07, 0, 1
    )
    high = 0.10 + slouch + _ribs(azimuth[:, None] + 6 * t, 0.034) * np.clip(t * 5, 0.1, 1)
    return dome(s.out(ways, high), s.out(ways, -0.06))


def _turn_up(s: Skull, grain: float) -> Mesh:
    """The folded edge: a thick ribbed band all round."""
    around = RIBS * (8 if grain > 0.024 else 12)
    azimuth = np.arange(around) * 360 / around
    low = hairline(azimuth, LINE)
    turn = np.linspace(0, 2 * np.pi, 26, endpoint=False)
    half = 9.5
    c, n = np.cos(turn), np.sin(turn)
    up = half * np.sign(n) * np.abs(n) ** 0.5
    out = 0.092 + 0.064 * np.sign(c) * np.abs(c) ** 0.6
    knit = _ribs(azimuth[:, None], 0.046) * np.clip(c, 0, 1)[None, :] ** 0.5
    ways = way(azimuth[:, None], low[:, None] + half - 2 + up[None, :])
    return rings(s.out(ways, out[None, :] + knit))
