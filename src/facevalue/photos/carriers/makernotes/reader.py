"""The fields and second pictures of a maker's note; what cannot be read becomes one field."""

from __future__ import annotations

from collections.abc import Iterator

from ....core.photo import Copy, Tag
from ....core.places import Field
from ...sniff import described, media_type
from ..exif_names import plain, sized
from ..ifd import Block, Entry
from . import special
from .names import DIRECTORIES, PAIRS, PICTURES, name_of
from .note import Note, open_note, subdirectory, vendor_of
from .streams import jpegs

Named = tuple[str, Entry]
RICOH_HEAD = 20
"""Bytes of text before the directory in Ricoh's camera record."""


def tags(block: Block, entry: Entry, make: str, model: str) -> list[Tag]:
    """Every field of the note in an entry, as ("Exif", "MakerNote", vendor, name)."""
    if not block.spend(entry.size):
        return [_unreadable(entry, make)]
    plain_record = special.record(entry.data)
    if plain_record is not None:
        vendor = _record_vendor(entry, make)
        return [_tag(vendor, name, value) for name, value in plain_record]
    note = open_note(block, entry, make)
    if note is None:
        return [_unreadable(entry, make)]
    found = [tag for part in _all(block, note) for tag in _entry_tags(block, note, part, model)]
    if note.directory.lost:
        found.append(_tag(note.vendor, "unreadable", f"({note.directory.lost} fields)"))
    return found or [_unreadable(entry, make)]


def copies(block: Block, entry: Entry, make: str) -> Iterator[Copy]:
    """Every second picture that the note holds, or points to inside the block."""
    note = open_note(block, entry, make)
    taken: list[tuple[int, int]] = []
    vendor = note.vendor if note else vendor_of(entry, make)
    if note is not None:
        for name, role, at, size in _pictures(block, note):
            if block.spend(size):
                taken.append((at, at + size))
                yield _copy(vendor, name, role, bytes(block.data[at : at + size]))
    for at, size in jpegs(block.data, entry.at, entry.at + entry.size):
        if not any(low <= at < high for low, high in taken) and block.spend(size):
            yield _copy(vendor, "PreviewImage", "preview", bytes(block.data[at : at + size]))


def _all(block: Block, note: Note) -> Iterator[tuple[str, Entry]]:
    """All entries of the note and of its subdirectories, with the subdirectory's name."""
    known = DIRECTORIES.get(note.vendor, {})
    for entry in note.directory.entries:
        sub = known.get(entry.tag)
        inner = None
        if sub is not None and entry.raw is not None:
            skip = RICOH_HEAD if note.vendor == "Ricoh" else 0
            inner = subdirectory(block, note, entry, skip)
        if inner is None:
            yield "", entry
        else:
            yield from ((sub or "", one) for one in inner.entries)


def _entry_tags(block: Block, note: Note, part: Named, model: str) -> list[Tag]:
    sub, entry = part
    name = name_of(note.vendor, sub, entry.tag)
    if entry.raw is None or not block.spend(entry.size):
        return [_tag(note.vendor, "unreadable", f"{name} {sized(b'', entry.size)}")]
    own = special.value(note.vendor, name, entry, model)
    if own is None:
        own = [(name, plain(entry))]
    return [_tag(note.vendor, one, value) for one, value in own]


def _pictures(block: Block, note: Note) -> Iterator[tuple[str, str, int, int]]:
    """Name, role, position and size of the pictures that the note's entries tell of."""
    groups: dict[str, dict[str, Entry]] = {}
    for sub, entry in _all(block, note):
        name = name_of(note.vendor, sub, entry.tag)
        groups.setdefault(sub, {}).setdefault(name, entry)
        if entry.raw is None:
            continue
        if name in PICTURES and entry.size > 64 and entry.kind in (1, 7):
            yield name, PICTURES[name], entry.at, entry.size
        if (note.vendor, name) == ("Canon", "PreviewImageInfo"):
            numbers = (*entry.integers(6), 0, 0, 0, 0, 0, 0)
            yield from _placed(block, note, "PreviewImage", "preview", numbers[5], numbers[2])
    for group in groups.values():
        for start, length, role in PAIRS:
            if start in group and length in group:
                at, size = group[start].integer(), group[length].integer()
                yield from _placed(block, note, start.removesuffix("Start"), role, at, size)


def _placed(
    block: Block, note: Note, name: str, role: str, at: int, size: int
) -> Iterator[tuple[str, str, int, int]]:
    """The picture at a stated position, counted from the base of the note or of the block."""
    if not at or not size:
        return
    fits = [base + at for base in (note.base, 0) if 0 <= base + at <= len(block.data) - size]
    if fits:
        jpeg = (place for place in fits if bytes(block.data[place : place + 2]) == b"\xff\xd8")
        yield name, role, next(jpeg, fits[0]), size


def _copy(vendor: str, name: str, role: str, data: bytes) -> Copy:
    field = Field(("Exif", "MakerNote", vendor, name))
    return Copy(field, role, media_type(data), data)


def _record_vendor(entry: Entry, make: str) -> str:
    start = bytes((entry.raw or b"")[:12])
    if start.startswith((b"\x01\xf1", b"RECONYX")):
        return "Reconyx"
    return vendor_of(entry, make)


def _tag(vendor: str, name: str, value: str) -> Tag:
    return Tag(Field(("Exif", "MakerNote", vendor, name)), value)


def _unreadable(entry: Entry, make: str) -> Tag:
    return _tag(vendor_of(entry, make), "unreadable", described(entry.data))
