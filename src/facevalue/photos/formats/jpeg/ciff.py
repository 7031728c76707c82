"""CIFF: the heap of records that Canon's first cameras wrote into APP0.

Layout: CIFF 1.0 revision 4 as described by Phil Harvey; record numbers: ExifTool
``CanonRaw.pm``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from ....core.errors import Broken
from ....core.photo import Copy, Tag
from ....core.places import Field
from ... import limits
from ...carriers.wording import text
from ...sniff import described, media_type
from ...view import View

NAMES = {
    0x0805: "CanonFileDescription",
    0x080A: "CanonRawMakeModel",
    0x080B: "CanonFirmwareVersion",
    0x080C: "ComponentVersion",
    0x080D: "ROMOperationMode",
    0x0810: "OwnerName",
    0x0815: "CanonImageType",
    0x0816: "OriginalFileName",
    0x0817: "ThumbnailFileName",
    0x1804: "RecordID",
    0x180B: "SerialNumber",
    0x180E: "DateTimeOriginal",
    0x1817: "FileNumber",
    0x1834: "CanonModelID",
    0x2007: "JpgFromRaw",
    0x2008: "ThumbnailImage",
}
ENTRY = 10
IN_PLACE = 0x4000
"""Records with this bit have their value in the directory itself."""
HEAPS = (0x2800, 0x3000)
TEXT, WORDS, LONGS = 0x0800, 0x1000, 0x1800
"""Types of data: bits 11 to 13 of a record's number."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record: number without its place bits, content, byte order."""

    number: int
    view: View


def tags(bodies: list[bytes]) -> Iterator[Tag]:
    """All records. Raises Broken when the heap is damaged."""
    for body in bodies:
        for record in records(body):
            name = NAMES.get(record.number, f"0x{record.number:04x}")
            yield Tag(Field(("Ciff", name)), _value(record))


def copies(bodies: list[bytes]) -> Iterator[Copy]:
    """Thumbnails and previews."""
    for body in bodies:
        for record in records(body):
            if record.number in (0x2007, 0x2008):
                data = record.view.whole()
                role = "preview" if record.number == 0x2007 else "thumbnail"
                field = Field(("Ciff", NAMES[record.number]))
                yield Copy(field, role, media_type(data), data)


def records(untrusted: bytes) -> Iterator[Record]:
    """The records of all heaps, outermost first. Raises Broken."""
    view = View(untrusted, "little" if untrusted[:2] == b"II" else "big")
    waiting = [view.sub(view.u32(2))]
    count = 0
    spare = 2 * len(untrusted)
    for heap in waiting:  # grows while it is walked
        at = heap.u32(len(heap) - 4)
        for entry in range(at + 2, at + 2 + ENTRY * heap.u16(at), ENTRY):
            record = _record(heap, entry)
            count, spare = count + 1, spare - len(record.view)
            if count > limits.ENTRIES or spare < 0:
                raise Broken("the CIFF block lists more than it can hold")
            if record.number & 0x3800 in HEAPS and len(waiting) < limits.NESTING:
                waiting.append(record.view)
            else:
                yield record


def _record(heap: View, at: int) -> Record:
    number = heap.u16(at)
    if number & 0xC000 == IN_PLACE:
        return Record(number & 0x3FFF, heap.sub(at + 2, 8))
    return Record(number & 0x3FFF, heap.sub(heap.u32(at + 6), heap.u32(at + 2)))


def _value(record: Record) -> str:
    kind, view = record.number & 0x3800, record.view
    if kind == TEXT:
        return text(view.whole())
    if record.number == 0x180E and len(view) >= 4:
        return f"{datetime.fromtimestamp(view.u32(0), UTC):%Y:%m:%d %H:%M:%S}"
    if record.number in NAMES and kind == LONGS and len(view) >= 4:
        return str(view.u32(0))
    if kind in (WORDS, LONGS) and len(view) <= 64:
        step = 2 if kind == WORDS else 4
        read = view.u16 if kind == WORDS else view.u32
        return " ".join(str(read(at)) for at in range(0, len(view) - step + 1, step))
    return described(view.whole())
