"""Areas of a plane below a level, as smooth closed shapes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter, gaussian_filter1d, label

from ..scene.scene import Floats
from .lines import Plane


def below(plane: Floats, level: float, smallest: float = 40.0, smooth: float = 1.5) -> list[Plane]:
    """The outlines of all areas where a plane is below a level, and of the holes in them.

    Each is n x 2 (x, y; pixels), to be filled together by the even-odd rule; shapes of less
    than ``smallest`` square pixels are left out. ``smooth`` softens plane and outline, pixels.
    """
    from skimage.measure import find_contours

    soft = gaussian_filter(plane, smooth) if smooth else plane
    ringed = np.pad(np.pad(soft, 2, mode="edge"), 1, constant_values=1e3)
    shapes = []
    for found in find_contours(ringed, level):
        shape = found[:-1, ::-1] - 2.5
        if len(shape) < 6 or abs(_area(shape)) < smallest:
            continue
        shape = gaussian_filter1d(shape, 2.0, axis=0, mode="wrap")
        shapes.append(shape[:: 2 if len(shape) > 24 else 1])
    return shapes


def inside(
    plane: Floats, level: float, smallest: float = 40.0, smooth: float = 1.5
) -> NDArray[np.bool_]:
    """Which pixels the shapes of ``below`` cover, nearly; the arguments are the same."""
    answer = (gaussian_filter(plane, smooth) if smooth else plane) < level
    for side in (True, False):
        marks, number = label(answer == side)
        small = np.bincount(marks.ravel(), minlength=number + 1) < smallest
        small[0] = False
        answer[small[marks]] = not side
    return answer


def _area(shape: Plane) -> float:
    x, y = shape.T
    return float(0.5 * (x * np.roll(y, 1) - y * np.roll(x, 1)).sum())
