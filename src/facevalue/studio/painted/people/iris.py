"""The iris of an eye as the photo shows it: where it is, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .glimpse import Glimpse, Plane

RADII = (0.165, 0.185, 0.205, 0.225, 0.25)
"""Radii tried, by the eye's width: 11.7 mm across in an opening of about 29 mm, and more for
a child's, bent eyes being taller than wide."""

ARC = np.radians([-25, -10, 5, 20, 35, 50, 130, 145, 160, 175, 190, 205])
"""Directions (0 to the right, positive down) in which the edge of an iris is looked for: its
sides, for lids cover it above and below."""

EDGE, CLEAR = 5.0, 11.0
"""Steps in L* across the edge at which an iris begins to be seen, and how many more make sure."""


@dataclass(frozen=True)
class Iris:
    """A disc in grid pixels, and how sure it is, 0..1."""

    x: float
    y: float
    radius: float
    sure: float

    def away(self, shape: tuple[int, ...]) -> Plane:
        """Each grid pixel's distance from the middle, by the radius."""
        row, column = np.mgrid[: shape[0], : shape[1]] + 0.5
        return np.asarray(np.hypot(column - self.x, row - self.y) / self.radius)


def find(eye: Glimpse) -> Iris:
    """The disc whose sides step most clearly from dark to light (after Daugman 1993)."""
    from scipy.ndimage import gaussian_filter

    none = Iris(float(eye.upper[:, 0].mean()), float(eye.lower[:, 1].mean()), 0.2 * eye.unit, 0.0)
    if eye.opened < 0.1:
        return none
    light = gaussian_filter(eye.lab[..., 0], max(0.015 * eye.unit, 0.5 * eye.grain))
    open_ = eye.inside(0.02).astype(np.float64)
    x, y, r = (v.ravel() for v in np.meshgrid(*_tried(eye), indexing="ij"))
    score = _score(light, open_, x, y, r, 0.03 * eye.unit)
    best = int(score.argmax())
    resolved = np.clip(r[best] / max(eye.grain, 1e-6) / 2.5 - 0.6, 0, 1)
    sure = float(np.clip((score[best] - EDGE) / CLEAR, 0, 1) * resolved)
    return Iris(float(x[best]), float(y[best]), float(r[best]), sure)


def _tried(eye: Glimpse) -> tuple[Plane, Plane, Plane]:
    """Places across, places down, radii."""
    middle = float(eye.upper[[0, -1], 0].mean())
    high, low = float(eye.upper[:, 1].min()), float(eye.lower[:, 1].max())
    half = 0.32 * eye.unit * float(np.ptp(eye.upper[:, 0])) / eye.unit
    across = middle + np.linspace(-half, half, 27)
    return (across, np.linspace(0.75 * high + 0.25 * low, 0.3 * high + 0.7 * low, 9),
            np.array(RADII) * eye.unit)  # fmt: skip


def _score(light: Plane, open_: Plane, x: Plane, y: Plane, r: Plane, step: float) -> Plane:
    """The mean step outwards along both sides that are seen, L*; the weaker side counts more."""
    out, in_ = (_at(light, x, y, r + s) for s in (step, -step))
    seen = _at(open_, x, y, r + step) * _at(open_, x, y, r - step)
    steps = (out - in_).clip(-25, 25) * seen
    right = np.cos(ARC) > 0
    sides = [(steps[:, half].sum(1), seen[:, half].sum(1)) for half in (right, ~right)]
    means = [total / np.maximum(number, 2.0) for total, number in sides]
    both = 0.5 * np.minimum(*means) + 0.5 * (means[0] + means[1]) / 2
    core = np.mean([_at(light, x, y, share * r).mean(1) for share in (0.35, 0.7)], 0)
    return np.asarray(both - 0.12 * core)


def _at(plane: Plane, x: Plane, y: Plane, r: Plane) -> Plane:
    """Values on the arc of each disc: discs x directions."""
    column = (x[:, None] + r[:, None] * np.cos(ARC)).astype(int).clip(0, plane.shape[1] - 1)
    row = (y[:, None] + r[:, None] * np.sin(ARC)).astype(int).clip(0, plane.shape[0] - 1)
    return np.asarray(plane[row, column], np.float64)


def agreed(found: list[Iris], eyes: list[Glimpse]) -> list[Iris]:
    """Two eyes look the same way and have irises of one size; else the less sure one is not."""
    if len(found) < 2:
        return found
    places = [
        (one.x - eye.upper[:, 0].mean()) / eye.unit for one, eye in zip(found, eyes, strict=True)
    ]
    apart = abs(places[0] - places[1])
    doubt = float(np.clip((0.26 - apart) / 0.10, 0, 1))
    weaker = int(found[1].sure < found[0].sure)
    sizes = [one.radius / eye.unit for one, eye in zip(found, eyes, strict=True)]
    weights = np.array([one.sure + 1e-3 for one in found])
    size = float(np.dot(sizes, weights) / weights.sum())
    return [
        Iris(one.x, one.y, size * eye.unit, one.sure * (doubt if i == weaker else 1.0))
        for i, (one, eye) in enumerate(zip(found, eyes, strict=True))
    ]
