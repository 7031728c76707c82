"""A drawn smiling face: friendly to look at, and the same for everybody."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ...core.places import Region
from ...core.roles import Shape

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

YELLOW, EDGE, INK = (255, 204, 77), (244, 162, 39), (92, 61, 20)
"""Disc, its lower rim, and features."""


class Emoji:
    """A yellow smiling disc over the head, tilted like it."""

    name = "emoji"
    keeps_nothing = True
    draws = True
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

        across, down, soft = _face_coordinates(head, box)
        drawn = _mixed(np.array(YELLOW, float), EDGE, _shade(across, down))
        for distance in _features(across, down):
            drawn = _mixed(drawn, INK, (0.5 - distance / soft).clip(0, 1))
        pixels[mask] = drawn[mask].round().astype(np.uint8)


def _face_coordinates(
    head: Shape, box: Region
) -> tuple[NDArray[np.float64], NDArray[np.float64], float]:
    """Coordinates with the head's centre at 0 and its half width at 1; the size of a pixel."""
    import numpy as np

    down, across = np.mgrid[box.top : box.bottom, box.left : box.right].astype(float)
    dx, dy = across - head.x, down - head.y
    cos, sin = math.cos(head.tilt), math.sin(head.tilt)
    scale = head.half_width
    return (dx * cos + dy * sin) / scale, (dy * cos - dx * sin) / scale, 1.5 / scale


def _shade(across: NDArray[np.float64], down: NDArray[np.float64]) -> NDArray[np.float64]:
    """0 in the middle, rising to 1 towards the lower rim."""
    import numpy as np

    return np.asarray((np.hypot(across, down + 0.25) - 0.7).clip(0, 1))


def _features(
    across: NDArray[np.float64], down: NDArray[np.float64]
) -> tuple[NDArray[np.float64], ...]:
    """Signed distances to both eyes and the smile; negative inside."""
    import numpy as np

    eyes = np.hypot((np.abs(across) - 0.30) / 0.75, (down + 0.20) / 1.25) - 0.12
    ring = np.abs(np.hypot(across, down - 0.02) - 0.52) - 0.055
    smile = np.maximum(ring, 0.22 - down)
    return eyes, smile


def _mixed(
    base: NDArray[np.float64], over: tuple[int, int, int], share: NDArray[np.float64]
) -> NDArray[np.float64]:
    import numpy as np

    part = share[..., None]
    return np.asarray(base * (1 - part) + np.array(over, float) * part)


EMOJI = Emoji()
