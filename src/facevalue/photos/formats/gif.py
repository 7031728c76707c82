"""GIF: blocks, every one of them accounted for (GIF89a specification, CompuServe 1990)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...core.errors import Broken
from ...core.photo import Copy, Header, Stripped, Tag
from ...core.places import Field, Size
from .. import limits
from ..carriers import icc, trailer, xmp
from ..sniff import described
from ..view import View

COMMENT, PLAIN_TEXT, CONTROL, APPLICATION, PICTURE = 0xFE, 0x01, 0xF9, 0xFF, 0x2C
LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
"""Application blocks that say how often a film repeats."""

CONTROL_BYTES = 4
"""How long a frame is shown, and its transparent colour."""

XMP_TAIL = 257
"""Bytes that lead a reader of sub-blocks through an XMP packet (XMP Specification part 3)."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block as it stands in the file; ``label`` is 0x2C for a picture, else the extension's."""

    label: int
    raw: bytes = field(repr=False)
    data: bytes = field(repr=False)


class Gif:
    """The format GIF."""

    name = "gif"
    media_type = "image/gif"
    suffixes = (".gif",)
    carries = (
        "A GIF file may carry comments, plain texts, XMP, colour profiles and private blocks of "
        "programs."
    )

    def mine(self, start: bytes) -> bool:
        """By GIF87a or GIF89a."""
        return start[:6] in (b"GIF87a", b"GIF89a")

    def header(self, data: bytes) -> Header:
        """Size of the screen and number of pictures. Raises Broken."""
        view = View(data, "little")
        size = Size(view.u16(6), view.u16(8))
        _, blocks, _ = taken_apart(data)
        frames = sum(block.label == PICTURE for block in blocks)
        if min(size.width, size.height) < 1 or not frames:
            raise Broken("the GIF file holds no picture")
        return Header(size, frames)

    def fields(self, data: bytes) -> tuple[Tag, ...]:
        """Comments, texts and application blocks, and what stands after the end."""
        _, blocks, rest = taken_apart(data)
        found = [tag for block in blocks for tag in _tags(block)]
        return (*found[: limits.ENTRIES], *trailer.tags(rest))

    def embedded(self, data: bytes) -> tuple[Copy, ...]:
        """Pictures inside XMP, and anything after the end."""
        _, blocks, rest = taken_apart(data)
        packets = [_packet(block) for block in blocks if block.data.startswith(b"XMP DataXMP")]
        return (*(c for packet in packets for c in xmp.copies(packet)), *trailer.copies(rest))

    def strip(self, data: bytes) -> Stripped:
        """Pictures, their controls and the loop, byte for byte; nothing else. Raises Broken."""
        front, blocks, _ = taken_apart(data)
        if any(block.label == PICTURE and 0 in _sides(block.raw) for block in blocks):
            raise Broken("a picture of the GIF file has no size, so data may be hidden in it")
        if not any(block.label == PICTURE for block in blocks):
            raise Broken("the GIF file holds no picture")
        return Stripped(front + b"".join(map(_plain, blocks)) + b";", lossless=True)


GIF = Gif()


def taken_apart(untrusted: bytes) -> tuple[bytes, list[Block], bytes]:
    """The part before the first block, the blocks, and the bytes after the end. Raises Broken."""
    view = View(untrusted, "little")
    flags = view.u8(10)
    at = 13 + (3 << (flags & 7) + 1 if flags & 0x80 else 0)
    front = view.take(0, at)
    blocks: list[Block] = []
    while at < len(view) and view.u8(at) != 0x3B:
        if len(blocks) > limits.ENTRIES:
            raise Broken("the GIF file has more parts than any program writes")
        start = at
        label, at, data = _block(view, at)
        blocks.append(Block(label, view.take(start, at - start), data))
    return front, blocks, view.sub(min(at + 1, len(view))).whole()


def _block(view: View, at: int) -> tuple[int, int, bytes]:
    """Label, position behind the block, and its data."""
    if view.u8(at) == PICTURE:
        start = _codes(view, at)
        return PICTURE, _sub_blocks_end(view, start), b""
    if view.u8(at) == 0x21:
        end = _sub_blocks_end(view, at + 2)
        return view.u8(at + 1), end, _joined(view, at + 2)
    raise Broken("the GIF file holds a block of an unknown kind")


def _codes(view: View, at: int) -> int:
    """Where the coded pixels of the picture at ``at`` begin, behind its own colours."""
    flags = view.u8(at + 9)
    return at + 11 + (3 << (flags & 7) + 1 if flags & 0x80 else 0)


def _sides(picture: bytes) -> tuple[int, int]:
    return int.from_bytes(picture[5:7], "little"), int.from_bytes(picture[7:9], "little")


def _sub_blocks_end(view: View, at: int) -> int:
    while size := view.u8(at):
        at += size + 1
        if at >= len(view):
            return len(view)  # the end is missing; readers show what there is
    return at + 1


def _joined(view: View, at: int) -> bytes:
    pieces = []
    while at < len(view) and (size := view.u8(at)) and at + 1 + size <= len(view):
        pieces.append(view.take(at + 1, size))
        at += size + 1
    return b"".join(pieces)


def _plain(block: Block) -> bytes:
    """A picture, its control or the loop as programs write them; nothing of other blocks."""
    if block.label == PICTURE:
        return _ended(block.raw)
    if block.label == CONTROL and len(block.data) >= CONTROL_BYTES:
        return b"!\xf9\x04" + block.data[:CONTROL_BYTES] + b"\0"
    loops = block.label == APPLICATION and block.data[:11] in LOOPS and len(block.data) >= 14
    if loops and block.data[11] == 1:
        return b"!\xff\x0b" + block.data[:11] + b"\x03" + block.data[11:14] + b"\0"
    return b""


def _ended(picture: bytes) -> bytes:
    """A picture that is cut off inside its coded pixels gets the end that it lacks."""
    view = View(picture, "little")
    at = _codes(view, 0)
    while size := view.u8(at):
        last, at = at, at + size + 1
        if at >= len(picture):
            rest = picture[last + 1 :]
            return picture[:last] + (bytes([len(rest)]) + rest if rest else b"") + b"\0"
    return picture


def _stays(block: Block) -> bool:
    """Whether nothing of the block is left out; a picture may get the end that it lacks."""
    return block.label == PICTURE or block.raw == _plain(block)


def _tags(block: Block) -> Iterator[Tag]:
    if _stays(block):
        return
    if block.label == COMMENT:
        yield Tag(Field(("Gif", "Comment")), _text(block.data))
    elif block.label == PLAIN_TEXT:
        yield Tag(Field(("Gif", "PlainText")), _text(block.data[12:]))
    elif block.label != APPLICATION:
        yield Tag(Field(("Gif", f"extension0x{block.label:02x}")), described(block.data))
    elif block.data.startswith(b"XMP DataXMP"):
        yield from xmp.tags(_packet(block))
    elif block.data.startswith(b"ICCRGBG1012"):
        yield from icc.tags(block.data[11:])
    else:
        name = "".join(chr(c) if 32 < c < 127 else "?" for c in block.data[:11])
        odd = ("odd",) if block.data[:11] in LOOPS else ()
        yield Tag(Field(("Gif", *odd, name)), described(block.data[11:]))


def _packet(block: Block) -> bytes:
    """The XMP of a block: it stands as it is, without the lengths of sub-blocks."""
    start = block.raw.find(b"XMP DataXMP") + 11
    return block.raw[start : max(len(block.raw) - XMP_TAIL - 1, start)]


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8").strip("\0 ")
    except UnicodeDecodeError:
        return data.decode("latin-1").strip("\0 ")
