"""The sky: smooth, sky-coloured, and connected to the upper edge.

A wall can look like that. What tells them apart: a sky ends above the lower edge; it is blue,
or it is very smooth and the lightest thing in the picture; behind a large face a wall is
likelier. A sky that is missed is painted like everything else; a wall with clouds looks silly.
"""

from __future__ import annotations

import numpy as np

from .cues import Cues, touching
from .planes import Floats, Mask, blurred, ramp

LEAST = 0.015
"""Share of the picture."""

WIDE, WIDER = 0.3, 0.5
"""Share of the upper edge that a sky takes at least; a pale one, or one behind a large face."""

DROP, ACROSS = 4.0, 0.6
"""Darkening (L*, within three rows) over this share of the width: a horizon at sea."""

SMOOTH, STILL = 2.4, 1.1
"""Mean gradient of lightness (by pixel) up to which a place is smooth; that of a pale sky."""

CLOSE_PALE, CLOSE_BLUE = 0.14, 0.45
"""A face this high (by the picture) makes a pale or a blue sky behind it too doubtful."""

BLOWN = 15.0
"""An overcast sky is so much lighter (L*) than nearly all else that little of it is enough."""

DARK = 11.0
"""Lightness (L*) of the darkest blue that is a sky at dusk."""

ENDS = 0.9
"""What goes on below this height, beside people, is a wall."""


def mask(cues: Cues) -> Floats:
    """Where the sky is, 0..1, at the size of the cues."""
    calm = (cues.rough < SMOOTH) & (cues.free > 0.5)
    blue, pale = calm & _blue(cues), calm & _pale(cues)
    found = touching(_above_sea(blue | pale, cues), "top", LEAST)
    if not found.any() or found[:2].any(0).mean() < WIDE or _wall(found, blue, cues):
        return np.zeros_like(cues.rough)
    return ramp(blurred(found.astype(np.float32), 1.0), 0.2, 0.8)


def _above_sea(found: Mask, cues: Cues) -> Mask:
    """Without what lies under a level line at which most of it gets darker at once."""
    light = blurred(cues.lab[..., 0], 0.7)
    darker = np.zeros_like(found)
    darker[:-3] = (light[:-3] - light[3:] > DROP) & found[:-3] & found[3:]
    rows = np.flatnonzero(darker.sum(1) > ACROSS * np.maximum(found.sum(1), 0.3 * found.shape[1]))
    if not rows.size:
        return found
    kept = found.copy()
    kept[rows[0] + 2 :] = False
    return kept


def _blue(cues: Cues) -> Mask:
    hue = (cues.hue > 215) & (cues.hue < 300)
    cyan = (cues.hue > 190) & (cues.hue < 300) & (cues.lab[..., 0] > 50) & (cues.chroma > 12)
    found: Mask = (hue & (cues.chroma > 7) | cyan) & (cues.lab[..., 0] > DARK)
    return found


def _pale(cues: Cues) -> Mask:
    """Clouds, haze, a low sun: light, and hardly coloured or warm."""
    light = cues.lab[..., 0]
    warm = (cues.hue < 95) | (cues.hue > 300)
    found: Mask = (light > 55) & ((cues.chroma < 9) | warm & (cues.chroma < 0.6 * light - 10))
    return found


def _wall(found: Mask, blue: Mask, cues: Cues) -> bool:
    """Whether it is more likely a wall."""
    below = (cues.down > ENDS) & (cues.free > 0.5)
    rest = ~found & (cues.free > 0.5)
    if rest.mean() < 0.06 or (below.any() and found[below].mean() > 0.25):
        return True
    wide = float(found[:2].any(0).mean()) > WIDER
    if float(blue[found].mean()) > 0.4:
        return cues.close > CLOSE_BLUE or (cues.close > CLOSE_PALE and not wide)
    lighter = float(np.median(cues.lab[found, 0]) - np.percentile(cues.lab[rest, 0], 80))
    still = float(np.median(cues.rough[found]))
    blown = lighter > BLOWN and float(np.median(cues.lab[found, 0])) > 88
    return not (wide or blown) or cues.close > CLOSE_PALE or lighter < 4 or still > STILL
