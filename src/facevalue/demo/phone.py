"""Give a photograph the metadata that a telephone writes: a made-up trip, for the demo only.

Layout of the block: TIFF 6.0 directories as Exif 3.0 (CIPA DC-008) uses them.
"""

from __future__ import annotations

import struct

ASCII, SHORT, LONG, RATIONAL = 2, 3, 4, 5
_SIZE = {ASCII: 1, SHORT: 2, LONG: 4, RATIONAL: 8}

Entry = tuple[int, int, bytes]
"""Tag number, type, value bytes."""


def dressed(jpeg: bytes, thumbnail: bytes) -> bytes:
    """The JPEG with Exif put in front: camera, owner, place, time, serial number, thumbnail."""
    exif = b"Exif\0\0" + _exif(thumbnail)
    segment = b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
    return jpeg[:2] + segment + jpeg[2:]


def _exif(thumbnail: bytes) -> bytes:
    """A TIFF block with the directories one after the other, then the thumbnail."""
    camera = [
        _ascii(0x9003, "2026:05:17 10:24:31"),
        _ascii(0x9011, "+02:00"),
        _ascii(0xA431, "F17QX0DEMO42"),
        _ascii(0xA434, "back camera 6.9mm f/1.8"),
    ]
    place = [
        _ascii(1, "N"),
        _rational(2, (52, 1), (31, 1), (1218, 100)),
        _ascii(3, "E"),
        _rational(4, (13, 1), (24, 1), (1776, 100)),
        _rational(6, (38, 1)),
        _ascii(0x1D, "2026:05:17"),
    ]
    at_main = 8
    at_camera = at_main + _room(_main(0, 0))
    at_place = at_camera + _room(camera)
    at_small = at_place + _room(place)
    at_picture = at_small + _room(_small(0, thumbnail))
    return b"".join(
        [
            b"II*\0" + struct.pack("<I", at_main),
            _directory(_main(at_camera, at_place), at_main, at_small),
            _directory(camera, at_camera),
            _directory(place, at_place),
            _directory(_small(at_picture, thumbnail), at_small),
            thumbnail,
        ]
    )


def _main(at_camera: int, at_place: int) -> list[Entry]:
    return [
        _ascii(0x010F, "Examplephone"),
        _ascii(0x0110, "Examplephone 12"),
        _short(0x0112, 1),
        _ascii(0x0131, "17.4.1"),
        _ascii(0x0132, "2026:05:17 10:24:31"),
        _ascii(0x013B, "E. Collins"),
        _long(0x8769, at_camera),
        _long(0x8825, at_place),
    ]


def _small(at: int, thumbnail: bytes) -> list[Entry]:
    return [_short(0x0103, 6), _long(0x0201, at), _long(0x0202, len(thumbnail))]


def _directory(entries: list[Entry], at: int, following: int = 0) -> bytes:
    """The directory with its longer values right behind it."""
    head, tail = struct.pack("<H", len(entries)), b""
    after = at + 2 + 12 * len(entries) + 4
    for tag, kind, value in entries:
        count = len(value) // _SIZE[kind]
        if len(value) > 4:
            where = struct.pack("<I", after + len(tail))
            tail += value + b"\0" * (len(value) % 2)
        else:
            where = value.ljust(4, b"\0")
        head += struct.pack("<HHI", tag, kind, count) + where
    return head + struct.pack("<I", following) + tail


def _room(entries: list[Entry]) -> int:
    return len(_directory(entries, 0))


def _ascii(tag: int, text: str) -> Entry:
    return tag, ASCII, text.encode() + b"\0"


def _short(tag: int, number: int) -> Entry:
    return tag, SHORT, struct.pack("<H", number)


def _long(tag: int, number: int) -> Entry:
    return tag, LONG, struct.pack("<I", number)


def _rational(tag: int, *parts: tuple[int, int]) -> Entry:
    return tag, RATIONAL, b"".join(struct.pack("<II", *part) for part in parts)
