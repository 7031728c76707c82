"""A head's shape on a small grid that lies turned in the picture."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..core.places import Region

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Mask = NDArray[np.bool_]

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""

SIDE = 128
"""Side of the grid: half of what the network gives."""


@dataclass(frozen=True, slots=True, eq=False)
class Silhouette:
    """A shape on a grid, SIDE x SIDE, inside where ``field`` is 0.5 or more.

    The middle of the grid is at ``centre`` (x, y) in pixels of the picture, turned by
    ``tilt`` (radians, clockwise); a step of the grid is ``scale`` pixels.
    """

    centre: tuple[float, float]
    tilt: float
    scale: float
    field: Floats

    def times(self, factor: float, about: tuple[float, float]) -> Silhouette:
        """Larger or smaller, as seen from a point that stays."""
        x, y = (a + (c - a) * factor for a, c in zip(about, self.centre, strict=True))
        return replace(self, centre=(x, y), scale=self.scale * factor)

    def bounds(self) -> Box:
        """The box around it in pixels of the picture."""
        import numpy as np

        rows, columns = np.nonzero(self.field >= 0.5)
        if not len(rows):
            return (*self.centre, *self.centre)
        dx, dy = (columns - SIDE / 2 + 0.5) * self.scale, (rows - SIDE / 2 + 0.5) * self.scale
        cos, sin = math.cos(self.tilt), math.sin(self.tilt)
        x, y = self.centre[0] + dx * cos - dy * sin, self.centre[1] + dx * sin + dy * cos
        more = self.scale + 1
        return (
            float(x.min() - more),
            float(y.min() - more),
            float(x.max() + more),
            float(y.max() + more),
        )

    def mask(self, box: Region) -> Mask:
        """Which pixels of ``box`` it covers; shape (box height, box width)."""
        import numpy as np

        down, across = np.ogrid[box.top : box.bottom, box.left : box.right]
        dx, dy = across - self.centre[0], down - self.centre[1]
        cos, sin = math.cos(self.tilt), math.sin(self.tilt)
        column = (dx * cos + dy * sin) / self.scale + SIDE / 2 - 0.5
        row = (dy * cos - dx * sin) / self.scale + SIDE / 2 - 0.5
        outside = (column < 0) | (column > SIDE - 1) | (row < 0) | (row > SIDE - 1)
        value = _between(self.field, column.clip(0, SIDE - 1.001), row.clip(0, SIDE - 1.001))
        inside: Mask = (value >= 0.5) & ~outside
        return inside


def joined(allowed: Mask, start: Mask) -> Mask:
    """What of ``allowed`` hangs together with ``start``."""
    import numpy as np

    found = allowed & start
    while True:
        more = np.pad(found, 1)
        more[1:-1, 1:-1] |= more[:-2, 1:-1] | more[2:, 1:-1]
        more[1:-1, 1:-1] |= more[1:-1, :-2] | more[1:-1, 2:]
        more = more[1:-1, 1:-1] & allowed
        if more.sum() == found.sum():
            return more
        found = more


def softened(shape: Mask, by: int) -> Floats:
    """The shape grown by ``by`` steps, its edge smoothed."""
    import numpy as np

    field = shape.astype(np.float32)
    for _ in range(2):  # twice a box is nearly a bell
        for axis in (0, 1):
            padded = np.pad(field, [(by, by + 1) if a == axis else (0, 0) for a in (0, 1)])
            sums = padded.cumsum(axis)
            far = np.take(sums, range(2 * by + 1, SIDE + 2 * by + 1), axis)
            field = (far - np.take(sums, range(SIDE), axis)) / (2 * by + 1)
    smooth: Floats = np.maximum((field / 0.35).clip(0, 1), shape).astype(np.float32)
    return smooth


def _between(field: Floats, column: NDArray[np.float64], row: NDArray[np.float64]) -> Floats:
    """Values between the steps of the grid, bilinear."""
    import numpy as np

    column, row = np.broadcast_arrays(column, row)
    left, top = column.astype(np.intp), row.astype(np.intp)
    across, down = column - left, row - top
    upper = field[top, left] * (1 - across) + field[top, left + 1] * across
    lower = field[top + 1, left] * (1 - across) + field[top + 1, left + 1] * across
    mixed: Floats = (upper * (1 - down) + lower * down).astype(np.float32)
    return mixed
