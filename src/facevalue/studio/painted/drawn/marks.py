"""The marks of a face: what a pen draws of it, out of the mesh and a few looks at the photo."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from ..scene.scene import Person, Scene
from .landmarks import (
    BASE,
    CREASES,
    INNER_LOWER,
    INNER_UPPER,
    LIDS,
    LOWER_BROWS,
    LOWER_LIP,
    NOSTRILS,
    UPPER_BROWS,
    UPPER_LIP,
    WINGS,
)  # fmt: skip
from .lines import Plane
from .shapes import closed, curve, hull

SHUT = 0.11
"""An eye whose opening is less than this part of its width is drawn closed."""

DROOPED = (5.0, -10.0)
"""Eyes in which the photo is lighter above than below by the first (CIELAB L*) and nowhere
within the second of the skin's lightness show no white: they are looking down, or shut."""

PARTED = 0.022
"""Lips further apart than this part of the face's height are an open mouth."""

IRIS = 0.215
"""Radius of an iris by the width of the eye: 11.7 mm across in a lid opening of 28 to 30 mm
(Ruefer et al., "White-to-white corneal diameter", 2005), and a little to draw it clearly."""


@dataclass(frozen=True, eq=False)
class Eye:
    """One eye.

    ``upper`` and ``lower`` lids run from the outer corner to the inner one (n x 2, pixels);
    ``dark`` is 0 (light iris) to 1 (dark).
    """

    upper: Plane = field(repr=False)
    lower: Plane = field(repr=False)
    crease: Plane = field(repr=False)
    iris: tuple[float, float]
    radius: float
    dark: float
    open: bool

    @property
    def shape(self) -> Plane:
        """The opening between the lids."""
        return np.concatenate([self.upper, self.lower[::-1]])


@dataclass(frozen=True, eq=False)
class Brow:
    """One brow: its edges from the outer end inwards; ``dark`` (0..1) is against the skin."""

    upper: Plane = field(repr=False)
    lower: Plane = field(repr=False)
    dark: float

    @property
    def shape(self) -> Plane:
        """The closed outline."""
        return np.concatenate([self.upper, self.lower[::-1]])


@dataclass(frozen=True, eq=False)
class Mouth:
    """The mouth.

    ``upper`` and ``lower`` edges of the opening, left to right; ``top`` and ``bottom`` the
    outer edges of the lips. ``teeth`` is how far down the opening something bright shows, 0..1.
    ``dark`` is how much darker than the skin the lips are, 0..1.
    """

    upper: Plane = field(repr=False)
    lower: Plane = field(repr=False)
    top: Plane = field(repr=False)
    bottom: Plane = field(repr=False)
    open: bool
    teeth: float
    dark: float


@dataclass(frozen=True, eq=False)
class Marks:
    """The marks of one face.

    ``size`` is its height in pixels, ``glasses`` whether it wears
    any with a frame.
    """

    eyes: tuple[Eye, Eye]
    brows: tuple[Brow, Brow]
    mouth: Mouth
    wings: tuple[Plane, Plane]
    nostrils: tuple[Plane, Plane]
    base: Plane
    oval: Plane
    size: float
    glasses: bool


def marks(scene: Scene, person: Person, likeness: float) -> Marks:
    """Find the marks. With less ``likeness`` (1..0) eyes open wider and brows are alike."""
    points = person.mesh[:, :2].astype(np.float64)
    wings = tuple(curve(points[list(of)]) for of in WINGS)
    nostrils = tuple(curve(points[list(of)], 12) for of in NOSTRILS)
    return Marks(
        _eyes(scene, person.skin[0], points, likeness), _brows(scene, person, points),
        _mouth(scene, person, points),
        (wings[0], wings[1]), (nostrils[0], nostrils[1]), curve(points[list(BASE)], 8),
        closed(hull(points)), person.height, person.traits.glasses not in ("none", "rimless"),
    )  # fmt: skip


def _eyes(scene: Scene, skin: float, points: Plane, likeness: float) -> tuple[Eye, Eye]:
    lids = [(curve(points[list(u)]), curve(points[list(w)])) for u, w in LIDS]
    lids = [(_lid(scene, top, bottom), bottom) for top, bottom in lids]
    seen = [_looking(scene, top, bottom) for top, bottom in lids]
    shut = all(_drooped(scene, skin, top, bottom) for top, bottom in lids)
    wide = max(float(np.linalg.norm(top[0] - top[-1])) for top, _ in lids)
    # Both eyes look the same way; outer to inner runs towards the nose in both.
    left = (seen[0] + 1 - seen[1]) / 2
    eyes = []
    for side, (top, bottom) in enumerate(lids):
        gap = float(np.linalg.norm(top[12] - bottom[12]) / np.linalg.norm(top[0] - top[-1]))
        top, bottom = _wider(top, bottom, 1.04 + 0.25 * (1 - likeness))
        share = 0.5 + 0.9 * ((left, 1 - left)[side] - 0.5)
        place = round(min(max(share, 0.27), 0.73) * (len(top) - 1))
        x, y = (0.54 * top[place] + 0.46 * bottom[place]).tolist()
        crease = curve(points[list(CREASES[side])])
        dark = _darkness(scene, (x, y), IRIS * wide)
        eyes.append(Eye(top, bottom, crease, (x, y), IRIS * wide, dark, gap > SHUT and not shut))
    dark = (eyes[0].dark + eyes[1].dark) / 2
    return replace(eyes[0], dark=dark), replace(eyes[1], dark=dark)


