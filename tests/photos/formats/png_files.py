"""Builds PNG files for tests: real pixels by Pillow, chunks put in by hand."""

from __future__ import annotations

import io
import struct
import zlib
from functools import cache

from PIL import Image

from facevalue.photos.formats.png import PNG
from tests.carriers.parts import face, noise, saved
from tests.carriers.png import MAGIC, chunk

CANARY = b"CANARY-7391"
ADAM7 = ("0088", "4088", "0448", "2044", "0224", "1022", "0112")
"""Left, top, step to the right and step down of each pass."""


@cache
def small(mode: str = "RGB") -> bytes:
    """A face of 32 x 24 in a mode of Pillow."""
    picture = face(32)
    if mode == "I;16":
        grey = picture.convert("L")
        return saved(grey.convert("I").point(lambda value: value * 257).convert("I;16"), "PNG")
    if mode == "P with holes":
        return saved(picture.quantize(20), "PNG", transparency=bytes(range(20)))
    return saved(picture.convert(mode), "PNG")


def put(png: bytes, *chunks: bytes, at: int = 33) -> bytes:
    """The file with chunks right behind its header, or at another place."""
    return png[:at] + b"".join(chunks) + png[at:]


def put_last(png: bytes, *chunks: bytes) -> bytes:
    """The file with chunks right before its end."""
    return put(png, *chunks, at=len(png) - 12)


def taken_apart(png: bytes) -> list[tuple[bytes, bytes]]:
    """Kind and data of every chunk, whose checksums must be right, to the last byte."""
    assert png.startswith(MAGIC)
    at, found = len(MAGIC), []
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        kind, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + size]
        assert png[at + 8 + size : at + 12 + size] == struct.pack(">I", zlib.crc32(kind + data))
        found.append((kind, data))
        at += 12 + size
    assert at == len(png)
    return found


def with_pixels(packed: bytes, wide: int = 4, high: int = 2, *, laced: bool = False) -> bytes:
    """A grey picture whose packed pixels are given."""
    head = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, laced)
    return MAGIC + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def laced() -> bytes:
    """A grey picture of 11 x 9 in the seven passes of Adam7."""
    image, raw = face(32).convert("L").crop((10, 5, 21, 14)), b""
    for left, top, right, down in (map(int, one) for one in ADAM7):
        for y in range(top, 9, down):
            row = bytes(image.crop((0, y, 11, y + 1)).tobytes()[left::right])
            raw += b"\0" + row if row else b""
    return with_pixels(zlib.compress(raw), 11, 9, laced=True)


def control(number: int, wide: int = 32, high: int = 24) -> bytes:
    """The chunk before a frame."""
    return chunk(b"fcTL", struct.pack(">IIIIIHHBB", number, wide, high, 0, 0, 1, 10, 0, 0))


def frame(number: int, raw: bytes, behind: bytes = b"") -> bytes:
    """A frame's control and its packed pixels."""
    packed = struct.pack(">I", number + 1) + zlib.compress(raw) + behind
    return control(number) + chunk(b"fdAT", packed)


@cache
def film(frames: int = 2) -> bytes:
    """An APNG of noise."""
    out = io.BytesIO()
    first, *more = (noise().crop((at, 0, at + 32, 24)) for at in range(frames))
    first.save(out, "PNG", save_all=True, append_images=more, duration=70)
    return out.getvalue()


def pixels(png: bytes) -> list[tuple[str, tuple[int, int], bytes, object]]:
    """Every frame as Pillow decodes it: mode, size, samples, transparency."""
    with Image.open(io.BytesIO(png), formats=["PNG"]) as image:
        found = []
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            image.load()
            clear = image.info.get("transparency")
            found.append((image.mode, image.size, image.tobytes(), clear))
        return found


def tags(png: bytes) -> dict[str, str]:
    """Fields by their dotted names."""
    return {str(tag.field): tag.value for tag in PNG.fields(png)}
