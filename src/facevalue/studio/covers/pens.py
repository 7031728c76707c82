"""Fills, lines and rounded paths of the painted head."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..painted.canvas import skia
from .tones import Tones

Point = tuple[float, float]

LINE = 0.017
"""Width of the pen, in units."""


class Paints:
    """Fills and lines in the tones of one head."""

    def __init__(self, tones: Tones) -> None:
        self.skin, self.hair = tones.skin, tones.hair
        self.line = shaded(tones.skin, 0.30)
        self.strand = shaded(tones.hair, 0.55)

    def fill(self, colour: str, alpha: float = 1.0, blur: float = 0.0) -> Any:
        library = skia()
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        paint = library.Paint(AntiAlias=True)
        paint.setColor(library.ColorSetARGB(round(alpha * 255), red, green, blue))
        if blur:
            paint.setMaskFilter(
                library.MaskFilter.MakeBlur(library.BlurStyle.kNormal_BlurStyle, blur)
            )
        return paint

    def pen(self, colour: str, width: float = LINE, alpha: float = 1.0) -> Any:
        library = skia()
        paint = self.fill(colour, alpha)
        paint.setStyle(library.Paint.kStroke_Style)
        paint.setStrokeWidth(width)
        paint.setStrokeCap(library.Paint.kRound_Cap)
        paint.setStrokeJoin(library.Paint.kRound_Join)
        return paint


def shaded(colour: str, by: float) -> str:
    """A colour darker by that factor, a little warmer as it darkens."""
    values = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)], float)
    warm = np.array([1.0, 0.93, 0.90]) ** (1 - by)
    red, green, blue = (values * by**0.8 * warm).clip(0, 255).astype(int).tolist()
    return f"#{red:02x}{green:02x}{blue:02x}"


def smooth(points: list[Point], closed: bool = True) -> Any:
    """A path through the middles of its points, rounded at each of them."""
    path = skia().Path()
    shape = np.array(points)
    middles = (shape + np.roll(shape, -1, 0)) / 2
    if closed:
        path.moveTo(*middles[-1].tolist())
        for bend, end in zip(shape.tolist(), middles.tolist(), strict=True):
            path.quadTo(*bend, *end)
        path.close()
        return path
    path.moveTo(*shape[0].tolist())
    for bend, end in zip(shape[1:-2].tolist(), middles[1:-2].tolist(), strict=True):
        path.quadTo(*bend, *end)
    path.quadTo(*shape[-2].tolist(), *shape[-1].tolist())
    return path
