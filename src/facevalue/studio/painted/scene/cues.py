"""What sky, plants, water and ground are told by: colours, smoothness, lines, at a small size."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .planes import Floats, Mask, blurred, shrunk, slopes

TIMES = 4
"""The outdoors are looked for on a picture this much smaller."""


@dataclass(frozen=True, eq=False)
class Cues:
    """Planes of the picture, TIMES smaller.

    ``lab``; its ``chroma`` and ``hue`` (degrees, 0..360); ``rough``, the mean gradient of
    lightness at the full size, softened; ``level``, how horizontally lines run (-1 upright,
    1 level); ``free``, where no person is; ``down``, 0 at the top to 1. ``close`` is the height
    of the tallest face by the picture's height.
    """

    lab: Floats
    chroma: Floats
    hue: Floats
    rough: Floats
    level: Floats
    free: Floats
    down: Floats
    close: float


def cues(lab: Floats, person: Floats, close: float) -> Cues:
    """Gather them from CIELAB and the person mask of the working picture."""
    light = np.ascontiguousarray(lab[..., 0])
    down, across = slopes(light)
    rough = blurred(shrunk(np.hypot(down, across), TIMES), 1.5)
    xx, yy = (blurred(shrunk(v * v, TIMES), 4.0) for v in (across, down))
    small = shrunk(lab, TIMES)
    rows = np.linspace(0, 1, small.shape[0], dtype=np.float32)[:, None]
    return Cues(
        small,
        np.hypot(small[..., 1], small[..., 2]),
        np.degrees(np.arctan2(small[..., 2], small[..., 1])) % 360,
        rough,
        (yy - xx) / (xx + yy + np.float32(0.05)),
        1 - shrunk(person, TIMES),
        np.broadcast_to(rows, small.shape[:2]).copy(),
        close,
    )


def touching(mask: Mask, edge: str, least: float) -> Mask:
    """The parts of a mask that touch the picture's ``top`` or ``bottom`` edge.

    They hold at least the share ``least`` of the picture.
    """
    from scipy.ndimage import label

    parts, count = label(mask)
    rim = parts[:2] if edge == "top" else parts[-2:]
    sizes = np.bincount(parts.ravel(), minlength=count + 1)
    kept = [each for each in np.unique(rim) if each and sizes[each] >= least * mask.size]
    answer: Mask = np.isin(parts, kept)
    return answer
