"""Builds HEIF files for tests, box by box; the coded slices in them are made up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facevalue.photos.carriers.bmff import box, full_box
from facevalue.photos.formats.heif.format import HEIC

ALPHA = b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha"
GAIN_MAP = b"urn:com:apple:photo:2020:aux:hdrgainmap"
SLICES = b"the coded pixels of the picture"
Link = tuple[str, int, tuple[int, ...]]
Property = tuple[bytes, bool]


@dataclass(frozen=True)
class Made:
    """An item: its properties come with it, its data stands in ``mdat`` (or ``idat``)."""

    id: int
    kind: str
    data: bytes = b""
    properties: tuple[Property, ...] = ()
    name: str = ""
    content_type: str = ""
    method: int = 0
    protection: int = 0


def u16(*numbers: int) -> bytes:
    """Numbers of 16 bits."""
    return b"".join(number.to_bytes(2, "big") for number in numbers)


def u32(*numbers: int) -> bytes:
    """Numbers of 32 bits."""
    return b"".join(number.to_bytes(4, "big") for number in numbers)


def nal(kind: int, payload: bytes = b"\x80", layer: int = 0) -> bytes:
    """An HEVC unit without its length."""
    return bytes([kind << 1 | layer >> 5, (layer & 31) << 3 | 1]) + payload


def coded(*units: bytes) -> bytes:
    """Units behind lengths of four bytes."""
    return b"".join(u32(len(unit)) + unit for unit in units)


def ispe(width: int, height: int) -> Property:
    """The size of a picture."""
    return full_box("ispe", 0, 0, u32(width, height)), False


def hvcc(*extra: bytes, tail: bytes = b"") -> Property:
    """HEVC settings with three parameter sets and, where given, SEI messages."""
    sets = [(kind, [nal(kind, b"set")]) for kind in (32, 33, 34)]
    arrays = [*sets, (39, list(extra))] if extra else sets
    head = bytes([1, 3]) + bytes(19) + b"\xff" + bytes([len(arrays)])
    body = b"".join(
        bytes([0x80 | kind]) + u16(len(units)) + b"".join(u16(len(unit)) + unit for unit in units)
        for kind, units in arrays
    )
    return box("hvcC", head, body, tail), True


def aux(urn: bytes) -> Property:
    """What kind of auxiliary picture an item is."""
    return full_box("auxC", 0, 0, urn + b"\0"), True


def nclx() -> Property:
    """Colour numbers: BT.709 primaries, sRGB curve, BT.601 matrix, full range."""
    return box("colr", b"nclx", u16(1, 13, 6), b"\x80"), False


def picture(number: int, slices: bytes, *more: Property, name: str = "") -> Made:
    """A coded picture of 64 x 48 whose one slice has these bytes."""
    data = coded(nal(19, slices))
    return Made(number, "hvc1", data, (hvcc(), ispe(64, 48), *more), name)


def grid(number: int, rows: int, columns: int, *more: Property) -> Made:
    """A picture of tiles of 64 x 48."""
    width, height = 64 * columns, 48 * rows
    data = bytes([0, 0, rows - 1, columns - 1]) + u16(width, height)
    return Made(number, "grid", data, (ispe(width, height), *more), method=1)


def exif(text: bytes) -> bytes:
    """An Exif item whose one tag (Make) has this text."""
    value = text + b"\0"
    entry = u16(0x010F, 2) + u32(len(value)) + u32(26)
    return u32(0) + b"MM\0*" + u32(8) + u16(1) + entry + u32(0) + value


def heif(
    items: Sequence[Made],
    links: Sequence[Link] = (),
    *,
    primary: int = 0,
    brand: bytes = b"heic",
    writer: bytes = b"",
    meta: bytes = b"",
    top: bytes = b"",
    loose: bytes = b"",
    tail: bytes = b"",
) -> bytes:
    """A file: ``meta`` and ``top`` are extra boxes, ``loose`` bytes of ``mdat`` of no item."""
    head = box("ftyp", brand, bytes(4), b"mif1", brand)
    size = len(head) + len(_meta(items, links, primary, writer, meta, 0)) + len(top) + 8
    tables = _meta(items, links, primary, writer, meta, size)
    data = b"".join(item.data for item in items if item.method == 0)
    return head + tables + top + box("mdat", data, loose) + tail


def _meta(
    items: Sequence[Made],
    links: Sequence[Link],
    primary: int,
    writer: bytes,
    more: bytes,
    data_at: int,
) -> bytes:
    idat = b"".join(item.data for item in items if item.method == 1)
    references = [box(kind, u16(source, len(to), *to)) for kind, source, to in links]
    return full_box(
        "meta",
        0,
        0,
        full_box("hdlr", 0, 0, bytes(4), b"pict", bytes(12), writer + b"\0"),
        full_box("pitm", 0, 0, u16(primary or items[0].id)),
        full_box("iinf", 0, 0, u16(len(items)), *map(_entry, items)),
        _places(items, data_at),
        _properties(items),
        full_box("iref", 0, 0, *references) if references else b"",
        box("idat", idat) if idat else b"",
        more,
    )


def _entry(item: Made) -> bytes:
    words = item.name.encode() + b"\0"
    if item.kind == "mime":
        words += item.content_type.encode() + b"\0"
    return full_box("infe", 2, 0, u16(item.id, item.protection), item.kind.encode(), words)


def _places(items: Sequence[Made], data_at: int) -> bytes:
    rows, offsets = b"", {0: data_at, 1: 0, 2: 0}
    for item in items:
        rows += u16(item.id, item.method, 0, 1) + u32(offsets[item.method], len(item.data))
        offsets[item.method] += len(item.data)
    return full_box("iloc", 1, 0, b"\x44\0", u16(len(items)), rows)


def _properties(items: Sequence[Made]) -> bytes:
    every: dict[bytes, int] = {}
    rows = b""
    for item in items:
        rows += u16(item.id) + bytes([len(item.properties)])
        for prop, essential in item.properties:
            rows += u16(essential << 15 | every.setdefault(prop, len(every) + 1))
    return box("iprp", box("ipco", *every), full_box("ipma", 0, 1, u32(len(items)), rows))


TIMES = full_box("mvhd", 0, 0, u32(3_800_000_000, 0), bytes(80))
"""A film's header, which says when it was made."""


def start(*brands: bytes) -> bytes:
    """The beginning of a file of those brands, the major one first."""
    return box("ftyp", brands[0], bytes(4), *brands[1:])


def tags(untrusted: bytes) -> dict[str, str]:
    """Fields by their dotted names."""
    return {str(tag.field): tag.value for tag in HEIC.fields(untrusted)}
