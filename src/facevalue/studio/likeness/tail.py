"""Hair that hangs down: how far under the chin it reaches, and whether it runs straight.

The crown's colours say little of it: dyed hair is lighter at its ends, and light on the chest
is other than over the head. So its colours are taken anew, beside the jaw, and followed down
until skin or cloth is nearer to them.
"""

from __future__ import annotations

import numpy as np

from .colour import shades
from .filters import disorder
from .sight import UNIT, Floats, Mask
from .strands import Head, nearest

SPREAD = (np.array([8.0, 4.0, 5.0]), np.array([16.0, 7.0, 9.0]))
"""Least and largest spread of a colour beside the jaw (CIELAB)."""

SKIN = np.array([12.0, 5.0, 6.0])
"""Spread of the skin's colour under the chin."""

LIKE = 2.2
"""Distance from the colours beside the jaw, in spreads, up to which a pixel is the same hair."""

STEP, GAP = 0.04, 2
"""Height of one look on the way down, in faces; so many looks without hair are passed over."""

NARROW = 0.07
"""A strand is at least this wide, in faces."""

COARSE = 18
"""Radius in which hair runs straight or does not, pixels: about a tenth of a face."""


def reach(head: Head, mask: Mask) -> float | None:
    """How far under the chin hair reaches, in faces, the longer side; None: past the photo."""
    lowest, seen = 0.0, 0.0
    for side in (-1, 1):
        jaw = head.beside(side, head.chin - 0.3, head.chin + 0.02, 0.22) & mask
        if jaw.sum() < 0.006 * UNIT**2:
            continue
        place = (head.x * side > 0.12) & (head.x * side < head.half + 0.28)
        low, end = _down(head, _same(head, jaw) & place, place & head.sight.here)
        lowest, seen = max(lowest, low), max(seen, end)
    # hair to the photo's lower edge goes on below it
    return None if seen < 0.55 and lowest > seen - 0.1 else lowest


def _same(head: Head, jaw: Mask) -> Mask:
    """The person's pixels that are nearer to the hair beside the jaw than to skin and cloth."""
    lab = head.sight.lab
    hair = [(middle, spread.clip(*SPREAD)) for middle, spread in shades(lab[jaw])]
    away = nearest(lab, hair)
    chest = head.body & (head.y > head.chin + 0.45) & (np.abs(head.x) < 0.2)
    same = head.body & (away < LIKE) & (away < nearest(lab, [(head.skin, SKIN)]))
    if chest.sum() > 0.03 * UNIT**2:
        same &= away < nearest(lab, shades(lab[chest]))
    return same


def _down(head: Head, same: Mask, place: Mask) -> tuple[float, float]:
    """Where the hair ends on its way down from the chin, and where the photo does."""
    low = end = 0.0
    gaps = 0
    for top in np.arange(0.0, 1.1, STEP):
        row = (head.y >= head.chin + top) & (head.y < head.chin + top + STEP)
        if (row & place).sum() < 40:
            break
        end = float(top + STEP)
        wide = float((row & same).sum()) / (STEP * UNIT) / UNIT
        low, gaps = (end, 0) if wide > NARROW else (low, gaps + 1)
        if gaps > GAP:
            return low, max(end, 0.55)
    return low, end


def waves(head: Head, mask: Mask) -> float:
    """How little the hair beside face and neck runs one way, 0 (straight) to 1."""
    tail = mask & (head.y > 0.2) & (head.y < head.chin + 0.35)
    tail &= (head.edge > 0.03) & (head.edge < 0.35)
    return 1 - float(np.median(straight(head)[tail])) if tail.any() else 0.0


def straight(head: Head) -> Floats:
    """How much lines run the same way round each pixel, 0..1."""
    return disorder(head.sight.lab[..., 0], COARSE)[1]
