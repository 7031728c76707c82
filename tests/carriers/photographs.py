"""Every photograph with canaries in it, by name, and its pixels as other programs see them."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PIL import Image

from . import avif, gif, heic, jpeg, png, tiff, webp
from .canary import Carrier


@dataclass(frozen=True)
class Photograph:
    """A file to be made, its format, and the places of its canaries.

    ``frames`` is how many pictures of a film or pages a reader must see.
    """

    name: str
    form: str
    carriers: tuple[Carrier, ...]
    made: Callable[[], bytes]
    frames: int = 1

    def __str__(self) -> str:
        return self.name

    @property
    def canaries(self) -> list[str]:
        return [carrier.canary for carrier in self.carriers]


PHOTOGRAPHS = (
    Photograph("jpeg", "jpeg", jpeg.CARRIERS, jpeg.photograph),
    Photograph("png", "png", png.CARRIERS, png.photograph),
    Photograph("apng", "png", png.MOVING, png.moving, 2),
    Photograph("webp", "webp", webp.CARRIERS, webp.photograph),
    Photograph("webp lossless", "webp", webp.CARRIERS, partial(webp.photograph, lossless=True)),
    Photograph("webp moving", "webp", webp.MOVING, webp.moving, 2),
    Photograph("heic", "heic", heic.CARRIERS, heic.photograph),
    Photograph("avif", "avif", avif.CARRIERS, avif.photograph),
    Photograph("tiff", "tiff", tiff.CARRIERS, tiff.photograph),
    Photograph("tiff pages", "tiff", tiff.PAGED, tiff.paged, 2),
    Photograph("gif", "gif", gif.CARRIERS, gif.photograph, 2),
)

Frame = tuple[str, tuple[int, int], bytes, object]
"""Mode, size, samples and how long it is shown."""


def frames(form: str, data: bytes) -> list[Frame]:
    """Every picture of the file as Pillow (HEIC: libheif) decodes it, not turned.

    Of a JPEG also those that its MPF index names.
    """
    if form == "heic":
        return [_heic(data)]
    found = []
    with Image.open(io.BytesIO(data), formats=[form.upper()]) as image:
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            shown = image.convert("RGBA") if image.mode == "P" else image.copy()
            found.append((shown.mode, shown.size, shown.tobytes(), image.info.get("duration")))
    return found


def _heic(data: bytes) -> Frame:
    import pi_heif

    picture = pi_heif.open_heif(data, convert_hdr_to_8bit=False)
    return picture.mode, picture.size, bytes(picture.data), None
