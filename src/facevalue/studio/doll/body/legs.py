"""Legs: trousers, shorts, bare shins and feet in their shoes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..parts import Mesh
from ..shapes.field import Field
from ..shapes.solids import Solid, tube
from ..shapes.turned import mirrored
from .columns import Folds, Surface, limb
from .fit import LEG, TRUNK, Fit, band, cuff, end_of, part_of, radii, skin_leg
from .pose import Leg, foot_turn
from .sheets import cord, joined, slab
from .shoes import shoe
from .wrap import Tube

Vectors = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Trousers:
    """How trousers are cut: ``length`` share of the leg, ``loose`` ease at hip and at hem.

    ``plain`` ones have neither seams nor pockets.
    """

    length: float = 0.985
    loose: tuple[float, float] = (0.028, 0.050)
    waist: float = 1.56
    folds: float = 0.014
    turned: float = 0.0
    hem: float = 0.045
    plain: bool = False


JEANS = Trousers(turned=0.085, length=0.94, waist=1.46)
SLIM = Trousers(loose=(0.022, 0.056))
TUCKED = Trousers(loose=(0.024, 0.050), length=0.84)
WIDE = Trousers(loose=(0.035, 0.072), folds=0.017, waist=1.46)
SHORTS = Trousers(length=0.45, loose=(0.04, 0.07), folds=0.010, waist=1.46)


def trousers(fit: Fit, cut: Trousers, role: str = "bottom") -> Surface:
    """Wear trousers; the legs below short ones are bare. Returns their surface."""
    drop = fit.joints.drop
    paths = [part_of(leg.path(14), 0, cut.length, 13) for leg in fit.joints.legs]
    thick = _thick(cut)
    ends = np.concatenate([*paths, [[-0.42, 1.1 + drop, -0.32], [0.42, cut.waist + drop, 0.3]]])
    field = Field(ends.min(0) - 0.30, ends.max(0) + 0.30, fit.grain)
    column = TRUNK.grown(cut.loose[0] * 0.8)
    field.add(_moved(column.solid(1.17, cut.waist, 0.03), drop))
    for path in paths:
        field.add(limb(path, thick, _folds(path, cut), flat=True), 0.045)
    for path in paths:
        at, way = end_of(path)
        field.cut(tube([at - way * 0.015, at + way * 0.1], float(thick[-1] - 0.038)), 0.01)
    fit.limbs[role] = tuple(Tube(path, thick) for path in paths)
    fit.stand(role, field.mesh(), name="trousers")
    surface = Surface(field)
    _finish(fit, cut, paths, surface, role)
    return surface


def _thick(cut: Trousers) -> Vectors:
    ease = np.linspace(cut.loose[0], cut.loose[1], 13)
    answer: Vectors = radii(LEG, 0, cut.length, 13) + ease
    return answer


def _folds(path: Vectors, cut: Trousers) -> list[Folds]:
    length = float(np.linalg.norm(np.diff(path, axis=0), axis=1).sum())
    if cut.length < 0.7:
        return [Folds(length * 0.2, 0.2, cut.folds, 0.13, 1.6)]
    return [
        Folds(length * 0.98, 0.24, cut.folds * 1.1, 0.125, 0.8),
        Folds(length * 0.53, 0.17, cut.folds, 0.13, 1.5),
        Folds(length * 0.10, 0.15, cut.folds * 0.8, 0.15, 2.0),
    ]


def _moved(solid: Solid, drop: float) -> Solid:
    """A solid moved up or down."""
    if not drop:
        return solid
    move = np.array([0, drop, 0])
    by = np.float32(drop)
    return Solid(lambda x, y, z: solid.distance(x, y - by, z), solid.low + move, solid.high + move)


def _finish(fit: Fit, cut: Trousers, paths: list[Vectors], surface: Surface, role: str) -> None:
    """Hems or turn-ups, side seams, waistband."""
    thick = _thick(cut)
    tall = cut.turned or cut.hem
    out = 0.012 if cut.turned else -0.008
    cuffs = [cuff(p, float(thick[-1]) + out, tall, 0.044 if cut.turned else 0.034) for p in paths]
    fit.stand("turnup" if cut.turned else role, *cuffs)
    column = TRUNK.grown(cut.loose[0] * 0.8)
    fit.wear(role, band(column, cut.waist - 0.075, cut.waist - 0.005, 0.034, lift=0.004))
    if not fit.joints.seated and not cut.plain:
        _seams(fit, cut, paths, surface, role)


def _seams(fit: Fit, cut: Trousers, paths: list[Vectors], surface: Surface, role: str) -> None:
    """Side seams and slanted pockets of standing trousers."""
    seams = []
    for side, path in zip((-1, 1), paths, strict=True):
        y = np.linspace(cut.waist - 0.08, path[-1, 1] + 0.03, 40)
        start = np.stack([0 * y + side * 0.9, y, np.interp(y, path[::-1, 1], path[::-1, 2])], 1)
        seams.append(cord(surface.seen(start, (-side, 0, 0), -0.003), 0.0085))
        x = side * np.linspace(0.21, 0.335, 9)
        high = np.linspace(cut.waist - 0.085, cut.waist - 0.22, 9)
        seams.append(cord(surface.front(x, high, -0.004), 0.0105))
    if cut.waist > 1.5:
        seams.append(_fly(cut, surface))
    fit.stand("stitch" if cut.turned else role, *seams)
    fit.stand(role, *_back_pockets(cut, surface))


def _fly(cut: Trousers, surface: Surface) -> Mesh:
    """The bent seam beside the zip."""
    fly = np.linspace(cut.waist - 0.08, cut.waist - 0.20, 10)
    bend = 0.05 - 0.045 * np.linspace(0, 1, 10) ** 4
    return cord(surface.front(bend, fly, -0.003), 0.008)


def _back_pockets(cut: Trousers, surface: Surface) -> list[Mesh]:
    """Two patch pockets behind, and the seam between the halves."""
    made = []
    for side in (-1, 1):
        share = np.linspace(0, 1, 7)
        y = np.linspace(cut.waist - 0.13, cut.waist - 0.30, 8)
        half = np.interp(share, [0, 1], [-0.075, 0.075])
        x = side * 0.155 + half[:, None] * np.interp(y, [y[-1], y[-1] + 0.04, y[0]], [0.75, 1, 1])
        level = np.broadcast_to(y, x.shape)
        start = np.stack([x.ravel(), level.ravel(), np.full(x.size, -0.9)], 1)
        made.append(slab(surface.seen(start, (0, 0, 1), 0.004).reshape((*x.shape, 3)), 0.03))
    y = np.linspace(cut.waist - 0.08, cut.waist - 0.30, 12)
    start = np.stack([0 * y, y, np.full(12, -0.9)], 1)
    return [*made, cord(surface.seen(start, (0, 0, 1), -0.003), 0.0085)]


def bare_legs(fit: Fit, start: float, role: str = "skin", end: float = 1.0) -> None:
    """Bare legs (or stockings) from a share of their length down."""
    for leg in fit.joints.legs:
        path, thick = skin_leg(leg, start, end)
        path = np.concatenate([path, [path[-1] + [0, -0.06, 0]]])
        thick = np.append(thick, thick[-1])
        field = Field(path.min(0) - 0.25, path.max(0) + 0.25, fit.grain).add(limb(path, thick))
        fit.stand(role, field.mesh(), name=f"leg{leg.side}")


def socks(fit: Fit, tall: float, role: str = "sock") -> None:
    """Ribbed socks up to a height above the ankle."""
    made = []
    for leg in fit.joints.legs:
        way = leg.knee - leg.ankle
        path = leg.ankle + way * np.linspace(-0.06, tall, 6)[:, None] / np.linalg.norm(way)
        made.append(cord(path, 0.105 + 0.022, sides=24))
        made.append(cuff(path, 0.124, 0.075, 0.04, 18))
    fit.stand(role, *made)


def shoes(fit: Fit, kind: str) -> None:
    """Both shoes."""
    roles: dict[str, list[Mesh]] = {}
    for leg in fit.joints.legs:
        for role, mesh in shoe(kind, fit.fine):
            own = mesh if leg.side > 0 else mirrored(mesh)
            roles.setdefault(role, []).append(
                own.placed(_sole(leg), foot_turn(leg).astype(np.float32))
            )
    for role, meshes in roles.items():
        fit.stand(role, joined(meshes), name=f"shoes_{role}")


def _sole(leg: Leg) -> tuple[float, float, float]:
    """Where the shoe's origin is: below the ankle."""
    return float(leg.ankle[0]), float(leg.ankle[1]) - 0.16, float(leg.ankle[2]) + 0.01
