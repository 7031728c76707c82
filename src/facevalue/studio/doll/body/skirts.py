"""Skirts, coat tails and aprons: cloth that hangs from the waist, or lies on a sitter's lap."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..parts import Mesh
from ..shapes.field import Field
from ..shapes.solids import Array, Solid, box
from .columns import Column, Surface, limb
from .fit import Fit
from .pose import Leg
from .sheets import slab

Vectors = NDArray[np.float64]


def hanging(
    waist: float, hem: float, wide: tuple[float, float], flare: tuple[float, float]
) -> Column:
    """A column from the hem to the waist: half width and depth there, and what the hem adds."""
    rows = []
    for share in (0.0, 0.3, 0.6, 0.85, 1.0):
        out = (1 - share) ** 0.9
        y = hem + (waist - hem) * share
        rows.append((y, wide[0] + flare[0] * out, wide[1] + flare[1] * out, -0.01))
    return Column(tuple(rows), 2.15)


def pleated(column: Column, low: float, high: float, folds: int, deep: float) -> Solid:
    """The column with folds that deepen towards its hem."""
    plain = column.solid(low, high, 0.02)

    def distance(x: Array, y: Array, z: Array) -> Array:
        turn = np.arctan2(x, z)
        down = np.clip((np.float32(high) - y) * np.float32(1.25), 0, 1) ** np.float32(1.2)
        wave = np.cos(turn * folds + np.float32(0.6) * np.sin(3 * turn))
        sharp = np.sign(wave) * np.abs(wave) ** np.float32(0.8)
        answer: Array = plain.distance(x, y, z) - np.float32(deep) * down * sharp
        return answer.astype(np.float32)

    return Solid(distance, plain.low - deep - 0.02, plain.high + deep + 0.02)


def _inside(solid: Solid, high: float, thick: float) -> Solid:
    """The hollow of a solid whose cloth is ``thick``, up to a height."""

    def distance(x: Array, y: Array, z: Array) -> Array:
        inner = solid.distance(x, y, z) + np.float32(thick)
        answer: Array = np.maximum(inner, y - np.float32(high))
        return answer

    return Solid(distance, solid.low, np.array([solid.high[0], high, solid.high[2]]))


def skirt(fit: Fit, role: str, waist: float = 1.72, hem: float = 0.92, folds: int = 11) -> Surface:
    """A flared skirt with folds; lies over the thighs of a sitter."""
    if fit.joints.seated:
        return _lap(fit, role, waist)
    column = hanging(waist, hem, (0.345, 0.26), (0.235, 0.26))
    solid = pleated(column, hem, waist, folds, 0.034)
    field = Field(solid.low - 0.05, solid.high + 0.05, fit.grain).add(solid)
    field.cut(_inside(pleated(column, hem - 0.2, waist, folds, 0.034), hem + 0.16, 0.046), 0.01)
    fit.wear(role, field.mesh(), name="skirt")
    return Surface(field)


def _lap(fit: Fit, role: str, waist: float) -> Surface:
    """A skirt on a sitter: over both thighs, hanging down before the shins."""
    drop = fit.joints.drop
    high = waist + drop
    field = Field((-0.72, 0.35, -0.42), (0.72, high + 0.06, 1.05), fit.grain)
    field.add(box((0, (high + 0.80) / 2, -0.01), (0.36, (high - 0.80) / 2, 0.275), 0.14))
    for leg in fit.joints.legs:
        field.add(limb(*_thigh(leg, 0.255)), 0.10)
    field.add(box((0, 0.86, 0.30), (0.30, 0.20, 0.38), 0.12), 0.10)
    field.add(box((0, 0.72, 0.70), (0.385, 0.27, 0.16), 0.10), 0.08)
    field.shape(lambda d, x, y, z: _wavy(d, x, y, z))
    field.cut(box((0, 0.48, 0.68), (0.335, 0.12, 0.115), 0.06), 0.02)
    field.cut(box((0, 0.25, 0.5), (1, 0.24, 1), 0.01), 0.02)
    fit.stand(role, field.mesh(), name="skirt")
    return Surface(field)


def _wavy(d: Array, x: Array, y: Array, z: Array) -> Array:
    """Folds down the front of a lap."""
    front = np.clip((z - np.float32(0.55)) / np.float32(0.25), 0, 1)
    down = np.clip((np.float32(0.98) - y) / np.float32(0.4), 0, 1)
    answer: Array = d - np.float32(0.022) * np.cos(x * np.float32(24)) * front * down
    return answer


def _thigh(leg: Leg, radius: float, share: float = 1.0) -> tuple[Vectors, Vectors]:
    path = leg.hip + (leg.knee - leg.hip) * np.linspace(0, share, 4)[:, None]
    return path, np.linspace(radius * 1.04, radius * 0.92, 4)


def lap_panel(fit: Fit, role: str, edges: tuple[float, float], fall: float = 0.20) -> None:
    """A cloth over a sitter's lap that falls over the knees: an apron, one front of a coat.

    ``edges`` are its inner and outer border as x; ``fall`` how far it hangs below the knee.
    """
    z = np.concatenate([np.linspace(0.20, 0.72, 9), [0.80, 0.855, 0.885, 0.90, 0.905]])
    y = np.concatenate([np.full(9, 1.085), [1.06, 1.0, 0.93, 0.86, 0.86 - fall]])
    x = np.linspace(*edges, 15)[:, None]
    arch = -0.022 * np.cos(x * 15.5)
    beside = np.clip((np.abs(x) - 0.27) / 0.14, 0, 1.6) ** 2 * 0.10
    grid = np.stack(
        [
            np.broadcast_to(x, (15, 14)),
            y[None] + arch * (z[None] < 0.8) - beside,
            np.broadcast_to(z[None], (15, 14)) + arch * (z[None] >= 0.8),
        ],
        -1,
    )
    fit.stand(role, slab(grid, 0.042), name="lap")


def coat_fronts(fit: Fit, role: str) -> None:
    """The fronts of an open coat on a sitter's thighs."""
    for leg in fit.joints.legs:
        path, thick = _thigh(leg, 0.222, 0.66)
        field = Field(path.min(0) - 0.30, path.max(0) + 0.30, fit.grain)
        field.add(limb(path, thick, flat=True))
        field.cut(box((leg.side * -0.06, 0.9, 0.3), (0.17, 0.6, 0.9), 0.02), 0.03)
        field.cut(box((leg.side * 0.2, 0.55, 0.3), (0.5, 0.20, 0.9), 0.02), 0.02)
        fit.stand(role, field.mesh(), name=f"front{leg.side}")


def panel(
    column: Column,
    reach: float,
    high: float,
    low: float,
    lift: float = 0.02,
    flare: float = 0.05,
    round_: float = 0.08,
) -> Mesh:
    """A cloth round the front of a column, ``reach`` degrees to each side."""
    angles = np.linspace(-reach, reach, 41)
    side = np.abs(angles) / reach
    share = np.linspace(0, 1, 16)
    floor = low + round_ * np.clip(side - 0.75, 0, 1) ** 2 * 16 * 0.5
    heights = high + (floor[:, None] - high) * share[None]
    wave = 0.014 * np.cos(np.radians(angles) * 7)[:, None] * share[None] ** 1.5
    return slab(column.ring(angles[:, None], heights, lift + flare * share[None] + wave), 0.04)
