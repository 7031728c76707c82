"""Builds WebP files for tests: real pixels by Pillow, chunks put in by hand."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable
from functools import cache

from PIL import Image

from facevalue.photos.formats.webp import WEBP
from tests.carriers.parts import face, noise, saved

CANARY = b"CANARY-7391"
Chunks = list[tuple[bytes, bytes]]


@cache
def small(*, lossless: bool = False, alpha: bool = False, quality: int = 80) -> bytes:
    """A face of 32 x 24; with ``alpha`` a part of it is see-through."""
    picture = face(32)
    if alpha:
        picture = picture.convert("RGBA")
        picture.paste((1, 2, 3, 90), (4, 4, 20, 9))
    return saved(picture, "WEBP", lossless=lossless, quality=quality)


@cache
def film() -> bytes:
    """Three frames, one of them half see-through."""
    first, second, third = (noise().crop((at, 0, at + 32, 24)).convert("RGBA") for at in range(3))
    second.putalpha(128)
    more = [second, third]
    return saved(first, "WEBP", save_all=True, append_images=more, duration=70, quality=50)


def taken_apart(webp: bytes) -> Chunks:
    """Kind and data of every chunk; sizes and padding must be right to the last byte."""
    assert (webp[:4], webp[8:12]) == (b"RIFF", b"WEBP")
    assert struct.unpack("<I", webp[4:8]) == (len(webp) - 8,)
    return inside(webp[12:])


def inside(data: bytes) -> Chunks:
    """The chunks of a file or of a frame."""
    at, found = 0, []
    while at < len(data):
        (size,) = struct.unpack("<I", data[at + 4 : at + 8])
        found.append((data[at : at + 4], data[at + 8 : at + 8 + size]))
        at += 8 + size + size % 2
        assert not size % 2 or data[at - 1] == 0
    assert at == len(data)
    return found


def written(chunks: Iterable[tuple[bytes, bytes]]) -> bytes:
    """Chunks one after the other."""
    return b"".join(
        kind + struct.pack("<I", len(data)) + data + bytes(len(data) % 2) for kind, data in chunks
    )


def riff(chunks: Iterable[tuple[bytes, bytes]]) -> bytes:
    """A file of these chunks."""
    body = b"WEBP" + written(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def canvas(flags: int = 0, wide: int = 32, high: int = 24) -> tuple[bytes, bytes]:
    """The chunk that says what else the file has."""
    size = (wide - 1).to_bytes(3, "little") + (high - 1).to_bytes(3, "little")
    return b"VP8X", bytes([flags, 0, 0, 0]) + size


def with_chunks(webp: bytes, *chunks: tuple[bytes, bytes], flags: int = 0) -> bytes:
    """The file in its extended form with chunks behind its own."""
    own = [chunk for chunk in taken_apart(webp) if chunk[0] != b"VP8X"]
    old = dict(taken_apart(webp)).get(b"VP8X", b"\0")[0]
    return riff([canvas(flags | old), *own, *chunks])


def pixels(webp: bytes) -> list[tuple[str, tuple[int, int], bytes, object]]:
    """Every frame as Pillow decodes it: mode, size, samples, how long it is shown."""
    with Image.open(io.BytesIO(webp), formats=["WEBP"]) as image:
        found = []
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            image.load()
            found.append((image.mode, image.size, image.tobytes(), image.info.get("duration")))
        return found


def tags(webp: bytes) -> dict[str, str]:
    """Fields by their dotted names."""
    return {str(tag.field): tag.value for tag in WEBP.fields(webp)}
