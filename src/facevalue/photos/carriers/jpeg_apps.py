"""Blocks that some makers write into a JPEG's application segments.

Layouts: ExifTool's documentation of CIFF, FLIR and APP12 (facts only).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ...core.errors import Broken
from ...core.photo import Tag
from ...core.places import Field
from .. import limits
from ..sniff import described
from ..view import View

CIFF = {
    0x0805: "UserComment",
    0x080A: "Model",
    0x080B: "FirmwareVersion",
    0x080C: "ComponentVersion",
    0x080D: "RomOperationMode",
    0x0810: "OwnerName",
    0x0815: "CanonImageType",
    0x0816: "OriginalFileName",
    0x0817: "ThumbnailFileName",
    0x180B: "SerialNumber",
    0x180E: "TimeStamp",
    0x1817: "FileNumber",
}
FLIR_TEXTS = {
    212: ("CameraModel", 32),
    244: ("CameraPartNumber", 16),
    260: ("CameraSerialNumber", 16),
    276: ("CameraSoftware", 16),
    368: ("LensModel", 32),
    400: ("LensPartNumber", 16),
    416: ("LensSerialNumber", 16),
    492: ("FilterModel", 16),
    508: ("FilterPartNumber", 32),
    540: ("FilterSerialNumber", 32),
}
"""Texts of FLIR's camera record: position, name, bytes."""

_PAIR = re.compile(rb"([\w-]{2,30})\s*=\s*([^\r\n\0]{1,200})")


def ciff(untrusted: bytes) -> tuple[Tag, ...]:
    """Canon's older directory (``II``/``MM`` ... ``HEAPJPGM``). Never raises."""
    try:
        view = View(untrusted, "little" if untrusted[:2] == b"II" else "big")
        return tuple(islice(_heap(view.sub(view.u32(2)), 0), limits.ENTRIES))
    except Broken:
        return (Tag(Field(("Ciff", "unreadable")), described(untrusted)),)


def flir(untrusted: bytes) -> tuple[Tag, ...]:
    """A joined FLIR block (``FFF``): the camera's record, the rest described. Never raises."""
    try:
        return tuple(_flir(untrusted))
    except Broken:
        return (Tag(Field(("Flir", "unreadable")), described(untrusted)),)


def picture_info(untrusted: bytes) -> tuple[Tag, ...]:
    """Lines of ``name=value`` as Agfa, Olympus and others write them into APP12."""
    pairs = islice(_PAIR.finditer(untrusted), limits.ENTRIES)
    found = tuple(
        Tag(Field(("PictureInfo", pair[1].decode("latin-1"))), pair[2].decode("latin-1").strip())
        for pair in pairs
    )
    return found or (Tag(Field(("Jpeg", "APP12")), described(untrusted)),)


def _heap(view: View, depth: int) -> Iterator[Tag]:
    """A heap ends with the position of its directory."""
    at = view.u32(len(view) - 4)
    for index in range(min(view.u16(at), 500)):
        entry = at + 2 + 10 * index
        kind = view.u16(entry)
        if kind & 0xC000 == 0x4000:  # the value stands in the entry itself
            data = view.take(entry + 2, 8)
        else:
            data = view.take(view.u32(entry + 6), view.u32(entry + 2))
        if kind & 0x3800 in (0x2800, 0x3000) and depth < limits.NESTING:
            yield from _inner(View(data, view.order), depth + 1)
        else:
            yield _ciff_tag(kind & 0x3FFF, data, view)


def _inner(view: View, depth: int) -> Iterator[Tag]:
    try:
        yield from _heap(view, depth)
    except Broken:
        yield Tag(Field(("Ciff", "unreadable")), described(view.whole()))


def _ciff_tag(number: int, data: bytes, view: View) -> Tag:
    name = CIFF.get(number, f"0x{number:04x}")
    if number & 0x3800 == 0x0800:
        value = " ".join(data.decode("latin-1").replace("\0", " ").split())
    elif number in CIFF and len(data) >= 4:
        value = str(int.from_bytes(data[:4], view.order))
    else:
        value = described(data)
    return Tag(Field(("Ciff", name)), value)


def _flir(untrusted: bytes) -> Iterator[Tag]:
    view = View(untrusted)
    at, count = view.u32(24), view.u32(28)
    if count > 1000:
        view = View(untrusted, "little")
        at, count = view.u32(24), view.u32(28)
    for index in range(min(count, 200)):
        entry = at + 32 * index
        kind, start, size = view.u16(entry), view.u32(entry + 12), view.u32(entry + 16)
        if kind == 0:
            continue
        data = view.take(start, size)
        if kind == 0x20:
            yield from _flir_camera(data)
        else:
            yield Tag(Field(("Flir", f"record0x{kind:02x}")), described(data))


def _flir_camera(data: bytes) -> Iterator[Tag]:
    for at, (name, count) in FLIR_TEXTS.items():
        value = data[at : at + count].split(b"\0")[0].decode("latin-1").strip()
        if value:
            yield Tag(Field(("Flir", name)), value)
    if len(data) > 904 and any(data[900:904]):
        yield Tag(Field(("Flir", "DateTimeOriginal")), str(int.from_bytes(data[900:904], "little")))
