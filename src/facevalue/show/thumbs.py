"""Small pictures of faces for the page: all of them in one strip, so that one JPEG carries them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..core.photo import Picture
from ..core.places import Region
from ..engines.crops import Window, seen

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
    """The square around a face; the edge of the picture goes on where it reaches outside."""
    side = max(2, round(ROOM * max(region.width, region.height)))
    centre = ((region.left + region.right) / 2, (region.top + region.bottom) / 2)
    shown = seen(pixels, Window(centre, 0.0, side / SIDE, SIDE, SIDE), stretched=True)
    return np.rint(shown).clip(0, 255).astype(np.uint8)
