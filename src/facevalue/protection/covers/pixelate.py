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
        import numpy as np

        rows, columns = np.nonzero(mask.any(1))[0], np.nonzero(mask.any(0))[0]
        if not len(rows):
            return
        (top0, bottom), (left0, right) = _ends(rows), _ends(columns)
        side = max(1, -(-max(bottom - top0, right - left0) // BLOCKS))
        for top in range(top0, bottom, side):
            for left in range(left0, right, side):
                under = mask[top : top + side, left : left + side]
                if under.any():
                    block = pixels[top : top + side, left : left + side]
                    mean = block.reshape(-1, 3).mean(axis=0)
                    block[under] = (np.round(mean / LEVELS) * LEVELS).clip(0, 255).astype(np.uint8)


def _ends(places: NDArray[np.intp]) -> tuple[int, int]:
    return int(places[0]), int(places[-1]) + 1


PIXELATE = Pixelate()
