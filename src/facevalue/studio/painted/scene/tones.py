"""The colours of a part of a person: a few, each with its spread, and how near others are."""

from __future__ import annotations

import numpy as np

from ...likeness import colour
from .bust import Skin
from .planes import Floats, Mask

Tones = list[tuple[Floats, Floats]]
"""Colours (CIELAB), each with its spread."""

USUAL = np.array([11, 5, 6], np.float32)
"""Spread (CIELAB) of a usual colour."""

FEWEST = 60
"""Pixels that make a colour."""


def same_hue(lab: Floats, skin: Skin) -> Mask:
    """Whether colours are a skin's own in another light."""
    chroma = np.hypot(lab[..., 1], lab[..., 2])
    by_light = chroma / np.maximum(lab[..., 0], 4)
    own = max(float(np.hypot(*skin[1:])), 2.0) / max(skin[0], 4.0)
    turn = np.arctan2(lab[..., 2], lab[..., 1]) - np.arctan2(skin[2], skin[1])
    near = np.abs((turn + np.pi) % (2 * np.pi) - np.pi) < np.radians(28)
    same: Mask = (near | (chroma < 5)) & (by_light > 0.55 * own) & (by_light < 1.7 * own)
    return same


def tone(lab: Floats) -> tuple[Floats, Floats]:
    """The middle and the spread of some colours."""
    spread = (1.4 * lab.std(0)).clip([7, 3, 4], [15, 7, 8])
    return lab.mean(0), spread.astype(np.float32)


def shades(lab: Floats) -> Tones:
    """Up to three colours of some pixels; none when they are few."""
    if len(lab) < FEWEST:
        return []
    found = colour.shades(lab.astype(np.float64))
    return [(middle.astype(np.float32), spread.astype(np.float32)) for middle, spread in found]


def nearest(lab: Floats, tones: Tones) -> Floats:
    """Distance to the nearest of some colours, in spreads; 9 when there are none."""
    best = np.full(lab.shape[:-1], 9.0, np.float32)
    for middle, spread in tones:
        away = sum(((lab[..., k] - middle[k]) / spread[k]) ** 2 for k in range(3)) / 2
        # wide colours are near to everything, and pay for it
        wide = max(0.0, float(np.log(spread / USUAL).sum()))
        np.minimum(best, np.sqrt(away + wide).astype(np.float32), out=best)
    return best
