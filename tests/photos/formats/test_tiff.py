"""TIFF: pixels, pages and the way up stay, everything else goes."""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from facevalue.core.places import Size
from facevalue.photos.formats.tiff import TIFF

from ..carriers.exif_blocks import Entry, directory, header, jpeg
from .tiff_files import SECRET, picture, pixels, plain, saved

COMPRESSIONS = [
    (mode, method)
    for mode in ("L", "RGB", "RGBA", "CMYK", "P", "I;16", "LA", "LAB")
    for method in (None, "tiff_lzw", "tiff_adobe_deflate", "packbits", "tiff_deflate")
] + [("1", "group4"), ("1", None), ("RGB", "jpeg"), ("L", "jpeg"), ("F", None)]


@pytest.mark.parametrize(("mode", "method"), COMPRESSIONS)
def test_pixels_stay_and_words_go(mode: str, method: str | None) -> None:
    """For every mode and compression: the same pixels, none of the planted words."""
    words = SECRET.decode()
    tags = {270: words, 305: words, 315: words, 33432: words, 274: 6}
    data = saved(picture(mode), compression=method, tiffinfo=tags)
    done = TIFF.strip(data)
    assert SECRET in data
    assert SECRET not in done.data
    assert pixels(done.data) == pixels(data)
    assert done.lossless
    assert "orientation" in done.kept
    assert TIFF.header(done.data) == TIFF.header(data)


@pytest.mark.parametrize("order", ["II", "MM"])
def test_both_byte_orders(order: str) -> None:
    """The byte order of the file is kept, and so are its pixels."""
    data = plain(order, extra=((315, 2, SECRET),))
    done = TIFF.strip(data)
    assert done.data[:2] == order.encode()
    assert SECRET not in done.data
    assert pixels(done.data) == pixels(data)


@pytest.mark.parametrize("planar", [1, 2])
def test_tiles(planar: int) -> None:
    """Tiles, together or one plane after the other, are copied tile by tile."""
    wide, side = 48, 16
    shape = (2, 3, side, side, 3) if planar == 1 else (3, 2, 3, side, side)
    values = np.random.default_rng(3).integers(0, 255, shape).astype(np.uint8)
    tiles = [
        zlib.compress(tile.tobytes())
        for tile in values.reshape(-1, *shape[2 if planar == 1 else 3 :])
    ]
    entries: list[Entry] = [
        *((256, 3, [wide]), (257, 3, [32]), (258, 3, [8, 8, 8]), (259, 3, [8]), (262, 3, [2])),
        *((277, 3, [3]), (284, 3, [planar]), (315, 2, SECRET), (322, 3, [side]), (323, 3, [side])),
        (324, 4, [0] * len(tiles)),
        (325, 4, [len(tile) for tile in tiles]),
    ]
    at = 8 + len(directory("II", entries, 8))
    places = [at + sum(len(tile) for tile in tiles[:index]) for index in range(len(tiles))]
    entries[10] = (324, 4, places)
    data = header("II") + directory("II", entries, 8) + b"".join(tiles)
    done = TIFF.strip(data)
    assert SECRET not in done.data
    assert pixels(done.data) == pixels(data)


def test_pages_stay_and_previews_go() -> None:
    """A document keeps its pages; pages marked as reduced are second copies and go."""
    pages = [picture("RGB"), picture("L", (50, 80)), picture("RGB", (45, 35))]
    data = saved(pages[0], save_all=True, append_images=pages[1:])
    assert TIFF.header(data).frames == 2
    done = TIFF.strip(data)
    assert TIFF.header(done.data).frames == 2
    assert pixels(done.data, 1) == pixels(data, 1)
    with Image.open(io.BytesIO(done.data)) as image:
        assert image.n_frames == 2  # type: ignore[attr-defined]
    (copy,) = TIFF.embedded(data)
    assert (copy.role, copy.media_type) == ("preview", "image/tiff")
    assert pixels(copy.data) == pixels(data, 2)
    assert TIFF.embedded(done.data) == ()


def test_a_thumbnail_in_the_second_directory() -> None:
    """Programs that treat a TIFF as Exif put a JPEG thumbnail into the second directory."""
    first = plain()
    at = len(first)
    entries: list[Entry] = [(259, 3, [6]), (0x0201, 4, [0]), (0x0202, 4, [len(jpeg())])]
    entries[1] = (0x0201, 4, [at + len(directory("II", entries, at))])
    data = bytearray(first + directory("II", entries, at) + jpeg())
    struct.pack_into("<I", data, 8 + 2 + 12 * 9, at)
    (copy,) = TIFF.embedded(bytes(data))
    assert copy.data == jpeg()
    assert jpeg() not in TIFF.strip(bytes(data)).data


def test_the_upright_size() -> None:
    """A turned picture is as wide as it is seen."""
    found = TIFF.header(plain(extra=((274, 3, [8]),)))
    assert (found.size, found.orientation, found.frames) == (Size(8, 16), 8, 1)
