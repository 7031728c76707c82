"""The contents of the metadata segments, sorted by kind; what belongs together is joined.

Signatures: Exif 3.0 section 4.7, XMP specification part 3 (main and extended packets),
ICC.1:2022 annex B.4, CIPA DC-007 (MPF), ISO/IEC 19566-5 annex D (JUMBF in APP11).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ... import limits
from .apps import App, app_of
from .frame import EXIF, ICC, exif_blocks, profile
from .segments import APP0, APP1, APP2, APP11, APP13, APP15, COM, Part, parts

XMP = b"http://ns.adobe.com/xap/1.0/\0"
EXTENDED_XMP = b"http://ns.adobe.com/xmp/extension/\0"
EXTENDED_HEAD = len(EXTENDED_XMP) + 32 + 4 + 4
"""Signature, GUID, full length, position of this part."""
MPF = b"MPF\0"
JUMBF = b"JP"
PHOTOSHOP = b"Photoshop 3.0\0"


@dataclass(slots=True)
class Blocks:
    """All that a file carries beside the picture, each kind in the order of the file.

    ``profile`` is None when there are no whole set of parts; ``mpf`` are positions of the
    byte-order marks; ``broken`` are (path, bytes) of what could not be joined; ``other`` are
    (marker, content) of segments without a reader; ``rest`` are the parts that are no
    segments of metadata.
    """

    untrusted: bytes = field(repr=False)
    exif: list[bytes] = field(default_factory=list)
    xmp: list[bytes] = field(default_factory=list)
    photoshop: list[bytes] = field(default_factory=list)
    profile: bytes | None = None
    jumbf: list[bytes] = field(default_factory=list)
    mpf: list[Part] = field(default_factory=list)
    comments: list[bytes] = field(default_factory=list)
    apps: dict[App, list[bytes]] = field(default_factory=dict)
    other: list[tuple[int, bytes]] = field(default_factory=list)
    rest: list[Part] = field(default_factory=list)
    broken: list[tuple[tuple[str, ...], int]] = field(default_factory=list)


def blocks(untrusted: bytes) -> Blocks:
    """Everything the file carries. Raises Broken when no JPEG begins here."""
    found = Blocks(untrusted)
    named: dict[str, list[bytes]] = {}
    every = list(parts(untrusted))
    for part in every:
        if part.kind == "segment" and _is_metadata(part.marker):
            _sort(found, named, part)
        else:
            found.rest.append(part)
    found.exif = exif_blocks(untrusted, every)
    _colours(found, every)
    _photoshop(found, named.get("photoshop", []))
    _extended(found, named.get("extended", []))
    _jumbf(found, named.get("jumbf", []))
    return found


def _is_metadata(marker: int) -> bool:
    return APP0 <= marker <= APP15 or marker == COM


def _sort(found: Blocks, named: dict[str, list[bytes]], part: Part) -> None:
    """One segment to its kind; Exif and profiles are joined later from all parts."""
    marker, body = part.marker, found.untrusted[part.body]
    if marker == COM:
        found.comments.append(body)
    elif marker == APP1 and body.startswith(XMP):
        found.xmp.append(body[len(XMP) :])
    elif marker == APP2 and body.startswith(MPF):
        found.mpf.append(part)
    elif kind := _joined_kind(marker, body):
        named.setdefault(kind, []).append(body)
    elif app := app_of(marker, body[:256]):
        found.apps.setdefault(app, []).append(body)
    else:
        found.other.append((marker, body))


def _joined_kind(marker: int, body: bytes) -> str:
    starts = {
        APP1: ((EXIF, "exif"), (EXTENDED_XMP, "extended")),
        APP2: ((ICC, "icc"),),
        APP11: ((JUMBF, "jumbf"),),
        APP13: ((PHOTOSHOP, "photoshop"),),
    }
    return next((kind for start, kind in starts.get(marker, ()) if body.startswith(start)), "")


def _colours(found: Blocks, every: list[Part]) -> None:
    found.profile = profile(found.untrusted, every)
    size = sum(
        part.end - part.at
        for part in every
        if part.marker == APP2 and found.untrusted.startswith(ICC, part.at + 4, part.end)
    )
    if found.profile is None and size:
        found.broken.append((("Icc",), size))


def _photoshop(found: Blocks, bodies: list[bytes]) -> None:
    joined = b"".join(body[len(PHOTOSHOP) :] for body in bodies)
    if len(joined) > limits.METADATA_BYTES:
        found.broken.append((("Photoshop",), len(joined)))
    elif bodies:
        found.photoshop.append(joined)


def _extended(found: Blocks, bodies: list[bytes]) -> None:
    """Extended XMP: parts of one GUID, by position, without holes."""
    guids: dict[bytes, list[tuple[int, bytes]]] = {}
    for body in bodies:
        head = len(EXTENDED_XMP)
        at = int.from_bytes(body[head + 36 : head + 40], "big")
        guids.setdefault(body[head : head + 32], []).append((at, body[EXTENDED_HEAD:]))
    for pieces in guids.values():
        joined = bytearray()
        for at, piece in sorted(pieces, key=lambda one: one[0]):
            if at != len(joined):
                found.broken.append((("Xmp",), len(piece)))
            else:
                joined += piece
        if len(joined) > limits.METADATA_BYTES:
            found.broken.append((("Xmp",), len(joined)))
        elif joined:
            found.xmp.append(bytes(joined))


def _jumbf(found: Blocks, bodies: list[bytes]) -> None:
    """Boxes that are spread over segments: instance, sequence number, repeated box header."""
    instances: dict[bytes, list[bytes]] = {}
    for body in bodies:
        if len(body) < 16:
            found.broken.append((("C2pa",), len(body)))
        else:
            instances.setdefault(body[2:4] + body[8:16], []).append(body)
    for pieces in instances.values():
        pieces.sort(key=lambda body: body[4:8])
        head = 24 if pieces[0][8:12] == b"\0\0\0\1" else 16
        joined = pieces[0][8:] + b"".join(piece[head:] for piece in pieces[1:])
        if len(joined) > limits.METADATA_BYTES:
            found.broken.append((("C2pa",), len(joined)))
        else:
            found.jumbf.append(joined)
