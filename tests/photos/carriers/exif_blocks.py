"""Builds TIFF structures for tests: directories, Exif blocks and maker notes, byte by byte."""

from __future__ import annotations

import struct
from collections.abc import Sequence

Value = bytes | Sequence[int]
Entry = tuple[int, int, Value]
SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 8: 2, 9: 4, 10: 8, 13: 4}
CODES = {1: "B", 3: "H", 4: "I", 5: "I", 8: "h", 9: "i", 10: "i", 13: "I"}
MARK = b"<here comes the note of the maker>"


def sign(order: str) -> str:
    """The struct sign of a byte order given as II or MM."""
    return "<" if order == "II" else ">"


def directory(order: str, entries: Sequence[Entry], at: int, following: int = 0) -> bytes:
    """A directory that stands at ``at`` (from its base), its long values right behind it."""
    far = at + 2 + 12 * len(entries) + 4
    head, tail = struct.pack(sign(order) + "H", len(entries)), b""
    for tag, kind, value in entries:
        data = value if isinstance(value, bytes) else _packed(order, kind, value)
        count = len(data) // SIZES[kind]
        head += struct.pack(sign(order) + "HHI", tag, kind, count)
        if len(data) <= 4:
            head += data.ljust(4, b"\0")
        else:
            head += struct.pack(sign(order) + "I", far + len(tail))
            tail += data + b"\0" * (len(data) % 2)
    return head + struct.pack(sign(order) + "I", following) + tail


def header(order: str, first: int = 8) -> bytes:
    """The eight bytes at the beginning."""
    return order.encode() + struct.pack(sign(order) + "HI", 42, first)


def block(
    order: str = "II",
    image: Sequence[Entry] = (),
    photo: Sequence[Entry] = (),
    place: Sequence[Entry] = (),
    small: Sequence[Entry] = (),
    thumbnail: bytes = b"",
) -> bytes:
    """An Exif block with the directories that are given, and a thumbnail in the second."""
    links = [(0x8769, photo), (0x8825, place)]
    used = [(tag, entries) for tag, entries in links if entries]
    pointers: list[Entry] = [(tag, 4, [0]) for tag, _ in used]
    at = 8 + len(directory(order, [*image, *pointers], 8))
    parts, places = b"", []
    for _, entries in used:
        places.append(at + len(parts))
        parts += directory(order, entries, at + len(parts))
    pointers = [(tag, 4, [where]) for (tag, _), where in zip(used, places, strict=True)]
    second = at + len(parts) if small or thumbnail else 0
    out = header(order) + directory(order, [*image, *pointers], 8, second) + parts
    if second:
        out += _second(order, small, thumbnail, second)
    return out


def noted(
    make: bytes, prefix: bytes, base: int | None, entries: Sequence[Entry], order: str = "II"
) -> bytes:
    """An Exif block with a maker note: prefix and directory, positions from ``base``.

    ``base`` counts from the beginning of the note; None means from the TIFF header.
    """
    length = len(prefix) + len(directory(order, entries, 0))
    image: list[Entry] = [(0x010F, 2, make + b"\0"), (0x0110, 2, b"Model One\0")]
    marked = MARK.ljust(length, b"\0")
    at = block(order, image, [(0x927C, 7, marked)]).find(MARK)
    inside = len(prefix) - base if base is not None else at + len(prefix)
    note = prefix + directory(order, entries, inside)
    return block(order, image, [(0x927C, 7, note)])


def jpeg(words: bytes = b"", body: bytes = b"\x12\x34") -> bytes:
    """The smallest thing that has the segments of a JPEG stream."""
    comment = b"\xff\xfe" + struct.pack(">H", len(words) + 2) + words if words else b""
    tables = b"\xff\xdb\x00\x43" + bytes(65)
    return (
        b"\xff\xd8"
        + comment
        + tables
        + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00"
        + body
        + b"\xff\xd9"
    )


def _second(order: str, small: Sequence[Entry], thumbnail: bytes, at: int) -> bytes:
    entries = list(small)
    if not thumbnail:
        return directory(order, entries, at)
    pair: list[Entry] = [(0x0201, 4, [0]), (0x0202, 4, [len(thumbnail)])]
    end = at + len(directory(order, entries + pair, at))
    pair[0] = (0x0201, 4, [end])
    return directory(order, entries + pair, at) + thumbnail


def _packed(order: str, kind: int, value: Sequence[int]) -> bytes:
    return struct.pack(f"{sign(order)}{len(value)}{CODES[kind]}", *value)
