"""Planes (height x width, float32) at other sizes, and masks whose edges follow the colours."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ....engines.views import between

Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]

EPSILON = 1e-4
"""Variance (of colours in 0..1) under which the guide counts as flat."""


def shrunk(plane: Floats, times: int) -> Floats:
    """A plane or picture a whole number of times smaller: means; the rim goes on outside."""
    if times == 1:
        return plane
    height, width = plane.shape[:2]
    more = ((0, -height % times), (0, -width % times), *[(0, 0)] * (plane.ndim - 2))
    full = np.pad(plane, more, mode="edge")
    rows = full[::times].astype(np.float32)
    for row in range(1, times):
        rows += full[row::times]
    small: Floats = rows[:, ::times].copy()
    for column in range(1, times):
        small += rows[:, column::times]
    return small * np.float32(1 / times**2)


def grown(plane: Floats, times: int, height: int, width: int) -> Floats:
    """The way back from ``shrunk``: bilinear, cut to height x width."""
    return stretched(plane, plane.shape[0] * times, plane.shape[1] * times)[:height, :width]


def stretched(plane: Floats, height: int, width: int) -> Floats:
    """A plane at a larger size, bilinear."""
    upper, lower, down = between(plane.shape[0], height)
    left, right, across = between(plane.shape[1], width)
    wide = plane[:, left] + (plane[:, right] - plane[:, left]) * across
    tall: Floats = wide[upper] + (wide[lower] - wide[upper]) * down[:, None]
    return tall


def boxed(plane: Floats, radius: int) -> Floats:
    """The mean of the (2 radius + 1) square around each pixel."""
    from scipy.ndimage import uniform_filter

    mean: Floats = uniform_filter(plane, 2 * radius + 1, mode="nearest", output=np.float32)
    return mean


def blurred(plane: Floats, sigma: float) -> Floats:
    """A Gaussian blur, float32."""
    from scipy.ndimage import gaussian_filter

    soft: Floats = gaussian_filter(plane, sigma, truncate=3.0, mode="nearest", output=np.float32)
    return soft


def slopes(plane: Floats) -> tuple[Floats, Floats]:
    """How a plane rises down and across, by pixel."""
    down, across = np.gradient(plane)
    return np.asarray(down, np.float32), np.asarray(across, np.float32)


def ramp(plane: Floats | float, low: float, high: float) -> Floats:
    """0 at ``low``, 1 at ``high`` (which may be the lower one), smooth between."""
    share = np.clip((np.asarray(plane, np.float32) - low) / (high - low), 0, 1).astype(np.float32)
    smooth: Floats = share * share * (3 - 2 * share)
    return smooth


class Guide:
    """A picture that tells masks where their edges are.

    The guided filter in colour (He, Sun, Tang, "Guided Image Filtering", ECCV 2010), its
    coefficients found on a picture ``times`` smaller (He and Sun, "Fast Guided Filter", arXiv
    1505.00996). One guide serves many masks.
    """

    def __init__(self, colours: Floats, times: int, radius: int, smooth: float = EPSILON) -> None:
        """``colours`` is height x width x 3 in 0..1; ``radius`` in its pixels."""
        self.times = times
        self.radius = max(1, round(radius / times))
        self.smooth = smooth
        self.colours = colours
        self.small = shrunk(colours, times)

    @cached_property
    def _means(self) -> list[Floats]:
        return [boxed(np.ascontiguousarray(self.small[..., k]), self.radius) for k in range(3)]

    @cached_property
    def _inverse(self) -> dict[tuple[int, int], Floats]:
        """The inverse of each square's covariance of colours: the six numbers that differ."""
        s = {
            (i, j): boxed(self.small[..., i] * self.small[..., j], self.radius)
            - self._means[i] * self._means[j]
            for i in range(3) for j in range(i, 3)
        }  # fmt: skip
        for k in range(3):
            s[k, k] = s[k, k] + np.float32(self.smooth)
        a, b, c, d, e, f = s[0, 0], s[0, 1], s[0, 2], s[1, 1], s[1, 2], s[2, 2]
        inverse = {
            (0, 0): d * f - e * e, (0, 1): c * e - b * f, (0, 2): b * e - c * d,
            (1, 1): a * f - c * c, (1, 2): b * c - a * e, (2, 2): a * d - b * b,
        }  # fmt: skip
        whole = a * inverse[0, 0] + b * inverse[0, 1] + c * inverse[0, 2]
        return {key: value / whole for key, value in inverse.items()}

    def refined(self, plane: Floats) -> Floats:
        """A mask (0..1, at the guide's full or small size) with its edges at the colours'."""
        small = plane if plane.shape == self.small.shape[:2] else shrunk(plane, self.times)
        mean = boxed(small, self.radius)
        along = [
            boxed(self.small[..., k] * small, self.radius) - self._means[k] * mean
            for k in range(3)
        ]  # fmt: skip
        offset = mean
        fine = np.zeros(self.colours.shape[:2], np.float32)
        for i in range(3):
            slope = np.zeros_like(mean)
            for j in range(3):
                slope += self._inverse[min(i, j), max(i, j)] * along[j]
            offset = offset - slope * self._means[i]
            fine += self._full(boxed(slope, self.radius)) * self.colours[..., i]
        answer: Floats = (fine + self._full(boxed(offset, self.radius))).clip(0, 1)
        return answer

    def _full(self, plane: Floats) -> Floats:
        height, width = self.colours.shape[:2]
        return grown(plane, self.times, height, width)
