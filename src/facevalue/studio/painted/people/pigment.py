"""Colours of a drawn face, mixed in CIELAB, and the paints that carry them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..canvas import skia

Lab = NDArray[np.float64]

WHITE = (0.95047, 1.0, 1.08883)
TO_RGB = (
    (3.2404542, -1.5371385, -0.4985314),
    (-0.9692660, 1.8760108, 0.0415560),
    (0.0556434, -0.2040259, 1.0572252),
)
"""D65, and from CIE XYZ to linear sRGB (IEC 61966-2-1)."""


def rgb(colour: Sequence[float] | Lab) -> tuple[int, int, int]:
    """A CIELAB colour (D65) in sRGB, 0..255; the nearest there is.

    By hand, a colour at a time: scikit-image takes a millisecond for one.
    """
    light, a, b = (float(v) for v in colour)
    high = (min(max(light, 0.0), 100.0) + 16) / 116
    x, y, z = (
        white * (v**3 if v > 6 / 29 else (v - 4 / 29) * 3 * (6 / 29) ** 2)
        for white, v in zip(WHITE, (high + a / 500, high, high - b / 200), strict=True)
    )
    linear = (row[0] * x + row[1] * y + row[2] * z for row in TO_RGB)
    red, green, blue = (
        round(255 * min(1.0, 12.92 * v if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055))
        for v in (max(v, 0.0) for v in linear)
    )
    return red, green, blue


def paint(colour: Lab, alpha: float = 1.0, blur: float = 0.0) -> Any:
    """A filling paint; ``alpha`` 0..1; ``blur`` softens the edge (sigma, drawing units)."""
    library = skia()
    filled = library.Paint(AntiAlias=True)
    filled.setColor(library.Color(*rgb(colour), round(255 * float(np.clip(alpha, 0, 1)))))
    if blur > 0:
        filled.setMaskFilter(library.MaskFilter.MakeBlur(library.kNormal_BlurStyle, blur))
    return filled
