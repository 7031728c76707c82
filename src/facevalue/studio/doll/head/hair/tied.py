"""Tied hair: bun, ponytail and braids."""

from __future__ import annotations

import numpy as np

from ...parts import Mesh
from ...shapes.vectors import unit
from ...spec import HeadSpec
from ..skull import MIDDLE, Skull, skull, way
from ..surfaces import Reals, joined, swept, taper, through
from .flow import Make, cap, hairline, locks, make, over
from .short import fringe

GATHERED = (42, 41, 31, 12, 14, 8, -32, -40)
"""The hairline of hair that is combed up."""


def _gathered(s: Skull, m: Make, aim: tuple[float, float], count: int = 26) -> Mesh:
    """Locks combed from all round the hairline to one point."""
    azimuth = np.linspace(-180, 180, count, endpoint=False) + 3
    start = way(azimuth, hairline(azimuth, GATHERED) + 5)
    end = np.repeat(way(*aim)[None], count, 0)
    paths = over(s, start, end, m.steps, -0.040, 0.09, 0.055)
    return locks(paths, 0.165, 0.075, m, root=0.95, tip=0.55, depth=0.30)


def bun(spec: HeadSpec, grain: float) -> Mesh:
    """``bun``: combed up into a wound knot on top of the head."""
    m, s = make(grain), skull(spec)
    c = np.array([0, 1.40, -0.16])
    return _with_fringe(
        spec, m, [cap(s, grain, 0.05, GATHERED), _gathered(s, m, (180, 80)), _knot(c, m)]
    )


def _with_fringe(spec: HeadSpec, m: Make, parts: list[Mesh]) -> Mesh:
    return joined([*parts, fringe(spec, m, 25, 6)] if spec.fringe else parts)


def _knot(c: Reals, m: Make) -> Mesh:
    """Thick strands wound round a middle."""
    t = np.linspace(0, 1, 2 * m.steps)
    paths = []
    for k in range(7):
        turn = np.radians(k * 360 / 7 + 150 * t)
        down = np.pi * (0.06 + 0.84 * t)
        paths.append(
            c
            + np.stack(
                [
                    0.36 * np.cos(turn) * np.sin(down),
                    0.32 * np.cos(down) - 0.02,
                    0.36 * np.sin(turn) * np.sin(down),
                ],
                1,
            )
        )
    p = np.stack(paths)
    girth = np.sin(np.pi * (0.12 + 0.78 * t))
    return swept(p, unit(p - c), 0.20 * girth + 0.016, 0.13 * girth + 0.016, m.ridges, 0.26, 0.6)


def ponytail(spec: HeadSpec, grain: float) -> Mesh:
    """``ponytail``: tied high behind; the tail swings to the viewer's right."""
    m, s = make(grain), skull(spec)
    rng = np.random.default_rng(6)
    root = s.at(170, 56, 0.10)
    paths = []
    for k in range(11):
        a = 2 * np.pi * k / 11
        d = np.array([np.cos(a), np.sin(a), 0]) * (0.0 if k == 0 else 1.0)
        j = rng.uniform(-0.05, 0.05, 3)
        paths.append(
            [
                root + 0.08 * d,
                root + [0.10, 0.30, -0.16] + 0.15 * d,
                root + [0.52, 0.22, -0.38] + 0.19 * d + j,
                root + [0.92, -0.40, -0.36] + 0.20 * d + j,
                root + [1.02, -1.10, -0.26] + 0.18 * d + j,
                root + [0.86, -1.80, -0.22] + 0.07 * d + 2 * j,
            ]
        )
    p = through(np.array(paths), 2 * m.steps)
    tail = locks(p, 0.17, 0.13, m, root=0.7, tip=0.08, fall=3.0)
    return _with_fringe(spec, m, [cap(s, grain, 0.05, GATHERED), _gathered(s, m, (172, 58)), tail])


def braids(spec: HeadSpec, grain: float) -> Mesh:
    """``braids``: parted in the middle, a plait over each shoulder."""
    m, s = make(grain), skull(spec)
    parts = [cap(s, grain, 0.055)]
    for side in (-1, 1):
        azimuth = side * np.array([14.0, 32, 50, 68, 90, 112, 134, 156, 174])
        start = way(
            side * np.array([2.0, 3, 3, 4, 30, 120, 150, 165, 176]),
            np.array([58.0, 66, 72, 80, 86, 84, 70, 50, 30]),
        )
        low = np.array([20.0, 14, 8, 2, -4, -10, -16, -22, -26])
        end = way(side * np.array([70.0, 74, 78, 84, 92, 98, 104, 110, 116]), low - 14)
        del azimuth
        paths = over(s, start, end, m.steps, 0.06, 0.10, 0.05)
        parts.append(locks(paths, 0.165, 0.075, m, root=0.6, tip=0.5))
        parts.append(_plait(side, m))
    return _with_fringe(spec, m, parts)


def _plait(side: int, m: Make) -> Mesh:
    """Three strands over and under each other, with a tuft at the end."""
    line = through(
        np.array(
            [
                [
                    [side * 1.02, -0.28, 0.0],
                    [side * 1.04, -0.62, 0.14],
                    [side * 0.94, -1.00, 0.38],
                    [side * 0.80, -1.34, 0.50],
                    [side * 0.72, -1.68, 0.50],
                ]
            ]
        ),
        5 * m.steps,
    )[0]
    t = np.linspace(0, 1, len(line))
    forward = unit(np.gradient(line, axis=0))
    out = unit(np.cross(forward, np.cross(line - MIDDLE - [0, -1.2, 0], forward)))
    across = np.cross(forward, out)
    strands = []
    for k in range(3):
        phase = 2 * np.pi * (3.6 * t + k / 3)
        strands.append(
            line
            + across * (0.135 * np.sin(phase))[:, None]
            + out * (0.080 * np.sin(2 * phase))[:, None]
        )
    girth = (0.138 - 0.025 * t) * taper(len(line), 0.8, 0.5, 8.0)
    p = np.stack(strands)
    body = swept(p, out[None], girth, girth * 0.86, 3, 0.22, 0.0)
    end = line[-1]
    down, spread = np.array([0.06, -0.14, -0.32]), np.array([0.0, 0.7, 1.0])
    fan = np.array(
        [np.stack([dx * spread, down, 0 * down], 1) + end for dx in (-0.09, -0.03, 0.03, 0.09)]
    )
    tuft = locks(through(fan, m.steps), 0.065, 0.055, m, root=0.7, tip=0.10, ridges=3)
    return joined([body, tuft])


def ties(spec: HeadSpec) -> list[Mesh]:
    """The bands that hold tied hair, made of rings."""
    s = skull(spec)
    if spec.hair == "ponytail":
        at, axis, r = s.at(170, 56, 0.14), np.array([0.3, 0.8, -0.5]), 0.15
        return [_ring(at + 0.06 * unit(axis), axis, r)]
    if spec.hair == "braids":
        return [
            _ring(np.array([x * 0.72, -1.67, 0.50]), np.array([0, 1.0, 0]), 0.105) for x in (-1, 1)
        ]
    return []


def _ring(at: Reals, axis: Reals, radius: float) -> Mesh:
    """A thick closed band round an axis."""
    up = unit(axis)
    east = unit(np.cross(up, [0.3, 0.1, 1.0]))
    north = np.cross(up, east)
    turn = np.linspace(0, 2 * np.pi * 1.02, 40)[:, None]
    path = at + radius * (np.cos(turn) * east + np.sin(turn) * north)
    return swept(path[None], path[None] - at, 0.055, 0.045, around=12)
