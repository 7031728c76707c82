"""Running shoes."""

from __future__ import annotations

import numpy as np

from ...parts import Material, Piece
from ...shapes.solids import box, capsule, curve
from ...shapes.turned import joined, sweep
from ..kit import Look, Pieces, cast, cut, gloss, matte, piece, placed, satin, slab
from ..plates import Outline, brick, smooth

SIDE = [
    (-0.50, -0.11), (-0.535, 0.0), (-0.505, 0.14), (-0.525, 0.27), (-0.48, 0.305), (-0.43, 0.255),
    (-0.32, 0.19), (-0.22, 0.225), (-0.16, 0.275), (-0.11, 0.25), (0.06, 0.135), (0.22, 0.075),
    (0.38, 0.055), (0.49, 0.01), (0.545, -0.07), (0.51, -0.115), (0.0, -0.12),
]  # fmt: skip
"""The upper from its side: the heel to the left, the opening on top, the toe to the right."""

COARSE = 0.0205
"""Finest step of a shoe's grids: there are two of them, each in many parts."""


def shoes(step: float) -> Pieces:
    """A pair, one on its toe behind the other."""
    one = _shoe(max(1.3 * step, COARSE))
    return [
        *placed(one, (0.05, -0.12, 0.17)),
        *placed(one, (-0.07, 0.08, -0.17), (0, 10, -14)),
    ]


def _upper(grown: float) -> Outline:
    """The outline of the upper, or of what lies over it."""
    line = smooth(SIDE, 72)
    along = np.roll(line, -1, 0) - np.roll(line, 1, 0)
    out = np.stack([-along[:, 1], along[:, 0]], 1)
    shifted: Outline = line + grown * out / np.linalg.norm(out, axis=1, keepdims=True)
    return shifted


def _shoe(step: float) -> Pieces:
    """One, standing, seen from its side."""
    hole = capsule((-0.36, 0.40, 0), (-0.29, 0.10, 0), 0.135, 0.075, (1, 1, 0.72))
    over = slab(_upper(0.008), 0, 0.158, 0.12)
    sole = [
        (-0.545, -0.02),
        (-0.56, -0.10),
        (-0.50, -0.185),
        (-0.35, -0.20),
        (-0.1, -0.185),
        (0.15, -0.195),
        (0.36, -0.185),
        (0.52, -0.12),
        (0.585, -0.03),
        (0.56, 0.0),
        (0.48, -0.055),
        (0.30, -0.085),
        (0.05, -0.085),
        (-0.2, -0.06),
        (-0.42, -0.03),
        (-0.52, 0.005),
    ]
    toe = cast("toe", "dark", step, over, cut(box((-0.36, 0, 0), (0.72, 0.6, 0.4), 0.02), 0.01))
    heel = cast(
        "heel",
        "dark",
        step,
        over,
        cut(box((0.25, 0, 0), (0.66, 0.6, 0.4), 0.02), 0.01),
        cut(hole, 0.02),
    )
    lining = cast("lining", "lining", step, capsule((-0.33, 0.12, 0), (-0.27, 0.05, 0), 0.10, 0.07))
    return [
        cast("sole", "foam", step, slab(smooth(sole, 64), 0, 0.172, 0.05)), *_tread(),
        cast("upper", "knit", step, slab(_upper(0.0), 0, 0.15, 0.12), cut(hole, 0.025)),
        toe, heel, lining, _collar(), *_front(), *_marks(),
    ]  # fmt: skip


def _tread() -> Pieces:
    """Rubber below, and a line along the foam."""
    places = [(x, -0.2 + 0.9 * max(x - 0.36, 0.0) ** 1.3) for x in np.arange(-0.46, 0.5, 0.096)]
    blocks = [brick((0.036, 0.02, 0.155), 0.012).placed((float(x), float(y), 0)) for x, y in places]
    line = curve(
        [(-0.53, -0.09, 0.168), (-0.2, -0.14, 0.178), (0.2, -0.16, 0.178), (0.50, -0.09, 0.15)], 20
    )
    stripes = [sweep(line * [1, 1, side], 0.012, 8) for side in (-1, 1)]
    return [piece("tread", "dark", joined(*blocks)), piece("stripe", "mark", joined(*stripes))]


def _collar() -> Piece:
    """The padded edge of the opening."""
    turn = np.linspace(0, 2 * np.pi, 36, endpoint=False)
    x = -0.325 + 0.15 * np.cos(turn)
    y = np.interp(x, [-0.475, -0.42, -0.325, -0.23, -0.175], [0.275, 0.225, 0.175, 0.205, 0.24])
    ring = np.column_stack([x, y, 0.092 * np.sin(turn)])
    return piece("collar", "lining", sweep(ring, 0.03, 12, closed=True))


def _front() -> Pieces:
    """The tongue, the strip below the laces, the laces and their bow."""
    tongue = sweep(
        [(-0.06, 0.2, 0), (-0.13, 0.27, 0), (-0.17, 0.34, 0)], [0.03, 0.034, 0.03], 14, flat=2.2
    )
    strip = sweep(
        curve([(0.24, 0.075, 0), (0.08, 0.125, 0), (-0.1, 0.245, 0)], 14), 0.026, 14, flat=3.0
    )
    laces = []
    for at in range(5):
        x = 0.185 - 0.066 * at
        y = 0.112 + 0.02 * at + 0.0075 * at * at
        arc = [(x + 0.012, y - 0.05, 0.105), (x, y + 0.012, 0.07), (x - 0.008, y + 0.012, -0.07),
               (x + 0.0, y - 0.05, -0.105)]  # fmt: skip
        laces.append(sweep(curve(arc, 14), 0.0165, 8))
    for side in (-1, 1):
        loop = [
            (-0.11, 0.27, 0),
            (-0.10, 0.36, 0.16 * side),
            (0.02, 0.26, 0.17 * side),
            (-0.09, 0.262, 0.0),
        ]
        laces.append(sweep(curve(loop, 18), 0.0145, 8))
        end = [(-0.10, 0.265, 0), (-0.02, 0.27, 0.07 * side), (0.03, 0.17, 0.12 * side)]
        laces.append(sweep(curve(end, 10), 0.0135, 8))
    laces.append(sweep([(-0.105, 0.268, -0.012), (-0.105, 0.268, 0.012)], 0.024, 10))
    return [
        piece("tongue", "lining", tongue), piece("strip", "dark", strip),
        piece("laces", "lace", joined(*laces)),
    ]  # fmt: skip


def _marks() -> Pieces:
    """Two chevrons on either side."""
    flat = []
    for side in (-1, 1):
        for x in (-0.14, -0.02):
            path = np.array([(x - 0.08, 0.065, 0.142), (x, -0.01, 0.158), (x - 0.06, -0.075, 0.16)])
            flat.append(sweep(path[:2] * [1, 1, side], 0.021, 8, flat=0.6))
            flat.append(sweep(path[1:] * [1, 1, side], 0.021, 8, flat=0.6))
    return [piece("marks", "mark", joined(*flat))]


def shoes_look(accent: str) -> Look:
    """Knit in the accent's colour, white foam, dark rubber."""
    return {
        "knit": Material(accent, roughness=0.55, sheen=0.3), "foam": satin("#f3f2ee"),
        "dark": satin("#27324e"), "lining": matte("#1f2740"), "lace": satin("#ffffff"),
        "mark": gloss("#fff6e0"),
    }  # fmt: skip
