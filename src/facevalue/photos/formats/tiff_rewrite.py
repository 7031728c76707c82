"""Write a TIFF anew with the fields a decoder needs, its strips and tiles copied as they are.

An allow-list: a field that is not named here is not written, and bytes that no field of
these points to are not copied, so nothing can hide between them. Source: TIFF 6.0.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from ...core.errors import Broken
from ..carriers import icc
from ..carriers.ifd import MAGIC, SIZES, Directory
from ..view import Order
from .tiff_pages import OLD_JPEG, Page
from .tiff_streams import clean_jpeg, cut

SCALARS = {
    *(254, 256, 257, 259, 262, 266, 274, 277, 278, 282, 283, 284, 292, 293, 296, 317),
    *(322, 323, 332, 334, 531),
}
"""Fields of one number: size, compression, colour model, strips, resolution, predictor, inks."""
PER_SAMPLE = {258, 338, 339}
FIXED = {529: 3, 530: 2, 532: 6}
COLOUR_MAP, JPEG_TABLES, PROFILE = 320, 347, 34675
KINDS = (1, 3, 4, 5, 10, 11)
PARTS = 1_000_000
"""Most strips or tiles of a page; the largest picture has 65,500 rows."""
SAMPLES = 32
"""Most channels of a picture; photographs have up to five."""


@dataclass(frozen=True, slots=True)
class Field:
    """One entry to be written: tag, type, count, value bytes in the order of the file."""

    tag: int
    kind: int
    count: int
    data: bytes


def rewrite(untrusted: bytes, pages: list[Page], order: Order) -> tuple[bytes, list[str]]:
    """A new file with these pages, and the names of the colour profiles that were kept.

    Raises Broken when a page cannot be taken over completely.
    """
    out = bytearray(MAGIC[order] + b"\0\0\0\0")
    pointer, left = 4, len(untrusted)
    names: list[str] = []
    for page in pages:
        blocks = _blocks(untrusted, page)
        left -= sum(len(block) for block in blocks)
        if left < 0:
            raise Broken("parts of the picture lie over each other in the file; it is damaged")
        fields = _fields(page, names) + _placed(out, page, blocks, order)
        pointer = _directory(out, fields, pointer, order)
    return bytes(out), names


def _fields(page: Page, names: list[str]) -> list[Field]:
    """The allowed fields of a page, with their values cut to the length they can have."""
    found: dict[int, Field] = {}
    for entry in page.directory.entries:
        most = _most(page, entry.tag)
        if not most:
            continue
        if entry.raw is None or entry.kind not in KINDS or entry.tag in found:
            raise Broken(f"field {entry.tag} of the picture is damaged or stands there twice")
        count = min(entry.count, most)
        found[entry.tag] = Field(
            entry.tag, entry.kind, count, bytes(entry.raw[: count * SIZES[entry.kind]])
        )
    return list(found.values()) + _whole(page, names)


def _most(page: Page, tag: int) -> int:
    """How many values a field may have; 0 when it is not taken over."""
    if tag in SCALARS:
        return 1
    if tag in PER_SAMPLE:
        return _samples(page.directory)
    if tag == COLOUR_MAP:
        return 3 << min(page.directory.integer(258, 1), 16)
    return FIXED.get(tag, 0)


def _whole(page: Page, names: list[str]) -> list[Field]:
    """The fields that hold a stream of their own: JPEG tables and the colour profile."""
    found = []
    tables, profile = page.directory.get(JPEG_TABLES), page.directory.get(PROFILE)
    if tables is not None:
        data = clean_jpeg(tables.data)
        found.append(Field(JPEG_TABLES, 7, len(data), data))
    if profile is not None:
        safe = icc.harmless(profile.data)
        if safe.profile is not None:
            found.append(Field(PROFILE, 7, len(safe.profile), safe.profile))
            names.append(safe.name)
    return found


def _samples(directory: Directory) -> int:
    return min(max(directory.integer(277, 1), 1), SAMPLES)


def _blocks(untrusted: bytes, page: Page) -> list[bytes]:
    """The strips or tiles of a page, each cut where its stream ends. Raises Broken."""
    one = page.directory
    compression = one.integer(259, 1)
    if compression == OLD_JPEG:
        raise Broken("the picture uses the old kind of JPEG in TIFF, which cannot be rewritten")
    sizes = _sizes(page)
    where, counts = _where(page, sizes)
    found, left = [], len(untrusted)
    for at, count, size in zip(where, counts, sizes, strict=True):
        left -= count
        if at + count > len(untrusted) or left < 0:
            raise Broken("a part of the picture stands outside the file; it was cut off")
        found.append(cut(compression, untrusted[at : at + count], size) if count else b"")
    return found


def _where(page: Page, sizes: list[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Positions and lengths of the strips or tiles as the file gives them."""
    one = page.directory
    tiled = one.get(324) is not None
    where, counts = one.get(324 if tiled else 273), one.get(325 if tiled else 279)
    places = where.integers(len(sizes)) if where is not None else ()
    if counts is not None:
        lengths = counts.integers(len(sizes))
    else:
        lengths = tuple(sizes) if one.integer(259, 1) == 1 else ()
    if not len(places) == len(lengths) == len(sizes):
        raise Broken("the file does not say where all parts of its picture are")
    return places, lengths


