"""Where a draughtsman would put a line: a field whose ridges are the lines of the picture."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter, map_coordinates, maximum_filter

from ..scene.scene import Floats

STEPS = 6
"""The field is averaged over so many pixels of the way lines run, to either side."""

COLOUR = 0.9
"""An edge between colours counts by this much of one between lights (both in CIELAB)."""

SURROUND = 14.0
"""Reach over which busy places raise their own threshold, working pixels."""


def field(
    plane: Floats, angle: Floats, fine: float = 1.3, busy: float = 1.0, colour: Floats | None = None
) -> Floats:
    """How much each pixel lies on a line, about 0..1, height x width.

    A flow-based difference of Gaussians (Kang, Lee, Chui, "Coherent Line Drawing", NPAR 2007)
    in the form of Winnemoeller et al., "XDoG" (Computers & Graphics 36, 2012): the difference
    first, then its mean along ``angle``. What has many lines around it counts less, by
    ``busy`` (surround inhibition: Grigorescu et al., "Contour detection based on
    nonclassical receptive field inhibition", IEEE TIP 12, 2003): grass is not drawn blade
    by blade. ``fine`` is the width of the narrower Gaussian, pixels. ``colour`` (height x
    width x 2: a* and b*) adds the lines between colours that are equally light.
    """
    ridge = _ridge(plane, fine)
    if colour is not None:
        ridge = np.maximum(ridge, _between(colour, ridge, fine))
    ridge = along(ridge, angle, ridge > 0.002)
    around: Floats = gaussian_filter(ridge, SURROUND)
    answer = (ridge / (0.02 + busy * 1.6 * around)).clip(0, 2) / 2
    return answer.astype(np.float32)


def sharpened(plane: Floats, fine: float = 0.7, much: float = 14.0) -> Floats:
    """A plane with its lines and edges driven apart, so that one level cuts marks out of it.

    It is the sharpening form of Winnemoeller et al.'s XDoG; ``fine`` as in ``field``, pixels.
    """
    narrow = gaussian_filter(plane, fine)
    answer: Floats = narrow + much * (narrow - gaussian_filter(plane, 1.6 * fine))
    return answer


def _ridge(plane: Floats, fine: float) -> Floats:
    narrow = gaussian_filter(plane, fine)
    answer: Floats = np.maximum(gaussian_filter(plane, 1.6 * fine) - narrow, 0)
    return answer


def _between(colour: Floats, ridge: Floats, fine: float) -> Floats:
    """Lines of the colour planes, where lightness has none nearby: no edge is drawn twice."""
    planes: Floats = colour.transpose(2, 0, 1).astype(np.float32) * np.float32(0.01)
    chroma = np.maximum(_ridge(planes[0], 1.3 * fine), _ridge(planes[1], 1.3 * fine))
    nearby = maximum_filter(ridge, int(6 * fine) + 1)
    answer: Floats = COLOUR * chroma * (1 - nearby / 0.012).clip(0, 1)
    return answer


def along(plane: Floats, angle: Floats, where: NDArray[np.bool_]) -> Floats:
    """The mean of a plane along the way lines run, at the pixels ``where``; else 0."""
    rows, columns = np.nonzero(where)
    total = plane[rows, columns].copy()
    weights = 1.0
    for sign in (1.0, -1.0):
        y: Floats = rows.astype(np.float32)
        x: Floats = columns.astype(np.float32)
        heading: Floats = angle[rows, columns]
        dy: Floats = np.float32(sign) * np.sin(heading)
        dx: Floats = np.float32(sign) * np.cos(heading)
        for step in range(1, STEPS + 1):
            y, x = y + dy, x + dx
            weight = float(np.exp(-0.5 * (2 * step / STEPS) ** 2))
            total += weight * map_coordinates(plane, (y, x), order=1, mode="nearest")
            dy, dx = _turned(angle, y, x, dy, dx)
            weights += weight
    answer = np.zeros_like(plane)
    answer[rows, columns] = total / weights
    return answer


def _turned(angle: Floats, y: Floats, x: Floats, dy: Floats, dx: Floats) -> tuple[Floats, Floats]:
    """The next step's direction: the field's, the way round that goes on straight."""
    height, width = angle.shape
    row = (y + 0.5).astype(np.intp).clip(0, height - 1)
    column = (x + 0.5).astype(np.intp).clip(0, width - 1)
    heading = angle[row, column]
    ny, nx = np.sin(heading), np.cos(heading)
    sign = np.where(ny * dy + nx * dx < 0, -1, 1).astype(np.float32)
    return ny * sign, nx * sign
