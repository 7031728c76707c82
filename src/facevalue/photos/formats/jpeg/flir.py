"""FLIR: the records of thermal cameras in APP1, with serial numbers and a second picture.

Layout and positions: ExifTool ``FLIR.pm`` (FFF files).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from ....core.errors import Broken
from ....core.photo import Copy, Tag
from ....core.places import Field
from ...carriers.wording import text
from ...sniff import described, media_type
from ...view import View

RAW, EMBEDDED, CAMERA, PALETTE, GPS = 0x01, 0x0E, 0x20, 0x22, 0x2B
NAMES = {
    RAW: "RawThermalImage",
    0x05: "GainDeadData",
    0x06: "CoarseData",
    EMBEDDED: "EmbeddedImage",
    PALETTE: "PaletteInfo",
    0x23: "TextInfo",
    0x24: "EmbeddedAudioFile",
    0x28: "PaintData",
    0x2A: "PiP",
    0x2C: "MeterLink",
    0x2E: "ParameterInfo",
}
TEXTS = (
    ("CameraModel", 0xD4, 32),
    ("CameraPartNumber", 0xF4, 16),
    ("CameraSerialNumber", 0x104, 16),
    ("CameraSoftware", 0x114, 16),
    ("LensModel", 0x170, 32),
    ("LensPartNumber", 0x190, 16),
    ("LensSerialNumber", 0x1A0, 16),
    ("FilterModel", 0x1EC, 16),
    ("FilterPartNumber", 0x1FC, 32),
    ("FilterSerialNumber", 0x21C, 32),
)
"""Texts of the camera record: name, position, bytes."""
WHEN = 0x384
PIXELS = 32
"""Bytes in front of the pixels of a thermal or embedded picture."""
RECORDS = 200


@dataclass(frozen=True, slots=True)
class Record:
    """One record of the block: its type and content."""

    kind: int
    data: bytes


def tags(bodies: list[bytes]) -> Iterator[Tag]:
    """Camera, place and what else there is. Raises Broken."""
    for record in records(joined(bodies)):
        if record.kind == CAMERA:
            yield from _camera(record.data)
        elif record.kind == GPS:
            yield from _place(record.data)
        else:
            name = NAMES.get(record.kind, f"0x{record.kind:04x}")
            yield Tag(Field(("Flir", name)), described(record.data))


def copies(bodies: list[bytes]) -> Iterator[Copy]:
    """The thermal picture and the ordinary one that may stand beside it. Raises Broken."""
    for record in records(joined(bodies)):
        if record.kind in (RAW, EMBEDDED):
            data = record.data[PIXELS:]
            field = Field(("Flir", NAMES[record.kind]))
            yield Copy(field, "alternate picture", media_type(data), data)


def joined(bodies: list[bytes]) -> bytes:
    """The block of all segments: each begins with its own number and that of the last."""
    return b"".join(body[8:] for body in sorted(bodies, key=lambda body: body[6:7]))


def records(untrusted: bytes) -> Iterator[Record]:
    """The records that the block's directory lists. Raises Broken."""
    view = View(untrusted)
    if not (view.starts(0, b"FFF\0") or view.starts(0, b"AFF\0")):
        raise Broken("the FLIR block does not begin as one")
    if view.u32(20) > 1000:  # the version: FLIR Tools writes the other byte order
        view = View(untrusted, "little")
    at, spare = view.u32(24), 2 * len(view)
    for entry in range(at, at + 32 * min(view.u32(28), RECORDS), 32):
        kind, size = view.u16(entry), view.u32(entry + 16)
        spare -= size
        if spare < 0:
            raise Broken("the FLIR block lists more than it can hold")
        if kind and size:
            yield Record(kind, view.take(view.u32(entry + 12), size))


def _camera(data: bytes) -> Iterator[Tag]:
    for name, at, size in TEXTS:
        words = text(data[at : at + size].split(b"\0")[0])
        if words:
            yield Tag(Field(("Flir", name)), words)
    if len(data) >= WHEN + 4:
        order = "<I" if data[:2] == b"\x02\0" else ">I"
        (seconds,) = struct.unpack_from(order, data, WHEN)
        if seconds:
            when = f"{datetime.fromtimestamp(seconds, UTC):%Y:%m:%d %H:%M:%S}"
            yield Tag(Field(("Flir", "DateTimeOriginal")), when)


def _place(data: bytes) -> Iterator[Tag]:
    if len(data) < 0x24:
        raise Broken("FLIR's place record is cut off")
    if not any(data[0x10:0x20]):
        return
    for name, at in (("GPSLatitudeRef", 0x0C), ("GPSLongitudeRef", 0x0E)):
        yield Tag(Field(("Flir", name)), text(data[at : at + 2]))
    numbers = struct.unpack_from("<ddf", data, 0x10)
    for name, number in zip(("GPSLatitude", "GPSLongitude", "GPSAltitude"), numbers, strict=True):
        yield Tag(Field(("Flir", name)), f"{number:.8g}")
