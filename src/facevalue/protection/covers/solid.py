"""One flat colour with a thin rim: nothing of the face is left to compute from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.places import Region
from ...core.roles import Shape

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

COLOUR = (58, 54, 51)
"""A warm dark grey, the same for everybody: a colour taken from the face would tell of it."""

RIM = (104, 99, 95)
"""The edge's colour, so that heads side by side are seen as heads and not as one shape."""

THIN = 0.035
"""Width of the edge, in half widths of the head; it lies inside the cover."""


class Solid:
    """A flat head-shaped cover with a lighter edge."""

    name = "solid"
    keeps_nothing = True
    draws = False
    instead = ()

    def paint(
        self,
        pixels: NDArray[np.uint8],
        mask: NDArray[np.bool_],
        head: Shape,
        box: Region,
        hidden: NDArray[np.bool_] | None = None,
    ) -> None:
        """Replace the pixels under the mask, in place."""
        pixels[mask] = RIM
        pixels[_inside(mask, max(2, round(THIN * head.half_width)))] = COLOUR


def _inside(mask: NDArray[np.bool_], by: int) -> NDArray[np.bool_]:
    """The mask without what lies nearer to its edge than that many pixels."""
    left = mask.copy()
    for _ in range(by):
        before = left.copy()
        left[1:] &= before[:-1]
        left[:-1] &= before[1:]
        left[:, 1:] &= before[:, :-1]
        left[:, :-1] &= before[:, 1:]
    return left


SOLID = Solid()
