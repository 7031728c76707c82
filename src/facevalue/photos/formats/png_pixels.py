"""PNG's packed pixels: what stands behind or among them that no program shows.

PNG specification (third edition, W3C 2025), sections 7, 8, 10 and 11.3.6 (films).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import inf

from ..view import View
from .png_chunks import Chunk

SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Samples of one pixel by colour type."""

PASSES = (
    *((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4)),
    *((0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)),
)
"""Adam7: left, top, and the steps to the right and down."""

STEP = 1 << 20


@dataclass(slots=True)
class Packed:
    """The pixels of one picture: ``kind`` is IDAT, or fdAT for further ones of a film.

    ``size`` is how many bytes they have when unpacked. ``odd`` says that the packed bytes
    are damaged or that more comes out of them; ``behind`` is what stands after their end.
    """

    kind: bytes
    size: int
    pieces: list[bytes] = field(default_factory=list, repr=False)
    odd: bool = False
    behind: bytes = field(default=b"", repr=False)


def packed(chunks: Sequence[Chunk]) -> list[Packed]:
    """Every picture of the file, measured, the one in IDAT last; one that is cut off is not odd."""
    found = list(_pictures(chunks))
    for picture in found:
        _measure(picture)
    return found


def without_hidden(chunks: Sequence[Chunk], surplus: int) -> list[Chunk]:
    """The chunks without the last ``surplus`` bytes of IDAT."""
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


def _pictures(chunks: Sequence[Chunk]) -> Iterator[Packed]:
    """IDAT as one picture, and each run of fdAT behind a frame's control."""
    head = View(chunks[0].data)
    canvas = head.u32(0), head.u32(4)
    first = Packed(b"IDAT", _size(head, *canvas))
    frame = None
    for chunk in chunks:
        if chunk.kind == b"IDAT":
            first.pieces.append(chunk.data)
        elif chunk.kind == b"fcTL" and len(chunk.data) >= 12:
            wide, high = View(chunk.data).u32(4), View(chunk.data).u32(8)
            frame = Packed(b"fdAT", _size(head, min(wide, canvas[0]), min(high, canvas[1])))
        elif chunk.kind == b"fdAT" and frame is not None:
            if not frame.pieces:
                yield frame
            frame.pieces.append(chunk.data[4:])
    yield first


def _size(head: View, wide: int, high: int) -> int:
    """Unpacked bytes of a picture: each row has one more byte, for its filter."""
    bits = head.u8(8) * SAMPLES.get(head.u8(9), 4)
    if not head.u8(12):
        return high * (1 + (wide * bits + 7) // 8)
    sizes = ((-(-(wide - x) // dx), -(-(high - y) // dy)) for x, y, dx, dy in PASSES)
    return sum(rows * (1 + (row * bits + 7) // 8) for row, rows in sizes if row > 0 and rows > 0)


def _measure(picture: Packed) -> None:
    """Unpack a megabyte at a time and throw it away; stops when too much has come out."""
    unpacker, made = zlib.decompressobj(), 0.0
    behind: list[bytes] = []
    for step in _steps(picture.pieces):
        while step and not unpacker.eof:
            made += _unpacked(unpacker, step)
            if made > picture.size:
                picture.odd = True
                return
            step = unpacker.unconsumed_tail or unpacker.unused_data
        behind.append(step)
    picture.odd = made + len(unpacker.flush()) > picture.size
    picture.behind = b"".join(behind)


def _steps(pieces: Sequence[bytes]) -> Iterator[bytes]:
    for piece in pieces:
        yield from (piece[at : at + STEP] for at in range(0, len(piece), STEP))


def _unpacked(unpacker: zlib._Decompress, step: bytes) -> float:
    """How many bytes came out; without end when the packed pixels are damaged."""
    try:
        return len(unpacker.decompress(step, STEP))
    except zlib.error:
        return inf
