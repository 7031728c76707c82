"""A cat, sitting."""

from __future__ import annotations

import numpy as np

from ...parts import Material, Mesh, Piece
from ...shapes.solids import Solid, capsule, curve, ellipsoid, sphere, spline, tube
from ...shapes.turned import ball, joined, stretched, sweep
from ..kit import Look, Pieces, add, both, cast, cut, piece, satin
from .animals import collar, details, eyes

TAIL = curve(
    [(0.14, -0.42, -0.16), (0.52, -0.52, -0.05), (0.36, -0.40, 0.34), (0.05, -0.455, 0.27)], 18
)
"""The cat's tail, round its feet."""


def cat(step: float) -> Pieces:
    """A ginger tabby with its tail round its feet."""
    coat = [
        add(ellipsoid((0, -0.25, -0.05), (0.225, 0.26, 0.20))),
        add(ellipsoid((0, -0.06, 0.0), (0.15, 0.17, 0.14)), 0.12),
        add(ellipsoid((0, 0.20, 0.04), (0.275, 0.215, 0.215)), 0.06),
        *both(lambda s: add(_ear(s, 0.105, 0.215, 0.05), 0.03)),
        *both(lambda s: cut(_ear(s, 0.068, 0.165, 0.075), 0.02)),
        *both(
            lambda s: add(
                capsule((0.085 * s, -0.14, 0.09), (0.08 * s, -0.43, 0.13), 0.068, 0.058), 0.05
            )
        ),
        *both(lambda s: add(ellipsoid((0.19 * s, -0.36, -0.02), (0.11, 0.14, 0.17)), 0.06)),
        add(tube(TAIL, np.linspace(0.062, 0.052, 18)), 0.03),
    ]
    pale = cast(
        "pale", "pale", step,
        *both(lambda s: add(ellipsoid((0.05 * s, 0.108, 0.225), (0.07, 0.052, 0.052)), 0.02)),
        add(ellipsoid((0, 0.06, 0.2), (0.06, 0.04, 0.05)), 0.03),
        add(ellipsoid((0, -0.11, 0.09), (0.11, 0.14, 0.085))),
        add(ellipsoid((0, -0.2, 0.08), (0.07, 0.13, 0.085)), 0.05),
        *both(lambda s: add(ellipsoid((0.08 * s, -0.455, 0.165), (0.066, 0.045, 0.078)))),
        add(sphere(TAIL[-1], 0.058)),
    )  # fmt: skip
    ears = cast("ears", "pink", step, *both(lambda s: _ear(s, 0.075, 0.175, 0.042)))
    nose = cast("nose", "pink", step, ellipsoid((0, 0.142, 0.272), (0.028, 0.019, 0.018)))
    mouth = [
        sweep(
            curve([(0, 0.125, 0.283), (0.004 * s, 0.098, 0.29), (0.05 * s, 0.088, 0.272)], 10),
            0.0065,
            6,
        )
        for s in (-1, 1)
    ]
    hairs = [
        sweep(curve([(0.085 * s, 0.112 + 0.02 * k, 0.25), (0.2 * s, 0.12 + 0.035 * k, 0.27),
                     (0.31 * s, 0.10 + 0.055 * k, 0.24)], 8), np.linspace(0.0055, 0.003, 8), 6)
        for s in (-1, 1) for k in (-1, 0, 1)
    ]  # fmt: skip
    return [
        cast("coat", "coat", step, *coat), pale, ears, nose, piece("mouth", "line", joined(*mouth)),
        piece("whiskers", "light", joined(*hairs)), *_cat_eyes(), _stripes(),
        *collar(0.03, 0.155),
    ]  # fmt: skip


def _ear(side: int, wide: float, high: float, z: float) -> Solid:
    """A pointed ear."""
    return capsule((0.165 * side, 0.315, z - 0.02), (0.215 * side, 0.315 + high * 0.82, z - 0.03),
                   wide, 0.027, (1, 1, 0.7))  # fmt: skip


def _cat_eyes() -> Pieces:
    """Green, with upright pupils."""
    slits = [
        stretched(ball(1.0), (0.022, 0.044, 0.03), (0.112 * side, 0.215, 0.242)) for side in (-1, 1)
    ]
    green = eyes(0.112, 0.215, 0.212, 0.054, "iris")
    return [*green, piece("pupils", "eye", joined(*slits))]


def _stripes() -> Piece:
    """Bars on the brow, the cheeks, the sides and the tail."""
    bars = [
        _bar([_on_head(x * (1 + 0.4 * t), 0.30 + top * t) for t in (0.1, 0.5, 1)], 0.017)
        for x, top in ((0, 0.13), (-0.06, 0.10), (0.06, 0.10))
    ]
    for side in (-1, 1):
        cheek = [(x, 0.1 * (x - 0.2)) for x in (0.2, 0.235, 0.262)]
        bars += [
            _bar([_on_head(x * side, y + up) for x, up in cheek], 0.014) for y in (0.17, 0.225)
        ]
        turns = [(turn, -0.03 * float(np.sin(turn))) for turn in (0.75, 1.1, 1.5, 1.9)]
        bars += [
            _bar([_on_side(turn * side, y + up) for turn, up in turns], 0.02)
            for y in (-0.07, -0.135, -0.2)
        ]
    return piece("stripes", "stripe", joined(*bars, *(_ring(at) for at in (4, 7, 10, 13))))


def _ring(at: int) -> Mesh:
    """A ring round the tail."""
    part = TAIL[at - 1 : at + 2]
    middle, along = part[1], (part[2] - part[0]) / np.linalg.norm(part[2] - part[0])
    line = [middle + along * share for share in np.linspace(-0.022, 0.022, 5)]
    thick = 0.068 - 0.0005 * at
    return sweep(line, thick * np.array([0.86, 0.98, 1, 0.98, 0.86]), 28)


def _bar(points: list[tuple[float, float, float]], radius: float) -> Mesh:
    """A stripe along points, thinner to its ends."""
    return sweep(spline(points, 12), radius * np.sin(np.linspace(0.45, 2.69, 12)), 12)


def _on_head(x: float, y: float) -> tuple[float, float, float]:
    """A point on the front of the cat's head."""
    left = max(1 - (x / 0.275) ** 2 - ((y - 0.20) / 0.215) ** 2, 0.0)
    return x, y, 0.04 + 0.217 * left**0.5


def _on_side(turn: float, y: float) -> tuple[float, float, float]:
    """A point on the cat's body, turned from the front."""
    wide = max(1 - ((y + 0.25) / 0.26) ** 2, 0.0) ** 0.5
    return 0.245 * wide * float(np.sin(turn)), y, -0.05 + 0.215 * wide * float(np.cos(turn))


def cat_look(accent: str) -> Look:
    """Ginger and cream."""
    return {
        "coat": satin("#e9953f"),
        "pale": satin("#fff0dc"),
        "pink": satin("#f2a0a0"),
        "stripe": satin("#b85e1f"),
        "line": satin("#7a4327"),
        "iris": Material("#79b84a", roughness=0.08, clearcoat=1.0),
        **details(accent),
    }
