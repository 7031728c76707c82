"""A cap with six panels, a peak and a button."""

from __future__ import annotations

import numpy as np

from ...parts import Mesh, Piece
from ...shapes.vectors import unit
from ...spec import HeadSpec
from ..hair.flow import hairline
from ..skull import Skull, skull, way
from ..surfaces import Reals, dome, joined, sheet, swept, through

LINE = (29, 27, 21, 17, 14, 11, 4, -2)
"""Elevations of its lower edge."""


def pieces(spec: HeadSpec, grain: float) -> list[Piece]:
    """Cap (``cover``) and the badge on its front (``trim``)."""
    s = skull(spec)
    cap = joined([_crown(s, grain), _peak(s, grain), _button(s), _sweat(s)])
    return [Piece("cap", cap, "cover"), Piece("badge", _badge(s), "trim")]


def _high(elevation: Reals) -> Reals:
    answer: Reals = 0.11 + 0.13 * np.clip((elevation - 10) / 50, 0, 1) ** 0.8
    return answer


def _crown(s: Skull, grain: float) -> Mesh:
    around, down = int(6 / grain) // 6 * 6, int(1.5 / grain)
    azimuth = np.arange(around) * 360 / around
    low = hairline(azimuth, LINE)[:, None]
    t = np.linspace(0, 1, down)[None, :]
    elevation = 90 + (low - 90) * t
    near = np.clip((1 - t) * (90 - low) / 4, 0, 1)
    rim = 0.6 + 0.4 * np.sqrt(np.clip(1 - (1 - near) ** 2, 0, 1))
    across = np.abs((azimuth[:, None] + 30) % 60 - 30) * np.cos(np.radians(elevation))
    seam = np.exp(-((across / 0.9) ** 2)) * np.clip(t * 8, 0, 1)
    puff = 0.02 * np.sin(np.radians((azimuth[:, None] % 60) * 3)) * np.sin(np.pi * t)
    stitch = 0.010 * np.exp(-(((t - 0.86) / 0.012) ** 2))
    ways = way(azimuth[:, None], elevation)
    high = (_high(elevation) + puff - 0.020 * seam - stitch) * rim
    return dome(s.out(ways, high), s.out(ways, -0.06))


def _peak(s: Skull, grain: float) -> Mesh:
    """The peak: from the cap's edge forward, bent down to both sides."""
    a = np.linspace(-64, 64, int(2.2 / grain))
    root = s.at(a, hairline(a, LINE) + 2.0, 0.07)
    u = a / 64
    reach = 0.62 * np.clip(1 - u**2, 0, 1) ** 0.62 + 0.012
    t = np.linspace(0, 1, int(0.8 / grain))
    flat = unit(root * [0.55, 0, 1.0])
    out = root[:, None] + flat[:, None] * (reach[:, None] * t)[..., None]
    out[..., 1] += (0.02 - 0.16 * t**1.4)[None, :] * reach[:, None] / 0.62
    out[..., 1] -= 0.10 * (u**2)[:, None] * t
    girth = 0.030 * np.sqrt(np.clip((1.0 - t) / 0.08, 0, 1))[None, :] * np.ones_like(a)[:, None]
    up = np.zeros_like(out)
    up[..., 1] = girth + 0.016
    seams = 0.006 * (np.abs(np.sin(t * 5 * np.pi)) ** 0.5)[None, :]
    up[..., 1] += seams
    return sheet(out + up, out - up)


def _button(s: Skull) -> Mesh:
    turn = np.arange(24) * 15.0
    t = np.linspace(0, 1, 8)[None, :]
    top = s.at(0, 90, 0.235)
    x = 0.085 * np.sin(t * np.pi / 2) * np.sin(np.radians(turn))[:, None]
    z = 0.085 * np.sin(t * np.pi / 2) * np.cos(np.radians(turn))[:, None]
    y = 0.050 * np.cos(t * np.pi / 2) + 0 * x
    outer = np.stack([x, y, z], -1) + top
    return dome(outer, outer * [1, 0, 1] + [0, top[1] - 0.05, 0])


def _badge(s: Skull) -> Mesh:
    """A round, slightly domed badge on the front panels."""
    turn = np.arange(40) * 2 * np.pi / 40
    t = np.linspace(0, 1, 10)[None, :]
    x = 15.5 * t * np.cos(turn)[:, None]
    y = 47 + 10.5 * t * np.sin(turn)[:, None]
    rim = np.sqrt(np.clip((1 - t) / 0.12, 0, 1))
    off = _high(y) + 0.008 + 0.022 * rim
    return dome(s.at(x, y, off), s.at(x, y, _high(y) - 0.03))


def _sweat(s: Skull) -> Mesh:
    """A narrow band along the lower edge at the sides and behind."""
    a = np.linspace(66, 294, 60)
    path = s.at(a, hairline(a, LINE) + 1.5, 0.095)
    line = through(path[None], 90)
    return swept(line, unit(line * [1, 0, 1]), 0.040, 0.026, around=12)
