"""Builds TIFF files for tests: with Pillow, and field by field."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image

from ..carriers.exif_blocks import Entry, directory, header

SECRET = b"the planted secret"


def picture(mode: str = "RGB", size: tuple[int, int] = (90, 70)) -> Image.Image:
    """A picture with structure: soft waves and a little noise."""
    wide, high = size
    rows, columns = np.mgrid[0:high, 0:wide]
    waves = 120 + 60 * np.sin(columns / 9) + 40 * np.cos(rows / 7)
    noise = np.random.default_rng(7).integers(0, 9, (high, wide, 3))
    rgb = Image.fromarray((waves[..., None] + noise).astype(np.uint8))
    if mode == "I;16":
        return Image.fromarray((waves * 250).astype(np.uint16))
    return rgb.convert(mode)


def saved(image: Image.Image, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, "TIFF", **options)
    return out.getvalue()


def pixels(data: bytes, page: int = 0) -> tuple[str, bytes, object]:
    """Mode, pixel bytes and palette of a page as Pillow decodes it."""
    with Image.open(io.BytesIO(data), formats=["TIFF"]) as image:
        image.seek(page)
        return image.mode, image.tobytes(), image.getpalette()


def plain(
    order: str = "II",
    extra: tuple[Entry, ...] = (),
    strip: bytes | None = None,
    compression: int = 1,
    behind: bytes = b"",
    counted: int | None = None,
) -> bytes:
    """A TIFF of 16 x 8 grey pixels in one strip, with further fields and bytes behind it."""
    body = bytes(range(128)) if strip is None else strip
    entries: list[Entry] = [
        (256, 3, [16]),
        (257, 3, [8]),
        (258, 3, [8]),
        (259, 3, [compression]),
        (262, 3, [1]),
        (273, 4, [0]),
        (277, 3, [1]),
        (278, 3, [8]),
        (279, 4, [len(body) if counted is None else counted]),
        *extra,
    ]
    at = 8 + len(directory(order, entries, 8))
    entries[5] = (273, 4, [at])
    return header(order) + directory(order, entries, 8) + body + behind
