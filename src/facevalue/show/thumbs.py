"""Small pictures of faces for the page: all of them in one strip, so that one JPEG carries them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..core.photo import Picture
from ..core.places import Region
from ..engines.views import resized

SIDE = 128
"""Pixels of a thumbnail; the page shows it at 64, so that it is sharp on a telephone."""

MOST = 400
"""Thumbnails in one strip: a JPEG ends at 65,535 rows."""

ROOM = 1.5
"""Side of the square by the longer side of the face: hair and chin help to tell who it is."""


def strip(picture: Picture, regions: Sequence[Region]) -> Picture:
    """The first MOST faces from top to bottom, each SIDE x SIDE. Raises ValueError without one."""
    if not regions:
        raise ValueError("a strip of no faces")
    return Picture(np.concatenate([_thumb(picture.pixels, each) for each in regions[:MOST]]))


def _thumb(pixels: NDArray[np.uint8], region: Region) -> NDArray[np.uint8]:
    part = _square(pixels, region)
    planes = resized(part, SIDE, SIDE)[:, :SIDE, :SIDE]
    return np.rint(planes.transpose(1, 2, 0)).clip(0, 255).astype(np.uint8)


def _square(pixels: NDArray[np.uint8], region: Region) -> NDArray[np.uint8]:
    """The square around a face; the edge of the picture goes on where it reaches outside."""
    side = max(2, round(ROOM * max(region.width, region.height)))
    left = (region.left + region.right - side) // 2
    top = (region.top + region.bottom - side) // 2
    rows = np.clip(np.arange(top, top + side), 0, pixels.shape[0] - 1)
    columns = np.clip(np.arange(left, left + side), 0, pixels.shape[1] - 1)
    return pixels[np.ix_(rows, columns)]
