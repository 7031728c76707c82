"""How water carries colour: washes with soft insides and darker rims."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..canvas import image, skia
from . import shapes
from .easel import Easel

Floats = NDArray[np.float32]


def spread(ratio: Floats, inside: Floats, size: float) -> Floats:
    """Softened within a shape, and carried a little beyond its outline."""
    from scipy.ndimage import gaussian_filter

    weight = gaussian_filter(inside, size)[..., None] + 1e-4
    total = gaussian_filter(ratio * inside[..., None], (size, size, 0)) + 1e-4
    answer: Floats = (total / weight).clip(0, 1)
    return answer


def unrest(shape: tuple[int, ...], chance: np.random.Generator) -> Floats:
    """How water runs: smooth noise of large and small clouds, about -1..1."""
    from scipy.ndimage import gaussian_filter, zoom

    answer = np.zeros(shape, np.float32)
    for cell, weight in ((64, 0.6), (20, 0.35), (7, 0.2)):
        grid = chance.standard_normal((shape[0] // cell + 4, shape[1] // cell + 4))
        large = zoom(gaussian_filter(grid, 0.7) * 1.8, cell, order=1)
        answer += weight * large[: shape[0], : shape[1]].astype(np.float32)
    soft: Floats = gaussian_filter(answer, 2.0)
    return soft


@dataclass(frozen=True, eq=False)
class Glaze:
    """One wash: where ``plane`` is above ``level``, filled with what is still missing.

    ``scale`` is working pixels by pixel of the plane; ``ratio`` (0..1, half the working size)
    what the wash lets through of red, green, blue; shapes under ``least`` working pixels (one
    number or a plane of them) are left out; ``rim`` (0..1) is how much pigment gathers at the
    outline.
    """

    plane: Floats
    level: float
    scale: int
    ratio: Floats
    least: Floats | float
    rim: float = 1.0


RIMS = ((3.0, 0.10), (1.1, 0.28))
"""Width (working pixels) and strength of the darker outline, from soft to sharp."""


def laid(easel: Easel, glaze: Glaze) -> None:
    """Lay a wash."""
    library = skia()
    path = shapes.above(glaze.plane, glaze.level, glaze.scale, glaze.least)
    colours = (glaze.ratio * 255).clip(0, 255).astype(np.uint8)
    clamp = library.TileMode.kClamp
    smooth = library.SamplingOptions(library.FilterMode.kLinear)
    shader = image(colours).makeShader(clamp, clamp, smooth, library.Matrix.Scale(2, 2))
    paint = library.Paint(Shader=shader, BlendMode=library.BlendMode.kMultiply, AntiAlias=True)
    easel.path(path, paint)
    paint.setStyle(library.Paint.kStroke_Style)
    for width, alpha in RIMS:
        paint.setStrokeWidth(width)
        paint.setAlphaf(alpha * glaze.rim)
        easel.path(path, paint)
