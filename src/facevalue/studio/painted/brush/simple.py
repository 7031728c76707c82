"""The picture with small things left out, its large edges kept: what a broad brush sees."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def transform(
    image: Floats, guide: Floats, reach: float, contrast: float, rounds: int = 2
) -> Floats:
    """Smooth ``image`` (height x width x n), but not across edges of ``guide`` (... x m).

    ``reach`` is in pixels, ``contrast`` the difference of the guide that stops it. Recursive
    domain transform of Gastal and Oliveira (2011).
    """
    steep = np.float32(reach / contrast)
    across = 1 + steep * _total(np.diff(guide, axis=1))
    down = 1 + steep * _total(np.diff(guide, axis=0))
    rows = np.ascontiguousarray(image.transpose(1, 2, 0), np.float32)
    gates = np.ascontiguousarray(across.T, np.float32), np.ascontiguousarray(down, np.float32)
    for turn in range(rounds):
        sigma = reach * 3**0.5 * 2 ** (rounds - turn - 1) / (4**rounds - 1) ** 0.5
        log = np.float32(-(2**0.5) / sigma)
        _swept(rows, np.exp(log * gates[0]))
        columns = np.ascontiguousarray(rows.transpose(2, 1, 0))
        _swept(columns, np.exp(log * gates[1]))
        rows = np.ascontiguousarray(columns.transpose(2, 1, 0))
    return np.ascontiguousarray(rows.transpose(2, 0, 1))


def _total(change: Floats) -> Floats:
    answer = np.abs(change[..., 0])
    for channel in range(1, change.shape[2]):
        answer += np.abs(change[..., channel])
    return answer


def _swept(lines: Floats, gate: Floats) -> None:
    """There and back along the first axis, in place. Lines: n x channels x m, gate: n-1 x m."""
    step = np.empty_like(lines[0])
    for order in (range(1, len(lines)), range(len(lines) - 2, -1, -1)):
        shift = -1 if order.step > 0 else 1
        for at in order:
            np.subtract(lines[at + shift], lines[at], out=step)
            step *= gate[at - 1 if shift < 0 else at]
            lines[at] += step


def left_out(image: Floats, size: float, contrast: float = 0.12, rounds: int = 3) -> Floats:
    """The image without things smaller than about ``size`` pixels, other edges sharp.

    Rolling guidance (Zhang et al. 2014): blur away what is small, then let the large edges
    grow back from the original.
    """
    from scipy.ndimage import gaussian_filter

    guide: Floats = gaussian_filter(image, (size, size, 0), truncate=2.5)
    for _ in range(rounds):
        guide = transform(image, guide, size * 4, contrast)
    return guide
