"""Tops: a trunk and two sleeves as one solid, with neckline, hem and cuffs cut out of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ..parts import Mesh
from ..shapes.field import Field
from ..shapes.solids import Solid, tube
from .columns import Column, Folds, Surface, level, limb, neckline, opening
from .fit import ARM, TRUNK, Fit, band, cuff, end_of, part_of, radii, skin_arm
from .hands import hand
from .pose import Arm
from .sheets import slab
from .wrap import Tube

Vectors = NDArray[np.float64]
Neck = tuple[tuple[float, float], ...]

CREW: Neck = ((0, 2.335), (40, 2.37), (90, 2.425), (140, 2.435), (180, 2.435))
VEE: Neck = ((0, 2.03), (16, 2.13), (45, 2.30), (75, 2.40), (110, 2.43), (180, 2.44))
SCOOP: Neck = ((0, 2.24), (25, 2.26), (55, 2.33), (90, 2.385), (180, 2.42))
HIGH: Neck = ((0, 2.40), (60, 2.42), (90, 2.45), (180, 2.46))
"""Heights of the neckline by angle round the neck, 0 in front."""


@dataclass(frozen=True, slots=True)
class Top:
    """How a top is cut; lengths in units.

    ``ease`` away from the skin, ``hem`` height, ``flare`` more width at the hem, ``sleeve`` share
    of the arm it covers (0 none), ``loose`` ease of the sleeve, ``open`` rows (height, half
    width) of a front opening, ``folds`` how deep the sleeves wrinkle,
    ``straight`` ease added in the waist, ``hollow`` how far up from the hem it is empty,
    ``rings`` sleeves padded in rings round the elbow.
    """

    ease: float = 0.042
    hem: float = 1.34
    flare: float = 0.02
    neck: Neck = CREW
    sleeve: float = 0.44
    loose: float = 0.05
    open: tuple[tuple[float, float], ...] = ()
    folds: float = 0.012
    straight: float = 0.0
    hollow: float = 0.05
    rings: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Worn:
    """A top that has been cut: its surface, its trunk, and its sleeves' middle lines."""

    cut: Top
    surface: Surface
    column: Column
    sleeves: tuple[Vectors, ...]
    hem: float

    def cuff_radius(self) -> float:
        """Radius of a sleeve's end."""
        return float(radii(ARM, 0, self.cut.sleeve)[-1] + self.cut.loose)


def skin(fit: Fit, sleeve: float, low: float = 2.0) -> None:
    """Neck, chest, the arms below a sleeve of that share, and the hands."""
    neck(fit, low)
    for arm in fit.joints.arms:
        bare = forearm(arm, min(max(sleeve - 0.12, 0.0), 0.80), fit.fine)
        fit.wear("skin", bare, name=f"hand{arm.side}")


def neck(fit: Fit, low: float = 2.0) -> None:
    """The neck and the chest down to a height."""
    fit.wear(
        "skin",
        Field((-0.5, low - 0.05, -0.4), (0.5, 2.72, 0.4), fit.grain)
        .add(TRUNK.solid(low, 2.645, 0.03))
        .mesh(),
        name="neck",
    )


def forearm(arm: Arm, start: float, grain: float, glove: float = 0.0) -> Mesh:
    """The arm from a share of its length on, with its hand; ``glove`` as in ``hand``."""
    path, thick = skin_arm(arm, start)
    inside = (path - arm.wrist) @ arm.turn * [arm.side, 1, 1]
    rod = tuple(tuple(float(v) for v in row) for row in np.column_stack([inside, thick]))
    shape = hand(arm.hand, grain, rod, right=arm.side < 0, glove=glove)
    at = (float(arm.wrist[0]), float(arm.wrist[1]), float(arm.wrist[2]))
    return shape.placed(at, arm.turn.astype(np.float32))


def top(fit: Fit, cut: Top, role: str = "top", name: str = "top") -> Worn:
    """Cut a top, wear it, and say where its surface is."""
    hem = max(cut.hem, 1.44) if fit.joints.seated else cut.hem
    column = trunk(cut, hem)
    sleeves = (
        [part_of(arm.path(), 0, cut.sleeve, 12) for arm in fit.joints.arms] if (cut.sleeve) else []
    )
    ends = np.concatenate([*sleeves, [[-0.4, hem, -0.3], [0.4, 2.5, 0.3]]])
    room = 0.16 + cut.loose + cut.flare
    field = Field(ends.min(0) - room, ends.max(0) + room, fit.grain)
    field.add(column.solid(hem, 2.55, 0.025))
    for path in sleeves:
        field.add(_sleeve(path, cut), 0.075)
    _cut(field, cut, column, hem, sleeves)
    worn = Worn(cut, Surface(field), column, tuple(sleeves), hem)
    fit.limbs[role] = tuple(Tube(path, _thick(cut, len(path))) for path in sleeves)
    fit.wear(role, field.mesh(), name=name)
    return worn


