"""A canvas that can be looked at while it is painted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..canvas import image, skia
from ..palette import oklab, srgb
from . import ribbons
from .strokes import Strokes
from .tips import Tip

Floats = NDArray[np.float32]


class Easel:
    """Draws on the true canvas and on a small copy of it, which tells what is there.

    ``width`` and ``height`` are the working picture's, pixels.
    """

    def __init__(self, canvas: Any, width: int, height: int) -> None:
        library = skia()
        self._true = canvas
        self._waiting: list[Callable[[Any], None]] = []
        self._size = width, height
        self._pixels = np.zeros(((height + 1) // 2, (width + 1) // 2, 4), np.uint8)
        info = library.ImageInfo.MakeN32Premul(self._pixels.shape[1], self._pixels.shape[0])
        self._info = info.makeColorType(library.kRGBA_8888_ColorType)
        self._surface = library.Surface.MakeRasterDirect(self._info, self._pixels)
        self._copy = self._surface.getCanvas()
        self._copy.scale(0.5, 0.5)

    def ground(self, lab: Floats) -> None:
        """Cover everything with a picture (OKLab, any size), smoothly enlarged."""
        library = skia()
        whole = library.Rect.MakeWH(*self._size)
        paper = image(srgb(lab))
        smooth = library.SamplingOptions(library.CubicResampler.Mitchell())
        self._both(lambda canvas: canvas.drawImageRect(paper, whole, smooth))

    def strokes(self, strokes: Strokes, tip: Tip, blend: str = "kSrcOver") -> None:
        """Lay strokes with a tip."""
        ready = ribbons.made(strokes, tip, blend)
        self._both(lambda canvas: ribbons.put(canvas, ready))

    def path(self, path: Any, paint: Any) -> None:
        """Draw a ``skia.Path``."""
        kept = skia().Paint(paint)
        self._both(lambda canvas: canvas.drawPath(path, kept))

    def _both(self, draw: Callable[[Any], None]) -> None:
        """Now on the true canvas; on the copy when it is next looked at."""
        draw(self._true)
        self._waiting.append(draw)

    def seen(self) -> Floats:
        """What is there: OKLab, height x width x 3 of the working picture."""
        for draw in self._waiting:
            draw(self._copy)
        self._waiting.clear()
        small = oklab(self._pixels[..., :3])
        large = small.repeat(2, 0).repeat(2, 1)
        return large[: self._size[1], : self._size[0]]
