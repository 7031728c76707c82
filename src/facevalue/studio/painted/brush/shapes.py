"""Shapes with soft hand-made outlines: where a plane is above a level, as vector paths."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..canvas import skia

Floats = NDArray[np.float32]


def above(plane: Floats, level: float, scale: float = 1.0, least: Floats | float = 60.0) -> Any:
    """A ``skia.Path`` of where the plane (height x width) is above a level.

    ``scale`` is working pixels by pixel of the plane; shapes and holes smaller than ``least``
    working pixels (one number, or a plane that says it for each place) are left out. The
    outline is a chain of quadratic curves, so it stays smooth however far it is enlarged.
    """
    from skimage.measure import find_contours

    low = float(plane.min()) - 1.0
    path = skia().Path()
    path.setFillType(skia().PathFillType.kEvenOdd)
    for line in find_contours(np.pad(plane, 1, constant_values=low), level):
        points = (line[:-1, ::-1] - 1 + 0.5) * scale
        enough = least if isinstance(least, float) else _value(least, line[0])
        if len(points) >= 6 and _area(points) >= enough:
            _chained(path, points)
    return path


def _value(plane: Floats, place: Floats) -> float:
    y, x = (place - 1).round().astype(int).clip(0, [plane.shape[0] - 1, plane.shape[1] - 1])
    return float(plane[y, x])


def _area(points: Floats) -> float:
    x, y = points[:, 0], points[:, 1]
    return abs(float(x @ np.roll(y, -1) - y @ np.roll(x, -1))) / 2


def _chained(path: Any, points: Floats) -> None:
    """Add a closed outline: each second point is a control, midpoints are on the curve."""
    soft = (points + np.roll(points, 1, 0) + np.roll(points, -1, 0)) / 3
    controls = soft[:: 2 if len(soft) > 24 else 1]
    middles = (controls + np.roll(controls, -1, 0)) / 2
    path.moveTo(*middles[-1].tolist())
    flat = np.concatenate([controls, middles], 1).tolist()
    for at in flat:
        path.quadTo(*at)
    path.close()
