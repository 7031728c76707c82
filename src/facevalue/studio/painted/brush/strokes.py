"""Many brush strokes at once, as arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

SPINE = 7
"""Points along a stroke as it is laid."""


@dataclass(frozen=True, eq=False)
class Strokes:
    """``n`` strokes, laid in this order.

    ``spine`` is n x points x 2 (x, y in pixels of the working picture), ``width`` n x points
    (half widths, pixels), ``colour`` n x 3 (OKLab), ``opacity`` n (0..1), ``row`` n (which
    row of the tip's texture).
    """

    spine: Floats = field(repr=False)
    width: Floats = field(repr=False)
    colour: Floats = field(repr=False)
    opacity: Floats = field(repr=False)
    row: Ints = field(repr=False)

    def __len__(self) -> int:
        return len(self.row)

    def take(self, which: NDArray[np.intp] | NDArray[np.bool_]) -> Strokes:
        """Only some, or in another order."""
        return Strokes(*(getattr(self, part.name)[which] for part in fields(self)))

    def thin(self) -> Strokes:
        """With half as many points along each, enough for a fine brush."""
        return Strokes(self.spine[:, ::2], self.width[:, ::2], self.colour, self.opacity, self.row)


def joined(parts: Sequence[Strokes]) -> Strokes:
    """Several, one after the other. Raises ValueError when there are none."""
    return Strokes(
        *(np.concatenate([getattr(p, part.name) for p in parts]) for part in fields(Strokes))
    )


def along(points: Floats, start: Ints, end: Ints) -> Floats:
    """Spines n x SPINE x 2 between two places (counted in points) of paths n x m x 2."""
    place = start[:, None] + (end - start)[:, None] * np.linspace(0, 1, SPINE, dtype=np.float32)
    low = np.floor(place).astype(np.intp).clip(0, points.shape[1] - 2)
    part = (place - low)[..., None].astype(np.float32)
    rows = np.arange(len(points))[:, None]
    answer: Floats = points[rows, low] * (1 - part) + points[rows, low + 1] * part
    return answer
