"""Boxes and how they overlap. A box is left, top, right, bottom; n boxes are n x 4, float32."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def overlap(box: Floats, boxes: Floats) -> Floats:
    """Intersection over union of one box (4) with n boxes (n x 4)."""
    corner = np.minimum(box[2:], boxes[:, 2:]) - np.maximum(box[:2], boxes[:, :2])
    shared = corner.clip(0).prod(1)
    sides = boxes[:, 2:] - boxes[:, :2]
    ratio: Floats = shared / (sides.prod(1) + (box[2:] - box[:2]).prod() - shared + 1e-6)
    return ratio


def groups(boxes: Floats, scores: Floats, limit: float) -> Iterator[NDArray[np.intp]]:
    """Indices of boxes (n x 4) that show one thing, group by group, the best box first.

    The best free box takes every free one that overlaps it by ``limit`` or more.
    """
    free = np.argsort(-scores, kind="stable")
    while len(free):
        same = overlap(boxes[free[0]], boxes[free]) >= limit
        same[0] = True
        yield free[same]
        free = free[~same]
