"""IPTC: the records of the Information Interchange Model as tags.

Layout and names: IPTC-NAA IIM 4.2; record 240 and the private sets of record 2: ExifTool
tag tables. Only datasets with the marker 1C are read; whatever stands between them is one
tag named unreadable.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ...core.photo import Copy, Tag
from ...core.places import Field
from .. import limits
from ..sniff import described, media_type
from .iptc_names import BINARY, NAMES, NUMBERS, RECORDS
from .wording import text_or_described

MARK = 0x1C
UTF8 = b"\x1b%G"
"""The escape sequence (ISO 2022) by which dataset 1:90 says that texts are UTF-8."""
CHARSETS = {UTF8: "utf-8", b"\x1b.A": "latin-1", b"\x1b.B": "iso8859-2", b"\x1b-A": "latin-1"}
PREVIEWS = frozenset({(2, 202), (8, 10)})
"""Datasets that hold a picture: the preview, and the object itself."""
Dataset = tuple[int, int, bytes]
"""Record, dataset number, content."""


def tags(untrusted: bytes) -> tuple[Tag, ...]:
    """Every dataset as a tag of ("Iptc", record, name). Never raises."""
    found: list[Tag] = []
    charset = ""
    for record, number, raw in _datasets(untrusted):
        if len(found) >= limits.ENTRIES:
            return (*found, Tag(Field(("Iptc", "unread")), "more datasets than are read"))
        if record < 0:
            found.append(Tag(Field(("Iptc", "unreadable")), described(raw)))
            continue
        if (record, number) == (1, 90):
            charset = CHARSETS.get(raw, "")
        found.append(_tag(record, number, raw, charset))
    return tuple(found)


def copies(untrusted: bytes) -> tuple[Copy, ...]:
    """The previews and whole pictures among the datasets. Never raises."""
    found = []
    for record, number, raw in islice(_datasets(untrusted), limits.ENTRIES):
        if (record, number) in PREVIEWS and raw:
            where = Field(("Iptc", RECORDS[record], NAMES[record][number]))
            found.append(Copy(where, "preview", media_type(raw), raw))
    return tuple(found)


def _datasets(untrusted: bytes) -> Iterator[Dataset]:
    """All datasets; bytes that are none come with the record -1."""
    at = 0
    while at < len(untrusted):
        head = _head(untrusted, at)
        if head is None:
            after = _next(untrusted, at)
            if any(untrusted[at:after]):
                yield -1, 0, untrusted[at:after]
            at = after
            continue
        start, end = head
        yield untrusted[at + 1], untrusted[at + 2], untrusted[start:end]
        at = end


def _next(untrusted: bytes, at: int) -> int:
    """Where, after bytes that are none, the next dataset begins; else the end."""
    at = untrusted.find(b"\x1c", at + 1)
    while at >= 0 and _head(untrusted, at) is None:
        at = untrusted.find(b"\x1c", at + 1)
    return at if at >= 0 else len(untrusted)


def _head(untrusted: bytes, at: int) -> tuple[int, int] | None:
    """Where the content of the dataset at ``at`` begins and ends; None when there is none."""
    if untrusted[at] != MARK or at + 5 > len(untrusted):
        return None
    size, start = int.from_bytes(untrusted[at + 3 : at + 5], "big"), at + 5
    if size & 0x8000:  # the size of the size follows
        wide = size & 0x7FFF
        if wide > 4 or start + wide > len(untrusted):
            return None
        size, start = int.from_bytes(untrusted[start : start + wide], "big"), start + wide
    return (start, start + size) if start + size <= len(untrusted) else None


def _tag(record: int, number: int, raw: bytes, charset: str) -> Tag:
    group = RECORDS.get(record, f"0x{record:04x}")
    name = NAMES.get(record, {}).get(number, f"0x{number:04x}")
    return Tag(Field(("Iptc", group, name)), _value(record, number, raw, charset))


def _value(record: int, number: int, raw: bytes, charset: str) -> str:
    if (record, number) in BINARY:
        return described(raw)
    if (record, number) in NUMBERS and len(raw) <= 4:
        return str(int.from_bytes(raw, "big"))
    if (record, number) == (1, 90):
        return "UTF-8" if raw == UTF8 else raw.hex(" ")
    known = record in NAMES and number in NAMES[record]
    if not known:
        return text_or_described(raw)
    return _text(raw, charset)


def _text(raw: bytes, charset: str) -> str:
    for name in (charset or "utf-8", "utf-8", "latin-1"):
        try:
            return raw.decode(name).replace("\0", " ").strip()
        except UnicodeDecodeError:
            continue
    return described(raw)
