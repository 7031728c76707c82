"""The parts of a JPEG file: every byte belongs to exactly one of them.

Layout: ITU-T T.81 annex B. Read as tolerantly as the common decoders do (fill bytes, stray
bytes between segments, a missing end), but nothing is passed over in silence: what no
decoder needs is a part with a name of its own. Pixel data is passed at memory speed
(``scan.py``), never byte by byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ....core.errors import Broken
from ... import limits
from .scan import scan_from

TEM, SOF0, DHT, RST0, RST7, SOI, EOI, SOS = 0x01, 0xC0, 0xC4, 0xD0, 0xD7, 0xD8, 0xD9, 0xDA
JPG, DAC, DQT, DNL, DRI, DHP, EXP = 0xC8, 0xCC, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF
APP0, APP1, APP2, APP11, APP13, APP14, APP15, COM = (
    *(0xE0, 0xE1, 0xE2, 0xEB, 0xED, 0xEE, 0xEF),
    0xFE,
)

SOFS = frozenset(range(SOF0, 0xD0)) - {DHT, JPG, DAC}
"""Frame headers: baseline, progressive, arithmetic, lossless."""

START = b"\xff\xd8"
_MARKER = re.compile(rb"\xff[^\x00\xff]")
"""Between segments anything but FF 00 and fill is a marker, as libjpeg reads it."""

Kind = Literal["marker", "segment", "short", "scan", "fill", "stray", "cut", "trailer", "unread"]


@dataclass(frozen=True, slots=True)
class Part:
    """Bytes ``at``..``end`` of the file.

    ``kind`` is one of: marker (two bytes), segment (a marker with length and content, whose
    ``body`` begins four bytes after ``at``), short (a segment whose length is below 2), scan
    (entropy-coded pixels), fill (a run of FF), stray (bytes where none belong), cut (a
    segment that the end of the file cuts off), trailer (all after the end of the picture),
    unread (the rest, when there are more parts than any camera writes). ``filled`` says of a
    scan that fill bytes stand between its pixels.
    """

    kind: Kind
    at: int
    end: int
    marker: int = 0
    filled: bool = False

    @property
    def body(self) -> slice:
        """Where the content stands, for the kinds that have one; can be empty."""
        return slice(min(self.at + 4, self.end), self.end)


def parts(untrusted: bytes, at: int = 0, most: int = limits.ENTRIES) -> Iterator[Part]:
    """All parts from the start marker at ``at`` to the end, in order and without gaps.

    Raises Broken when no JPEG begins there; nothing after that.
    """
    if untrusted[at : at + 2] != START:
        raise Broken("the file does not begin like a JPEG")
    yield Part("marker", at, at + 2, SOI)
    here, in_scan = at + 2, False
    for _ in range(most):
        if in_scan:
            scan = scan_from(untrusted, here)
            yield from _between(untrusted, here, scan.end, "scan", filled=scan.filled)
            start = scan.end
        else:
            found = _MARKER.search(untrusted, here)
            start = found.start() if found else len(untrusted)
            yield from _between(untrusted, here, start, "stray")
        if start == len(untrusted):
            return
        part = _part(untrusted, start)
        yield part
        here, in_scan = part.end, part.kind == "segment" and part.marker == SOS
        if part.marker == EOI or part.kind == "cut":
            break
    if here < len(untrusted):
        yield Part("trailer" if part.marker == EOI else "unread", here, len(untrusted))


def end_of_picture(untrusted: bytes, at: int = 0) -> int:
    """The position after the end marker of the JPEG at ``at``; the file's end without one.

    Raises Broken when no JPEG begins there.
    """
    for part in parts(untrusted, at):
        if part.marker == EOI:
            return part.end
    return len(untrusted)


def _part(untrusted: bytes, at: int) -> Part:
    """The marker or segment whose FF stands at ``at``."""
    marker = untrusted[at + 1]
    if marker in (TEM, SOI, EOI) or RST0 <= marker <= RST7:
        return Part("marker", at, at + 2, marker)
    length = int.from_bytes(untrusted[at + 2 : at + 4], "big")
    if at + 4 > len(untrusted) or at + 2 + length > len(untrusted):
        return Part("cut", at, len(untrusted), marker)
    if length < 2:
        return Part("short", at, at + 4, marker)
    return Part("segment", at, at + 2 + length, marker)


def _between(
    untrusted: bytes, at: int, end: int, kind: Kind, *, filled: bool = False
) -> Iterator[Part]:
    """Pixels or stray bytes before the next marker, and the fill bytes in front of it."""
    middle = end
    while middle > at and untrusted[middle - 1] == 0xFF:
        middle -= 1
    if at < middle:
        yield Part(kind, at, middle, filled=filled)
    if middle < end:
        yield Part("fill", middle, end)
