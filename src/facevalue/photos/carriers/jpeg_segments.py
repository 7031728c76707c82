"""The segments of a JPEG stream: every byte belongs to a named part.

ITU-T T.81, annex B. Entropy-coded data is passed over at the speed of a memory search.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...core.errors import Broken

SOI, EOI, SOS, APP0, COM, DNL = 0xD8, 0xD9, 0xDA, 0xE0, 0xFE, 0xDC
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Start-of-frame markers; the three left out are tables and a reserved one."""

HIERARCHICAL = frozenset({0xDE, 0xDF})
ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers without a length: TEM and the restart markers."""

_MARKER = re.compile(rb"\xff[^\x00\xff]")
_SCAN_END = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment; ``payload`` is what follows the length.

    ``scan`` is the entropy-coded data behind a start of scan, empty for all others.
    """

    marker: int
    at: int
    payload: memoryview = field(repr=False)
    scan: memoryview = field(default=memoryview(b""), repr=False)

    @property
    def is_app(self) -> bool:
        return APP0 <= self.marker <= 0xEF

    def starts(self, magic: bytes) -> bool:
        """Whether the payload begins with these bytes."""
        return self.payload[: len(magic)] == magic


@dataclass(frozen=True, slots=True)
class Stream:
    """A JPEG stream taken apart.

    ``gaps`` are bytes between segments that belong to none, with their positions; ``end``
    is the position behind the end marker; ``whole`` is False when that marker is missing.
    """

    segments: tuple[Segment, ...]
    gaps: tuple[tuple[int, memoryview], ...]
    end: int
    whole: bool


def stream(untrusted: bytes | memoryview) -> Stream:
    """Take apart the stream that begins at the first byte.

    Raises Broken when there is no start, a segment runs past the end before the first
    scan, or a second picture begins inside the first.
    """
    data = memoryview(untrusted)
    if bytes(data[:2]) != b"\xff\xd8":
        raise Broken("the JPEG data does not begin with a start marker")
    segments: list[Segment] = []
    gaps: list[tuple[int, memoryview]] = []
    at, whole = 2, False
    while not whole:
        marker = _MARKER.search(data, at)
        start = marker.start() if marker else len(data)
        if bytes(data[at:start]).strip(b"\xff"):
            gaps.append((at, data[at:start]))
        if marker is None:
            break
        at, whole = _step(data, start, segments)
    return Stream(tuple(segments), tuple(gaps), at if whole else len(data), whole)


def _step(data: memoryview, at: int, segments: list[Segment]) -> tuple[int, bool]:
    """Read the segment at ``at``; where the next begins, and whether this was the end."""
    marker = data[at + 1]
    if marker == EOI:
        return at + 2, True
    if marker == SOI:
        raise Broken("a second JPEG picture begins inside the first")
    if marker in ALONE:
        segments.append(Segment(marker, at, data[at:at]))
        return at + 2, False
    size = int.from_bytes(data[at + 2 : at + 4], "big")
    end = at + 2 + size
    if size < 2 or end > len(data):
        return _overrun(data, at, segments)
    scan = data[end : _scan_end(data, end)] if marker == SOS else data[end:end]
    segments.append(Segment(marker, at, data[at + 4 : end], scan))
    return end + len(scan), False


def _overrun(data: memoryview, at: int, segments: list[Segment]) -> tuple[int, bool]:
    """A segment that cannot be: fatal before the pixels, the end of the file after them."""
    if not any(segment.marker == SOS for segment in segments):
        raise Broken("a part of the JPEG file says that it is longer than the file")
    segments.append(Segment(data[at + 1], at, data[at + 2 :]))
    return len(data), False


def _scan_end(data: memoryview, at: int) -> int:
    found = _SCAN_END.search(data, at)
    return found.start() if found else len(data)


def joined(parts: Iterator[tuple[int, bytes]]) -> bytes:
    """Numbered parts in their order, each number once."""
    ordered: dict[int, bytes] = {}
    for number, data in parts:
        ordered.setdefault(number, data)
    return b"".join(ordered[number] for number in sorted(ordered))
