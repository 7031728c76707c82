"""Size, turn, and the metadata segments that belong together, joined again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ....core.errors import Broken
from ....core.photo import Header
from ....core.places import Size
from ... import limits
from ...carriers import exif
from .segments import APP1, APP2, DNL, SOFS, SOS, Part, parts

EXIF = b"Exif\0"
"""Followed by one more byte, zero by the standard; some writers put something else."""
ICC = b"ICC_PROFILE\0"
TIFFS = (b"II*\0", b"MM\0*")


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame header: size as stored (height 0: said later), number of components."""

    width: int
    height: int
    components: int


def header(untrusted: bytes) -> Header:
    """Upright size and orientation. Raises Broken without a frame header that can be read."""
    found = list(parts(untrusted))
    frame = next((p for p in found if p.kind == "segment" and p.marker in SOFS), None)
    if frame is None:
        raise Broken("the JPEG does not say how large its picture is; it is damaged or cut off")
    size = frame_of(untrusted[frame.body])
    height = size.height or _later_height(untrusted, found)
    if not size.width or not height:
        raise Broken("the JPEG says that its picture is 0 pixels wide or high; it is damaged")
    turn = orientation(untrusted, found)
    upright = Size(height, size.width) if turn >= 5 else Size(size.width, height)
    return Header(upright, orientation=turn)


def frame_of(untrusted: bytes) -> Frame:
    """The frame header in a segment's content. Raises Broken when its length does not fit."""
    if len(untrusted) < 9 or len(untrusted) != 6 + 3 * untrusted[5]:
        raise Broken("the JPEG's frame header has a wrong length; the file is damaged")
    height, width = (int.from_bytes(untrusted[at : at + 2], "big") for at in (1, 3))
    return Frame(width, height, untrusted[5])


def orientation(untrusted: bytes, found: Iterable[Part]) -> int:
    """1..8, from the first Exif block before the pixels; 1 when there is none."""
    blocks = exif_blocks(untrusted, before_pixels(found))
    return exif.orientation(blocks[0]) if blocks else 1


def before_pixels(found: Iterable[Part]) -> list[Part]:
    """The parts in front of the first scan: only these decoders heed."""
    front: list[Part] = []
    for part in found:
        if part.marker == SOS:
            break
        front.append(part)
    return front


def exif_blocks(untrusted: bytes, found: Iterable[Part]) -> list[bytes]:
    """The TIFF blocks of the Exif segments; one that continues the last is joined to it."""
    blocks: list[list[bytes]] = []
    for body in bodies(untrusted, found, APP1, EXIF):
        block = body[6:]
        if blocks and block[:4] not in TIFFS:
            blocks[-1].append(block)
        else:
            blocks.append([block])
    return [b"".join(pieces) for pieces in blocks]


def profile(untrusted: bytes, found: Iterable[Part]) -> bytes | None:
    """The colour profile; None when there is none or its parts are not all there, once each.

    Joined as ICC.1:2022 annex B.4 says: each part with its number from 1 and their count.
    """
    chunks: dict[int, bytes] = {}
    count = 0
    for body in bodies(untrusted, found, APP2, ICC):
        if len(body) < 14 or body[12] in chunks or (count and body[13] != count):
            return None
        count = body[13]
        chunks[body[12]] = body[14:]
    if not chunks or sorted(chunks) != list(range(1, count + 1)):
        return None
    joined = b"".join(chunks[number] for number in sorted(chunks))
    return joined if len(joined) <= limits.METADATA_BYTES else None


def bodies(untrusted: bytes, found: Iterable[Part], marker: int, start: bytes) -> list[bytes]:
    """The contents of all segments with this marker that begin so."""
    return [
        untrusted[part.body]
        for part in found
        if part.kind == "segment"
        and part.marker == marker
        and untrusted.startswith(start, part.at + 4, part.end)
    ]


def _later_height(untrusted: bytes, found: Sequence[Part]) -> int:
    """The number of lines as a DNL segment gives it; 0 without one."""
    for part in found:
        if part.kind == "segment" and part.marker == DNL:
            return int.from_bytes(untrusted[part.body][:2], "big")
    return 0
