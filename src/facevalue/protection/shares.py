"""Which of several covered heads a pixel belongs to."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..core.places import Size
from .heads import Head

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Mask = NDArray[np.bool_]


def shared(heads: Sequence[Head], size: Size) -> tuple[Mask, NDArray[np.int16]]:
    """All that covers hide with a pixel around, and the number of the head for each pixel.

    Both have the picture's shape. The number is -1 where no head is; where several are, it is
    that of the head whose middle is nearest by its own size.
    """
    import numpy as np

    nearest = np.full((size.height, size.width), np.inf, np.float32)
    cells = np.full((size.height, size.width), -1, np.int16)
    for index, head in enumerate(heads):
        box = head.bounds(size)
        if box is None:
            continue
        part = (slice(box.top, box.bottom), slice(box.left, box.right))
        down, across = np.ogrid[box.top : box.bottom, box.left : box.right]
        dx, dy = across - head.x, down - head.y
        cos, sin = math.cos(head.tilt), math.sin(head.tilt)
        along, up = (
            (dx * cos + dy * sin) / head.half_width,
            (dy * cos - dx * sin) / head.half_height,
        )
        away = np.where(head.mask(box), along * along + up * up, np.inf).astype(np.float32)
        mine = away < nearest[part]
        nearest[part][mine] = away[mine]
        cells[part][mine] = index
    return wider(cells >= 0), cells


def wider(inside: Mask) -> Mask:
    """The mask with one pixel more on every side."""
    more = inside.copy()
    more[1:] |= inside[:-1]
    more[:-1] |= inside[1:]
    more[:, 1:] |= inside[:, :-1]
    more[:, :-1] |= inside[:, 1:]
    return more
