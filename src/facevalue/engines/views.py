"""A photo at another size, as a network wants it; numpy only: only photos opens images."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Pixels = NDArray[np.uint8]

STEP = 64
"""View sides are multiples of this: the network wants 32, and so does a view at half the size."""

STRIP = 32
"""Rows resized at once: they fit the processor's cache."""


def box_average(pixels: Pixels, times: int) -> Pixels:
    """The photo a whole number of times smaller; each pixel is the mean of times x times.

    ``times`` is at most 16: sixteen bits hold the sum of as many pixels. Larger ones go in steps.
    """
    if times > 16:
        return box_average(box_average(pixels, 16), times // 16)
    height, width = pixels.shape[0] // times, pixels.shape[1] // times
    small = np.empty((height, width, 3), np.uint8)
    for start in range(0, height, STRIP):
        end = min(start + STRIP, height)
        rows = pixels[start * times : end * times, : width * times]
        total = rows[::times].astype(np.uint16)
        for row in range(1, times):
            total += rows[row::times]
        for colour in range(3):  # one colour at a time: long strides run faster than triples
            mean = total[:, ::times, colour].copy()
            for column in range(1, times):
                mean += total[:, column::times, colour]
            small[start:end, :, colour] = mean // (times * times)
    return small


def between(size: int, wanted: int) -> tuple[NDArray[np.intp], NDArray[np.intp], Floats]:
    """Where ``wanted`` new positions fall among ``size`` old ones.

    For each: the old position before it, the one after it, and the share of the latter.
    """
    at = np.clip((np.arange(wanted) + 0.5) * (size / wanted) - 0.5, 0, size - 1)
    before = at.astype(np.intp)
    return before, np.minimum(before + 1, size - 1), (at - before).astype(np.float32)


def resized(pixels: Pixels, height: int, width: int) -> Floats:
    """The photo as 3 x H x W floats 0..255, bilinear.

    H and W are ``height`` and ``width`` filled up with black to multiples of STEP.
    """
    times = min(pixels.shape[0] // height, pixels.shape[1] // width)
    if times > 1:
        pixels = box_average(pixels, times)
    canvas = np.zeros((3, -(-height // STEP) * STEP, -(-width // STEP) * STEP), np.float32)
    up, down, row_share = between(pixels.shape[0], height)
    left, right, share = between(pixels.shape[1], width)
    for start in range(0, height, STRIP):
        rows = slice(start, min(start + STRIP, height))
        upper, lower = pixels[up[rows]].astype(np.float32), pixels[down[rows]]
        upper += (lower - upper) * row_share[rows, None, None]
        planes = np.ascontiguousarray(upper.transpose(2, 0, 1))
        first = planes.take(left, 2)
        canvas[:, rows, :width] = first + (planes.take(right, 2) - first) * share
    return canvas


def halved(view: Floats) -> Floats:
    """A view 3 x H x W at half its size, each pixel the mean of four."""
    rows = view[:, 0::2] + view[:, 1::2]
    return (rows[:, :, 0::2] + rows[:, :, 1::2]) * np.float32(0.25)