def _sizes(page: Page) -> list[int]:
    """Decoded bytes of each strip or tile. Raises Broken for layouts that are not known."""
    one = page.directory
    wide, high = page.width, page.height
    rows = min(one.integer(278) or high, high)
    if one.get(324) is not None:
        wide, rows = one.integer(322), one.integer(323)
    bits = _bits(page)
    apart = one.integer(284, 1) == 2
    count = _count(page, wide, rows, len(bits) if apart else 1)
    if one.integer(262) == 6 and one.integer(259, 1) == 1:
        raise Broken("the picture stores uncompressed YCbCr colours, which cannot be rewritten")
    sizes = []
    for plane in bits if apart else [sum(bits)]:
        row = (wide * plane + 7) // 8
        whole = [row * rows] * count
        if one.get(324) is None and high % rows:
            whole[-1] = row * (high % rows)
        sizes += whole
    return sizes


def _count(page: Page, wide: int, rows: int, planes: int) -> int:
    """How many strips or tiles one plane has; no more than the file can hold."""
    if not wide or not rows:
        raise Broken("the picture is said to be cut into parts of no size")
    count = -(-page.width // wide) * -(-page.height // rows)
    entry = page.directory.get(324) or page.directory.get(273)
    if entry is None or count * planes > min(entry.count, PARTS):
        raise Broken("the file does not say where all parts of its picture are")
    return count


def _bits(page: Page) -> list[int]:
    """Bits of each sample; one number may stand for all."""
    samples = _samples(page.directory)
    entry = page.directory.get(258)
    bits = list(entry.integers(samples)) if entry is not None else [1]
    bits += bits[-1:] * (samples - len(bits))
    if not bits or not all(0 < one <= 64 for one in bits):
        raise Broken("the picture says of its samples that they have no or too many bits")
    return bits


def _placed(out: bytearray, page: Page, blocks: list[bytes], order: Order) -> list[Field]:
    """Append the strips or tiles; the two fields that say where they are."""
    places = []
    for block in blocks:
        out += b"\0" * (len(out) % 2)
        places.append(len(out))
        out += block
    tiled = page.directory.get(324) is not None
    tags = (324, 325) if tiled else (273, 279)
    code = ("<" if order == "little" else ">") + f"{len(blocks)}I"
    lengths = [len(block) for block in blocks]
    values = (struct.pack(code, *places), struct.pack(code, *lengths))
    return [Field(tag, 4, len(blocks), data) for tag, data in zip(tags, values, strict=True)]


def _directory(out: bytearray, fields: list[Field], pointer: int, order: Order) -> int:
    """Append a directory and its long values, make ``pointer`` point to it.

    Returns where the position of the next directory belongs.
    """
    sign = "<" if order == "little" else ">"
    out += b"\0" * (len(out) % 2)
    at = len(out)
    struct.pack_into(sign + "I", out, pointer, at)
    far = at + 2 + 12 * len(fields) + 4
    head, tail = bytearray(struct.pack(sign + "H", len(fields))), bytearray()
    for field in sorted(fields, key=lambda one: one.tag):
        value = field.data.ljust(4, b"\0")
        if len(value) > 4:
            value = struct.pack(sign + "I", far + len(tail))
            tail += field.data + b"\0" * (len(field.data) % 2)
        head += struct.pack(sign + "HHI", field.tag, field.kind, field.count) + value
    out += head + b"\0\0\0\0" + tail
    return far - 4
