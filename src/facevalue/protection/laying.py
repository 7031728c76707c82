"""One cover laid over one head, in its share of what is covered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.photo import Picture
from ..core.places import Region, Size
from ..core.roles import Cover
from .heads import Head
from .shares import wider

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

AROUND = 0.12
"""How much of what is around a head a cover sees, in widths of the head: drawn covers fill what
they leave free from there."""


def laid(
    pixels: NDArray[np.uint8],
    index: int,
    head: Head,
    style: Cover,
    hidden: NDArray[np.bool_],
    cells: NDArray[np.int16],
) -> None:
    """Paint one head in place, in its share of all that is covered.

    One pixel around it is mixed half and half, so that the rim is smooth; what is under
    the head itself is replaced completely.
    """
    box = _around(head, Picture(pixels).size)
    if box is None:
        return
    part = (slice(box.top, box.bottom), slice(box.left, box.right))
    inside = cells[part] == index
    outer = inside | (wider(inside) & (cells[part] < 0))
    shown = pixels[part]
    rim = outer & ~inside
    before = shown[rim] // 2
    style.paint(shown, outer, head, box, hidden[part])
    shown[rim] = shown[rim] // 2 + before


def _around(head: Head, size: Size) -> Region | None:
    """The box of a head with some of its surroundings; None when it lies outside."""
    box, more = head.bounds(size), max(3, round(AROUND * 2 * head.half_width))
    if box is None:
        return None
    return Region(
        max(0, box.left - more),
        max(0, box.top - more),
        min(size.width, box.right + more),
        min(size.height, box.bottom + more),
    )
