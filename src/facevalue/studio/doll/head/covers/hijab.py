"""A hijab: wrapped round the face, folded under the chin, laid on the shoulders."""

from __future__ import annotations

import numpy as np

from ...parts import Mesh, Piece
from ...shapes.vectors import unit
from ...spec import HeadSpec
from ..hair.flow import arcs
from ..skull import MIDDLE, Skull, skull, way
from ..surfaces import Reals, dome, joined, swept, through


def pieces(spec: HeadSpec, grain: float) -> list[Piece]:
    """Scarf (``cover``) and the band under it (``trim``)."""
    s = skull(spec)
    scarf = joined([_hood(s, grain), _wraps(s), _cowl(), _end()])
    return [Piece("hijab", scarf, "cover"), Piece("underscarf", _band(s), "trim")]


def _edge(s: Skull, turn: Reals, grow: Reals | float = 0.0) -> Reals:
    """Unit vectors to the edge round the face; turn 0 is the viewer's right, a quarter the top."""
    c, n = np.cos(turn), np.sin(turn)
    x = (0.83 + grow) * s.face_width * np.sign(c) * np.abs(c) ** 0.92
    y = np.where(n > 0, (0.76 + grow) * np.abs(n), -(0.86 + grow) * np.abs(n)) - 0.10
    z = s.front(x, np.maximum(y, -0.93))
    return unit(np.stack([x, y, np.maximum(z, 0.30)], -1) - MIDDLE)


def _hood(s: Skull, grain: float) -> Mesh:
    """Over the head, from the edge round the face to the back."""
    around, down = int(5.4 / grain), int(2.0 / grain)
    turn = np.arange(around) * 2 * np.pi / around
    t = np.linspace(0, 1, down)
    pole = np.repeat(way(180, 18)[None], around, 0)
    ways = arcs(pole, _edge(s, turn), down)
    near = np.clip((1 - t) / 0.055, 0, 1)[None, :]
    rim = np.sqrt(np.clip(1 - (1 - near) ** 2, 0, 1))
    folds = np.sin(9 * turn[:, None] + 5.5 * t[None, :] + 1.2 * np.sin(3 * turn[:, None]))
    soft = np.clip((1 - t[None, :]) * 4, 0, 1) * np.clip(t[None, :] * 3, 0, 1)
    puff = 0.05 * np.clip(ways[..., 1], 0, 1) + 0.06 * np.clip(-ways[..., 2], 0, 1)
    high = (0.085 + puff + 0.020 * folds * soft) * rim - 0.02 * (near < 0.02)
    return dome(s.out(ways, high), s.out(ways, -0.06))


def _band(s: Skull) -> Mesh:
    """The underscarf's strip at the forehead."""
    turn = np.linspace(0.12, np.pi - 0.12, 40)
    path = s.out(_edge(s, turn, -0.052 + 0.13 * np.abs(np.cos(turn)) ** 4), 0.006)
    return swept(path[None], unit(path - MIDDLE)[None], 0.085, 0.030, around=14)


def _wraps(s: Skull) -> Mesh:
    """Bands that cross under the chin and run up both sides, with soft pleats."""
    lines, wides = [], []
    for k in range(4):
        for side in (-1, 1):
            a = np.linspace(-1.85, 1.05 - 0.06 * k, 9) if side > 0 else np.linspace(-1.30, 1.15, 9)
            turn = a if side > 0 else np.pi - a
            grow = 0.025 + 0.085 * k + 0.55 * np.clip(np.sin(a), 0, 1) ** 1.6
            rise = 0.055 * np.clip(np.sin(a) * 1.5, 0, 1)
            p = s.out(_edge(s, turn, grow), 0.085 + 0.012 * (3 - k) + 0.012 * (side > 0) - rise)
            p[:, 1] -= 0.05 * k * np.clip(-np.sin(turn), 0, 1)
            lines.append(p)
            wides.append(0.070 + 0.012 * k)
    paths = through(np.array(lines), 40)
    ends = np.sin(np.pi * np.clip(np.linspace(0.02, 0.98, 40), 0, 1)) ** 0.5
    wide = np.array(wides)[:, None] * (0.3 + 0.7 * ends)
    return swept(paths, unit(paths - MIDDLE), wide, 0.020 + 0.040 * ends, 2, 0.14, 0.5, around=20)


def _cowl() -> Mesh:
    """Folds that lie round the neck, wider and lower from one to the next."""
    turn = np.linspace(0, 2 * np.pi * 1.01, 72)
    lines, wides = [], []
    for k, (radius, y, deep) in enumerate(
        (
            (0.50, -0.98, 0.10),
            (0.60, -1.08, 0.16),
            (0.69, -1.20, 0.20),
            (0.77, -1.32, 0.24),
        )
    ):
        lean = 0.07 * (-1) ** k
        front = np.clip(np.sin(turn), 0, 1)
        x = radius * np.cos(turn) * (1.10 - 0.02 * k)
        z = radius * (0.86 - 0.06 * k) * np.sin(turn) - 0.04 + 0.06 * front
        yy = y - deep * front**1.5 + lean * np.cos(turn) - 0.10 * np.abs(np.cos(turn)) * (k > 1)
        lines.append(np.stack([x, yy, z], 1))
        wides.append(0.15 + 0.015 * k)
    paths = np.stack(lines)
    outs = unit(paths * [1, 0, 1] + np.array([0, 0.45, 0]))
    return swept(paths, outs, np.array(wides)[:, None], 0.105, 2, 0.16, 1.0, around=22)


def _end() -> Mesh:
    """The scarf's end, pleated, over the viewer's left shoulder to the chest."""
    lines = []
    for k in range(5):
        d = (k - 2) * 0.105
        lines.append(
            [
                [-0.42 + d * 0.3, -1.02, 0.42],
                [-0.46 + d * 0.6, -1.22, 0.56],
                [-0.42 + d * 0.9, -1.50, 0.60],
                [-0.38 + d * 1.15, -1.95 - 0.05 * (k % 2), 0.56],
            ]
        )
    paths = through(np.array(lines), 30)
    t = np.linspace(0, 1, 30)
    girth = 0.085 * (0.7 + 0.3 * t) * np.sqrt(np.clip((1.02 - t) / 0.06, 0, 1)) + 0.016
    return swept(paths, [0, 0.15, 1.0], girth, np.minimum(girth, 0.055), 2, 0.2, 0.3, around=18)
