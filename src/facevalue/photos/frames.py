"""Frames of our own making as one moving picture, without metadata."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL import Image

KINDS = {
    "webp": {"format": "WEBP", "quality": 82, "method": 4},
    "gif": {"format": "GIF", "disposal": 1},
}
"""How each kind is written: the words for Pillow."""

COLOURS = 255
"""Of a GIF's palette, the same for all frames, so that still areas do not flicker."""


def animated(frames: Sequence[NDArray[np.uint8]], milliseconds: int, kind: str) -> bytes:
    """Frames (height x width x 3, uint8, sRGB) one after the other, repeated for ever.

    ``milliseconds`` is how long each is shown; ``kind`` is ``webp`` or ``gif``. Raises
    ValueError for another kind, no frame, or frames of different sizes.
    """
    from PIL import Image

    if kind not in KINDS:
        raise ValueError(f"no moving pictures are written as {kind!r}; use webp or gif")
    if len({frame.shape for frame in frames}) != 1:
        raise ValueError("a moving picture needs frames of one size")
    images = [Image.fromarray(frame) for frame in frames]
    if kind == "gif":
        images = _reduced(images)
    out = io.BytesIO()
    images[0].save(
        out,
        save_all=True,
        append_images=images[1:],
        duration=milliseconds,
        loop=0,
        **KINDS[kind],  # type: ignore[arg-type]
    )
    return out.getvalue()


def _reduced(images: list[Image.Image]) -> list[Image.Image]:
    """All frames in one palette, chosen from a sheet of some of them."""
    from PIL import Image

    some = images[:: max(1, len(images) // 6)]
    sheet = Image.new("RGB", (images[0].width * len(some), images[0].height))
    for place, image in enumerate(some):
        sheet.paste(image, (place * image.width, 0))
    palette = sheet.quantize(COLOURS, Image.Quantize.MEDIANCUT)
    return [image.quantize(palette=palette, dither=Image.Dither.NONE) for image in images]


def still(pixels: NDArray[np.uint8], longest: int, quality: int = 90) -> bytes:
    """Pixels (height x width x 3, uint8, sRGB) as a JPEG without metadata, for 3D files.

    Made smaller where a side is above ``longest`` pixels; colours are not subsampled.
    """
    from PIL import Image

    image = Image.fromarray(pixels)
    image.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, subsampling=0, optimize=True)
    return out.getvalue()
