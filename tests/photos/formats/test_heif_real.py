"""Real HEVC pictures, decoded before and after: every pixel stays as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image

from facevalue.photos.carriers.bmff import box, full_box
from facevalue.photos.formats.heif.format import HEIC

from .heif_files import ALPHA, GAIN_MAP, Made, aux, coded, exif, grid, heif, nal, nclx, u32
from .hevc_pcm import flat, real

pi_heif = pytest.importorskip("pi_heif")

RAMP = bytes(x * 4 + y * 3 & 255 for y in range(32) for x in range(32))
COLOURED = RAMP + bytes(range(256)) + bytes(reversed(range(256)))
BLOCKS = [flat(10), COLOURED, flat(200, 90, 170), bytes(1536)]


def pixels(data: bytes) -> tuple[str, tuple[int, int], bytes]:
    """Mode, size and samples as the decoder gives them."""
    picture = pi_heif.open_heif(data)
    return picture.mode, picture.size, bytes(picture.data)


def noisy(item: Made) -> Made:
    """The same item with encoder notes before and behind its slice."""
    notes = coded(nal(39, b"\x05CANARY encoder settings\x80"))
    return replace(item, data=notes + item.data + coded(nal(40, b"CANARY\x80")))


def single() -> bytes:
    """One picture with colours, notes, Exif and a thumbnail."""
    items = [
        noisy(real(1, BLOCKS, 64, 64, nclx())),
        Made(2, "Exif", exif(b"CANARY")),
        real(3, [COLOURED], 32, 32),
        real(4, [flat(77)], 32, 32, aux(GAIN_MAP), nclx()),
    ]
    return heif(items, [("thmb", 3, (1,)), ("auxl", 4, (1,)), ("cdsc", 2, (1,))])


def tiled() -> bytes:
    """A turned and cropped grid of tiles with transparency."""
    crop = box("clap", u32(100, 1, 60, 1, 0, 1, 0, 1)), True
    turn = box("irot", b"\1"), True
    tiles = [
        noisy(real(number, BLOCKS[at:] + BLOCKS[:at], 64, 64, nclx()))
        for at, number in enumerate((10, 11))
    ]
    alphas = [real(number, BLOCKS, 64, 64, aux(ALPHA)) for number in (20, 21)]
    mirror = box("imir", b"\1"), True
    items = [grid(1, 1, 2, nclx(), crop, turn, mirror), *tiles, *alphas]
    items = [replace(items[0], data=b"\0\0\0\1\0\x80\0\x40"), *items[1:]]
    items[0] = replace(items[0], properties=(_size(128, 64), *items[0].properties[1:]))
    mask = replace(items[0], id=2, properties=(_size(128, 64), aux(ALPHA), crop, turn, mirror))
    links = [("dimg", 1, (10, 11)), ("dimg", 2, (20, 21)), ("auxl", 2, (1,))]
    return heif([*items, mask], links)


def _size(width: int, height: int) -> tuple[bytes, bool]:
    return full_box("ispe", 0, 0, u32(width, height)), False


def test_the_tests_own_encoder_is_right() -> None:
    """The samples that went in come out: grey blocks are grey, in their places."""
    with Image.frombytes("RGB", (64, 64), pixels(single())[2]) as image:
        assert image.getpixel((0, 0)) == (10, 10, 10)
        assert image.getpixel((31, 31)) == (10, 10, 10)


@pytest.mark.parametrize("data", [single(), tiled()], ids=["single", "tiled"])
def test_every_pixel_stays(data: bytes) -> None:
    """The decoder sees the same picture before and after, and no note is left."""
    made = HEIC.strip(data)
    assert pixels(made.data) == pixels(data)
    assert pixels(made.data)[1] == (HEIC.header(data).size.width, HEIC.header(data).size.height)
    assert b"CANARY" in data
    assert b"CANARY" not in made.data
    assert HEIC.fields(made.data) == ()
    assert HEIC.embedded(made.data) == ()
    assert HEIC.strip(made.data).data == made.data


def test_copies_can_be_looked_at() -> None:
    """Thumbnail and gain map come as files that a decoder opens."""
    thumbnail, gain_map = HEIC.embedded(single())
    assert pixels(thumbnail.data)[1] == (32, 32)
    assert pixels(gain_map.data)[1] == (32, 32)
    assert pixels(gain_map.data)[2][:3] == bytes([77] * 3)
