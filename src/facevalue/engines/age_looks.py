"""How old a face looks to two networks that were made apart, in years.

Each network looks at the face twice, placed by its mesh and by the finder's five landmarks, so
that one bad placing does not decide; without a mesh the landmarks place both looks.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from . import age, age_deep
from .crops import Points, Window
from .face_finder import Face
from .face_mesh import FaceMesh
from .views import Pixels

FIRST_PLACES = np.array(
    [[0.310, 0.344], [0.690, 0.344], [0.500, 0.538], [0.345, 0.703], [0.655, 0.703]]
)
"""Where the landmarks lie in the first network's picture when the mesh places it (median)."""

DEEP_PLACES = np.array(
    [[0.290, 0.368], [0.710, 0.368], [0.500, 0.575], [0.330, 0.755], [0.670, 0.755]]
)
"""The same in an upright square that just holds the mesh."""

FIRST_SIZES = 0.93, 1.0
"""Sides of the first network's looks by the one it was made for: by mesh, by landmarks."""

DEEP_SIZES = 1.3, 1.0
"""Sides of the second network's looks by the face: by mesh, by landmarks."""


@dataclass(frozen=True, slots=True)
class Years:
    """What each network says, in years: the mean over its looks."""

    first: float
    deep: float


def years(pixels: Pixels, face: Face, mesh: FaceMesh | None) -> Years:
    """How old a face of a photo (uint8, height x width x 3, RGB) looks.

    Raises NoEngine when the weights are not here, BadAsset.
    """
    marks = np.array(face.landmarks)
    first = _first(marks, mesh), _by(marks, FIRST_PLACES, age.SIDE, FIRST_SIZES[1])
    deep = _by(marks, DEEP_PLACES, age_deep.SIDE, DEEP_SIZES[1]), _deep(marks, mesh)
    return Years(age.years_at(pixels, first), age_deep.years_at(pixels, deep))


def _first(marks: Points, mesh: FaceMesh | None) -> Window:
    if mesh is None:
        return _by(marks, FIRST_PLACES, age.SIDE, FIRST_SIZES[0])
    points = mesh.points[list(age.MESH_POINTS), :2]
    return _by(points, age.PLACES, age.SIDE, FIRST_SIZES[0])


def _deep(marks: Points, mesh: FaceMesh | None) -> Window:
    if mesh is None:
        return _by(marks, DEEP_PLACES, age_deep.SIDE, DEEP_SIZES[0])
    level = Window((0, 0), mesh.angle, 1, 0, 0)
    flat = level.from_photo(mesh.points[:, :2])
    middle = level.to_photo((flat.min(0) + flat.max(0))[None] / 2)[0]
    scale = DEEP_SIZES[0] * float(np.ptp(flat, 0).max()) / age_deep.SIDE
    return _square((float(middle[0]), float(middle[1])), mesh.angle, scale, age_deep.SIDE)


def _by(points: Points, places: Points, side: int, size: float) -> Window:
    """The square that brings points of the photo to their places, ``size`` times as large."""
    scale, angle, centre = age.placed_by(points, places, side)
    return _square(centre, angle, scale * size, side)


def _square(centre: tuple[float, float], angle: float, scale: float, side: int) -> Window:
    return Window(centre, angle, scale, side, side)
