"""One flat colour: nothing of the face is left to compute from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.places import Region
from ...core.roles import Shape

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

COLOUR = (58, 54, 51)
"""A warm dark grey, the same for everybody: a colour taken from the face would tell of it."""


class Solid:
    """A flat head-shaped cover."""

    name = "solid"
    keeps_nothing = True

    def paint(
        self,
        pixels: NDArray[np.uint8],
        mask: NDArray[np.bool_],
        head: Shape,
        box: Region,
    ) -> None:
        """Replace the pixels under the mask, in place."""
        pixels[mask] = COLOUR


SOLID = Solid()
