"""Longer hair on top and short sides: the side parting and the quiff."""

from __future__ import annotations

import numpy as np

from ...parts import Mesh
from ...spec import HeadSpec
from ..skull import Skull, skull, way
from ..surfaces import joined
from .flow import Make, cap, locks, make, over
from .short import fringe, sides

HELD = (52, 45, 29, -5, 14, 12, -34, -42)
"""The hairline under a sweep, which covers it."""


def side(spec: HeadSpec, grain: float) -> Mesh:
    """``side``: parted on the viewer's left and swept over to the right, high at the front."""
    m, s = make(grain), skull(spec)
    parts = [cap(s, grain, 0.05, HELD), sides(spec, m, 44), _sweep(s, m), _beyond(s, m)]
    if spec.fringe:
        parts.append(fringe(spec, m, 30, 16))
    return joined(parts)


def _sweep(s: Skull, m: Make) -> Mesh:
    """From the parting over the top, front lock highest."""
    rows = []
    for back, lift in ((0.0, 0.20), (0.33, 0.16), (0.66, 0.12), (1.0, 0.09)):
        count = 7
        u = np.linspace(0, 1, count)
        start = way(-36 - 58 * back + 14 * u, 47 + 27 * back + 8 * u)
        end = way(6 + 64 * u + 66 * back, 40 - 12 * u + 8 * back)
        paths = over(s, start, end, m.steps, 0.09, 0.07, lift - 0.04 * u)
        rows.append(locks(paths, 0.165, 0.085, m, root=0.55, tip=0.14))
    return joined(rows)


def _beyond(s: Skull, m: Make) -> Mesh:
    """On the other side of the parting, combed down."""
    u = np.linspace(0, 1, 7)
    start = way(-38 - 70 * u, 60 + 12 * u)
    end = way(-48 - 70 * u, 26 - 4 * u)
    return locks(over(s, start, end, m.steps, 0.05, 0.05, 0.03), 0.13, 0.06, m)


def quiff(spec: HeadSpec, grain: float) -> Mesh:
    """``quiff``: brushed up from the forehead and back, short at the sides."""
    m, s = make(grain), skull(spec)
    rows = []
    for k, (height, lift) in enumerate(((41, 0.24), (52, 0.23), (64, 0.19), (78, 0.13))):
        azimuth = np.linspace(-56, 56, 11 - k)
        far = np.cos(np.radians(azimuth) * 90 / 62)
        start = way(azimuth * (1 + 0.12 * k), height - 6 * (1 - far))
        end = way(azimuth + 26 + 12 * k, np.minimum(height + 34, 92) - 16 * (1 - far))
        paths = over(s, start, end, m.steps, 0.0, 0.10, lift * far + 0.02)
        wave = np.sin(np.linspace(0, np.pi, m.steps)) ** 2
        paths[..., 2] += 0.08 * wave * (1 - 0.3 * k) * far[:, None]
        rows.append(locks(paths, 0.150, 0.060 + 0.035 * far, m, root=0.9, tip=0.14))
    parts = [cap(s, grain, 0.05), sides(spec, m, 50), *rows]
    if spec.fringe:
        parts.append(fringe(spec, m, 33, 10))
    return joined(parts)
