"""Names of Exif tags and their values as text.

Names come from Pillow's tables; what those lack is here. Tag numbers: Exif 3.0, TIFF 6.0,
DNG 1.7, ExifTool tag tables.
"""

from __future__ import annotations

from functools import cache
from math import isnan

from ..sniff import media_type
from .ifd import Block, Entry

_OWN = {
    0x00FE: "NewSubfileType",
    0x0201: "JPEGInterchangeFormat",
    0x0202: "JPEGInterchangeFormatLength",
    0x4749: "RatingPercent",
    0x80A3: "WangTag1",
    0x83BB: "IPTCNAA",
    0x8649: "ImageResources",
    0x8773: "InterColorProfile",
    0x9010: "OffsetTime",
    0x9011: "OffsetTimeOriginal",
    0x9012: "OffsetTimeDigitized",
    0x935C: "ImageSourceData",
    0x9C9B: "XPTitle",
    0x9C9C: "XPComment",
    0x9C9D: "XPAuthor",
    0x9C9E: "XPKeywords",
    0x9C9F: "XPSubject",
    0x9286: "UserComment",
    0xA420: "ImageUniqueID",
    0xA430: "CameraOwnerName",
    0xA431: "BodySerialNumber",
    0xA435: "LensSerialNumber",
    0xA436: "ImageTitle",
    0xA437: "Photographer",
    0xA438: "ImageEditor",
    0xA439: "CameraFirmware",
    0xA43A: "RAWDevelopingSoftware",
    0xA43B: "ImageEditingSoftware",
    0xA43C: "MetadataEditingSoftware",
    0xA480: "GDALMetadata",
    0xA481: "GDALNoData",
    0xC4A5: "PrintImageMatching",
    0xEA1C: "Padding",
    0xEA1D: "OffsetSchema",
    0xFDE8: "OwnerName",
    0xFDE9: "SerialNumber",
    0xFDEA: "Lens",
    0xFE4C: "RawFile",
    0xFE4D: "Converter",
}
_INTEROP = {
    0x0001: "InteroperabilityIndex",
    0x0002: "InteroperabilityVersion",
    0x1000: "RelatedImageFileFormat",
    0x1001: "RelatedImageWidth",
    0x1002: "RelatedImageLength",
}
_UTF16 = range(0x9C9B, 0x9CA0)
_CHARSETS = {
    b"ASCII\0\0\0": "ascii",
    b"UNICODE\0": "utf-16",
    b"JIS\0\0\0\0\0": "iso2022_jp",
    b"\0" * 8: "utf-8",
}
_WITH_CHARSET = {("Photo", 0x9286), ("GPSInfo", 0x001B), ("GPSInfo", 0x001C)}
NUMBERS = 256
"""Most numbers of one field that are written out."""


@cache
def _tables() -> tuple[dict[int, str], dict[int, str]]:
    from PIL import ExifTags

    return {**ExifTags.TAGS, **_OWN}, dict(ExifTags.GPSTAGS)


def name_of(group: str, tag: int) -> str:
    """The standard's name of a tag in a directory, or its number as ``0x9999``."""
    usual, place = _tables()
    names = {"GPSInfo": place, "Interop": _INTEROP}.get(group, usual)
    return names.get(tag, f"0x{tag:04x}")


def text_of(block: Block, group: str, entry: Entry) -> str:
    """The value as text for people; long bytes and long lists are only described."""
    if entry.raw is None or not block.spend(entry.size):
        return sized(b"", entry.size)
    if group != "GPSInfo" and entry.tag in _UTF16 and entry.kind in (1, 7):
        return clean(entry.data.decode("utf-16-le", "replace"))
    if (group, entry.tag) in _WITH_CHARSET and entry.kind == 7:
        return _charset(entry)
    return plain(entry)


def plain(entry: Entry) -> str:
    """The value by its type alone."""
    if entry.kind in (2, 129):
        return string(entry.data)
    if entry.kind == 7 or (entry.kind == 1 and entry.count > 16):
        return _bytes(entry)
    if entry.count > NUMBERS:
        return f"({entry.count} numbers)"
    if entry.kind in (5, 10):
        return _rationals(entry)
    if entry.kind in (11, 12):
        return " ".join(f"{value:.8g}" for value in entry.numbers(NUMBERS))
    return " ".join(str(value) for value in entry.integers(NUMBERS))


def string(untrusted: bytes) -> str:
    """Text in UTF-8, else Latin-1; several strings in one value are parted by semicolons."""
    try:
        return clean(untrusted.decode("utf-8"))
    except UnicodeDecodeError:
        return clean(untrusted.decode("latin-1"))


def clean(text: str) -> str:
    """Without NULs and outer spaces; what stands after a NUL is kept, it could be read too."""
    if "\0" not in text:
        return text.strip()
    return "; ".join(part.strip() for part in text.split("\0") if part.strip())


def sized(start: bytes, size: int) -> str:
    """As ``sniff.described``, for bytes of which only the beginning is at hand."""
    return f"({media_type(start) or 'binary'}, {size} bytes)"


def _rationals(entry: Entry) -> str:
    return " ".join("undefined" if isnan(n) else f"{n:.8g}" for n in entry.numbers(NUMBERS))


def _bytes(entry: Entry) -> str:
    """Undefined bytes: text when all is printable, numbers when few, else described."""
    data = entry.data
    bare = data.rstrip(b"\0 ")
    if bare and all(32 <= byte < 127 or byte in (9, 10, 13) for byte in bare):
        return bare.decode("ascii").strip()
    if len(data) <= 16:
        return " ".join(str(byte) for byte in data)
    return sized(data[:16], len(data))


def _charset(entry: Entry) -> str:
    """A comment behind its eight-byte character code (Exif 3.0, 4.6.6 UserComment)."""
    data = entry.data
    charset = _CHARSETS.get(data[:8])
    if charset is None:
        return string(data)
    if charset == "utf-16":
        return clean(_utf16(data[8:], entry))
    try:
        return clean(data[8:].decode(charset))
    except UnicodeDecodeError:
        return string(data[8:])


def _utf16(data: bytes, entry: Entry) -> str:
    """UTF-16 in the order of its mark; without a mark the order that gives more NUL high bytes."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    high = data[::2].count(0), data[1::2].count(0)
    if high[0] == high[1]:
        name = "utf-16-le" if entry.order == "little" else "utf-16-be"
    else:
        name = "utf-16-be" if high[0] > high[1] else "utf-16-le"
    return data.decode(name, "replace")
