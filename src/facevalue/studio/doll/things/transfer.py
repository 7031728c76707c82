"""An icon as a transfer for cloth: cut out along its outline, with a light rim."""

from __future__ import annotations

import numpy as np

from ..parts import Pixels
from . import icons

SIDE = 320
"""Pixels of an icon's square: several times what it gets in a picture."""

RIM = 9.0
"""Width of the rim, pixels: without it an icon is lost on cloth of its own colour."""

PAPER = (252, 248, 238)
"""The rim's colour, sRGB."""


def transfer(icon: str) -> Pixels:
    """The icon with its rim and nothing around it, h x w x 4 with straight alpha.

    Raises Unknown when there is no such icon, NoEngine when the icons are not here.
    """
    from scipy.ndimage import distance_transform_edt

    room = int(RIM) + 2
    drawn = np.pad(icons.pixels(icons.svg(icon), SIDE), ((room, room), (room, room), (0, 0)))
    share = drawn[..., 3:].astype(np.float64) / 255
    far = distance_transform_edt(share[..., 0] < 0.5)
    paper = np.clip(RIM + 0.5 - far, 0, 1)
    colour = drawn[..., :3] * share + np.array(PAPER) * (1 - share)
    rows, columns = (np.flatnonzero(paper.any(axis)) for axis in (1, 0))
    whole = np.dstack([colour, 255 * paper])[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    answer: Pixels = np.rint(whole).astype(np.uint8)
    return answer