def trunk(cut: Top, hem: float) -> Column:
    """The trunk of a top: eased, flared at the hem, and straight in the waist if it says so."""
    rows = []
    base = TRUNK.rows
    if hem < 1.25:
        below = [(hem - 0.25, 0.345, 0.262, -0.015), ((hem + 1.3) / 2, 0.355, 0.262, -0.02)]
        base = (*below, *(row for row in base if row[0] > 1.3))
    for y, wide, deep, z in base:
        waist = cut.straight * np.exp(-(((y - 1.66) / 0.24) ** 2))
        low = cut.flare * np.clip((1.68 - y) / max(1.68 - hem, 0.1), 0, 1.4)
        neck = 1.0 if y < 2.3 else 0.6
        more = cut.ease * neck + low + waist
        rows.append((y, float(wide + more), float(deep + more * 0.9), z))
    return Column(tuple(rows))


def _thick(cut: Top, steps: int) -> Vectors:
    """A sleeve's radius along it; close at the shoulder."""
    ease = cut.loose * np.interp(np.linspace(0, cut.sleeve, steps), [0, 0.12, 0.35], [0.45, 0.7, 1])
    answer: Vectors = radii(ARM, 0, cut.sleeve, steps) + ease
    return answer


def _sleeve(path: Vectors, cut: Top) -> Solid:
    thick = _thick(cut, len(path))
    length = float(np.linalg.norm(np.diff(path, axis=0), axis=1).sum())
    deep = cut.folds
    folds = [Folds(length * 0.97, 0.17, deep, 0.115, 0.9)]
    if cut.rings:
        folds = [Folds(length * 0.53, 0.30, deep * 1.3, 0.105, 0.25), replace(folds[0], slant=0.3)]
    elif cut.sleeve > 0.7:
        folds.append(Folds(length * 0.53, 0.15, deep * 1.1, 0.125, 1.6))
    return limb(path, thick, folds if deep else (), flat=True)


def _cut(field: Field, cut: Top, column: Column, hem: float, sleeves: list[Vectors]) -> None:
    """Neckline, front opening, and the hollows that show how thick the cloth is."""
    field.cut(neckline(cut.neck), 0.012)
    if cut.open:
        field.cut(opening(cut.open), 0.02)
    field.cut(column.grown(-0.042).solid(hem - 0.2, hem + cut.hollow, 0.01))
    for path in sleeves:
        at, way = end_of(path)
        thick = float(radii(ARM, 0, cut.sleeve)[-1] + cut.loose - 0.038)
        if cut.sleeve < 0.97:
            field.cut(tube([at - way * 0.02, at + way * 0.1], thick), 0.01)


def neck_band(
    worn: Worn, tall: float = 0.06, thick: float = 0.036, ribs: int = 0, lean: float = 0.018
) -> Mesh:
    """A flat band along the neckline, standing a little inwards."""
    angles = np.linspace(-180, 180, max(96, ribs * 4), endpoint=False)
    heights = level(worn.cut.neck, angles)
    wave = 0.007 * np.cos(np.radians(angles) * ribs) if ribs else 0 * angles
    low = worn.column.ring(angles, heights - tall * 0.55, 0.004 + wave)
    middle = worn.column.ring(angles, heights - 0.002, -0.002 + wave)
    high = middle + (middle - low) * 0.75
    inward = -np.stack([np.sin(np.radians(angles)), 0 * angles, np.cos(np.radians(angles))], 1)
    return slab(np.stack([low, middle, high + inward * lean], 1), thick, closed=True)


def hems(worn: Worn, tall: float = 0.05, thick: float = 0.034) -> list[Mesh]:
    """Plain hems: a band at the lower edge and one at each sleeve's end."""
    made = [band(worn.column, worn.hem + 0.003, worn.hem + tall, thick)]
    made += [cuff(path, worn.cuff_radius() - 0.008, tall, thick) for path in worn.sleeves]
    return made


def knit(worn: Worn, tall: float = 0.11, ribs: int = 44) -> list[Mesh]:
    """Ribbed bands at hem and wrists, as knitted things have."""
    made = [band(worn.column, worn.hem - 0.03, worn.hem + tall, 0.05, ribs * 2, -0.004)]
    wrist = worn.cuff_radius()
    made += [cuff(path, wrist - 0.010, tall, 0.05, ribs // 2, 0.010) for path in worn.sleeves]
    return made
