"""Many lines at once: points of all of them in one array, and the shapes a pen makes of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..canvas import skia

Plane = NDArray[np.float64]

CELL = 128
"""Lines are drawn in groups by place, squares of so many working pixels, so that a tile of
the finished picture can pass over the ones that are elsewhere."""


@dataclass(frozen=True, eq=False)
class Lines:
    """Many lines, each of two points or more.

    ``points`` is N x 2 (x, y; working pixels), ``width`` N (pixels, the pen's full width),
    ``starts`` the first point of each line.
    """

    points: Plane = field(repr=False)
    width: Plane = field(repr=False)
    starts: NDArray[np.intp] = field(repr=False)

    @property
    def number(self) -> int:
        """How many lines there are."""
        return len(self.starts)

    @property
    def bounds(self) -> NDArray[np.intp]:
        """Where each line starts and, last, where the points end."""
        return np.append(self.starts, len(self.points))


def packed(lines: Sequence[Plane], widths: Sequence[Plane]) -> Lines:
    """Lines (each n x 2) and their widths (each n) as one."""
    if not lines:
        return Lines(np.zeros((0, 2)), np.zeros(0), np.zeros(0, np.intp))
    starts = np.cumsum([0] + [len(line) for line in lines[:-1]]).astype(np.intp)
    return Lines(np.concatenate(lines), np.concatenate(widths), starts)


def tapered(lines: Lines, reach: float = 14.0, least: float = 0.15) -> Lines:
    """Thin ends: over ``reach`` pixels (or half the line) the width falls to ``least``."""
    if not lines.number:
        return lines
    along, total = _lengths(lines)
    end = np.minimum(reach, total / 2) + 1e-6
    near = np.minimum(along, total - along) / end
    share = least + (1 - least) * np.sin(np.pi / 2 * near.clip(0, 1))
    return Lines(lines.points, lines.width * share, lines.starts)


def picked(lines: Lines, which: NDArray[np.bool_]) -> Lines:
    """Some of the lines: those where ``which`` (one truth per line) says so."""
    counts = np.diff(lines.bounds)
    points = which.repeat(counts)
    kept = counts[which]
    starts = np.concatenate([[0], kept.cumsum()[:-1]]) if len(kept) else np.zeros(0)
    return Lines(lines.points[points], lines.width[points], starts.astype(np.intp))


def means(lines: Lines, values: Plane) -> Plane:
    """The mean of one value per point over each line."""
    if not lines.number:
        return np.zeros(0)
    answer: Plane = np.add.reduceat(values, lines.starts) / np.diff(lines.bounds)
    return answer


def outlines(lines: Lines) -> list[Plane]:
    """The closed shape of each line, n x 2."""
    owner = np.repeat(np.arange(lines.number), np.diff(lines.bounds))
    index = np.arange(len(lines.points))
    after = np.minimum(index + 1, lines.bounds[1:][owner] - 1)
    before = np.maximum(index - 1, lines.starts[owner])
    way = lines.points[after] - lines.points[before]
    way /= np.linalg.norm(way, axis=1, keepdims=True) + 1e-9
    side = np.stack([-way[:, 1], way[:, 0]], 1) * lines.width[:, None] / 2
    left, right = lines.points + side, lines.points - side
    bounds = lines.bounds.tolist()
    return [np.concatenate([left[a:b], right[a:b][::-1]]) for a, b in pairwise(bounds)]


def filled(canvas: Any, shapes: Sequence[Plane], paint: Any, *, holes: bool = False) -> None:
    """Fill closed shapes (each n x 2), by place. With ``holes``, all as one with holes in it."""
    library = skia()
    groups: dict[tuple[int, int], Any] = {}
    for shape in shapes:
        middle = shape.mean(0)
        cell = (0, 0) if holes else (int(middle[0] // CELL), int(middle[1] // CELL))
        path = groups.setdefault(cell, library.Path())
        path.addPoly([library.Point(x, y) for x, y in shape.tolist()], True)
    for cell in sorted(groups):
        if holes:
            groups[cell].setFillType(library.PathFillType.kEvenOdd)
        canvas.drawPath(groups[cell], paint)


def stroked(canvas: Any, lines: Lines, paint: Any) -> None:
    """Draw lines with their widths."""
    if lines.number:
        filled(canvas, outlines(lines), paint)


def _lengths(lines: Lines) -> tuple[Plane, Plane]:
    """Per point: how far along its line it is, and how long that line is, pixels."""
    owner = np.repeat(np.arange(lines.number), np.diff(lines.bounds))
    step = np.zeros(len(lines.points))
    step[1:] = np.linalg.norm(np.diff(lines.points, axis=0), axis=1)
    step[lines.starts] = 0
    run = step.cumsum()
    along = run - run[lines.starts][owner]
    return along, along[lines.bounds[1:] - 1][owner]
