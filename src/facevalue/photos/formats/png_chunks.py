"""PNG's chunks, and which of them do not say what their name lets them say.

PNG specification (third edition, W3C 2025), sections 5 and 11.
"""

from __future__ import annotations

import zlib
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field

from ...core.errors import Broken
from .. import limits
from ..view import View

MAGIC = b"\x89PNG\r\n\x1a\n"
FILM = frozenset({b"fcTL", b"fdAT"})
KEPT = FILM | {
    *(b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs"),
    *(b"cICP", b"mDCV", b"cLLI", b"acTL"),
}
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

BY_COLOUR = {
    b"sBIT": {0: 1, 2: 3, 3: 3, 4: 2, 6: 4},
    b"bKGD": {0: 2, 2: 6, 3: 1, 4: 2, 6: 6},
    b"tRNS": {0: 2, 2: 6},
}
"""Chunks whose length follows from the colour type in the header."""

PALETTE = 3


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


def needed(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Those that define pixels, colours or the film; a palette only where pixels are indices."""
    indexed = chunks[0].data[9] == PALETTE
    return [one for one in chunks if one.kind in KEPT and (indexed or one.kind != b"PLTE")]


def odd_chunks(chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    """Needed ones of an impossible length, a second time, or of pictures that are never shown."""
    colours = next((len(one.data) // 3 for one in chunks if one.kind == b"PLTE"), 0)
    seen: set[bytes] = set()
    shown = frames = 0
    for chunk in needed(chunks):
        fits = len(chunk.data) in _lengths(chunk.kind, chunks[0].data[9], colours)
        if chunk.kind == b"acTL" and fits and b"IDAT" not in seen:
            shown = View(chunk.data).u32(0)
        frames += chunk.kind == b"fcTL"
        unseen = chunk.kind in FILM and not 0 < frames <= shown
        if not fits or unseen or (chunk.kind in seen and chunk.kind not in FILM | {b"IDAT"}):
            yield chunk
        seen.add(chunk.kind)


def _begun(found: list[Chunk]) -> list[Chunk]:
    if not found or found[0].kind != b"IHDR" or len(found[0].data) < 13:
        raise Broken("the PNG file does not begin with its header")
    return found


def _lengths(kind: bytes, colour: int, colours: int) -> Container[int]:
    """The lengths that a chunk can have; ``colours`` is the number of those in the palette."""
    if kind in LENGTHS:
        return (LENGTHS[kind],)
    if kind == b"PLTE":
        return range(3, 3 * 256 + 1, 3)
    if kind == b"tRNS" and colour == PALETTE:
        return range(colours + 1)
    if kind in BY_COLOUR:
        return (BY_COLOUR[kind].get(colour, -1),)
    return range(1 << 32)
