"""Water: a blue or sky-coloured sheet under a straight horizon."""

from __future__ import annotations

import numpy as np

from .cues import Cues
from .planes import Floats, Mask, blurred, ramp

LEAST = 0.03
"""Share of the picture."""

WIDE = 0.35
"""Share of the picture's width that the sheet takes at least."""

STRAIGHT = 0.012
"""How far the horizon bends, by the picture's height: mean distance from a line."""

SLOPE = 0.06
"""Rise by run of a horizon, at most."""

CLOSE = 0.2
"""With a face this high (by the picture) what is blue behind it is rather a blur."""

DEEP = 0.05
"""Mean height of the sheet, by the picture's height: far hills are flat strips."""

CALM = 5.0
"""Mean gradient of lightness (by pixel) of rough water."""


def mask(cues: Cues, sky: Floats, plants: Floats) -> Floats:
    """Where water is, 0..1, at the size of the cues. None without a sky."""
    from scipy.ndimage import label

    nothing = np.zeros_like(cues.rough)
    if sky.mean() < 0.03 or cues.close > CLOSE:
        return nothing
    below = np.cumsum(sky[::-1], 0)[::-1] < 0.5
    like = _coloured(cues, sky) & below & (cues.rough < CALM)
    like &= (sky < 0.3) & (plants < 0.4) & (cues.free > 0.5)
    parts, count = label(like)
    for part in np.argsort(-np.bincount(parts.ravel(), minlength=count + 1)[1:])[:3] + 1:
        sheet = parts == part
        if sheet.mean() >= LEAST and _level(sheet):
            return ramp(blurred(sheet.astype(np.float32), 1.0), 0.2, 0.8)
    return nothing


def _coloured(cues: Cues, sky: Floats) -> Mask:
    """Blue to green-blue, or like the sky over the horizon."""
    blue = (cues.hue > 175) & (cues.hue < 285) & (cues.chroma > 9)
    low = np.median(cues.lab[sky > 0.5], 0)
    like = np.abs(cues.lab[..., 0] - low[0]) < 28
    like &= np.linalg.norm(cues.lab[..., 1:] - low[1:], axis=-1) < 7
    found: Mask = blue | like & (cues.level > 0.1)
    return found


def _level(sheet: Mask) -> bool:
    """Whether the upper edge of a sheet is a straight, level line over enough of the width."""
    columns = np.flatnonzero(sheet.any(0))
    if len(columns) < WIDE * sheet.shape[1]:
        return False
    if sheet.sum() < DEEP * sheet.shape[0] * len(columns):
        return False
    rows = sheet[:, columns].argmax(0).astype(np.float64)
    kept = np.abs(rows - np.median(rows)) < max(3.0, 0.04 * sheet.shape[0])
    if kept.mean() < 0.55:
        return False
    slope, start = np.polyfit(columns[kept], rows[kept], 1)
    bend = np.abs(rows[kept] - slope * columns[kept] - start).mean()
    return bool(bend < max(0.7, STRAIGHT * sheet.shape[0]) and abs(slope) < SLOPE)
