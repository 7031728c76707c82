"""What stands after the end of the picture: films, further pictures, telephones' own blocks.

Everything is accounted for: pieces that are recognised have a name, all other bytes are a
piece without one. Layouts: Samsung's directory (SEFH, SEFT), AFCP and FotoStation: ExifTool
``Samsung.pm``, ``AFCP.pm``, ``FotoStation.pm``; films: ISO/IEC 14496-12.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ...core.photo import Copy, Tag
from ...core.places import Field
from ..formats.jpeg.segments import end_of_picture
from ..sniff import described, media_type
from ..view import View
from . import film, iptc
from .bmff import each
from .trailer_blocks import IPTC, STRUCTURE, Range, claimed, label
from .wording import text_or_described

ROOT = ("File", "Trailer")
PIECES = 1000
"""Most pieces told apart; the rest is one piece."""
HEAD = 65_536
"""Where the XMP of a small picture stands, which says what it is for."""
_START = re.compile(rb"\xff\xd8\xff[\xc0-\xcf\xdb-\xfe]|ftyp|\x89PNG\r\n\x1a\n|RIFF[\s\S]{4}WEBP")
_GAIN = re.compile(rb"hdr-gain-map|hdrgainmap|HDRGainMap", re.IGNORECASE)
_DEPTH = re.compile(rb"depth ?map|auxdepth|aux:depth|disparity", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some bytes of the trailer; ``name`` is () when they are of no known kind."""

    name: tuple[str, ...]
    data: bytes = field(repr=False)


def tags(untrusted: bytes) -> tuple[Tag, ...]:
    """One tag per piece, and the fields of films and IPTC among them. Never raises."""
    found: list[Tag] = []
    for piece in pieces(untrusted):
        found += _tags(piece)
    return tuple(found)


def copies(untrusted: bytes) -> tuple[Copy, ...]:
    """Every piece but padding and directories; of IPTC records the previews. Never raises."""
    found: list[Copy] = []
    for piece in pieces(untrusted):
        if piece.name == IPTC:
            found += iptc.copies(piece.data)
        elif not (_is_padding(piece.data) or (piece.name and piece.name[-1] in STRUCTURE)):
            where = Field((*ROOT, *piece.name))
            found.append(Copy(where, _role(piece), media_type(piece.data), piece.data))
    return tuple(found)


def role_of(untrusted: bytes) -> str:
    """What a further picture is for, by its own XMP: gain map, depth map, alternate picture."""
    head = untrusted[:HEAD]
    if _GAIN.search(head):
        return "gain map"
    return "depth map" if _DEPTH.search(head) else "alternate picture"


def pieces(untrusted: bytes) -> list[Piece]:
    """All bytes of the trailer in order, told apart."""
    found: list[Piece] = []
    at = 0
    for known in sorted(claimed(untrusted), key=lambda one: (one.at, one.end)):
        if known.at < at:
            continue
        found += _unclaimed(untrusted[at : known.at])
        found.append(Piece(known.name, untrusted[known.at : known.end]))
        at = known.end
    return found + list(_unclaimed(untrusted[at:]))


def _unclaimed(untrusted: bytes) -> Iterator[Piece]:
    """Bytes that no directory names, told apart by how files begin and end."""
    at = 0
    for known in _recognised(untrusted):
        if at < known.at:
            yield _unknown(untrusted[at : known.at])
        yield Piece(known.name, untrusted[known.at : known.end])
        at = known.end
    if at < len(untrusted):
        yield _unknown(untrusted[at:])


def _recognised(untrusted: bytes) -> Iterator[Range]:
    at = 0
    for _ in range(PIECES):
        start = _START.search(untrusted, at)
        if start is None:
            return
        known = _whole(untrusted, start.start(), at)
        if known is not None:
            yield known
        at = known.end if known else start.end()


def _whole(untrusted: bytes, at: int, low: int) -> Range | None:
    """The file that begins at ``at``, to its own end."""
    if untrusted.startswith(b"\xff\xd8", at):
        return Range(("JPEG",), at, end_of_picture(untrusted, at))
    if untrusted.startswith(b"\x89PNG", at):
        end = untrusted.find(b"IEND", at)
        return Range(("PNG",), at, min(end + 8, len(untrusted)) if end > 0 else len(untrusted))
    if untrusted.startswith(b"RIFF", at):
        size = 8 + int.from_bytes(untrusted[at + 4 : at + 8], "little")
        return Range(("WebP",), at, min(at + size + size % 2, len(untrusted)))
    return _film(untrusted, at - 4, low)


def _film(untrusted: bytes, at: int, low: int) -> Range | None:
    """The boxes from ``ftyp`` on, as long as they are named like boxes."""
    if at < low:
        return None
    end = at
    for box in each(View(memoryview(untrusted)[at:]), at):  # only as far as it is a film
        if not (box.kind.isascii() and box.kind.replace(" ", "").isalnum()):
            break
        end = box.end
    return Range(("Film",), at, end) if end > at else None


def _unknown(untrusted: bytes) -> Piece:
    return Piece(label(untrusted), untrusted)


def _tags(piece: Piece) -> Iterable[Tag]:
    where = (*ROOT, *piece.name)
    if _is_padding(piece.data):
        return (Tag(Field((*ROOT, "Padding")), f"({len(piece.data)} equal bytes)"),)
    if piece.name == IPTC:
        return iptc.tags(piece.data)
    one = Tag(Field(where), text_or_described(piece.data))
    if media_type(piece.data) in ("video/mp4", "video/quicktime"):
        return (Tag(Field(where), described(piece.data)), *film.tags(piece.data, where))
    return (one,)


def _role(piece: Piece) -> str:
    kind = media_type(piece.data)
    if kind.startswith("video/"):
        return "motion video"
    if "depth" in "".join(piece.name).lower():
        return "depth map"
    return role_of(piece.data) if kind.startswith("image/") else "trailer"


def _is_padding(untrusted: bytes) -> bool:
    """Whether all bytes are the same one, NUL, FF, space or newline."""
    return untrusted[:1] in (b"\0", b"\xff", b" ", b"\n") and not untrusted.strip(untrusted[:1])
