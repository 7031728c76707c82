"""Builds JPEG files for tests: real pixels by Pillow, segments put in by hand."""

from __future__ import annotations

import io
import struct
from functools import cache
from typing import Any

import numpy as np
from PIL import Image, ImageFile

from facevalue.photos.formats.jpeg.segments import SOS, parts
from tests.photographs import astronaut, saved

EOI = b"\xff\xd9"
CANARY = b"CANARY-7391"


def segment(marker: int, body: bytes) -> bytes:
    """A segment with its length."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def put(jpeg: bytes, *segments: bytes) -> bytes:
    """The file with segments right behind its start."""
    return jpeg[:2] + b"".join(segments) + jpeg[2:]


def put_before_scan(jpeg: bytes, *segments: bytes) -> bytes:
    """The file with segments right before its first scan."""
    at = next(part.at for part in parts(jpeg) if part.marker == SOS)
    return jpeg[:at] + b"".join(segments) + jpeg[at:]


@cache
def small(**options: Any) -> bytes:
    """The astronaut, 64 x 48, as baseline JPEG or as the options say."""
    return saved(astronaut()[:240:5, 128:448:5], quality=80, **options)


@cache
def cmyk() -> bytes:
    """Four colours with an Adobe segment."""
    out = io.BytesIO()
    picture = Image.fromarray(astronaut()[:240:5, 128:448:5]).convert("CMYK")
    picture.save(out, "JPEG", quality=80)
    return out.getvalue()


@cache
def kinds() -> dict[str, bytes]:
    """One file of each way of coding that Pillow can write."""
    grey = np.ascontiguousarray(astronaut()[:240:5, 128:448:5, 1])
    return {
        "baseline": small(),
        "progressive": small(progressive=True),
        "4:1:1": small(subsampling="4:1:1"),
        "4:4:4": small(subsampling="4:4:4"),
        "restarts": small(restart_marker_rows=1),
        "restarts, progressive": small(restart_marker_blocks=3, progressive=True),
        "grey": saved(grey),
        "four colours": cmyk(),
        "optimized": small(optimize=True),
    }


def pixels(jpeg: bytes, *, cut: bool = False) -> tuple[str, tuple[int, int], bytes]:
    """Mode, size and decoded bytes; ``cut`` accepts a file that ends too early."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, cut
    try:
        with Image.open(io.BytesIO(jpeg), formats=["JPEG"]) as picture:
            picture.load()
            return picture.mode, picture.size, picture.tobytes()
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def resource(number: int, data: bytes, name: bytes = b"") -> bytes:
    """A Photoshop image resource."""
    label = bytes((len(name),)) + name
    label += b"\0" * (len(label) % 2)
    return (
        b"8BIM" + struct.pack(">H", number) + label + struct.pack(">I", len(data)) + data
        + b"\0" * (len(data) % 2)
    )  # fmt: skip


def dataset(record: int, number: int, value: bytes) -> bytes:
    """An IPTC dataset."""
    return bytes((0x1C, record, number)) + struct.pack(">H", len(value)) + value


def mpf(*images: tuple[int, int, int]) -> bytes:
    """The content of an MPF segment: (type, size, position from the byte-order mark) each."""
    entries = b"".join(struct.pack(">IIIHH", kind, size, at, 0, 0) for kind, size, at in images)
    directory = struct.pack(">H", 3) + b"".join(
        (
            struct.pack(">HHI4s", 0xB000, 7, 4, b"0100"),
            struct.pack(">HHII", 0xB001, 4, 1, len(images)),
            struct.pack(">HHII", 0xB002, 7, len(entries), 8 + 2 + 36 + 4),
        )
    )
    return b"MPF\0MM\0*\0\0\0\x08" + directory + struct.pack(">I", 0) + entries


def with_second(jpeg: bytes, second: bytes, kind: int = 0) -> bytes:
    """A file with a second picture behind its end, listed by MPF."""
    empty = segment(0xE2, mpf((0x030000, 0, 0), (kind, len(second), 0)))
    whole = len(jpeg) + len(empty)
    mark = 2 + 4 + len(b"MPF\0")
    listed = mpf((0x030000, whole, 0), (kind, len(second), whole - mark))
    return put(jpeg, segment(0xE2, listed)) + second


def film(size: int = 40) -> bytes:
    """The beginnings of an MP4 film."""
    head = b"\0\0\0\x14ftypmp42\0\0\0\0mp42"
    return head + struct.pack(">I", 8 + size) + b"mdat" + CANARY.ljust(size, b"\x01")


def sef(*blocks: tuple[bytes, bytes]) -> bytes:
    """Samsung's trailer: blocks of (name, content), then the directory."""
    body, table = b"", b""
    for name, content in blocks:
        block = b"\0\0\x01\x0a" + struct.pack("<I", len(name)) + name + content
        body += block
        table += block[:4] + struct.pack("<II", 0, len(block))
    places, left = b"", len(body)
    for index in range(len(blocks)):
        entry = table[12 * index : 12 * index + 12]
        places += entry[:4] + struct.pack("<I", left) + entry[8:]
        left -= struct.unpack("<I", entry[8:])[0]
    head = b"SEFH" + struct.pack("<II", 106, len(blocks)) + places
    return body + head + struct.pack("<I", len(head)) + b"SEFT"