def _lid(scene: Scene, top: Plane, bottom: Plane) -> Plane:
    """The upper lid where the photo's lashes are: the mesh opens hooded and narrow eyes."""
    bump = np.sin(np.linspace(0, np.pi, len(top)))[:, None] ** 0.7
    shares = np.linspace(0.0, 0.35, 8)
    moved = [top + share * bump * (bottom - top) for share in shares]
    light = [
        np.mean(_light(scene, one[4:20])) + 34 * s for one, s in zip(moved, shares, strict=True)
    ]
    lid: Plane = moved[int(np.argmin(light))]
    return lid


def _wider(top: Plane, bottom: Plane, times: float) -> tuple[Plane, Plane]:
    middle = (top + bottom) / 2
    return middle + times * (top - middle), middle + times * (bottom - middle)


def _drooped(scene: Scene, skin: float, top: Plane, bottom: Plane) -> bool:
    across = np.linspace(0.2, 0.8, 7)[None, :, None]
    grid = top[4:20, None] * (1 - across) + bottom[4:20, None] * across
    light = _light(scene, grid.reshape(-1, 2)).reshape(16, 7)
    fall = float(light[:, 0].mean() - light[:, -1].mean())
    return fall > DROOPED[0] and float(np.quantile(light, 0.95)) - skin < DROOPED[1]


def _looking(scene: Scene, top: Plane, bottom: Plane) -> float:
    """How far in from the outer corner the iris is, 0..1."""
    share = np.linspace(0.2, 0.8, 25)
    across = np.linspace(0.25, 0.75, 5)[None, :, None]
    steps = (share * (len(top) - 1)).astype(int)
    grid = top[steps][:, None] * (1 - across) + bottom[steps][:, None] * across
    light = _light(scene, grid.reshape(-1, 2)).reshape(25, 5).mean(1)
    weight = np.maximum(np.quantile(light, 0.6) - light, 0) ** 2 + 1e-6
    return float((weight * share).sum() / weight.sum())


def _darkness(scene: Scene, middle: tuple[float, float], radius: float) -> float:
    """How dark an iris is, 0..1: its lower half, between pupil and rim, under the lashes."""
    turn = np.linspace(0.2, np.pi - 0.2, 15)
    ring = np.stack([np.cos(turn), np.sin(turn)], 1)
    at = np.concatenate([np.array(middle) + share * radius * ring for share in (0.55, 0.7)])
    light = float(np.median(_light(scene, at)))
    return min(max((60 - light) / 28, 0.0), 1.0)


def _brows(scene: Scene, person: Person, points: Plane) -> tuple[Brow, Brow]:
    answer = []
    up = points[10] - points[152]
    for upper, lower in zip(UPPER_BROWS, LOWER_BROWS, strict=True):
        top, bottom = curve(points[list(upper)]), curve(points[list(lower)])
        middle = (top + bottom) / 2
        middle, top, bottom = (v + _down(scene, middle, up) for v in (middle, top, bottom))
        thick = np.interp(np.linspace(0, 1, len(top)), (0, 0.35, 0.85, 1), (0.1, 0.62, 0.8, 0.5))
        half = (top - bottom) / 2 * thick[:, None]
        light = float(np.mean(_light(scene, middle[4:20])))
        answer.append(Brow(middle + half, middle - half, _less(person, light, 38)))
    return answer[0], answer[1]


def _down(scene: Scene, middle: Plane, up: Plane) -> Plane:
    """How far the photo's brow lies from the mesh's, which may sit on the forehead."""
    shifts = np.linspace(0.01, -0.05, 13)
    light = [np.mean(_light(scene, middle[3:21] + s * up)) + 60 * abs(s) for s in shifts]
    shift: Plane = shifts[int(np.argmin(light))] * up
    return shift


def _mouth(scene: Scene, person: Person, points: Plane) -> Mouth:
    upper, lower, top, bottom = (
        curve(points[list(of)], 32) for of in (INNER_UPPER, INNER_LOWER, UPPER_LIP, LOWER_LIP)
    )
    gap = float(np.linalg.norm(upper[16] - lower[16]))
    lips = float(np.mean(_light(scene, (lower[8:24] * 0.5 + bottom[8:24] * 0.5))))
    return Mouth(
        upper, lower, top, bottom, gap > PARTED * person.height,
        _teeth(scene, person, upper, lower), _less(person, lips, 25),
    )  # fmt: skip


def _teeth(scene: Scene, person: Person, upper: Plane, lower: Plane) -> float:
    """How far down the opening of the mouth it is bright, 0..1."""
    across = np.linspace(0.05, 0.95, 10)[None, :, None]
    grid = upper[9:23, None] * (1 - across) + lower[9:23, None] * across
    rows = _light(scene, grid.reshape(-1, 2)).reshape(14, 10).mean(0)
    if rows.max() < person.skin[0] - 24:
        return 0.0
    middle = (rows.max() + rows.min()) / 2 if np.ptp(rows) > 8 else 0
    return float(np.flatnonzero(rows > middle)[-1] + 1) / 10


def _less(person: Person, light: float, full: float) -> float:
    return min(max((person.skin[0] - light) / full, 0.0), 1.0)


def _light(scene: Scene, at: Plane) -> Plane:
    """CIELAB lightness at points (n x 2)."""
    column = at[:, 0].astype(int).clip(0, scene.width - 1)
    row = at[:, 1].astype(int).clip(0, scene.height - 1)
    answer: Plane = scene.lab[row, column, 0].astype(np.float64)
    return answer
