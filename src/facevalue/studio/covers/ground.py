"""What stands behind a drawn head: a smooth fill made from what is around it, and nothing else."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]

NEUTRAL = (178, 172, 165)
"""Where nothing is around, because the head fills the picture."""

CLEAR = 2
"""Pixels next to the mask that are not taken either: hair and skin bleed into them."""


def filled(pixels: Pixels, mask: Mask) -> Floats:
    """The colours of ``pixels`` with those under ``mask`` made from those around it.

    Down to one pixel by halves, means of known pixels only, and up again: every unknown
    place takes the colour of the coarsest level that knows one (Burt and Adelson's pyramid, used
    to fill as in Gortler et al., "The Lumigraph", 1996). No pixel under the mask is read.
    """
    known = ~_grown(mask, CLEAR)
    colours = np.where(known[..., None], pixels, 0).astype(np.float32)
    weights = known.astype(np.float32)[..., None]
    if not known.any():
        return np.broadcast_to(np.array(NEUTRAL, np.float32), pixels.shape).copy()
    smooth = _fill(colours * weights, weights)
    return np.where(mask[..., None], smooth, pixels).astype(np.float32)


def around(pixels: Pixels, mask: Mask) -> Floats:
    """The mean colour of what is around the mask, 3 numbers, 0..255."""
    known = ~_grown(mask, CLEAR)
    if not known.any():
        return np.array(NEUTRAL, np.float32)
    mean: Floats = pixels[known].mean(0).astype(np.float32)
    return mean


def _fill(summed: Floats, weights: Floats) -> Floats:
    """Colours everywhere from colours times weights."""
    height, width = weights.shape[:2]
    own = np.asarray(summed / np.maximum(weights, 1e-6), np.float32)
    if min(height, width) <= 1 or weights.min() > 0.99:
        total = summed.sum((0, 1)) / np.maximum(weights.sum((0, 1)), 1e-6)
        return np.asarray(np.where(weights > 0, own, total), np.float32)
    coarse_sum, coarse_weight = _halved(summed), _halved(weights)
    full = np.maximum(coarse_weight / 0.25, 1)  # a cell that knows a quarter knows enough
    coarse = _fill(coarse_sum / full * 4, (coarse_weight / full * 4).clip(0, 1))
    up = _doubled(coarse, height, width)
    sure = weights.clip(0, 1)
    return np.asarray(own * sure + up * (1 - sure), np.float32)


def _halved(plane: Floats) -> Floats:
    """Means of two by two; what is over is repeated."""
    height, width = plane.shape[:2]
    padded = np.pad(plane, ((0, height % 2), (0, width % 2), (0, 0)), mode="edge")
    rows = padded[0::2] + padded[1::2]
    return np.asarray((rows[:, 0::2] + rows[:, 1::2]) / 4, np.float32)


def _doubled(plane: Floats, height: int, width: int) -> Floats:
    """Twice the size, bilinear."""
    rows = _line(plane, height)
    both = _line(rows.swapaxes(0, 1), width).swapaxes(0, 1)
    return np.ascontiguousarray(both)


def _line(plane: Floats, length: int) -> Floats:
    at = ((np.arange(length) + 0.5) / 2 - 0.5).clip(0, plane.shape[0] - 1)
    low = at.astype(np.intp)
    high = np.minimum(low + 1, plane.shape[0] - 1)
    share = (at - low).astype(np.float32)[:, None, None]
    return np.asarray(plane[low] * (1 - share) + plane[high] * share, np.float32)


def _grown(mask: Mask, by: int) -> Mask:
    grown = mask.copy()
    for _ in range(by):
        more = grown.copy()
        more[1:] |= grown[:-1]
        more[:-1] |= grown[1:]
        more[:, 1:] |= grown[:, :-1]
        more[:, :-1] |= grown[:, 1:]
        grown = more
    return grown
