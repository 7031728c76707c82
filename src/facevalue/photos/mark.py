"""Say in a picture that software made it: a small XMP packet, the pixels bit for bit the same.

The EU's AI Act (Regulation 2024/1689, art. 50) asks for a mark that machines can read. It is
IPTC's *Digital Source Type* (IPTC Photo Metadata Standard 2023.1; the terms are at
http://cv.iptc.org/newscodes/digitalsourcetype/), of which these come near:

- ``algorithmicMedia``: made purely by an algorithm that is not based on sampled training data.
- ``trainedAlgorithmicMedia``: made by a model trained on captured content.
- ``digitalCreation``: made by a human with tools that generate nothing.
- ``compositeSynthetic``: several elements, at least one from a generative model.

A picture of the studio is modelled and rendered by rules; no part of it comes out of a
generative model, and nobody draws it by hand. The first is the true one. (Learned models look
at the photo and take the grain out of the render; neither adds content.)

Where a packet stands in each format: XMP Specification part 3.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.metadata import version

from ..core.errors import BadChoice
from .formats import gif, webp
from .formats.jpeg import segments
from .formats.jpeg.blocks import EXTENDED_XMP, XMP
from .formats.jpeg.frame import EXIF
from .formats.png_chunks import MAGIC, Chunk, chunks_of
from .formats.png_text import XMP as PNG_XMP
from .open import format_of

SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"
PROGRAM = "Facevalue"
SENTENCE = "Made by software, not photographed: {}."
PHRASE = re.compile(r"[a-z][a-z ,'-]{2,99}")
"""What a picture may be called: plain words of ours in small letters, no name and no number."""

PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">
   <Iptc4xmpExt:DigitalSourceType>{source}</Iptc4xmpExt:DigitalSourceType>
   <xmp:CreatorTool>{program}</xmp:CreatorTool>
   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{says}</rdf:li></rdf:Alt></dc:description>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def marked(data: bytes, says: str) -> bytes:
    """A PNG, JPEG, WebP or GIF with the mark, in place of any XMP that it has.

    ``says`` is what the picture is, as a phrase in small letters ("a figure in a toy box"). It
    belongs to the style, never to a person. The same file marked twice is the same file.
    Raises ValueError for a phrase that is none, BadChoice for another format, Broken for a
    damaged file.
    """
    if not PHRASE.fullmatch(says):
        raise ValueError(f"what a picture is called must be plain words: {says!r}")
    form = format_of(data)
    if form.name not in _WRITERS:
        raise BadChoice(
            f"{form.name.upper()} files cannot be marked; choose PNG, JPEG, WebP or GIF"
        )
    return _WRITERS[form.name](data, packet(says))


def packet(says: str) -> bytes:
    """The XMP packet, in UTF-8."""
    program = f"{PROGRAM} {version('facevalue')}"
    return PACKET.format(source=SOURCE, program=program, says=SENTENCE.format(says)).encode()


def _png(data: bytes, xmp: bytes) -> bytes:
    """An iTXt chunk behind the header."""
    chunks, rest = chunks_of(data)
    keyword = PNG_XMP.encode() + b"\0"
    kept = [one for one in chunks if not one.data.startswith(keyword)]
    mark = Chunk(b"iTXt", keyword + b"\0\0\0\0" + xmp)
    pieces = [kept[0], mark, *kept[1:], Chunk(b"IEND", b"")]
    return MAGIC + b"".join(piece.written() for piece in pieces) + rest


def _jpeg(data: bytes, xmp: bytes) -> bytes:
    """An APP1 segment behind the start marker, JFIF and Exif."""
    parts = [
        data[part.at : part.end]
        for part in segments.parts(data)
        if not data.startswith((XMP, EXTENDED_XMP), part.at + 4, part.end)
    ]
    front = 1
    while front < len(parts) and _first(parts[front]):
        front += 1
    body = XMP + xmp
    mark = b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body
    return b"".join([*parts[:front], mark, *parts[front:]])


def _first(part: bytes) -> bool:
    """Whether readers want a segment of a JPEG before all others."""
    return part.startswith(b"\xff\xe0") or (part[:2] == b"\xff\xe1" and part.startswith(EXIF, 4))


def _webp(data: bytes, xmp: bytes) -> bytes:
    """A chunk at the end, and the flag in front that announces it."""
    chunks, rest = webp.chunks_of(data)
    kept = [one for one in chunks if one.kind != b"XMP "]
    front = kept[0].data if kept[0].kind == b"VP8X" else _canvas(kept)
    announced = webp.Chunk(b"VP8X", bytes([front[0] | webp.XMP_FLAG]) + front[1:])
    body = kept[1:] if kept[0].kind == b"VP8X" else kept
    return webp.riff([announced, *body, webp.Chunk(b"XMP ", xmp)]) + rest


def _canvas(chunks: list[webp.Chunk]) -> bytes:
    """The front of a file that had none: its size, and whether it has transparency."""
    size, first = webp.size_of(chunks), chunks[0]
    clear = first.kind == b"VP8L" and first.data[4] & 0x10
    sides = (size.width - 1).to_bytes(3, "little") + (size.height - 1).to_bytes(3, "little")
    return bytes([webp.ALPHA_FLAG if clear else 0, 0, 0, 0]) + sides


def _gif(data: bytes, xmp: bytes) -> bytes:
    """An application block at the end.

    The packet stands in it as it is, with a tail that leads readers of sub-blocks through it.
    """
    front, blocks, rest = gif.taken_apart(data)
    kept = b"".join(block.raw for block in blocks if not block.data.startswith(b"XMP DataXMP"))
    tail = bytes([1, *range(255, -1, -1), 0])
    mark = b"!\xff\x0bXMP DataXMP" + xmp + tail
    return b"GIF89a" + front[6:] + kept + mark + b";" + rest


_WRITERS: dict[str, Callable[[bytes, bytes], bytes]] = {
    "png": _png,
    "jpeg": _jpeg,
    "webp": _webp,
    "gif": _gif,
}
