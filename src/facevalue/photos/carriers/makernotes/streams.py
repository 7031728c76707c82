"""Whole JPEG streams inside other bytes, found by their markers (ITU-T T.81 annex B)."""

from __future__ import annotations

from collections.abc import Iterator

START = b"\xff\xd8\xff"
SEGMENTS = 64
"""Most segments before the picture data; previews have about ten."""
STREAMS = 64
"""Most beginnings of a stream that are looked at."""


def jpegs(data: memoryview, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Position and length of each JPEG stream that stands whole between two positions."""
    part = bytes(data[low:high])
    at = part.find(START)
    for _ in range(STREAMS):
        if at < 0:
            return
        end = _end(part, at)
        if end:
            yield low + at, end - at
        at = part.find(START, end or at + 2)


def _end(part: bytes, at: int) -> int:
    """Where the stream that begins at ``at`` ends; 0 when it is none."""
    here = at + 2
    for _ in range(SEGMENTS):
        if part[here : here + 1] != b"\xff" or here + 4 > len(part):
            return 0
        marker = part[here + 1]
        if marker < 0xC0 or marker in (0xD8, 0xD9):
            return 0
        here += 2 + int.from_bytes(part[here + 2 : here + 4], "big")
        if marker == 0xDA:
            return part.find(b"\xff\xd9", here) + 2 if part.find(b"\xff\xd9", here) >= 0 else 0
    return 0
