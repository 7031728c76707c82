"""PNG and APNG: chunks, every one of them accounted for.

PNG specification (third edition, W3C 2025), with C2PA's ``caBX``.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from itertools import takewhile

from ...core.errors import Broken
from ...core.photo import Copy, Header, Stripped, Tag
from ...core.places import Field, Size
from .. import limits
from ..carriers import exif, icc, jumbf, trailer
from ..sniff import described
from ..view import View
from .png_chunks import KEPT, MAGIC, Chunk, chunks_of, needed, odd_chunks
from .png_pixels import Packed, packed, without_hidden
from .png_text import text_copies, text_tags

TEXTS = frozenset({b"tEXt", b"zTXt", b"iTXt"})


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
        turned = _orientation(chunks)
        upright = Size(size.height, size.width) if turned > 4 else size
        return Header(upright, _frames(chunks), turned)

    def fields(self, data: bytes) -> tuple[Tag, ...]:
        """Every chunk that is not pixels, colours or film."""
        chunks, rest = chunks_of(data)
        found = [tag for chunk in chunks for tag in _tags(chunk)]
        found += (Tag(Field(("Png", "odd", o.name)), described(o.data)) for o in odd_chunks(chunks))
        found += (tag for picture in packed(chunks) for tag in _hidden(picture))
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
        unseen = b"".join(one.data[4:] for one in odd_chunks(chunks) if one.kind == b"fdAT")
        if unseen:
            found.append(Copy(Field(("Png", "fdAT")), "alternate picture", "", unseen))
        return (*found, *trailer.copies(rest))

    def strip(self, data: bytes) -> Stripped:
        """Only the chunks that define pixels, colours and film; their data is the same.

        Raises Broken when one of them says more than its kind can say.
        """
        chunks, _ = chunks_of(data)
        chunks = _refused(chunks)
        kept: list[str] = []
        front = _colours(chunks, kept)
        turned = _orientation(chunks)
        if turned != 1:
            front.append(Chunk(b"eXIf", exif.minimal(turned)))
            kept.append("orientation")
        body = needed(chunks)
        if any(chunk.kind == b"iCCP" for chunk in front):
            body = [chunk for chunk in body if chunk.kind != b"sRGB"]
        pieces = [body[0], *front, *body[1:], Chunk(b"IEND", b"")]
        return Stripped(
            MAGIC + b"".join(p.written() for p in pieces), lossless=True, kept=tuple(kept)
        )


PNG = Png()


def _frames(chunks: list[Chunk]) -> int:
    """Pictures of the file: those of the film, and a first one that is no part of it.

    A picture without fcTL before it is shown only by programs that know no APNG.
    """
    film = max((View(one.data).u32(0) for one in chunks if one.kind == b"acTL"), default=0)
    front = takewhile(lambda chunk: chunk.kind != b"IDAT", chunks)
    apart = all(chunk.kind != b"fcTL" for chunk in front)
    return film + apart if film else 1


def _refused(chunks: list[Chunk]) -> list[Chunk]:
    """The chunks without what stands behind their pixels. Raises Broken."""
    for chunk in odd_chunks(chunks):
        raise Broken(
            f"the part {chunk.name} of the PNG file has a length that it cannot have, stands "
            "twice or belongs to a picture that is never shown, so data may be hidden in it"
        )
    *more, first = packed(chunks)
    if not first.pieces:
        raise Broken("the PNG file ends before its picture begins; it is damaged or cut off")
    if first.odd or any(one.odd or one.behind for one in more):
        raise Broken(
            "the packed pixels of the PNG file are damaged or more than its size, so data may "
            "be hidden in them; the picture has to be written anew from its pixels"
        )
    return without_hidden(chunks, len(first.behind))


def _hidden(picture: Packed) -> Iterator[Tag]:
    """What no program shows of some packed pixels."""
    name = picture.kind.decode()
    if picture.behind:
        yield Tag(Field(("Png", name, "after")), described(picture.behind))
    if picture.odd:
        yield Tag(Field(("Png", name, "unread")), "damaged, or more pixels than the size says")


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
