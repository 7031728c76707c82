"""Drawings that are recorded once and played at any size, tile by tile (Skia).

The one place that knows how Skia keeps pixels. Painters draw on a ``skia.Canvas`` in pixels
of the working picture; nothing they do may depend on the size at which it is played.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...core.errors import NoEngine

Floats = NDArray[np.float32]
Pixels = NDArray[np.uint8]

TILE = 512
"""Side of a tile of the finished picture, pixels."""

MARGIN = 8
"""A tile is painted with so many pixels more on every side, which are cut off: Skia smooths a
curve a little differently where it leaves the surface."""

MISSING = (
    "the drawing library is not installed or does not start; get it with "
    "'pip install facevalue[studio]' (the package skia-python; on a small Linux container "
    "also the system's libgl1 and libegl1)"
)


def skia() -> Any:
    """The library. Raises NoEngine when it is not here."""
    try:
        import skia as library
    except ImportError:
        raise NoEngine(MISSING) from None
    return library


def recorded(width: int, height: int, draw: Callable[[Any], None]) -> Any:
    """What ``draw`` draws on a canvas of that size, as a ``skia.Picture``."""
    library = skia()
    recorder = library.PictureRecorder()
    draw(recorder.beginRecording(library.Rect.MakeWH(width, height)))
    return recorder.finishRecordingAsPicture()


def image(pixels: Pixels) -> Any:
    """A ``skia.Image`` of pixels: height x width x 3 or 4 (straight alpha), uint8."""
    library = skia()
    if pixels.shape[2] == 3:
        full = np.full((*pixels.shape[:2], 1), 255, np.uint8)
        pixels = np.concatenate([pixels, full], 2)
    return library.Image.fromarray(
        np.ascontiguousarray(pixels), colorType=library.kRGBA_8888_ColorType, copy=True
    )


def played(picture: Any, scale: float, box: tuple[int, int, int, int]) -> Pixels:
    """A part of a drawing at a scale: height x width x 4, uint8, straight alpha.

    ``box`` is top, left, bottom, right in pixels of the finished picture.
    """
    library = skia()
    top, left, bottom, right = box
    answer = np.zeros((bottom - top, right - left, 4), np.uint8)
    surface = library.Surface(answer.shape[1] + 2 * MARGIN, answer.shape[0] + 2 * MARGIN)
    canvas = surface.getCanvas()
    canvas.translate(MARGIN - left, MARGIN - top)
    canvas.scale(scale, scale)
    canvas.drawPicture(picture)
    info = library.ImageInfo.Make(
        answer.shape[1], answer.shape[0], library.kRGBA_8888_ColorType, library.kUnpremul_AlphaType
    )
    surface.readPixels(info, answer, answer.strides[0], MARGIN, MARGIN)
    return answer


def tiles(width: int, height: int) -> Iterator[tuple[int, int, int, int]]:
    """The tiles of a picture: top, left, bottom, right."""
    for top in range(0, height, TILE):
        for left in range(0, width, TILE):
            yield top, left, min(top + TILE, height), min(left + TILE, width)


def resized(pixels: Pixels, width: int, height: int) -> Pixels:
    """Pixels (height x width x 3) at another size; averaged when smaller, cubic when larger."""
    library = skia()
    sampling = (
        library.SamplingOptions(library.FilterMode.kLinear, library.MipmapMode.kLinear)
        if width < pixels.shape[1]
        else library.SamplingOptions(library.CubicResampler.Mitchell())
    )
    larger = image(pixels).resize(width, height, sampling)
    answer: Pixels = np.ascontiguousarray(larger.toarray(colorType=library.kRGBA_8888_ColorType))
    return answer[..., :3].copy()
