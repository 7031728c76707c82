"""PNG and APNG: chunks, every one of them accounted for.

PNG specification (third edition, W3C 2025), with C2PA's ``caBX``.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...core.errors import Broken
from ...core.photo import Copy, Header, Stripped, Tag
from ...core.places import Field, Size
from .. import limits
from ..carriers import exif, icc, jumbf, trailer
from ..sniff import described
from ..view import View
from .png_text import text_copies, text_tags

MAGIC = b"\x89PNG\r\n\x1a\n"
KEPT = frozenset(
    {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs"}
    | {b"cICP", b"mDCV", b"cLLI", b"acTL", b"fcTL", b"fdAT", b"hIST"}
)
"""Chunks that define pixels, colours or the film; numbers only."""

LENGTHS = {
    b"IHDR": 13,
    b"gAMA": 4,
    b"cHRM": 32,
    b"sRGB": 1,
    b"pHYs": 9,
    b"cICP": 4,
    b"mDCV": 24,
    b"cLLI": 8,
    b"acTL": 8,
    b"fcTL": 26,
}
"""Chunks of one length only: anything longer could carry more than it says."""

TEXTS = frozenset({b"tEXt", b"zTXt", b"iTXt"})


@dataclass(frozen=True, slots=True)
class Chunk:
    """One chunk: four letters and data."""

    kind: bytes
    data: bytes = field(repr=False)

    @property
    def name(self) -> str:
        return "".join(chr(c) if 32 < c < 127 else "?" for c in self.kind)

    def written(self) -> bytes:
        """The chunk with its length and check sum."""
        check = zlib.crc32(self.kind + self.data)
        return len(self.data).to_bytes(4, "big") + self.kind + self.data + check.to_bytes(4, "big")


class Png:
    """The format PNG."""

    name = "png"
    media_type = "image/png"
    suffixes = (".png", ".apng")
    carries = (
        "A PNG file may carry texts and the prompts of image generators, Exif and XMP with place "
        "and device, colour profiles, content credentials and private chunks."
    )

    def mine(self, start: bytes) -> bool:
        """By the signature."""
        return start.startswith(MAGIC)

    def header(self, data: bytes) -> Header:
        """Size and frames from IHDR and acTL, orientation from eXIf. Raises Broken."""
        chunks, _ = chunks_of(data)
        first = View(chunks[0].data)
        size = Size(first.u32(0), first.u32(4))
        if min(size.width, size.height) < 1:
            raise Broken("the PNG file says that it has no width or no height")
        frames = [View(chunk.data).u32(0) for chunk in chunks if chunk.kind == b"acTL"]
        turned = _orientation(chunks)
        upright = Size(size.height, size.width) if turned > 4 else size
        return Header(upright, max([1, *frames]), turned)

    def fields(self, data: bytes) -> tuple[Tag, ...]:
        """Every chunk that is not pixels, colours or film."""
        chunks, rest = chunks_of(data)
        found = [tag for chunk in chunks for tag in _tags(chunk)]
        if _after_pixels(chunks):
            found.append(Tag(Field(("Png", "IDAT", "after")), described(_after_pixels(chunks))))
        return (*found[: limits.ENTRIES], *trailer.tags(rest))

    def embedded(self, data: bytes) -> tuple[Copy, ...]:
        """Pictures inside Exif, XMP and C2PA chunks, and anything after the end."""
        chunks, rest = chunks_of(data)
        found: list[Copy] = []
        for chunk in chunks:
            if chunk.kind == b"eXIf":
                found += exif.copies(chunk.data)
            elif chunk.kind == b"caBX":
                found += jumbf.copies(chunk.data)
            elif chunk.kind in TEXTS:
                found += text_copies(chunk.kind, chunk.data)
        return (*found, *trailer.copies(rest))

    def strip(self, data: bytes) -> Stripped:
        """Only the chunks that define pixels, colours and film; their data is the same.

        Raises Broken when a chunk has a length that it cannot have.
        """
        chunks, _ = chunks_of(data)
        kept: list[str] = []
        front = _colours(chunks, kept)
        turned = _orientation(chunks)
        if turned != 1:
            front.append(Chunk(b"eXIf", exif.minimal(turned)))
            kept.append("orientation")
        body = [_checked(chunk) for chunk in _without_hidden(chunks) if chunk.kind in KEPT]
        if any(chunk.kind == b"iCCP" for chunk in front):
            body = [chunk for chunk in body if chunk.kind != b"sRGB"]
        pieces = [body[0], *front, *body[1:], Chunk(b"IEND", b"")]
        return Stripped(
            MAGIC + b"".join(p.written() for p in pieces), lossless=True, kept=tuple(kept)
        )


PNG = Png()


def chunks_of(untrusted: bytes) -> tuple[list[Chunk], bytes]:
    """The chunks up to IEND, and the bytes after it. Raises Broken."""
    view, at = View(untrusted), len(MAGIC)
    found: list[Chunk] = []
    while at < len(view):
        size = view.u32(at)
        kind = view.take(at + 4, 4)
        if kind == b"IEND":
            rest = view.sub(min(at + 12, len(view))).whole()
            extra = view.take(at + 8, min(size, max(len(view) - at - 12, 0)))
            return _begun(found), extra + rest[len(extra) :]
        found.append(Chunk(kind, view.take(at + 8, size)))
        at += 12 + size
        if len(found) > limits.ENTRIES * 10:
            raise Broken("the PNG file has more parts than any program writes")
    return _begun(found), b""


def _begun(found: list[Chunk]) -> list[Chunk]:
    if not found or found[0].kind != b"IHDR" or len(found[0].data) < 13:
        raise Broken("the PNG file does not begin with its header")
    return found


def _checked(chunk: Chunk) -> Chunk:
    wanted = LENGTHS.get(chunk.kind)
    if wanted is not None and len(chunk.data) != wanted:
        raise Broken(f"the part {chunk.name} of the PNG file has a length that it cannot have")
    return chunk


def _orientation(chunks: list[Chunk]) -> int:
    return next((exif.orientation(c.data) for c in chunks if c.kind == b"eXIf"), 1)


def _tags(chunk: Chunk) -> Iterator[Tag]:
    if chunk.kind in TEXTS:
        yield from text_tags(chunk.kind, chunk.data)
    elif chunk.kind == b"eXIf":
        yield from exif.tags(chunk.data)
    elif chunk.kind == b"caBX":
        yield from jumbf.tags(chunk.data)
    elif chunk.kind == b"iCCP":
        yield from _profile_tags(chunk.data)
    elif chunk.kind == b"tIME":
        yield Tag(Field(("Png", "tIME")), _time(chunk.data))
    elif chunk.kind not in KEPT:
        yield Tag(Field(("Png", chunk.name)), described(chunk.data))


def _time(data: bytes) -> str:
    if len(data) != 7:
        return described(data)
    year = int.from_bytes(data[:2], "big")
    return "{}:{:02}:{:02} {:02}:{:02}:{:02}".format(year, *data[2:])


def _profile(data: bytes) -> tuple[str, bytes]:
    """Name and unpacked profile of an iCCP chunk; empty when it cannot be unpacked."""
    name, _, packed = data.partition(b"\0")
    unpacker = zlib.decompressobj()
    try:
        return name.decode("latin-1"), unpacker.decompress(packed[1:], limits.METADATA_BYTES)
    except zlib.error:
        return name.decode("latin-1"), b""


def _profile_tags(data: bytes) -> Iterator[Tag]:
    name, profile = _profile(data)
    if name != "icc":
        yield Tag(Field(("Png", "iCCP", "name")), name)
    yield from icc.tags(profile)


def _colours(chunks: list[Chunk], kept: list[str]) -> list[Chunk]:
    """The chunk for a harmless profile in place of the given one."""
    given = next((chunk.data for chunk in chunks if chunk.kind == b"iCCP"), None)
    if given is None:
        return []
    harmless = icc.harmless(_profile(given)[1])
    kept.append(harmless.name)
    if harmless.profile is None:
        return []
    return [Chunk(b"iCCP", b"icc\0\0" + zlib.compress(harmless.profile, 9))]


def _after_pixels(chunks: list[Chunk]) -> bytes:
    """Bytes behind the end of the packed pixels, which no decoder reads."""
    unpacker = zlib.decompressobj()
    hidden = b""
    try:
        for chunk in chunks:
            if chunk.kind == b"IDAT":
                if unpacker.eof:
                    hidden += chunk.data
                else:
                    for start in range(0, len(chunk.data), 1 << 20):
                        _unpack(unpacker, chunk.data[start : start + (1 << 20)])
    except zlib.error:
        return b""
    return unpacker.unused_data + hidden if unpacker.eof else b""


def _unpack(unpacker: zlib._Decompress, data: bytes) -> None:
    """Unpack and throw away, a megabyte at a time."""
    while data and not unpacker.eof:
        unpacker.decompress(data, 1 << 20)
        data = unpacker.unconsumed_tail


def _without_hidden(chunks: list[Chunk]) -> list[Chunk]:
    """The chunks with IDAT cut at the end of its packed pixels."""
    surplus = len(_after_pixels(chunks))
    if not surplus:
        return chunks
    kept: list[Chunk] = []
    for chunk in reversed(chunks):
        if chunk.kind == b"IDAT" and surplus:
            cut = min(surplus, len(chunk.data))
            surplus -= cut
            data = chunk.data[: len(chunk.data) - cut]
            if data:
                kept.append(Chunk(b"IDAT", data))
        else:
            kept.append(chunk)
    return kept[::-1]
