"""What a film says beside its pictures: times, places, what users and telephones wrote.

MP4 and QuickTime films are boxes (ISO/IEC 14496-12; user data and metadata keys: QuickTime
File Format Specification). They stand inside HEIF files and behind motion photos.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice

from ...core.errors import Broken
from ...core.photo import Tag
from ...core.places import Field
from .. import limits
from ..sniff import described
from ..view import View
from .bmff import Box, Level, decoded, full, inside, shown, text, walk

CONTAINERS = frozenset({"moov", "trak", "mdia", "minf", "stbl", "dinf", "edts", "mvex", "tapt"})
TIMED = frozenset({"mvhd", "tkhd", "mdhd"})
STRUCTURE = frozenset(
    {"auxi", "clef", "co64", "cslg", "ctts", "dref", "elst", "enof", "ftyp", "gmhd", "hmhd"}
    | {"iods", "mdat", "mehd", "mfra", "moof", "nmhd", "prof", "saio", "saiz", "sbgp", "sdtp"}
    | {"sgpd", "sidx", "smhd", "stco", "stsc", "stsd", "stss", "stsz", "stts", "styp", "stz2"}
    | {"tref", "trex", "vmhd", "wide"}
)
"""Boxes that only say how the film is put together."""

EPOCH = datetime(1904, 1, 1, tzinfo=UTC)
"""Times of this family of formats count seconds from here."""

LONGEST = 4096
"""Most bytes of a text that are shown; longer values are described."""


def tags(untrusted: bytes, path: tuple[str, ...] = ("Film",)) -> tuple[Tag, ...]:
    """Times, handler names, user data and unknown boxes of a film, under ``path``.

    Never raises: what cannot be read is a tag.
    """
    found = tuple(islice(of_level(walk(View(untrusted)), path), limits.ENTRIES))
    if len(found) < limits.ENTRIES:
        return found
    return (*found, Tag(Field((*path, "unread")), "more fields than are read"))


def of_level(level: Level, path: tuple[str, ...], depth: int = 0) -> Iterator[Tag]:
    """The same for boxes that are walked already."""
    keys: list[str] = []
    for box in level.boxes:
        try:
            yield from _tags(box, path, depth, keys)
        except Broken:
            yield Tag(Field((*path, shown(box.kind), "unreadable")), described(box.body.whole()))
    if any(level.rest.whole()):
        yield Tag(Field((*path, "rest")), described(level.rest.whole()))


def _tags(box: Box, path: tuple[str, ...], depth: int, keys: list[str]) -> Iterator[Tag]:
    kind = box.kind
    if depth > limits.NESTING:
        yield Tag(Field((*path, shown(kind), "unread")), described(box.body.whole()))
    elif kind in CONTAINERS:
        yield from of_level(inside(box), path, depth + 1)
    elif kind in ("udta", "ilst"):
        yield from _user_data(inside(box), path, depth, keys)
    elif kind == "meta":
        skip = 0 if box.body.starts(4, b"hdlr") else 4
        yield from of_level(inside(box, skip), path, depth + 1)
    elif kind == "keys":
        keys += [decoded(one.body.whole()) for one in inside(box, 8).boxes]
    else:
        yield from _plain(box, path)


def _plain(box: Box, path: tuple[str, ...]) -> Iterator[Tag]:
    """A box without others in it."""
    kind = box.kind
    if kind in TIMED:
        yield from _times(box, path)
    elif kind == "hdlr":
        name = text(box.body, 24)[0].strip("\x0b\x0c\x1f\r\n")
        if name:
            yield Tag(Field((*path, "hdlr")), name)
    elif kind in ("free", "skip"):
        if any(box.body.whole()):
            yield Tag(Field((*path, kind)), described(box.body.whole()))
    elif kind not in STRUCTURE:
        yield Tag(Field((*path, box.uuid or shown(kind))), described(box.body.whole()))


def _times(box: Box, path: tuple[str, ...]) -> Iterator[Tag]:
    version, _, body = full(box)
    pair = (body.u64(0), body.u64(8)) if version else (body.u32(0), body.u32(4))
    for name, seconds in zip(("CreateDate", "ModifyDate"), pair, strict=True):
        if seconds:
            yield Tag(Field((*path, box.kind, name)), moment(seconds))


def moment(seconds: int) -> str:
    """Seconds since 1904 as a date and time in UTC; the number itself when it is none."""
    try:
        return (EPOCH + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")
    except OverflowError:
        return str(seconds)


def _user_data(level: Level, path: tuple[str, ...], depth: int, keys: list[str]) -> Iterator[Tag]:
    """User data: plain texts, QuickTime texts with a length, ``data`` boxes, key lists."""
    for box in level.boxes:
        if box.kind in ("meta", "hdlr"):
            yield from of_level(Level((box,), View(b""), 0), path, depth + 1)
            continue
        number = int.from_bytes(box.kind.encode("latin-1"), "big")
        name = keys[number - 1] if 0 < number <= len(keys) else shown(box.kind)
        yield Tag(Field((*path, name)), _value(box.body))
    if any(level.rest.whole()):
        yield Tag(Field((*path, "udta", "rest")), described(level.rest.whole()))


def _value(body: View) -> str:
    raw = body.whole()
    if raw[4:8] == b"data" and len(raw) >= 16:
        raw = raw[16:]
    elif len(raw) > 4 and int.from_bytes(raw[:2], "big") == len(raw) - 4:
        raw = raw[4:]
    return readable(raw)


def readable(raw: bytes) -> str:
    """Bytes as text when they are printable text of a sensible length, else described."""
    words = decoded(raw) if len(raw) <= LONGEST else ""
    return words if words and words.isprintable() else described(raw)
