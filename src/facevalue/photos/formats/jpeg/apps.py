"""Application segments that makers and programs invented: which is whose, and who reads it.

Signatures and layouts: ExifTool ``JPEG.pm``, ``APP12.pm``, ``Kodak.pm``, ``Ricoh.pm``;
JFIF 1.02; the Adobe segment: ITU-T T.872. Readers get the contents of all segments of a
kind, in the order of the file, and may raise Broken when those are damaged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from ....core.photo import Copy, Tag
from ....core.places import Field
from ...carriers.exif_names import plain
from ...carriers.ifd import Block
from ...carriers.wording import strings, text, text_or_described, utf16
from ...view import View
from . import ciff, flashpix, flir, gopro, jfif
from .segments import APP0, APP1, APP2, APP14

Bodies = list[bytes]
KODAK = {
    0xC353: "CameraOwner",
    0xC354: "SerialNumber",
    0xC355: "UserSelectGroupTitle",
    0xC356: "DealerIDNumber",
    0xC357: "CaptureDeviceFID",
    0xC358: "EnvelopeNumber",
    0xC359: "FrameNumber",
    0xC35C: "ModelAndVersion",
    0xC364: "RollGuidElements",
    0xC418: "SourceImageDirectory",
    0xC419: "SourceImageFileName",
    0xC41A: "SourceImageVolumeName",
}
"""The identifying ones of the private tags in Kodak's Meta segment."""
PICTURE_INFO = {"Serial#": "SerialNumber", "TimeDate": "DateTimeOriginal", "Type": "CameraType"}
_PAIR = re.compile(rb"([A-Za-z][\w#-]{0,40})[ \t]*=[ \t]*([^\r\n\0]{0,400})")
_ELEMENT = re.compile(rb"<(\w{1,40})>([^<]{0,2000})</")
DUCKY = {1: "Quality", 2: "Comment", 3: "Copyright"}


def _nothing(_: Bodies) -> Iterable[Copy]:
    return ()


@dataclass(frozen=True, slots=True)
class App:
    """A kind of application segment: its marker, how its content begins, its readers."""

    marker: int
    start: re.Pattern[bytes]
    tags: Callable[[Bodies], Iterable[Tag]]
    copies: Callable[[Bodies], Iterable[Copy]] = _nothing


def app_of(marker: int, start: bytes) -> App | None:
    """The kind of a segment by its marker and the first bytes of its content."""
    return next((app for app in APPS if app.marker == marker and app.start.match(start)), None)


def kodak(bodies: Bodies) -> Iterator[Tag]:
    """A TIFF directory behind "Meta" and two NULs; owner and notes carry an Exif character code."""
    for body in bodies:
        block = Block(body[6:])
        for entry in block.directory(block.first).entries:
            name = KODAK.get(entry.tag, f"0x{entry.tag:04x}")
            if entry.raw is None or not block.spend(entry.size):
                yield Tag(Field(("Kodak", name)), "unreadable")
            elif entry.data.startswith(b"UNICODE\0"):
                order = "le" if block.order == "little" else "be"
                yield Tag(Field(("Kodak", name)), utf16(entry.data[8:], order))
            elif entry.data.startswith(b"ASCII\0\0\0"):
                yield Tag(Field(("Kodak", name)), text(entry.data[8:]))
            else:
                yield Tag(Field(("Kodak", name)), plain(entry))


def picture_info(bodies: Bodies) -> Iterator[Tag]:
    """Lines ``name=value`` as Agfa, Olympus, Epson and others wrote them."""
    for body in bodies:
        found = list(_PAIR.finditer(body))
        for pair in found:
            name, value = pair[1].decode("ascii"), text(pair[2])
            if name == "TimeDate" and value.isdecimal() and len(value) < 11:
                value = f"{datetime.fromtimestamp(int(value), UTC):%Y:%m:%d %H:%M:%S}"
            yield Tag(Field(("PictureInfo", PICTURE_INFO.get(name, name))), value)
        head = body[: found[0].start()] if found else body
        yield Tag(Field(("PictureInfo", "head")), strings(head))


