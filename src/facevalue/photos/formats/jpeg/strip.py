"""The lossless way out of JPEG: the segments a decoder needs, and nothing else.

An allow-list: tables, frame and scan headers and the coded pixels are taken over byte for
byte; the JFIF header is written again without its thumbnail, the Adobe marker without what
may follow its twelve bytes; orientation and colours are put back in their plainest form.
Everything else goes: every other segment, comments, bytes between segments, fill bytes,
and all that stands after the first end marker.

A file that is cut off keeps the pixels it has and gets the end marker it lacks: decoders
assume one there as well, so they show the same. What is hidden inside the coded pixels
(bytes after the last block of a scan, which no decoder reads) is not looked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ....core.errors import Broken
from ....core.photo import Stripped
from ...carriers import exif, icc
from .frame import EXIF, ICC, before_pixels, bodies, frame_of, orientation, profile
from .segments import (
    APP0,
    APP1,
    APP2,
    APP14,
    APP15,
    COM,
    DAC,
    DHP,
    DHT,
    DNL,
    DQT,
    DRI,
    EXP,
    SOFS,
    SOI,
    SOS,
    START,
    Part,
    parts,
)  # fmt: skip
from .tables import refuse_odd_table

END = b"\xff\xd9"
CHUNK = 65_519
"""Most profile bytes of one segment: 65,535 less length, name, number and count."""
_FILL = re.compile(rb"\xff{2,}")
HIERARCHICAL = frozenset({DHP, EXP, 0xC5, 0xC6, 0xC7, 0xCD, 0xCE, 0xCF})
"""Markers of files that hold one picture in several sizes (T.81 annex J)."""


def strip(untrusted: bytes) -> Stripped:
    """The picture without metadata, its coded pixels untouched. Raises Broken."""
    found = list(parts(untrusted))
    picture = _Picture(untrusted)
    for part in found:
        picture.add(part)
    picture.check()
    front, kept = _front(untrusted, before_pixels(found))
    return Stripped(b"".join((START, *front, *picture.pieces, END)), lossless=True, kept=kept)


@dataclass(slots=True)
class _Picture:
    """The parts that make the picture, collected in order; the rest is passed over."""

    untrusted: bytes
    pieces: list[bytes | memoryview] = field(default_factory=list)
    frames: int = 0
    scans: int = 0
    open_height: bool = False

    def add(self, part: Part) -> None:
        """Take the part over, leave it out, or raise Broken."""
        if part.kind == "scan":
            self.pieces.append(self._scan(part))
        elif part.kind == "unread":
            raise Broken("the JPEG has more parts than any camera writes")
        elif part.kind == "cut":
            self._cut(part)
        elif part.kind == "marker":
            self._marker(part)
        elif part.kind in ("segment", "short") and not _is_metadata(part.marker):
            self._segment(part)

    def check(self) -> None:
        """Raises Broken when there is no picture."""
        if not self.scans:
            raise Broken("the JPEG ends before its picture begins; it is damaged or cut off")

    def _scan(self, part: Part) -> bytes | memoryview:
        whole = memoryview(self.untrusted)[part.at : part.end]
        return _FILL.sub(b"\xff", whole) if part.filled else whole

    def _marker(self, part: Part) -> None:
        if part.marker == SOI and part.at:
            raise Broken(
                "a second JPEG begins before the first one ends; programs would not agree "
                "which of the two is the picture. Open it and save it anew"
            )

    def _cut(self, part: Part) -> None:
        if not self.scans and not _is_metadata(part.marker):
            raise Broken("the JPEG is cut off before its picture begins")

    def _segment(self, part: Part) -> None:
        marker, body = part.marker, self.untrusted[part.body]
        if marker in HIERARCHICAL:
            raise Broken(
                "the JPEG is a hierarchical one, with several sizes of its picture in one file; "
                "hardly a program reads these. Save it as an ordinary JPEG first"
            )
        if part.kind == "short":
            raise Broken("a table of the JPEG has an impossible length; the file is damaged")
        if marker in SOFS:
            self._frame(body)
        elif marker == DNL:
            if not (self.open_height and self.scans == 1 and len(body) == 2):
                return
            self.open_height = False
        elif marker == SOS:
            self._start(body)
        elif marker in (DQT, DHT, DAC, DRI):
            refuse_odd_table(marker, body)
        else:
            raise Broken(
                f"the JPEG has a part of a kind that is not in use (marker {marker:02X}); "
                "it cannot be told whether that belongs to the picture"
            )
        self.pieces.append(memoryview(self.untrusted)[part.at : part.end])

    def _frame(self, body: bytes) -> None:
        if self.frames:
            raise Broken("the JPEG declares its picture twice; it is damaged")
        self.open_height = not frame_of(body).height
        self.frames = 1

    def _start(self, body: bytes) -> None:
        if not self.frames:
            raise Broken("the JPEG's pixels begin before its size is said; it is damaged")
        if len(body) < 6 or len(body) != 4 + 2 * body[0]:
            raise Broken("a scan header of the JPEG has a wrong length; the file is damaged")
        self.scans += 1


def _is_metadata(marker: int) -> bool:
    return APP0 <= marker <= APP15 or marker == COM


def _front(untrusted: bytes, found: list[Part]) -> tuple[list[bytes], tuple[str, ...]]:
    """What stands before the tables, and words for that of it which people care about."""
    heads = [body for body in bodies(untrusted, found, APP0, b"JFIF\0") if len(body) >= 14]
    made, kept = [_segment(APP0, body[:12] + b"\0\0") for body in heads[:1]], []
    turn = orientation(untrusted, found)
    if turn != 1:
        made.append(_segment(APP1, EXIF + b"\0" + exif.minimal(turn)))
        kept.append("orientation")
    given = profile(untrusted, found)
    if given is not None:
        safe = icc.harmless(given)
        made += _profile(safe.profile)
        kept += [f"colour profile {safe.name}"] if safe.profile else []
    colours = [body for body in bodies(untrusted, found, APP14, b"Adobe") if len(body) >= 12]
    made += [_segment(APP14, body[:12]) for body in colours[-1:]]
    return made, tuple(kept)


def _profile(profile: bytes | None) -> list[bytes]:
    if not profile:
        return []
    chunks = [profile[at : at + CHUNK] for at in range(0, len(profile), CHUNK)]
    count = len(chunks)
    return [
        _segment(APP2, ICC + bytes((number, count)) + chunk)
        for number, chunk in enumerate(chunks, 1)
    ]


def _segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body
