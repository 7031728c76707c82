"""What tells shoes apart: laces, stripes, welts, straps."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from ..parts import Mesh
from ..shapes.field import Field
from ..shapes.solids import spline
from .columns import Surface
from .lasts import Shoe, above, on_top, outline, upper
from .sheets import cord, joined, slab
from .turned import block, button

Vectors = NDArray[np.float64]
Trim = Callable[[Shoe, Surface], list[tuple[str, Mesh]]]


def laced(kind: Shoe, surface: Surface) -> list[tuple[str, Mesh]]:
    """Tongue, eyelet stays and crossed laces with a bow."""
    first, last = 0.105, 0.275
    rows = np.linspace(first, last, kind.laces)
    wide = np.linspace(0.062, 0.050, kind.laces)
    across = np.linspace(-1, 1, 9)
    laces = []
    for i, z in enumerate(rows):
        x = across * wide[i]
        slant = across * 0.012 * (-1) ** i
        path = on_top(surface, x, z + slant, 0.016)
        laces.append(cord(path, 0.0165))
    stays = []
    for side in (-1, 1):
        z = np.linspace(first - 0.035, last + 0.03, 9)
        x = side * (np.interp(z, rows, wide) + np.array([0.0, 0.028])[:, None])
        grid = on_top(surface, x.T, z[:, None], 0.004)
        stays.append(slab(grid, 0.03))
    knot = on_top(surface, np.array([0.0]), np.array([first + 0.03]), 0.034)[0]
    laces += _bow(knot)
    tongue = _tongue(surface, first)
    return [("lace", joined(laces)), ("stay", joined(stays)), ("tongue", tongue)]


def _bow(knot: Vectors) -> list[Mesh]:
    """Two loops and two ends of a lace."""
    made = [block(knot, (0.022, 0.018, 0.018), edge=0.8)]
    for side in (-1, 1):
        loop = knot + np.array(
            [[0, 0, 0], [side * 0.05, 0.022, 0.0], [side * 0.088, 0.008, 0.022],
             [side * 0.068, -0.012, 0.042], [0, 0, 0.008]]
        )  # fmt: skip
        tail = knot + np.array(
            [[0, 0, 0], [side * 0.03, -0.004, 0.04], [side * 0.05, -0.03, 0.075]]
        )
        made += [cord(_smooth(loop), 0.0125), cord(_smooth(tail), 0.0125)]
    return made


def _smooth(points: Vectors) -> Vectors:

    return spline(points, 14)


def _tongue(surface: Surface, first: float) -> Mesh:
    """A padded tongue that stands up before the leg."""
    x = np.linspace(-0.058, 0.058, 7)
    base = on_top(surface, x, np.full(7, first + 0.02), -0.015)
    middle = base + np.array([0, 0.045, -0.04])
    top = base + np.stack([0 * x, 0.115 - 5.0 * x**2, -0.062 + 0 * x], 1)
    return slab(np.stack([base, middle, top], 1), 0.036)


def _rim(height: float, grow: float, angles: Vectors) -> Vectors:
    """Points on the outline at a height, by angle about the foot's middle."""
    middle = np.array([0.0, 0.12])
    way = np.stack([np.sin(angles), np.cos(angles)], 1)
    steps = np.linspace(0, 0.5, 200)
    x = middle[0] + way[:, :1] * steps
    z = middle[1] + way[:, 1:] * steps
    out = steps[np.argmax(outline(x, z) > grow, 1)]
    points = middle + way * out[:, None]
    return np.stack([points[:, 0], np.full(len(points), height), points[:, 1]], 1)


def _welt(height: float, radius: float) -> Mesh:
    angles = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    return cord(_rim(height, 0.014, angles), radius, closed=True)


def _collar(kind: Shoe, thick: float = 0.026) -> Mesh:
    """The padded rim round the ankle."""
    turn = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    wide, deep = 0.092, 0.095
    lift = np.where(np.cos(turn) < -0.3, 0.02, 0.0) + 0.006 * np.cos(2 * turn)
    path = np.stack(
        [wide * np.sin(turn), kind.ankle - 0.026 + lift, -0.018 + deep * np.cos(turn)], 1
    )
    return cord(path, thick, closed=True)


def _side(surface: Surface, line: list[tuple[float, float]], side: int, radius: float) -> Mesh:
    """A cord along (z, y) on one side of the upper."""
    points = _smooth(np.array(line))
    start = np.stack([np.full(len(points), side * 0.6), points[:, 1], points[:, 0]], 1)
    return cord(surface.seen(start, (-side, 0, 0), -radius * 0.2), radius)


def _tab(kind: Shoe, surface: Surface) -> Mesh:
    """A tab on the heel."""
    y = np.linspace(kind.sole + 0.01, kind.ankle - 0.01, 6)
    x = np.linspace(-0.035, 0.035, 4)
    gx, gy = np.meshgrid(x, y, indexing="ij")
    start = np.stack([gx.ravel(), gy.ravel(), np.full(gx.size, -0.6)], 1)
    grid = surface.seen(start, (0, 0, 1), 0.002).reshape((*gx.shape, 3))
    return slab(grid, 0.032)


