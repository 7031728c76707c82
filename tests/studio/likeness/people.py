"""The astronaut, seen and changed: what is painted on must be read, and nothing else."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from facevalue.engines import face_finder, face_mesh
from facevalue.studio.likeness import skin
from facevalue.studio.likeness.sight import Sight, look
from tests.photographs import astronaut

Pixels = NDArray[np.uint8]
TIMES = 3


@cache
def large() -> Pixels:
    """The astronaut's upper half, three times as large: a face of 330 pixels."""
    from skimage.transform import resize

    part = astronaut()[:330, 60:390]
    scaled: NDArray[np.float64] = np.array(
        resize(part, (330 * TIMES, 330 * TIMES), order=3, anti_aliasing=False)
    )
    whole: Pixels = np.rint(scaled * 255).clip(0, 255).astype(np.uint8)
    return whole


@cache
def mesh() -> NDArray[np.float64]:
    """The mesh of the face in ``large()``."""
    return face_mesh.mesh(large(), face_finder.find(large())[0]).points


def at(*points: int) -> NDArray[np.float64]:
    """The middle of mesh points in ``large()``."""
    middle: NDArray[np.float64] = mesh()[list(points), :2].mean(0)
    return middle


def painted(mask: NDArray[np.bool_], colour: tuple[int, int, int], much: float = 1.0) -> Pixels:
    """``large()`` with a colour laid over part of it, its soft edge three pixels wide."""
    from scipy.ndimage import gaussian_filter

    share = gaussian_filter(mask.astype(float), 1.5)[..., None] * much
    mixed: Pixels = (large() * (1 - share) + np.array(colour) * share).astype(np.uint8)
    return mixed


def places() -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """x and y of every pixel of ``large()``."""
    rows, columns = np.mgrid[: large().shape[0], : large().shape[1]].astype(float)
    return columns, rows


def polygon(*points: int, grown: float = 1.0) -> NDArray[np.bool_]:
    """The polygon of some mesh points in ``large()``."""
    from skimage.draw import polygon2mask

    corners = mesh()[list(points), 1::-1]
    middle = corners.mean(0)
    mask: NDArray[np.bool_] = polygon2mask(large().shape[:2], middle + (corners - middle) * grown)
    return mask


def sight_of(pixels: Pixels) -> Sight:
    """How the finders see the one face of a photo."""
    return look(pixels, face_finder.find(pixels)[0])


def seen(pixels: Pixels) -> tuple[Sight, NDArray[np.float64]]:
    """The sight, and the colour of the skin in it."""
    sight = sight_of(pixels)
    return sight, skin.tone(sight)[0]
