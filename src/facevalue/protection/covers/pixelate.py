"""A few large blocks: the look of a hidden face with next to nothing of it left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.places import Region
from ...core.roles import Shape

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BLOCKS = 6
"""Blocks across the head. Two recognisers fall to chance at 10 or fewer across a face."""

LEVELS = 24
"""Step between the colours of blocks: fine differences between blocks carry the face."""


class Pixelate:
    """Blocks of mean colour, at most six across the head, coarsely coloured."""

    name = "pixelate"
    keeps_nothing = False

    def paint(
        self,
        pixels: NDArray[np.uint8],
        mask: NDArray[np.bool_],
        head: Shape,
        box: Region,
    ) -> None:
        """Replace the pixels under the mask, in place."""
        import numpy as np

        side = max(1, -(-max(box.width, box.height) // BLOCKS))
        for top in range(0, box.height, side):
            for left in range(0, box.width, side):
                under = mask[top : top + side, left : left + side]
                if under.any():
                    block = pixels[top : top + side, left : left + side]
                    mean = block.reshape(-1, 3).mean(axis=0)
                    block[under] = (np.round(mean / LEVELS) * LEVELS).clip(0, 255).astype(np.uint8)


PIXELATE = Pixelate()