def _stripe(kind: Shoe, surface: Surface) -> list[tuple[str, Mesh]]:
    """A canvas sneaker: a line round the sole, a stitched quarter, a heel tab."""
    line = [(0.18, 0.10), (0.13, 0.155), (0.05, 0.20), (0.03, 0.25)]
    quarter = [_side(surface, line, side, 0.011) for side in (-1, 1)]
    return [
        ("accent", _welt(kind.sole * 0.62, 0.011)),
        ("shoe", joined([*quarter, _collar(kind)])),
        ("accent", _tab(kind, surface)),
    ]


def _runner(kind: Shoe, surface: Surface) -> list[tuple[str, Mesh]]:
    """A running shoe: three stripes on each side, a coloured line in the sole, a pull tab."""
    stripes = []
    for side in (-1, 1):
        for z in (0.04, 0.095, 0.15):
            line = [(z + 0.055, 0.115), (z + 0.02, 0.165), (z - 0.005, 0.215)]
            stripes.append(_side(surface, line, side, 0.0165))
    toe = Field((-0.26, 0, 0.2), (0.26, 0.3, 0.6), surface.field.grain)
    toe.add(upper(kind, 0.010, 0.375)).cut(above(0.145), 0.02)
    return [
        ("accent", joined([*stripes, _welt(kind.sole * 0.45, 0.0165)])),
        ("accent", _tab(kind, surface)),
        ("cap", toe.mesh()),
        ("shoe", _collar(kind, 0.03)),
    ]


def _boot(kind: Shoe, surface: Surface) -> list[tuple[str, Mesh]]:
    line = [(0.20, 0.10), (0.16, 0.17), (0.09, 0.21), (-0.19, 0.19)]
    seams = [_side(surface, line, side, 0.010) for side in (-1, 1)]
    return [
        ("shoe", joined(seams)),
        ("cuff", _collar(kind, 0.026)),
        ("accent", _welt(kind.sole + 0.004, 0.012)),
    ]


def _saddle(kind: Shoe, surface: Surface) -> list[tuple[str, Mesh]]:
    """A loafer: the seam round the toes and the strap over the instep."""
    turn = np.radians(np.linspace(-118, 118, 40))
    x, z = 0.098 * np.sin(turn), 0.235 + 0.125 * np.cos(turn)
    seam = cord(on_top(surface, x, z, 0.0), 0.012)
    across = np.linspace(-0.15, 0.15, 15)
    grid = on_top(surface, across[:, None], np.array([[0.135, 0.16, 0.185]]), 0.006)
    collar = _collar(kind, 0.018)
    return [("shoe", joined([seam, collar])), ("stay", slab(grid, 0.034))]


def _clog(kind: Shoe, surface: Surface) -> list[tuple[str, Mesh]]:
    """A kitchen or ward clog: a strap behind the heel, air holes as studs."""
    turn = np.linspace(-110, 110, 25) + 180
    angles = np.radians(turn)
    path = np.stack([0.128 * np.sin(angles), 0.235 + 0.02 * np.cos(angles + np.pi),
                     -0.03 + 0.155 * np.cos(angles)], 1)  # fmt: skip
    grid = path[:, None] + np.array([[0, -0.02, 0], [0, 0, 0], [0, 0.02, 0]])[None]
    studs = []
    for x, z in ((-0.06, 0.27), (0, 0.29), (0.06, 0.27), (-0.03, 0.235), (0.03, 0.235)):
        at = on_top(surface, np.array([x]), np.array([z]), -0.004)[0]
        studs.append(button(at, (0, 0.9, 0.4), 0.018, 0.03))
    return [
        ("accent", joined([slab(grid, 0.034), *studs])),
        ("shoe", _welt(kind.sole + 0.01, 0.014)),
    ]


def _strap(_kind: Shoe, _surface: Surface) -> list[tuple[str, Mesh]]:
    """A flat with a strap over the instep and a round button."""
    turn = np.radians(np.linspace(-90, 90, 21))
    path = np.stack([0.128 * np.sin(turn), 0.125 + 0.085 * np.cos(turn), 0.085 + 0 * turn], 1)
    grid = path[:, None] + np.array([[0, 0, -0.02], [0, 0, 0], [0, 0, 0.02]])[None]
    return [
        ("shoe", slab(grid, 0.034)),
        ("accent", button((0.118, 0.165, 0.085), (1, 0.35, 0), 0.024)),
    ]


TRIMS: dict[str, Trim] = {
    "stripe": _stripe,
    "runner": _runner,
    "collar": _boot,
    "saddle": _saddle,
    "clog": _clog,
    "strap": _strap,
}
