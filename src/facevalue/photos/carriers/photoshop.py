"""Photoshop: the image resource blocks (8BIM) of APP13 and of TIFF tag 34377.

Layout and numbers: Adobe Photoshop File Formats Specification, "Image Resources Section".
Each resource is a tag; those that hold another carrier (IPTC, Exif, XMP, a colour profile)
are read by its parser.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ...core.photo import Copy, Tag
from ...core.places import Field
from .. import limits
from ..sniff import described, media_type
from . import exif, icc, iptc, xmp
from .photoshop_names import FLAGS, NAMES, NUMBERS, TEXTS, UNICODE
from .wording import text, text_or_described, utf16

PREFIXES = (b"Photoshop 3.0\0", b"Photoshop 2.5\0", b"Adobe_Photoshop2.5:")
SIGNATURES = frozenset({b"8BIM", b"AgHg", b"DCSR", b"MeSa", b"PHUT"})
THUMBNAILS = frozenset({1033, 1036})
THUMBNAIL_HEAD = 28
NESTED: dict[int, Callable[[bytes], tuple[Tag, ...]]] = {
    1028: iptc.tags,
    1039: icc.tags,
    1058: exif.tags,
    1059: exif.tags,
    1060: xmp.tags,
}
NESTED_COPIES: dict[int, Callable[[bytes], tuple[Copy, ...]]] = {
    1028: iptc.copies,
    1058: exif.copies,
    1059: exif.copies,
    1060: xmp.copies,
}


@dataclass(frozen=True, slots=True)
class Resource:
    """One block; ``number`` is -1 for bytes that are none."""

    number: int
    name: str
    data: bytes = field(repr=False)


def tags(untrusted: bytes) -> tuple[Tag, ...]:
    """Every resource, nested carriers included. Never raises."""
    found: list[Tag] = []
    for resource in resources(untrusted):
        found += _tags(resource)
    return tuple(found)


def copies(untrusted: bytes) -> tuple[Copy, ...]:
    """Thumbnails, and the pictures of nested carriers. Never raises."""
    found: list[Copy] = []
    for resource in resources(untrusted):
        if resource.number in THUMBNAILS and len(resource.data) > THUMBNAIL_HEAD:
            data = resource.data[THUMBNAIL_HEAD:]
            found.append(Copy(_field(resource), "thumbnail", media_type(data), data))
        elif resource.number in NESTED_COPIES:
            found += NESTED_COPIES[resource.number](resource.data)
    return tuple(found)


def resources(untrusted: bytes) -> Iterator[Resource]:
    """All blocks in order; whatever cannot be read comes last, as one with the number -1."""
    at = next((len(start) for start in PREFIXES if untrusted.startswith(start)), 0)
    for _ in range(limits.ENTRIES):
        found = _resource(untrusted, at)
        if found is None:
            break
        resource, at = found
        yield resource
    if any(untrusted[at:]):
        yield Resource(-1, "", untrusted[at:])


def _resource(untrusted: bytes, at: int) -> tuple[Resource, int] | None:
    """The block at ``at`` and the position after it; None when there is none."""
    if untrusted[at : at + 4] not in SIGNATURES or at + 12 > len(untrusted):
        return None
    number = int.from_bytes(untrusted[at + 4 : at + 6], "big")
    long = untrusted[at + 6]
    name = untrusted[at + 7 : at + 7 + long]
    here = at + 6 + (long + 2) // 2 * 2
    size = int.from_bytes(untrusted[here : here + 4], "big")
    start = here + 4
    if start + size > len(untrusted):
        return None
    return Resource(number, text(name), untrusted[start : start + size]), start + size + size % 2


def _field(resource: Resource) -> Field:
    number = resource.number
    name = NAMES.get(number, f"0x{number:04x}")
    if 2000 <= number <= 2997:
        name = "Path"
    return Field(("Photoshop", "unreadable" if number < 0 else name))


def _tags(resource: Resource) -> Iterator[Tag]:
    where = _field(resource)
    if resource.name:
        yield Tag(Field((*where.path, "name")), resource.name)
    if resource.number in NESTED:
        yield from NESTED[resource.number](resource.data)
    elif resource.number == 1057:
        yield from _version(resource.data)
    else:
        yield Tag(where, _value(resource.number, resource.data))


def _value(number: int, raw: bytes) -> str:
    if number in TEXTS:
        return text(raw[1 : 1 + raw[0]] if number == 2999 and raw else raw)
    if number in UNICODE:
        return utf16(raw[4:])
    if number in FLAGS and len(raw) == 1:
        return str(bool(raw[0]))
    if number in NUMBERS and len(raw) in (1, 2, 4):
        return str(int.from_bytes(raw, "big"))
    if number == 1005 and len(raw) == 16:
        return " ".join(f"{int.from_bytes(raw[at : at + 4], 'big') / 65536:.8g}" for at in (0, 8))
    if number == 1061:
        return raw.hex()
    if number in (1000, 1003, 1010, 1011, 1013, 1016, 1024, 1026, 1030, 1062, 1072, 10000):
        return described(raw)
    return text_or_described(raw)


def _version(raw: bytes) -> Iterator[Tag]:
    """Which program wrote the file and which can read it: two strings with their lengths."""
    at = 5
    for name in ("WriterName", "ReaderName"):
        size = 2 * int.from_bytes(raw[at : at + 4], "big")
        yield Tag(Field(("Photoshop", name)), utf16(raw[at + 4 : at + 4 + size]))
        at += 4 + size
