"""Directories of TIFF: a bounds-checked reader that cannot be sent in circles.

Used for Exif blocks, maker notes and TIFF files. Sources: TIFF 6.0 section 2, Exif 3.0
section 4.6.2. BigTIFF has another layout and is not read.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from ...core.errors import Broken
from .. import limits
from ..view import Order

ENTRY = 12
SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 129: 1}
"""Bytes of one value per type; 129 is the UTF-8 text of Exif 3.0."""

_CODES = {1: "B", 3: "H", 4: "I", 5: "I", 6: "b", 7: "B", 8: "h", 9: "i", 10: "i", 13: "I"}
_FLOATS = {11: "f", 12: "d"}
MAGIC = {"little": b"II*\0", "big": b"MM\0*"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a directory: its tag, type, count of values, and where the values stand.

    ``at`` is a position in the block and ``size`` the declared bytes; ``raw`` is None when
    the type is unknown or the values would stand outside the block.
    """

    tag: int
    kind: int
    count: int
    at: int
    size: int
    order: Order
    raw: memoryview | None

    @property
    def data(self) -> bytes:
        """The value bytes as a copy; empty when unreadable."""
        return b"" if self.raw is None else bytes(self.raw)

    def numbers(self, most: int = 256) -> tuple[float, ...]:
        """Up to ``most`` values as numbers; () for text and unreadable values.

        A rational with denominator 0 is nan.
        """
        if self.raw is None or self.kind in (2, 129):
            return ()
        if self.kind in _FLOATS:
            return self._unpacked(_FLOATS[self.kind], min(self.count, most))
        if self.kind in (5, 10):
            flat = self._unpacked(_CODES[self.kind], 2 * min(self.count, most))
            pairs = zip(flat[::2], flat[1::2], strict=True)
            return tuple(top / low if low else float("nan") for top, low in pairs)
        return self._unpacked(_CODES[self.kind], min(self.count, most))

    def integers(self, most: int = 256) -> tuple[int, ...]:
        """Up to ``most`` values when they are whole numbers by type, else ()."""
        if self.raw is None or self.kind not in (1, 3, 4, 6, 7, 8, 9, 13):
            return ()
        return self._unpacked(_CODES[self.kind], min(self.count, most))

    def integer(self, default: int = 0) -> int:
        """The first whole number, or ``default`` when there is none."""
        return next(iter(self.integers(1)), default)

    def _unpacked(self, code: str, count: int) -> tuple[int, ...]:
        assert self.raw is not None
        sign = "<" if self.order == "little" else ">"
        return struct.unpack_from(f"{sign}{count}{code}", self.raw)


@dataclass(frozen=True, slots=True)
class Directory:
    """The entries of one directory, where it begins and ends, and the next one's position.

    ``lost`` counts declared entries that are not there or were over the limit.
    """

    at: int
    end: int
    entries: tuple[Entry, ...]
    next: int
    lost: int = 0

    def get(self, tag: int) -> Entry | None:
        """The first entry with this tag that can be read."""
        return next((one for one in self.entries if one.tag == tag and one.raw is not None), None)

    def integer(self, tag: int, default: int = 0) -> int:
        """The first whole number of a tag, or ``default``."""
        entry = self.get(tag)
        return default if entry is None else entry.integer(default)


def parse(
    data: memoryview, at: int, order: Order, base: int = 0, most: int = limits.ENTRIES
) -> Directory:
    """The directory at a position; value positions in it count from ``base``.

    Values are windows on ``data``, nothing is copied. Raises Broken when not even the
    number of entries is inside.
    """
    if not 0 <= at <= len(data) - 2:
        raise Broken(f"a directory of fields should stand at {at}, outside its block")
    sign = "<" if order == "little" else ">"
    (declared,) = struct.unpack_from(sign + "H", data, at)
    start = at + 2
    count = min(declared, (len(data) - start) // ENTRY, max(most, 0))
    entries = []
    for index in range(count):
        here = start + index * ENTRY
        tag, kind, values = struct.unpack_from(sign + "HHI", data, here)
        if tag or kind or values:
            entries.append(_entry(data, here, (tag, kind, values), order, base))
    end = start + declared * ENTRY
    following = 0
    if end + 4 <= len(data):
        (following,) = struct.unpack_from(sign + "I", data, end)
    return Directory(at, min(end + 4, len(data)), tuple(entries), following, declared - count)


def _entry(
    data: memoryview, here: int, head: tuple[int, int, int], order: Order, base: int
) -> Entry:
    tag, kind, count = head
    size = SIZES.get(kind, 0) * count
    at = here + 8
    if size > 4:
        at = base + int.from_bytes(data[at : at + 4], order)
    inside = kind in SIZES and at >= 0 and at + size <= len(data)
    return Entry(tag, kind, count, at, size, order, data[at : at + size] if inside else None)


class Block:
    """A TIFF structure with its budgets: each directory once, so many entries, so many bytes.

    Values may overlap, so a small block can declare far more bytes than it has; ``spend``
    keeps the work linear in the length. Raises Broken when there is no TIFF header.
    """

    def __init__(self, untrusted: bytes | memoryview) -> None:
        self.data = memoryview(untrusted)
        self.order = order_of(self.data)
        self.first = int.from_bytes(self.data[4:8], self.order)
        self._entries = limits.ENTRIES
        self._bytes = 2 * len(self.data) + 4096
        self._seen: set[int] = set()

    def directory(self, at: int, order: Order | None = None, base: int = 0) -> Directory:
        """The directory at a position, at most once. Raises Broken, also for a second time."""
        if at in self._seen:
            raise Broken("a directory of fields points back to one that was read already")
        if self._entries <= 0:
            raise Broken("the block has more fields than any camera writes; the rest is not read")
        self._seen.add(at)
        found = parse(self.data, at, order or self.order, base, self._entries)
        self._entries -= len(found.entries)
        return found

    def spend(self, count: int) -> bool:
        """Whether ``count`` more value bytes may be read; takes them from the budget."""
        if count > self._bytes:
            return False
        self._bytes -= count
        return True


def order_of(data: memoryview | bytes) -> Order:
    """The byte order that a TIFF header states. Raises Broken when it is none."""
    start = bytes(data[:4])
    if len(data) >= 8:
        if start == MAGIC["little"]:
            return "little"
        if start == MAGIC["big"]:
            return "big"
    raise Broken("this is no Exif block: it does not begin with a TIFF header")
