"""Curly hair and the afro."""

from __future__ import annotations

import numpy as np

from ...parts import Mesh
from ...shapes.vectors import unit
from ...spec import HeadSpec
from ..skull import Skull, skull, way
from ..surfaces import Reals, dome, joined, swept
from .flow import angles, cap, hairline, scattered, turned


def curly(spec: HeadSpec, grain: float) -> Mesh:
    """``curly``: coils seated side by side, bigger on top."""
    s = skull(spec)
    line = (33, 31, 20, -6, 12, 8, -34, -40) if spec.fringe else (42, 40, 27, -6, 12, 8, -34, -40)
    roots = scattered(330, 1)
    azimuth, height = angles(roots)
    roots = roots[height > hairline(azimuth, line) - 0.5]
    _, height = angles(roots)
    share = np.clip((height + 5) / 60, 0, 1)
    rng = np.random.default_rng(4)
    off = 0.06 + 0.13 * share + rng.uniform(-0.025, 0.035, len(roots))
    return joined(
        [
            cap(s, grain, 0.06, np.array(line) + 2),
            _coils(s, roots, off, 0.112 + 0.038 * share, grain),
        ]
    )


def _coils(s: Skull, roots: Reals, off: Reals, size: Reals, grain: float) -> Mesh:
    """Snail-like coils that rise to their middle, one at each root."""
    n = 30 if grain > 0.024 else 44
    rng = np.random.default_rng(8)
    out = unit(roots + rng.normal(0, 0.10, roots.shape))
    east = unit(np.cross(out, rng.normal(size=roots.shape)))
    north = np.cross(out, east)
    t = np.linspace(0, 1, n)[None, :]
    turn = 2 * np.pi * 1.75 * t * np.sign(rng.uniform(-1, 1, len(roots)))[:, None]
    reach = size[:, None] * (1 - 0.74 * t)
    rise = (-0.05 + 0.11 * t) * (size / 0.12)[:, None]
    paths = (
        s.out(roots, off)[:, None]
        + east[:, None] * (reach * np.cos(turn))[..., None]
        + north[:, None] * (reach * np.sin(turn))[..., None]
        + out[:, None] * rise[..., None]
    )
    girth = size[:, None] * 0.40 * (0.7 + 0.3 * np.sin(np.pi * np.minimum(t * 1.3, 1)))
    return swept(paths, out[:, None], girth, girth, around=9)


def afro(spec: HeadSpec, grain: float) -> Mesh:
    """``afro``: one round cloud of tight curls with a clean hairline."""
    s = skull(spec)
    line = (36, 34, 20, -2, 6, 2, -28, -36) if spec.fringe else (42, 40, 25, -2, 6, 2, -28, -36)
    around, down = int(8 / grain), int(3.2 / grain)
    azimuth = np.arange(around) * 360 / around
    low = hairline(azimuth, line)[:, None]
    t = np.linspace(0, 1, down)[None, :] ** 0.9
    ways = way(azimuth[:, None], 90 + (low - 90) * t)
    near = np.clip((1 - t) * (90 - low) / 46, 0, 1)
    swell = np.clip(1 - (1 - near) ** 2, 0, 1) ** 0.62
    tall = _cloud(ways)
    high = -0.02 + (tall + 0.02) * swell
    high = high + _bumps(ways, 640, 0.075) * np.clip(near * 9, 0, 1)
    return dome(s.out(ways) + ways * high[..., None], s.out(ways, -0.07))


def _cloud(ways: Reals) -> Reals:
    """How far the cloud stands off the skin, so that its outline is nearly round."""
    azimuth, height = angles(ways)
    back = turned(azimuth) / 180
    answer: Reals = 0.33 + 0.16 * np.clip(height / 70, 0, 1) - 0.05 * back
    return answer


def _bumps(ways: Reals, count: int, high: float) -> Reals:
    """Round bumps around evenly spread points, with sharp valleys between them."""
    from scipy.spatial import cKDTree

    seeds = scattered(count, 21)
    flat = ways.reshape(-1, 3)
    near, which = cKDTree(seeds).query(flat)
    size = np.random.default_rng(3).uniform(0.85, 1.15, count)[which]
    reach = 2.5 / np.sqrt(count) * size
    bump = np.sqrt(np.clip(1 - (near / reach) ** 2, 0, 1)) * size
    answer: Reals = (high * bump).reshape(ways.shape[:-1])
    return answer