def ducky(bodies: Bodies) -> Iterator[Tag]:
    """Photoshop's "save for web": number, length and content until number 0."""
    for body in bodies:
        view, at = View(body), 5
        while at + 4 <= len(body) and view.u16(at):
            number, size = view.u16(at), view.u16(at + 2)
            raw = view.take(at + 4, size)
            value = utf16(raw[4:]) if number in (2, 3) else str(int.from_bytes(raw[:4], "big"))
            yield Tag(Field(("Ducky", DUCKY.get(number, f"0x{number:04x}"))), value)
            at += 4 + size


def media_jukebox(bodies: Bodies) -> Iterator[Tag]:
    """Media Jukebox: people, places and albums as XML elements."""
    for body in bodies:
        found = _ELEMENT.findall(body)
        for name, value in found:
            yield Tag(Field(("MediaJukebox", name.decode("ascii"))), text(value))
        if not found:
            yield Tag(Field(("MediaJukebox", "unreadable")), text_or_described(body))


def comment16(bodies: Bodies) -> Iterator[Tag]:
    """PhotoStudio's comment in UTF-16."""
    for body in bodies:
        yield Tag(Field(("Jpeg", "Comment")), utf16(body[8:]))


def adobe(bodies: Bodies) -> Iterator[Tag]:
    """How the colours are coded; needed to show the picture."""
    for body in bodies:
        view = View(body)
        for name, at in (("DCTEncodeVersion", 5), ("APP14Flags0", 7), ("APP14Flags1", 9)):
            yield Tag(Field(("Adobe", name)), str(view.u16(at)))
        yield Tag(Field(("Adobe", "ColorTransform")), str(view.u8(11)))
        if len(body) > 12:
            yield Tag(Field(("Adobe", "unread")), text_or_described(body[12:]))


def _strings(*path: str) -> Callable[[Bodies], Iterable[Tag]]:
    """A reader that shows the texts in binary contents."""
    return lambda bodies: (
        Tag(Field(path), strings(body) or text_or_described(body)) for body in bodies
    )


def _app(
    marker: int,
    start: bytes,
    tags: Callable[[Bodies], Iterable[Tag]],
    copies: Callable[[Bodies], Iterable[Copy]] = _nothing,
) -> App:
    return App(marker, re.compile(start, re.DOTALL), tags, copies)


APPS = (
    _app(APP0, rb"JFIF\0", jfif.tags, jfif.copies),
    _app(APP0, rb"JFXX\0", jfif.extension_tags, jfif.extension_copies),
    _app(APP0, rb"(II|MM).{4}HEAPJPGM", ciff.tags, ciff.copies),
    _app(APP0, rb"AVI1", _strings("Jpeg", "APP0", "AVI1")),
    _app(APP1, rb"FLIR\0", flir.tags, flir.copies),
    _app(APP1, rb"QVCI\0", _strings("Jpeg", "APP1", "QVCI")),
    _app(APP2, rb"FPXR\0", flashpix.tags, flashpix.copies),
    _app(0xE3, rb"(Meta|META|Exif)\0\0(II|MM)", kodak),
    _app(0xE5, rb"RMETA\0", _strings("Jpeg", "APP5", "RMETA")),
    _app(0xE6, rb"GoPro\0", gopro.tags),
    _app(0xE7, rb"\x1aQualcomm", _strings("Jpeg", "APP7", "Qualcomm")),
    _app(0xE9, rb"Media Jukebox\0", media_jukebox),
    _app(0xEA, rb"UNICODE\0", comment16),
    _app(0xEC, rb"Ducky", ducky),
    _app(0xEC, rb".{0,200}?(\[picture info\]|Type=)", picture_info),
    _app(APP14, rb"Adobe", adobe),
)
"""Kinds with a reader of their own; every other segment is shown by ``fields`` as it is."""
