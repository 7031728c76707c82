"""Lines, and the colours they are drawn in."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..canvas import skia

Line = NDArray[np.float64]
"""Points of a line, n x 2: x and y in pixels of the working picture."""


def ink(lab: NDArray[Any] | tuple[float, float, float], alpha: float = 1.0) -> int:
    """A CIELAB colour as the number that Skia takes for a colour."""
    red, green, blue = rgb(np.asarray(lab, np.float64)).tolist()
    return int(skia().ColorSetARGB(round(alpha * 255), red, green, blue))


def rgb(lab: NDArray[Any]) -> NDArray[np.uint8]:
    """CIELAB colours (... x 3) as sRGB, 0 to 255; what no screen shows is cut off."""
    from skimage.color import lab2rgb

    with warnings.catch_warnings():  # it warns of what it cuts off
        warnings.simplefilter("ignore", UserWarning)
        return np.asarray((lab2rgb(lab) * 255).round(), np.uint8)
