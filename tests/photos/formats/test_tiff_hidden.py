"""TIFF: nothing hides behind a stream, inside one, or where nothing points to."""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from facevalue.photos.formats.tiff import TIFF

from ..carriers.exif_blocks import Entry, directory, header
from .tiff_files import SECRET, picture, pixels, plain, saved


@pytest.mark.parametrize(
    "data",
    [
        plain(behind=SECRET),
        plain(strip=bytes(128) + SECRET),
        plain(strip=zlib.compress(bytes(128)) + SECRET, compression=8),
        plain(strip=b"\x81\x00" + SECRET, compression=32773),
        plain(extra=((50000, 7, SECRET),)),
        plain(extra=((700, 7, SECRET),)),
        plain(extra=((529, 5, [1, 3, 1, 3, 1, 3, *struct.unpack("<4I", SECRET[:16])]),)),
    ],
    ids=["trailer", "behind pixels", "behind zlib", "behind packbits", "private", "xmp", "long"],
)
def test_nothing_hides(data: bytes) -> None:
    """Words behind a stream, in private fields or in overlong ones do not come along."""
    done = TIFF.strip(data)
    assert SECRET[:16] in data
    assert SECRET[8:16] not in done.data
    assert pixels(done.data) == pixels(data)


def test_nothing_hides_behind_lzw() -> None:
    """The LZW stream ends at its end code, also where the table was reset many times."""
    noise = np.random.default_rng(1).integers(0, 255, (128, 300), dtype=np.uint8)
    data = saved(Image.fromarray(noise), compression="tiff_lzw", strip_size=1 << 20)
    at = struct.unpack_from("<I", data, 4)[0]
    with Image.open(io.BytesIO(data)) as image:
        (start,), (size,) = image.tag_v2[273], image.tag_v2[279]  # type: ignore[attr-defined]
    moved = bytearray(data + data[start : start + size] + SECRET)
    for index in range(struct.unpack_from("<H", data, at)[0]):
        place = at + 2 + 12 * index
        tag = struct.unpack_from("<H", moved, place)[0]
        if tag == 273:
            struct.pack_into("<I", moved, place + 8, len(data))
        if tag == 279:
            struct.pack_into("<I", moved, place + 8, size + len(SECRET))
    done = TIFF.strip(bytes(moved))
    assert SECRET not in done.data
    assert pixels(done.data) == pixels(data)


def test_nothing_hides_in_jpeg_strips() -> None:
    """Comments and application segments inside JPEG strips and tables are left out."""
    data = saved(picture("L"), compression="jpeg", strip_size=1 << 20)
    with Image.open(io.BytesIO(data)) as image:
        (start,), (size,) = image.tag_v2[273], image.tag_v2[279]  # type: ignore[attr-defined]
    inside = data[start : start + size]
    words = b"\xff\xfe" + struct.pack(">H", len(SECRET) + 2) + SECRET
    longer = inside[:2] + words + inside[2:] + SECRET
    at = struct.unpack_from("<I", data, 4)[0]
    moved = bytearray(data + longer)
    for index in range(struct.unpack_from("<H", data, at)[0]):
        place = at + 2 + 12 * index
        tag = struct.unpack_from("<H", moved, place)[0]
        if tag == 273:
            struct.pack_into("<I", moved, place + 8, len(data))
        if tag == 279:
            struct.pack_into("<I", moved, place + 8, len(longer))
    done = TIFF.strip(bytes(moved))
    assert SECRET not in done.data
    assert pixels(done.data) == pixels(data)


def test_unused_bytes_are_said() -> None:
    """Bytes that nothing points to are a field of their own."""
    gap = SECRET + b"\0" * 6
    at = 8 + len(gap)
    entries: list[Entry] = [(256, 3, [16]), (257, 3, [8])]
    made = header("II", at) + gap + directory("II", entries, at)
    found = {str(tag.field): tag.value for tag in TIFF.fields(made)}
    assert found["File.unreferenced"] == f"(binary, {len(gap)} bytes)"
    assert "File.unreferenced" not in {str(tag.field) for tag in TIFF.fields(plain())}
