"""Curves as a pen draws them: smooth through their points, thick and thin, as filled paths."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..canvas import skia

Points = NDArray[np.float64]

DENSE = 12
"""Points of a smooth curve for each stretch between two given ones."""


def smooth(points: Points, *, ring: bool = False, dense: int = DENSE) -> Points:
    """A curve through points (n x 2), n >= 2, as ``dense`` points a stretch; a ``ring`` closes.

    Centripetal Catmull-Rom (Yuksel, Schaefer, Keyser 2011): no loops between near points.
    """
    points = _apart(np.asarray(points, np.float64))
    if len(points) < 3:
        steps = np.linspace(0, 1, dense + 1)[:, None]
        return np.asarray(points[0] + steps * (points[-1] - points[0]))
    if ring:
        around = np.concatenate([points[-1:], points, points[:2]])
    else:
        first, last = 2 * points[:1] - points[1:2], 2 * points[-1:] - points[-2:-1]
        around = np.concatenate([first, points, last])
    parts = [_stretch(around[i : i + 4], dense) for i in range(len(around) - 3)]
    return np.concatenate(parts if ring else [*parts, points[-1:]])


def _apart(points: Points) -> Points:
    """Without points that lie on the one before."""
    kept = np.concatenate([[True], np.linalg.norm(np.diff(points, axis=0), axis=1) > 1e-6])
    return points[kept] if kept.sum() > 1 else np.stack([points[0], points[0] + 1e-3])


def _stretch(four: Points, dense: int) -> Points:
    knots = np.concatenate([[0], np.linalg.norm(np.diff(four, axis=0), axis=1) ** 0.5]).cumsum()
    t = np.linspace(knots[1], knots[2], dense, endpoint=False)[:, None]
    one = [_between(four[i], four[i + 1], knots[i], knots[i + 1], t) for i in range(3)]
    two = [_between(one[i], one[i + 1], knots[i], knots[i + 2], t) for i in range(2)]
    return _between(two[0], two[1], knots[1], knots[2], t)


def _between(a: Points, b: Points, low: float, high: float, t: Points) -> Points:
    share = (t - low) / (high - low)
    return a * (1 - share) + b * share


def length(points: Points) -> Points:
    """How far along a line each of its points lies, 0..1."""
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1)
    along = np.concatenate([[0.0], steps.cumsum()])
    return np.asarray(along / max(along[-1], 1e-9))


def aside(points: Points) -> Points:
    """Unit vectors across a line, to its right as it runs with y down (n x 2)."""
    ahead = np.gradient(points, axis=0)
    ahead /= np.maximum(np.linalg.norm(ahead, axis=1, keepdims=True), 1e-9)
    return np.stack([-ahead[:, 1], ahead[:, 0]], 1)


def tapered(points: Points, widths: NDArray[np.float64] | Sequence[float]) -> Any:
    """A line (n x 2, given sparsely or densely) of varying width as a filled path.

    ``widths`` are spread evenly over its length, in the same units as the points.
    """
    centre = smooth(points)
    at = length(centre)
    wide = np.interp(at, np.linspace(0, 1, len(widths)), np.asarray(widths, np.float64))
    off = aside(centre) * wide[:, None] / 2
    return closed(np.concatenate([centre + off, (centre - off)[::-1]]), sharp=True)


def closed(points: Points, *, sharp: bool = False) -> Any:
    """A closed path: smooth through the points, or ``sharp``: dense points as they are."""
    dense = points if sharp else smooth(points, ring=True, dense=6)
    library = skia()
    path = library.Path()
    path.addPoly([library.Point(float(x), float(y)) for x, y in dense], True)
    return path
