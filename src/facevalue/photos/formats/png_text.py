"""PNG's texts: plain, packed and international, and the blocks some programs put into them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from ...core.photo import Copy, Tag
from ...core.places import Field
from ..carriers import exif, iptc, photoshop, xmp
from ..sniff import described

MOST = 16 * 1024 * 1024
"""Most bytes unpacked of one text."""

XMP = "XML:com.adobe.xmp"
_RAW = re.compile(r"Raw profile type (\w+)")


def text_tags(kind: bytes, untrusted: bytes) -> Iterator[Tag]:
    """The fields of a tEXt, zTXt or iTXt chunk."""
    keyword, value = _read(kind, untrusted)
    raw = _RAW.fullmatch(keyword)
    if keyword == XMP:
        yield from xmp.tags(value)
    elif raw:
        yield from _raw_tags(raw[1].lower(), _hex(value), keyword)
    else:
        name = kind.decode("latin-1")
        yield Tag(Field(("Png", name, keyword)), _text(value))


def text_copies(kind: bytes, untrusted: bytes) -> tuple[Copy, ...]:
    """Second pictures inside Exif, Photoshop or XMP blocks that stand in a text."""
    keyword, value = _read(kind, untrusted)
    raw = _RAW.fullmatch(keyword)
    if keyword == XMP:
        return xmp.copies(value)
    if raw and raw[1].lower() in ("exif", "app1"):
        return exif.copies(_hex(value))
    if raw and raw[1].lower() in ("iptc", "8bim"):
        return photoshop.copies(_hex(value))
    return ()


def _raw_tags(kind: str, data: bytes, keyword: str) -> Iterator[Tag]:
    """ImageMagick writes whole blocks as hexadecimal text."""
    if kind in ("exif", "app1") and not data.startswith(b"http://"):
        yield from exif.tags(data)
    elif kind in ("iptc", "8bim"):
        yield from photoshop.tags(data) if data.startswith(b"8BIM") else iptc.tags(data)
    elif kind in ("xmp", "app1"):
        yield from xmp.tags(data.partition(b"\0")[2] or data)
    else:
        yield Tag(Field(("Png", "text", keyword)), described(data))


def _read(kind: bytes, untrusted: bytes) -> tuple[str, bytes]:
    """Keyword and unpacked value."""
    keyword, _, rest = untrusted.partition(b"\0")
    name = keyword.decode("latin-1")[:200]
    if kind == b"tEXt":
        return name, rest
    if kind == b"zTXt":
        return name, _unpacked(rest[1:])
    packed, rest = rest[:1] == b"\1", rest[2:]
    language, _, rest = rest.partition(b"\0")
    translated, _, value = rest.partition(b"\0")
    value = _unpacked(value) if packed else value
    extra = b" ".join(part for part in (language, translated) if part)
    return name, value + (b" (" + extra + b")" if extra and name != XMP else b"")


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, MOST)
    except zlib.error:
        return data


def _text(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _hex(value: bytes) -> bytes:
    """The bytes after the name and the length that stand before the digits."""
    words = value.split()
    digits = b"".join(words[2:])
    try:
        data = bytes.fromhex(digits.decode("ascii"))
    except (ValueError, UnicodeDecodeError):
        return value
    return data
