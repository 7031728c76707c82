"""The colour of the eyes, where the photo shows it, and lashes that stand out."""

from __future__ import annotations

import numpy as np

from . import beard, regions
from .found import Found, sure
from .shape import INNER_LIPS
from .sight import UNIT, Floats, Mask, Sight

COLOURS = {
    "#2f1e14": (12.0, 5.0, 6.0),
    "#5b3f2a": (27.0, 9.0, 13.0),
    "#7a6236": (40.0, 5.0, 20.0),
    "#5f7a4a": (45.0, -5.0, 12.0),
    "#6f8390": (48.0, -2.0, -2.0),
    "#4a78a8": (46.0, -2.0, -12.0),
}
"""The eyes that a doll can have, and what they look like in photos (CIELAB)."""

SEEN = 90
"""Height of a face, pixels of the photo, from which an iris is more than a dot."""


LID = (0.88, 12.0)
LIP = (14.0, 0.11)
"""Darkness of the lids' line and redness of the lips: the usual one, and its weight."""

MADE_UP = 0.56
"""Their sum from which lashes and lips look made up."""

BARE = ("none", "stubble")
"""Beards that say nothing of make-up; stubble is often a shadow."""


def find(sight: Sight, skin: Floats) -> Found:
    """Colour of the eyes and lashes."""
    both = [iris(sight, points) for points in (regions.LEFT_EYE, regions.RIGHT_EYE)]
    rings = [pixels for pixels in both if len(pixels) > 8]
    if sight.grey or sight.pixels < SEEN or not rings:
        return {"eyes": ("#5b3f2a", 0.2), "lashes": lashes(sight, skin)}
    seen = np.median(np.concatenate(rings), 0)
    away = {
        name: float(np.linalg.norm((seen - np.array(lab)) * [0.5, 1, 1]))
        for name, lab in COLOURS.items()
    }
    best, second, *_ = sorted(away, key=lambda name: away[name])
    margin = (away[second] - away[best]) / (away[second] + away[best] + 1e-6)
    size = sure(sight.pixels, SEEN, 250)
    lid = lashes(sight, skin)
    return {"lashes": lid, "eyes": (best, (0.35 + 0.35 * size) * (0.8 + 0.4 * min(margin, 0.5)))}


def iris(sight: Sight, points: tuple[int, ...]) -> Floats:
    """Pixels (n x 3) of one iris without its pupil, its highlight and the lids' shadow."""
    eye = regions.part(sight, points)
    light = sight.lab[..., 0]
    if eye.sum() < 30:
        return np.empty((0, 3))
    x, y = regions.places()
    dark = eye * np.maximum(np.percentile(light[eye], 60) - light, 0)
    weight = dark.sum() + 1e-9
    centre = (dark * x).sum() / weight, (dark * y).sum() / weight
    width = float(np.ptp(sight.mesh[list(points), 0]))
    ring: Mask = eye & (np.hypot(x - centre[0], y - centre[1]) < 0.2 * width)
    pixels = sight.lab[ring]
    if len(pixels) < 12:
        return np.empty((0, 3))
    low, high = np.percentile(pixels[:, 0], [20, 70])
    kept: Floats = pixels[(pixels[:, 0] >= low) & (pixels[:, 0] <= high)]
    return kept


def lashes(sight: Sight, skin: Floats) -> tuple[bool, float]:
    """Whether lashes and lips stand out as they do with make-up."""
    if sight.grey or sight.pixels < SEEN:
        return False, 0.3
    if str(beard.find(sight, skin)["beard"][0]) not in BARE:
        return False, 0.85
    dark, red = lid_line(sight, skin), lip_red(sight, skin)
    seen = LID[1] * max(-1.0, dark - LID[0]) + min(LIP[1] * (red - LIP[0]), 2.0)
    return bool(seen > MADE_UP), 0.6 + 0.3 * sure(abs(seen - MADE_UP), 0, 1.2)


def lip_red(sight: Sight, skin: Floats) -> float:
    """How much redder (CIELAB a*) the lips are than the skin."""
    ring = regions.part(sight, regions.LIPS) & ~regions.part(sight, INNER_LIPS, 1.1)
    return float(np.median(sight.lab[ring, 1]) - skin[1]) if ring.any() else 0.0


def lid_line(sight: Sight, skin: Floats) -> float:
    """How dark the line of the upper lashes is by the skin's lightness: 0 as light, 1 black."""
    darkest = []
    for line in ((246, 161, 160, 159, 158, 157), (466, 388, 387, 386, 385, 384)):
        for x, y in sight.mesh[list(line), :2]:
            row, column = int(y), int(x)
            reach = max(1, UNIT // 60)
            patch = sight.lab[row - reach : row + reach + 1, column - reach : column + reach + 1, 0]
            if patch.size:
                darkest.append(float(patch.min()))
    return float(1 - np.median(darkest) / max(skin[0], 1)) if darkest else 0.0
