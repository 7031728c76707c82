"""Where colours change most: edges one pixel thin, how strong they are and how many."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..scene.scene import Floats

_STEP = float(np.sqrt(2 * np.pi))
"""An ideal step of height 1, softened by ``s``, has the slope 1 / (s * this) at its middle."""


@dataclass(frozen=True, eq=False)
class Ridges:
    """Edges of a picture, height x width.

    ``strong`` is how large a step of colour each pixel lies on (CIELAB), ``thin`` where it lies
    on the middle of one.
    """

    strong: Floats
    thin: NDArray[np.bool_]


def steps(lab: Floats, soft: float, where: NDArray[np.bool_], low: float) -> Ridges:
    """Edges of a picture (CIELAB) softened by ``soft`` pixels, at the pixels ``where``.

    The gradient of all three colours at once (Di Zenzo 1986), thinned across itself (Canny
    1986); steps under ``low`` are none.
    """
    from scipy.ndimage import gaussian_filter

    xx, yy, xy = (np.zeros(lab.shape[:2], np.float32) for _ in range(3))
    for plane in np.moveaxis(lab, 2, 0):
        down, across = np.gradient(gaussian_filter(plane, soft))
        xx, yy, xy = xx + across**2, yy + down**2, xy + across * down
    most = (xx + yy + np.sqrt((xx - yy) ** 2 + 4 * xy**2)) / 2
    strong = np.asarray(np.sqrt(most) * soft * _STEP, np.float32)
    rows, columns = np.nonzero(where & (strong > low))
    here = rows, columns
    angle = 0.5 * np.arctan2(2 * xy[here], xx[here] - yy[here])
    return Ridges(strong, _highest(strong, rows, columns, angle))


def crowd(ridges: Ridges, least: float, reach: float) -> Floats:
    """How many edges of ``least`` and more lie within ``reach`` pixels of each pixel.

    One straight edge through the middle counts 1: weave and print count many.
    """
    from scipy.ndimage import uniform_filter

    size = 2 * round(reach) + 1
    firm = (ridges.thin & (ridges.strong > least)).astype(np.float32)
    count: Floats = uniform_filter(firm, size, mode="nearest") * size
    return count


def _highest(
    strong: Floats, rows: NDArray[np.intp], columns: NDArray[np.intp], angle: Floats
) -> NDArray[np.bool_]:
    """Pixels that no neighbour across the edge (in the direction ``angle``) is above."""
    from scipy.ndimage import map_coordinates

    down, right = np.sin(angle), np.cos(angle)
    ahead, behind = (
        map_coordinates(strong, [rows + s * down, columns + s * right], order=1, mode="nearest")
        for s in (1, -1)
    )
    here = strong[rows, columns]
    thin = np.zeros(strong.shape, np.bool_)
    top = (here >= ahead) & (here > behind)
    thin[rows[top], columns[top]] = True
    return thin
