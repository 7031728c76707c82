"""The colour and the pattern of what is worn on top."""

from __future__ import annotations

import numpy as np

from . import colour, regions
from .found import Found, sure
from .sight import UNIT, Floats, Mask, Sight

LEAST = 0.06
"""Square faces of cloth that must be seen."""


def find(sight: Sight, skin: Floats, hair: Mask) -> Found:
    """Colour and pattern of the top; ``hair`` is where hair lies over it."""
    chest = cloth(sight, skin) & ~hair
    if chest.sum() < LEAST * UNIT**2:
        return {}
    shade, share = _largest(sight.lab[chest])
    seen = sure(chest.sum() / UNIT**2, LEAST, 0.5)
    sureness = 0.3 if sight.grey else 0.5 + 0.4 * share
    return {
        "top_colour": (colour.hexadecimal(shade), sureness * (0.6 + 0.4 * seen)),
        "pattern": pattern(sight, chest),
    }


def cloth(sight: Sight, skin: Floats) -> Mask:
    """The chest without skin: under the chin, as wide as two faces."""
    x, y = regions.places()
    chin, middle = sight.at(152)[1], sight.at(234, 454)[0]
    box = (y > chin + 0.35 * UNIT) & (np.abs(x - middle) < 0.85 * UNIT) & sight.here
    bare = colour.distance(sight.lab, skin, 18, 8) < 1.2
    mask: Mask = box & (sight.person > 0.6) & ~bare
    return mask


def _largest(lab: Floats) -> tuple[Floats, float]:
    """The colour that covers most, and its share: the fullest of four clusters."""
    which, centres = colour.clusters(lab, 4)
    best = centres[np.bincount(which, minlength=4).argmax()]
    near = np.linalg.norm(lab - best, axis=1) < 14
    return np.median(lab[near], 0) if near.any() else best, float(near.mean())


def pattern(sight: Sight, chest: Mask) -> tuple[str, float]:
    """Plain, unless lines cross most of the cloth again and again in one direction or in two."""
    from scipy.ndimage import gaussian_filter

    light = sight.lab[..., 0]
    weight = gaussian_filter(chest.astype(np.float64), WIDE) + 1e-6
    flat = np.where(chest, light - gaussian_filter(light * chest, WIDE) / weight, 0.0)
    rows, columns = np.nonzero(chest)
    middle = int(np.median(rows)), int(np.median(columns))
    reach = int(0.35 * UNIT)
    low = [max(0, place - reach) for place in middle]
    cut = np.s_[low[0] : middle[0] + reach, low[1] : middle[1] + reach]
    if chest[cut].mean() < 0.8 or flat[cut].std() < FAINT:
        return "plain", 0.75
    peaks = repeats(flat[cut])
    if len(peaks) == 0:
        return "plain", 0.65
    kind = "check" if len(peaks) > 1 else "stripes"
    return kind, 0.4 + 0.4 * sure(sum(share for _, share in peaks), PEAK, 0.7)


WIDE = UNIT / 10
"""Folds and shadows wider than this are taken out before lines are looked for."""

FAINT = 5.0
"""Deviation of lightness under which cloth is plain."""

PEAK = 0.3
"""Share of all differences that one kind of line must make up."""


def repeats(patch: Floats) -> list[tuple[float, float]]:
    """Directions (radians) of lines that repeat over a patch, with their shares of its power.

    They are the peaks of its spectrum: at most two, the stronger first.
    """
    window = np.outer(np.hanning(patch.shape[0]), np.hanning(patch.shape[1]))
    power = np.abs(np.fft.fftshift(np.fft.fft2((patch - patch.mean()) * window))) ** 2
    rows, columns = (np.arange(size) - size // 2 for size in power.shape)
    radius = np.hypot(rows[:, None], columns[None])
    power[(radius < 6) | (radius > 30) | (rows[:, None] < 0)] = 0
    total = power.sum() + 1e-9
    found: list[tuple[float, float]] = []
    for _ in range(2):
        row, column = np.unravel_index(power.argmax(), power.shape)
        near = np.hypot(rows[:, None] - rows[row], columns[None] - columns[column]) < 2.5
        angle = float(np.arctan2(rows[row], columns[column])) % np.pi
        share = float(power[near].sum() / total)
        if share < PEAK * (1 if not found else 0.5):
            break
        if all(0.8 < abs(angle - other) < np.pi - 0.8 for other, _ in found):
            found.append((angle, share))
        turned = np.arctan2(rows[:, None], columns[None]) - angle
        power[np.abs((turned + np.pi / 2) % np.pi - np.pi / 2) < 0.4] = 0
    return found
