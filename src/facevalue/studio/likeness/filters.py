"""Small filters over one plane (height x width)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def boxed(plane: Floats, radius: int) -> Floats:
    """The mean of the (2 radius + 1) square around each pixel."""
    from scipy.ndimage import uniform_filter

    mean: Floats = uniform_filter(plane, 2 * radius + 1, mode="nearest")
    return mean


def guided(guide: Floats, plane: Floats, radius: int, smooth: float) -> Floats:
    """``plane`` smoothed, with its edges where the guide (0..1) has them.

    He, Sun, Tang, "Guided Image Filtering" (ECCV 2010): in each square the answer is a linear
    function of the guide; ``smooth`` is the variance of the guide under which it is flat.
    """
    mean_guide, mean_plane = boxed(guide, radius), boxed(plane, radius)
    together = boxed(guide * plane, radius) - mean_guide * mean_plane
    variance = boxed(guide * guide, radius) - mean_guide**2
    slope = together / (variance + smooth)
    offset = mean_plane - slope * mean_guide
    return boxed(slope, radius) * guide + boxed(offset, radius)


def disorder(plane: Floats, radius: int) -> tuple[Floats, Floats]:
    """How lines run: strength of the edges, and how much they run the same way (0..1).

    The structure tensor's eigenvalues (Bigun and Granlund 1987): straight strands of hair
    have one direction (near 1), curls have many (near 0).
    """
    from scipy.ndimage import gaussian_filter

    soft = gaussian_filter(plane, 1.0)
    down, across = np.gradient(soft)
    xx, yy, xy = boxed(across**2, radius), boxed(down**2, radius), boxed(across * down, radius)
    strength = np.sqrt(np.maximum(xx + yy, 0))
    order = np.sqrt((xx - yy) ** 2 + 4 * xy**2) / (xx + yy + 1e-9)
    return strength, order
