"""MPF: the index of further pictures that stand behind the first one in a JPEG file.

Layout, types and tags: CIPA DC-007-2021, Multi-Picture Format. Positions in it count from
its own byte-order mark, except that of the first picture, which is 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...core.errors import Broken
from ...core.photo import Copy, Tag
from ...core.places import Field
from ..sniff import described, media_type
from ..view import View
from .exif_names import plain
from .ifd import Block, Directory
from .trailer import role_of

MP_ENTRY = 0xB002
ENTRY_BYTES = 16
IMAGES = 256
"""Most pictures followed; panoramas of cameras have about twenty."""

NAMES = {
    0xB000: "MPFVersion",
    0xB001: "NumberOfImages",
    0xB003: "ImageUIDList",
    0xB004: "TotalFrames",
    0xB101: "MPIndividualNum",
    0xB201: "PanOrientation",
    0xB202: "PanOverlapH",
    0xB203: "PanOverlapV",
    0xB204: "BaseViewpointNum",
    0xB205: "ConvergenceAngle",
    0xB206: "BaselineLength",
    0xB207: "VerticalDivergence",
    0xB208: "AxisDistanceX",
    0xB209: "AxisDistanceY",
    0xB20A: "AxisDistanceZ",
    0xB20B: "YawAngle",
    0xB20C: "PitchAngle",
    0xB20D: "RollAngle",
}
KINDS = {
    0x010001: ("large thumbnail, VGA", "preview"),
    0x010002: ("large thumbnail, full HD", "preview"),
    0x010003: ("large thumbnail, 4K", "preview"),
    0x010004: ("large thumbnail, 8K", "preview"),
    0x010005: ("large thumbnail, 16K", "preview"),
    0x020001: ("panorama frame", "alternate picture"),
    0x020002: ("disparity frame", "alternate picture"),
    0x020003: ("multi-angle frame", "alternate picture"),
    0x030000: ("primary picture", "alternate picture"),
    0x040000: ("original preservation picture", "alternate picture"),
    0x050000: ("gain map", "gain map"),
}
"""Words and role per type; type 0 (undefined) is looked up in the picture's own XMP."""


@dataclass(frozen=True, slots=True)
class Image:
    """One entry: type as above, declared length and position as they stand in the index."""

    kind: int
    size: int
    at: int


def tags(untrusted: bytes) -> tuple[Tag, ...]:
    """The fields of the index (the content after its signature). Never raises."""
    found: list[Tag] = []
    try:
        block = Block(untrusted)
        for directory in _directories(block):
            found += _tags(block, directory)
    except Broken:
        found.append(Tag(Field(("Mpf", "unreadable")), described(untrusted)))
    return tuple(found)


def copies(untrusted_file: bytes, mpf_at: int) -> tuple[Copy, ...]:
    """The further pictures; ``mpf_at`` is where the index's byte-order mark stands."""
    found = []
    for number, (at, end, kind) in enumerate(places(untrusted_file, mpf_at), 2):
        data = untrusted_file[at:end]
        role = KINDS.get(kind, ("", ""))[1] or role_of(data)
        found.append(Copy(Field(("Mpf", f"Image{number}")), role, media_type(data), data))
    return tuple(found)


def places(untrusted_file: bytes, mpf_at: int) -> list[tuple[int, int, int]]:
    """Begin, end and type of each further picture that is there, in the order of the file.

    An entry counts when a JPEG begins where it points; overlapping ones count once.
    """
    try:
        listed = images(untrusted_file[mpf_at : mpf_at + 65_536])
    except Broken:
        return []
    found: list[tuple[int, int, int]] = []
    for image in sorted(listed, key=lambda one: one.at):
        at = mpf_at + image.at
        end = min(at + image.size, len(untrusted_file))
        free = not found or at >= found[-1][1]
        if image.at and free and untrusted_file[at : at + 3] == b"\xff\xd8\xff":
            found.append((at, end, image.kind))
    return found


def images(untrusted: bytes) -> list[Image]:
    """The entries of the index, the first picture's included. Raises Broken."""
    block = Block(untrusted)
    entry = block.directory(block.first).get(MP_ENTRY)
    if entry is None:
        return []
    view = View(entry.data, block.order)
    starts = range(0, min(len(view) // ENTRY_BYTES, IMAGES) * ENTRY_BYTES, ENTRY_BYTES)
    return [Image(view.u32(at) & 0xFFFFFF, view.u32(at + 4), view.u32(at + 8)) for at in starts]


def _directories(block: Block) -> Iterator[Directory]:
    """The index and, where there is one, this picture's own attributes."""
    first = block.directory(block.first)
    yield first
    if first.next:
        yield block.directory(first.next)


def _tags(block: Block, directory: Directory) -> Iterator[Tag]:
    for entry in directory.entries:
        name = NAMES.get(entry.tag, f"0x{entry.tag:04x}")
        if entry.raw is None or not block.spend(entry.size):
            yield Tag(Field(("Mpf", "unreadable")), name)
        elif entry.tag == MP_ENTRY:
            yield from _listed(View(entry.data, entry.order))
        else:
            yield Tag(Field(("Mpf", name)), plain(entry))


def _listed(view: View) -> Iterator[Tag]:
    for number in range(min(len(view) // ENTRY_BYTES, IMAGES)):
        at = number * ENTRY_BYTES
        kind = view.u32(at) & 0xFFFFFF
        words = KINDS.get(kind, (f"type 0x{kind:06x}" if kind else "undefined", ""))[0]
        value = f"{words}, {view.u32(at + 4)} bytes at {view.u32(at + 8)}"
        yield Tag(Field(("Mpf", f"Image{number + 1}")), value)
