"""Hair that hangs from a parting: bob, long and wavy."""

from __future__ import annotations

import numpy as np

from ...parts import Mesh
from ...shapes.vectors import unit
from ...spec import HeadSpec
from ..skull import Skull, skull, way
from ..surfaces import Reals, joined
from .flow import Make, cap, hanging, locks, make, over, turned
from .short import fringe

PART = -14.0
"""Azimuth of the parting."""

LINE = (57, 46, 30, -5, 4, 0, -34, -42)
"""The hairline: higher in the middle, where the parting shows the forehead."""


def bob(spec: HeadSpec, grain: float) -> Mesh:
    """``bob``: down to the jaw, turned in at the ends."""
    m, s = make(grain), skull(spec)
    azimuth = np.concatenate([np.linspace(58, 178, 12), np.linspace(-178, -58, 12)])
    p = s.at(azimuth, np.where(turned(azimuth) < 100, 2, -6), 0.12)
    flat = unit(p * [1, 0, 1])
    fall = np.array([0.36, 0.68, 0.92])
    out = np.array([0.05, 0.03, -0.16])
    low = np.where(turned(azimuth) > 110, -0.80, -0.86)
    tails = _tails(p, flat, fall, out, low, 0.10)
    return joined([*_top(s, m, grain, azimuth, tails, 0.165), *_face(spec, s, m, "bob")])


def long(spec: HeadSpec, grain: float) -> Mesh:
    """``long``: straight, behind the shoulders, two strands before them."""
    return _down(spec, grain, 0.0)


def wavy(spec: HeadSpec, grain: float) -> Mesh:
    """``wavy``: as long, in waves."""
    return _down(spec, grain, 0.085)


def _down(spec: HeadSpec, grain: float, wave: float) -> Mesh:
    m, s = make(grain), skull(spec)
    azimuth = np.concatenate([np.linspace(66, 178, 12), np.linspace(-178, -66, 12)])
    p = s.at(azimuth, np.where(turned(azimuth) < 100, -2, -8), 0.12)
    flat = unit(p * [1, 0, 1])
    rng = np.random.default_rng(2)
    low = -1.95 + rng.uniform(-0.12, 0.08, len(azimuth)) + 0.12 * (turned(azimuth) < 90)
    fall = np.linspace(1 / 6, 1, 6)
    tails = _tails(p, flat, fall, 0 * fall, low, 0.0)
    # Behind the shoulders: nothing of the curtain may stand where the arms are.
    back = np.clip(fall * 1.5, 0, 1)[None, :]
    tails[..., 2] = tails[..., 2] * (1 - back) + np.minimum(tails[..., 2], -0.52) * back
    tails[..., 0] *= 1 - 0.10 * back
    waves = wave * np.sin(fall * 9.5 + 0.9)[None, :] * np.minimum(fall * 2, 1)
    tails += flat[:, None] * waves[..., None] * [1, 0, 1] + waves[..., None] * [
        0.5,
        0,
        0,
    ] * np.sign(p[:, None, :1])
    parts = _top(s, m, grain, azimuth, tails, 0.175)
    return joined([*parts, *_face(spec, s, m, "wavy" if wave else "long")])


def curtain(spec: HeadSpec, grain: float) -> Mesh:
    """Long hair without its top, for under headwear."""
    return _down(spec, grain, 0.03)


def _tails(p: Reals, flat: Reals, fall: Reals, out: Reals, low: Reals, front: float) -> Reals:
    """Points (lines, k, 3) below ``p``: ``fall`` is the share of the way down to ``low``."""
    y = p[:, None, 1] + (low[:, None] - p[:, None, 1]) * fall[None, :]
    xz = p[:, None] + flat[:, None] * out[None, :, None]
    found = np.stack([xz[..., 0], y, xz[..., 2]], -1)
    found[..., 2] += front * fall[None, :] * (flat[:, None, 2] > -0.2)
    return found


def _top(s: Skull, m: Make, grain: float, azimuth: Reals, tails: Reals, wide: float) -> list[Mesh]:
    """Cap and curtain."""
    along = turned(azimuth) / 180
    start = way(np.where(along < 0.75, PART, 180), 66 + 22 * np.minimum(along * 1.4, 1))
    end = way(azimuth, np.where(along < 0.56, 2, -6))
    paths = hanging(s, start, end, tails, m, 0.06, 0.11, 0.03)
    curtain = locks(
        paths,
        wide,
        0.090,
        m,
        root=0.55,
        tip=0.10,
        ridges=m.ridges + 1,
        depth=0.32,
        twist=0.5,
        fall=4.0,
    )
    crown = np.linspace(-150, 150, 13)
    begin = way(np.full(13, PART), 68 + 20 * turned(crown) / 180)
    lines = over(s, begin, way(crown, 22 - 8 * turned(crown) / 180), m.steps, 0.07, 0.10, 0.035)
    keep = turned(crown) > 44
    return [cap(s, grain, 0.06, LINE), curtain, locks(lines[keep], 0.17, 0.07, m, 0.6, 0.5)]


def _face(spec: HeadSpec, s: Skull, m: Make, kind: str) -> list[Mesh]:
    """The strands that frame the face, and the fringe."""
    low = {"bob": -0.72, "long": -1.62, "wavy": -1.58}[kind]
    sides = np.array([-1.0, -1, -1, -1, 1, 1, 1, 1])
    azimuth = np.array([-50.0, -60, -70, -80, 80, 70, 60, 48])
    end = way(azimuth, np.array([24.0, 14, 6, 0, 0, 6, 12, 26]))
    p = s.at(sides * np.array([70, 75, 82, 90, 90, 82, 75, 70]), np.full(8, -4.0), 0.13)
    fall = np.array([0.12, 0.38, 0.68, 1.0])
    step = np.array([0.16, 0.0, -0.06, 0.02, 0.0, -0.08, 0.02, 0.12])
    ends = low + (0.4 if kind == "bob" else 1.0) * step
    y = p[:, None, 1] + (ends - p[:, 1])[:, None] * fall
    bent = {"bob": (0.0, 0.01, -0.02, -0.12)}.get(kind, (0.0, 0.0, -0.12, -0.22))
    x = p[:, None, 0] + sides[:, None] * np.array(bent)
    z = p[:, None, 2] + np.array([0.02, 0.10, 0.24, 0.30 if kind != "bob" else 0.18])
    if kind == "wavy":
        x = x + 0.07 * np.sin(fall * 8.5 + 0.5)[None, :] * sides[:, None]
    tails = np.stack([x, y, z], -1)
    start = np.repeat(way(PART, 64)[None], 8, 0)
    paths = hanging(s, start, end, tails, m, 0.07, 0.10, 0.05)
    framing = locks(paths, 0.150, 0.085, m, root=0.6, tip=0.08, fall=3.4)
    if not spec.fringe:
        return [framing, _hem(s, m)]
    return [framing, fringe(spec, m, 21, 3)]


def _hem(s: Skull, m: Make) -> Mesh:
    """The hair at the forehead, combed from the parting to both sides."""
    azimuth = np.array([-66.0, -56, -46, 22, 34, 46, 58])
    end = way(azimuth * 1.05, 36 - 0.22 * np.abs(azimuth + 12))
    start = way(PART + np.sign(azimuth) * 2.0, 63 + 0.06 * np.abs(azimuth))
    return locks(over(s, start, end, m.steps, 0.04, 0.075, 0.06), 0.13, 0.075, m, 0.7, 0.3)
