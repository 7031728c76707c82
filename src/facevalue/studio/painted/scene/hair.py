"""All hair, or what covers it: one mask with a soft edge, and each person's share of it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .planes import Floats, Guide, blurred, ramp

Window = tuple[int, int, int, int]
Part = tuple[Floats, tuple[int, int]]
"""A part of a plane, and the row and column where it begins."""


def together(parts: Sequence[Part], person: Floats, guide: Guide) -> Floats:
    """One mask of all parts, its edge at the colours'."""
    plane = np.zeros_like(person)
    for part, (top, left) in parts:
        here = plane[top : top + part.shape[0], left : left + part.shape[1]]
        np.maximum(here, part, out=here)
    if not plane.any():
        return plane
    return ramp(guide.refined(plane), 0.12, 0.88) * person


def own(whole: Floats, part: Part) -> tuple[Floats, Window]:
    """What of the whole mask is one person's, and its window (top, left, bottom, right)."""
    plane, (top, left) = part
    nobody = np.zeros((0, 0), np.float32), (top, left, top, left)
    if not plane.size:
        return nobody
    cut = whole[top : top + plane.shape[0], left : left + plane.shape[1]]
    mine: Floats = cut * ramp(blurred(plane, 3.0), 0.02, 0.3)
    rows, columns = np.flatnonzero(mine.max(1) > 0.02), np.flatnonzero(mine.max(0) > 0.02)
    if not rows.size:
        return nobody
    up, down, first, last = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    return (
        mine[up:down, first:last].copy(),
        (int(top + up), int(left + first), int(top + down), int(left + last)),
    )
