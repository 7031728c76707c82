"""WebP: RIFF chunks (RFC 9649)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...core.errors import Broken
from ...core.photo import Copy, Header, Stripped, Tag
from ...core.places import Field, Size
from .. import limits
from ..carriers import exif, icc, jumbf, trailer, xmp
from ..sniff import described, media_type
from ..view import View

ICC_FLAG, ALPHA_FLAG, EXIF_FLAG, XMP_FLAG, FILM_FLAG = 0x20, 0x10, 0x08, 0x04, 0x02
PIXELS = frozenset({b"VP8 ", b"VP8L", b"ALPH"})
CODED = frozenset({b"VP8 ", b"VP8L"})
STRUCTURE = PIXELS | {b"VP8X", b"ANIM", b"ANMF"}
FRAME_HEADER = 16
"""Bytes of an ANMF chunk before the chunks inside it."""
FILM_BYTES = 6
"""Bytes of an ANIM chunk: the background colour and how often the film repeats."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """One chunk: four letters and data."""

    kind: bytes
    data: bytes = field(repr=False)

    @property
    def name(self) -> str:
        return "".join(chr(c) if 32 < c < 127 else "?" for c in self.kind.rstrip())

    def written(self) -> bytes:
        """The chunk with its length and a zero byte where it is odd."""
        return (
            self.kind
            + len(self.data).to_bytes(4, "little")
            + self.data
            + b"\0" * (len(self.data) % 2)
        )


class Webp:
    """The format WebP."""

    name = "webp"
    media_type = "image/webp"
    suffixes = (".webp",)
    carries = (
        "A WebP file may carry Exif and XMP with place, time and device, a colour profile, content "
        "credentials and private chunks."
    )

    def mine(self, start: bytes) -> bool:
        """By RIFF and WEBP."""
        return start[:4] == b"RIFF" and start[8:12] == b"WEBP"

    def header(self, data: bytes) -> Header:
        """Size of the canvas or the picture, frames, orientation from Exif. Raises Broken."""
        chunks, _ = chunks_of(data)
        size = size_of(chunks)
        frames = sum(chunk.kind == b"ANMF" for chunk in _shown(chunks))
        turned = _orientation(chunks)
        upright = Size(size.height, size.width) if turned > 4 else size
        return Header(upright, max(frames, 1), turned)

    def fields(self, data: bytes) -> tuple[Tag, ...]:
        """Every chunk that is not pixels or film, and what stands after the end."""
        chunks, rest = chunks_of(data)
        found = [tag for chunk in chunks for tag in _tags(chunk)]
        found += (Tag(Field(("WebP", "odd", c.name)), described(c.data)) for c in _unseen(chunks))
        return (*found[: limits.ENTRIES], *trailer.tags(rest))

    def embedded(self, data: bytes) -> tuple[Copy, ...]:
        """Pictures inside Exif, XMP and C2PA, and anything after the end."""
        chunks, rest = chunks_of(data)
        readers = {b"EXIF": exif.copies, b"XMP ": xmp.copies, b"C2PA": jumbf.copies}
        found = [
            c for chunk in chunks if chunk.kind in readers for c in readers[chunk.kind](chunk.data)
        ]
        for chunk in (one for one in _unseen(chunks) if one.kind in PIXELS | {b"ANMF"}):
            whole = riff([chunk]) if chunk.kind in CODED else chunk.data
            field = Field(("WebP", "odd", chunk.name))
            found.append(Copy(field, "alternate picture", media_type(whole), whole))
        return (*found, *trailer.copies(rest))

    def strip(self, data: bytes) -> Stripped:
        """Only pixels and film, with a harmless profile and the orientation. Raises Broken."""
        chunks, _ = chunks_of(data)
        kept: list[str] = []
        profile = _profile(chunks, kept)
        turned = _orientation(chunks)
        after = [Chunk(b"EXIF", exif.minimal(turned))] if turned != 1 else []
        if after:
            kept.append("orientation")
        body = [_bare(chunk) for chunk in _shown(chunks)]
        if body[-1].kind in CODED and size_of(chunks) != size_of(body[-1:]):
            raise Broken("the WebP file says two different sizes of its picture")
        front = _front(chunks, bool(profile), bool(after))
        pieces = [*front, *(profile if front else []), *body, *(after if front else [])]
        return Stripped(riff(pieces), lossless=True, kept=tuple(kept))


WEBP = Webp()


def chunks_of(untrusted: bytes) -> tuple[list[Chunk], bytes]:
    """The chunks inside the RIFF, and the bytes after it. Raises Broken."""
    view = View(untrusted, "little")
    end = min(8 + view.u32(4), len(view))
    found, rest = _walk(view.take(12, max(end - 12, 0)))
    if not _shown(found):
        raise Broken("the WebP file holds no picture")
    return found, rest + view.sub(end).whole()


def _walk(untrusted: bytes) -> tuple[list[Chunk], bytes]:
    """Chunks beside each other; a last one that is cut off is taken as far as it goes."""
    view, at = View(untrusted, "little"), 0
    found: list[Chunk] = []
    while at + 8 <= len(view) and len(found) < limits.ENTRIES:
        size = view.u32(at + 4)
        if at + 8 + size > len(view):
            if view.take(at, 4) in PIXELS | {b"ANMF"}:
                raise Broken("the picture data of the WebP file is cut short")
            return found, view.sub(at).whole()
        found.append(Chunk(view.take(at, 4), view.take(at + 8, size)))
        at += 8 + size + size % 2
    return found, view.sub(min(at, len(view))).whole()


def riff(chunks: list[Chunk]) -> bytes:
    """A whole file of these chunks."""
    content = b"WEBP" + b"".join(chunk.written() for chunk in chunks)
    return b"RIFF" + len(content).to_bytes(4, "little") + content


def _shown(chunks: list[Chunk]) -> list[Chunk]:
    """The chunks that programs show: all frames of a film, else the first picture."""
    film = next(
        (bool(c.data[0] & FILM_FLAG) for c in chunks if c.kind == b"VP8X" and c.data), False
    )
    if not film:
        return _picture(chunks)
    frames = [chunk for chunk in chunks if chunk.kind == b"ANMF"]
    start = next(([chunk] for chunk in chunks if chunk.kind == b"ANIM"), [])
    return start + frames if frames else []


def _picture(chunks: list[Chunk]) -> list[Chunk]:
    """The first coded picture, behind its transparency where it has some."""
    at = next((at for at, chunk in enumerate(chunks) if chunk.kind in CODED), None)
    if at is None:
        return []
    clear = [c for c in chunks[:at] if c.kind == b"ALPH"] if chunks[at].kind == b"VP8 " else []
    return [*clear[:1], chunks[at]]


def _unseen(chunks: list[Chunk]) -> list[Chunk]:
    """Pictures and parts of films that no program shows."""
    used = {id(chunk) for chunk in (*_shown(chunks), *chunks[:1])}
    return [chunk for chunk in chunks if chunk.kind in STRUCTURE and id(chunk) not in used]


def size_of(chunks: list[Chunk]) -> Size:
    """Size of the canvas or the picture. Raises Broken when the first chunk is neither."""
    first = chunks[0]
    view = View(first.data, "little")
    if first.kind == b"VP8X":
        return Size(1 + view.u16(4) + (view.u8(6) << 16), 1 + view.u16(7) + (view.u8(9) << 16))
    if first.kind == b"VP8L":
        bits = view.u32(1)
        return Size(1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))
    if first.kind == b"VP8 ":
        return Size(view.u16(6) & 0x3FFF or 1, view.u16(8) & 0x3FFF or 1)
    raise Broken("the WebP file does not begin with its picture")


def _orientation(chunks: list[Chunk]) -> int:
    return next((exif.orientation(c.data) for c in chunks if c.kind == b"EXIF"), 1)


def _tags(chunk: Chunk) -> Iterator[Tag]:
    readers = {b"EXIF": exif.tags, b"XMP ": xmp.tags, b"C2PA": jumbf.tags, b"ICCP": icc.tags}
    if chunk.kind in readers:
        yield from readers[chunk.kind](chunk.data)
    elif chunk.kind == b"ANMF":
        inside, rest = _walk(chunk.data[FRAME_HEADER:])
        shown = _picture(inside)
        for each in inside:
            if not any(each is one for one in shown):
                yield Tag(Field(("WebP", "ANMF", each.name)), described(each.data))
        if rest.strip(b"\0"):
            yield Tag(Field(("WebP", "ANMF", "rest")), described(rest))
    elif chunk.kind not in STRUCTURE:
        yield Tag(Field(("WebP", chunk.name)), described(chunk.data))


def _bare(chunk: Chunk) -> Chunk:
    """A frame with its picture only; everything else as it is. Raises Broken."""
    if chunk.kind == b"ANIM" and len(chunk.data) != FILM_BYTES:
        raise Broken("the WebP file has a part ANIM of a length that it cannot have")
    if chunk.kind != b"ANMF":
        return chunk
    inside, _ = _walk(View(chunk.data).sub(FRAME_HEADER).whole())
    pixels = b"".join(each.written() for each in _picture(inside))
    if not pixels:
        raise Broken("a frame of the WebP file holds no picture")
    return Chunk(b"ANMF", chunk.data[:FRAME_HEADER] + pixels)


def _profile(chunks: list[Chunk], kept: list[str]) -> list[Chunk]:
    given = next((chunk.data for chunk in chunks if chunk.kind == b"ICCP"), None)
    if given is None:
        return []
    harmless = icc.harmless(given)
    kept.append(harmless.name)
    return [] if harmless.profile is None else [Chunk(b"ICCP", harmless.profile)]


def _front(chunks: list[Chunk], profile: bool, turned: bool) -> list[Chunk]:
    """A VP8X chunk with the right flags, or none when a plain file says it all."""
    shown = _shown(chunks)
    film = any(chunk.kind == b"ANMF" for chunk in shown)
    old = next((chunk for chunk in chunks if chunk.kind == b"VP8X"), None)
    alpha = bool(old and View(old.data).u8(0) & ALPHA_FLAG) or any(c.kind == b"ALPH" for c in shown)
    plain = not (film or profile or turned) and not any(c.kind == b"ALPH" for c in shown)
    if plain:
        return []
    flags = FILM_FLAG * film | ICC_FLAG * profile | EXIF_FLAG * turned | ALPHA_FLAG * alpha
    size = size_of(chunks)
    data = bytes([flags, 0, 0, 0]) + (size.width - 1).to_bytes(3, "little")
    return [Chunk(b"VP8X", data + (size.height - 1).to_bytes(3, "little"))]
