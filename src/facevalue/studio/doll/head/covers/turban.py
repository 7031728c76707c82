"""A turban as Sikhs tie it (dastar): layers from both sides that meet in a peak over the brow."""

from __future__ import annotations

import numpy as np

from ...parts import Mesh, Piece
from ...shapes.vectors import unit
from ...spec import HeadSpec
from ..hair.flow import hairline
from ..skull import MIDDLE, Skull, skull, way
from ..surfaces import Reals, dome, joined, swept, through

LINE = (37, 31, 18, 8, 4, -2, -20, -30)
"""Elevations of the lower edge, at the azimuths of ``flow.ROUND``."""

LAYERS = 6


def pieces(spec: HeadSpec, grain: float) -> list[Piece]:
    """The turban (``cover``) and the band below its peak (``trim``)."""
    s = skull(spec)
    wraps = [_wrap(s, k, side) for k in range(LAYERS) for side in (1, -1)]
    cloth = joined([_base(s, grain), *wraps])
    return [Piece("turban", cloth, "cover"), Piece("fifty", _peak_band(s), "trim")]


def _tall(elevation: Reals, azimuth: Reals) -> Reals:
    """How far the turban stands off the head: most at the temples' height and behind."""
    e = np.asarray(elevation, np.float64)
    front = 0.04 * np.cos(np.radians(azimuth)) * np.clip(e / 40, 0, 1)
    answer: Reals = np.interp(e, [-30, 0, 20, 45, 70, 90], [0.05, 0.07, 0.15, 0.26, 0.33, 0.34])
    return answer + front


def _base(s: Skull, grain: float) -> Mesh:
    """The crown with its pleats, below the wraps."""
    around, down = int(4.8 / grain), int(1.8 / grain)
    azimuth = np.arange(around) * 360 / around
    low = hairline(azimuth, np.array(LINE) + 2)[:, None]
    t = np.linspace(0, 1, down)[None, :]
    elevation = 90 + (low - 90) * t
    ways = way(azimuth[:, None], elevation)
    near = np.clip((1 - t) * (90 - low) / 10, 0, 1)
    rim = np.sqrt(np.clip(1 - (1 - near) ** 2, 0, 1))
    pleats = 0.014 * np.abs(np.sin(0.5 * 7 * (elevation / 9 + azimuth[:, None] / 40)))
    high = (_tall(elevation, azimuth[:, None]) - 0.05 + pleats) * rim - 0.02 * (near < 0.02)
    return dome(s.out(ways, high), s.out(ways, -0.06))


def _wrap(s: Skull, k: int, side: int) -> Mesh:
    """One layer: up from the ear on its side, over the brow and away on the other."""
    share = k / (LAYERS - 1)
    azimuth = np.array([212.0, 164, 120, 82, 42, 2, -34, -74, -120])
    start = np.array([-10.0, -16, -7, 6, 23, 39, 50, 56, 56])
    stop = np.array([36.0, 32, 36, 44, 58, 73, 80, 76, 68])
    elevation = start + (stop - start) * share
    off = _tall(elevation, azimuth) + 0.012 + 0.008 * (side < 0) + 0.026 * (1 - share)
    off = off - np.array([0.07, 0, 0, 0, 0, 0, 0, 0.02, 0.11])
    p = s.at(side * azimuth, elevation, off)
    path = through(p[None], 54)
    t = np.linspace(0, 1, 54)
    ends = np.sqrt(np.clip(np.minimum(t, 1 - t) / 0.10, 0, 1))
    wide = (0.155 - 0.02 * share) * (0.35 + 0.65 * ends)
    return swept(
        path, unit(path - MIDDLE), wide, 0.016 + 0.034 * ends, 3, 0.24, side * 0.5, around=24
    )


def _peak_band(s: Skull) -> Mesh:
    """The small triangle of the cloth below, at the middle of the brow."""
    lines = []
    for side in (-1, 1):
        azimuth = side * np.array([34.0, 16, 2, -6])
        lines.append(s.at(azimuth, np.array([29.0, 34, 38.5, 42]), 0.050))
    paths = through(np.array(lines), 20)
    girth = 0.075 * np.sqrt(np.sin(np.pi * np.linspace(0.04, 0.96, 20)))
    return swept(paths, unit(paths - MIDDLE), girth + 0.016, 0.034, around=14)
