"""Boxes of the ISO base media file format (ISO/IEC 14496-12): walked, and written.

HEIF and AVIF files, MP4 films and JUMBF are all built of them. A box is a 32-bit size
(1: a 64-bit size follows; 0: to the end), four characters of type, and a body.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from .. import limits
from ..view import View

UUID_BYTES = 16
"""A ``uuid`` box begins with the sixteen bytes of its extended type."""


@dataclass(frozen=True, slots=True)
class Box:
    """One box: its type, where it stands in the file, and its body.

    ``kind`` has four characters (Latin-1). ``at`` and ``end`` are the positions of the
    whole box, ``start`` that of its body, counted from where the walk's ``base`` says.
    ``uuid`` is the extended type in hexadecimal, empty for all other kinds.
    """

    kind: str
    at: int
    start: int
    end: int
    body: View = field(repr=False)
    uuid: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """The boxes beside each other at one level, and the bytes at the end that are none."""

    boxes: tuple[Box, ...]
    rest: View = field(repr=False)
    rest_at: int

    def all(self, kind: str) -> tuple[Box, ...]:
        """The boxes of one kind, in order."""
        return tuple(box for box in self.boxes if box.kind == kind)

    def first(self, kind: str) -> Box | None:
        """The first box of one kind, or None."""
        return next((box for box in self.boxes if box.kind == kind), None)


def walk(view: View, base: int = 0) -> Level:
    """All boxes of one level; ``base`` is the view's own position in the file.

    Never raises: from the first size that cannot be (below its own header, past the end)
    or after ``limits.ENTRIES`` boxes, everything is ``rest``.
    """
    found = tuple(islice(each(view, base), limits.ENTRIES))
    at = found[-1].end - base if found else 0
    return Level(found, view.sub(at), base + at)


def each(view: View, base: int = 0) -> Iterator[Box]:
    """The boxes of one level, one after the other, up to the first that cannot be one."""
    at = 0
    while at < len(view):
        box = _box(view, at, base)
        if box is None:
            return
        yield box
        at = box.end - base


def inside(box: Box, skip: int = 0) -> Level:
    """The boxes in a box's body after ``skip`` bytes (4 for a full box). Raises Broken."""
    return walk(box.body.sub(skip), box.start + skip)


def full(box: Box) -> tuple[int, int, View]:
    """Version (0..255), flags (24 bits) and the rest of a full box's body. Raises Broken."""
    word = box.body.u32(0)
    return word >> 24, word & 0xFFFFFF, box.body.sub(4)


def text(view: View, at: int) -> tuple[str, int]:
    """The NUL-terminated string at ``at`` and the position after it; the end ends it too.

    UTF-8 as the standard says, Latin-1 where it is not.
    """
    raw = view.sub(min(at, len(view))).whole()
    cut = raw.find(b"\0")
    piece = raw if cut < 0 else raw[:cut]
    return decoded(piece), min(at + len(piece) + 1, len(view))


def decoded(raw: bytes) -> str:
    """Bytes as text: UTF-8, else Latin-1, without NULs and spaces at the end."""
    try:
        words = raw.decode("utf-8")
    except UnicodeDecodeError:
        words = raw.decode("latin-1")
    return words.rstrip("\0 ")


def shown(kind: str) -> str:
    """A box type for people: its characters, or its number when they are not printable."""
    if kind.isprintable() and kind.strip():
        return kind.strip()
    return "0x" + kind.encode("latin-1").hex()


def box(kind: str, *parts: bytes) -> bytes:
    """The bytes of a new box of less than 4 GiB."""
    body = b"".join(parts)
    return (len(body) + 8).to_bytes(4, "big") + kind.encode("latin-1") + body


def full_box(kind: str, version: int, flags: int, *parts: bytes) -> bytes:
    """The bytes of a new full box."""
    return box(kind, (version << 24 | flags).to_bytes(4, "big"), *parts)


def _box(view: View, at: int, base: int) -> Box | None:
    """The box at ``at``, or None when there is none that fits."""
    room = len(view) - at
    if room < 8:
        return None
    size, head = view.u32(at), 8
    kind = view.take(at + 4, 4).decode("latin-1")
    if size == 1 and room >= 16:
        size, head = view.u64(at + 8), 16
    elif size == 0:
        size = room
    uuid = ""
    if kind == "uuid" and room >= head + UUID_BYTES:
        uuid = view.take(at + head, UUID_BYTES).hex()
        head += UUID_BYTES
    if not head <= size <= room or (kind == "uuid" and not uuid):
        return None
    body = view.sub(at + head, size - head)
    return Box(kind, base + at, base + at + head, base + at + size, body, uuid)
