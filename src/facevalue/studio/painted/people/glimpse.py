"""One eye of the photo seen close: level, on a grid of its own, fine enough to paint from."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ..scene.scene import Person, Scene
from .curves import Points, smooth

Plane = NDArray[np.float64]

LIDS = (
    ((33, 246, 161, 160, 159, 158, 157, 173, 133), (33, 7, 163, 144, 145, 153, 154, 155, 133)),
    ((362, 398, 384, 385, 386, 387, 388, 466, 263), (362, 382, 381, 380, 374, 373, 390, 249, 263)),
)
"""Upper and lower lid of the left and the right eye as seen, each from left to right."""

ACROSS, DOWN = 1.8, 1.3
"""Size of the grid by the eye's width."""

FINE, LEAST, MOST = 2.0, 88, 160
"""Grid pixels for each of the working picture; of an eye's width at least and at most."""

HIDDEN = 0.35
"""An eye whose width, as seen, is less than this share of its true one is left as painted."""


@dataclass(frozen=True, eq=False)
class Glimpse:
    """An eye on its grid.

    ``lab`` is rows x columns x 3 (CIELAB), ``hair`` rows x columns (0..1). ``upper`` and
    ``lower`` lid are n x 2 in grid pixels, from left to right. ``unit`` is the eye's true
    width and ``grain`` a pixel of the photo, both in grid pixels. ``matrix`` (2 x 3) takes the
    grid to the working picture.
    """

    lab: Plane = field(repr=False)
    hair: Plane = field(repr=False)
    upper: Points = field(repr=False)
    lower: Points = field(repr=False)
    unit: float
    grain: float
    matrix: Points = field(repr=False)

    @property
    def coarse(self) -> float:
        """How little the photo shows of the eye: 0 from 33 of its pixels across, 1 under 16."""
        return float(np.clip((self.grain / self.unit - 0.03) / 0.03, 0, 1))

    @property
    def opened(self) -> float:
        """Height of the opening by the eye's width, as the mesh has it."""
        x = np.linspace(self.upper[0, 0], self.upper[-1, 0], 9)[3:6]
        return float((np.interp(x, *self.lower.T) - np.interp(x, *self.upper.T)).mean() / self.unit)

    def inside(self, grown: float = 0.0) -> NDArray[np.bool_]:
        """Where the ball is seen: between the lids, moved apart by a share of the width."""
        column = np.arange(self.lab.shape[1]) + 0.5
        row = np.arange(self.lab.shape[0])[:, None] + 0.5
        more = grown * self.unit
        high = np.interp(column, *self.upper.T) - more
        low = np.interp(column, *self.lower.T) + more
        within = (column > self.upper[0, 0] - more) & (column < self.upper[-1, 0] + more)
        answer: NDArray[np.bool_] = (row > high) & (row < low) & within
        return answer


def glimpses(scene: Scene, person: Person) -> list[Glimpse]:
    """The eyes of a person that are turned to the viewer."""
    along = person.mesh[263, :2] - person.mesh[33, :2]
    axis = along / max(float(np.linalg.norm(along)), 1e-6)
    seen = [_glimpse(scene, person, axis, *lids) for lids in LIDS]
    return [one for one in seen if one is not None]


def _glimpse(scene: Scene, person: Person, axis: Points, upper: tuple[int, ...],
             lower: tuple[int, ...]) -> Glimpse | None:  # fmt: skip
    ends = person.mesh[[upper[0], upper[-1]]]
    true = float(np.linalg.norm(ends[1] - ends[0]))
    if (ends[1, :2] - ends[0, :2]) @ axis < HIDDEN * true or true < 4:
        return None
    unit = round(float(np.clip(FINE * true, LEAST, MOST)))
    step = true / unit
    rows, columns = round(DOWN * unit), round(ACROSS * unit)
    turn = step * np.stack([axis, [-axis[1], axis[0]]], 1)
    middle = ends[:, :2].mean(0)
    shift = middle - turn @ [columns / 2, rows / 2]
    back = np.linalg.inv(turn).T
    top, low = (smooth((person.mesh[list(line), :2] - shift) @ back, dense=6)
                for line in (upper, lower))  # fmt: skip
    matrix = np.column_stack([turn, shift])
    planes = [_sampled(plane, matrix, rows, columns)
              for plane in (*np.moveaxis(scene.lab, 2, 0), scene.hair)]  # fmt: skip
    grain = max(1.0, scene.scale) / step
    return Glimpse(np.dstack(planes[:3]), planes[3], _rising(top), _rising(low),
                   float(unit), grain, matrix)  # fmt: skip


def _rising(line: Points) -> Points:
    """Points of a lid with x rising: a turned head's lids may fold back at their ends."""
    return line[np.argsort(line[:, 0], kind="stable")]


def _sampled(plane: NDArray[np.float32], matrix: Points, rows: int, columns: int) -> Plane:
    from scipy.ndimage import map_coordinates

    row, column = np.mgrid[:rows, :columns] + 0.5
    x, y = (m[0] * column + m[1] * row + m[2] - 0.5 for m in matrix)
    left, top = (max(0, int(v.min()) - 1) for v in (x, y))
    part = plane[top : max(int(y.max()) + 3, top + 1), left : max(int(x.max()) + 3, left + 1)]
    if part.size == 0:
        return np.zeros((rows, columns))
    at = [y - top, x - left]
    answer: Plane = map_coordinates(part.astype(np.float64), at, order=1, mode="nearest")
    return answer
