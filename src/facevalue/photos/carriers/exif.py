"""Exif: the directories of a TIFF block, what they say and the second pictures in them.

Sources: Exif 3.0 (CIPA DC-008), TIFF 6.0; groups are named as Exiv2 names them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from ...core.errors import Broken
from ...core.photo import Copy, Tag
from ...core.places import Field
from .. import limits
from ..sniff import described, media_type
from .exif_names import name_of, sized, string, text_of
from .ifd import Block, Directory, Entry
from .makernotes import reader

MAKER_NOTE = 0x927C
POINTERS = {
    0x014A: "SubImage",
    0x0190: "GlobalParameters",
    0x8290: "Kodak",
    0x8769: "Photo",
    0x8825: "GPSInfo",
    0x888A: "Leaf",
    0xA005: "Interop",
    0xFE00: "KodakKDC",
}
"""Tags whose values are positions of further directories, and what those are called."""

NESTED = (0x02BC, 0x83BB, 0x8649, 0x8773)
"""Tags that hold another carrier whole: XMP, IPTC, Photoshop resources, a colour profile."""

LAYERS = 0x935C
"""Photoshop's own layers inside a TIFF: whole pictures that no other program shows."""


DIRECTORIES = 2000
"""Most directories followed in one block; a camera writes six, a scanner one per page."""
DEEPEST = 2
"""Exif inside Photoshop resources inside Exif: no writer goes deeper; work doubles each time."""
_depth: ContextVar[int] = ContextVar("exif_depth", default=0)


@dataclass(frozen=True, slots=True)
class Part:
    """One directory with the name of its group, or what was wrong with it."""

    group: str
    directory: Directory
    damage: str = ""


def tags(untrusted: bytes, *, pages: bool = False) -> tuple[Tag, ...]:
    """Every field of an Exif block: a TIFF structure, perhaps with its Exif prefix.

    ``pages`` says that it is a TIFF file: its second directory is a page, not a thumbnail.
    Damaged parts are tags named ("Exif", "unreadable"); nothing is raised.
    """
    try:
        block = _block(untrusted, pages=pages)
    except Broken:
        return (unreadable("", described(untrusted)),)
    parts = tree(block, pages=pages)
    make, model = camera(parts)
    found: list[Tag] = []
    for part in parts:
        found += _part_tags(block, part, make, model)
    return tuple(found)


def copies(untrusted: bytes, *, pages: bool = False) -> tuple[Copy, ...]:
    """Every second picture of an Exif block: thumbnails, previews, those of maker notes."""
    try:
        block = _block(untrusted, pages=pages)
    except Broken:
        return ()
    parts = tree(block, pages=pages)
    make, _ = camera(parts)
    found: dict[bytes, Copy] = {}
    for part in parts:
        for copy in _part_copies(block, part, make):
            found.setdefault(copy.data, copy)
    return tuple(found.values())


def orientation(untrusted: bytes) -> int:
    """How the picture has to be turned, 1..8; 1 when it is not said or not readable."""
    try:
        block = _block(untrusted)
        value = block.directory(block.first).integer(0x0112, 1)
    except Broken:
        return 1
    return value if 1 <= value <= 8 else 1


def minimal(orientation: int) -> bytes:
    """An Exif block that says nothing but the orientation (1..8).

    Raises ValueError for another number.
    """
    if not 1 <= orientation <= 8:
        raise ValueError(f"orientation out of 1..8: {orientation}")
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 0x0112, 3, 1, orientation, 0, 0)


def unreadable(what: str, value: str) -> Tag:
    """The tag that stands for a part which could not be read."""
    return Tag(Field(("Exif", "unreadable")), f"{what} {value}".strip())


def tree(block: Block, *, pages: bool = False) -> list[Part]:
    """All directories that can be reached, the main ones first, each once."""
    found = _chain(block, pages)
    waiting = [(name, at, 1) for part in found for name, at in _pointed(part.directory)]
    for name, at, depth in waiting:  # grows while it is walked
        if len(found) >= DIRECTORIES:
            found.append(Part(name, Directory(at, at, (), 0), "more directories than are read"))
            break
        part = _read(block, name, at)
        found.append(part)
        if depth < limits.NESTING and len(waiting) < DIRECTORIES:
            waiting += [(sub, place, depth + 1) for sub, place in _pointed(part.directory)]
    return _numbered(found)


def camera(parts: list[Part]) -> tuple[str, str]:
    """Make and model as the first directory gives them."""
    first = parts[0].directory
    entries = (first.get(0x010F), first.get(0x0110))
    make, model = (string(bytes(one.data[:64])) if one else "" for one in entries)
    return make, model


def _block(untrusted: bytes, *, pages: bool = False) -> Block:
    if untrusted[:6] in (b"Exif\0\0", b"Exif\0\xff"):
        untrusted = untrusted[6:]
    if not pages and len(untrusted) > limits.METADATA_BYTES:
        raise Broken("the Exif block is larger than any camera writes")
    return Block(untrusted)


def _chain(block: Block, pages: bool) -> list[Part]:
    """The main directory and those chained to it; a file of pages has many."""
    found: list[Part] = []
    at = block.first
    while at or not found:
        index = len(found) + 1
        name = "Image" if index == 1 else f"Image{index}"
        part = _read(block, "Thumbnail" if index == 2 and not pages else name, at)
        found.append(part)
        if part.damage:
            break
        at = part.directory.next
    return found


def _read(block: Block, name: str, at: int) -> Part:
    try:
        directory = block.directory(at)
    except Broken as error:
        return Part(name, Directory(at, at, (), 0), str(error))
    damage = f"{directory.lost} of its fields are not there" if directory.lost else ""
    return Part(name, directory, damage)


def _pointed(directory: Directory) -> Iterator[tuple[str, int]]:
    for entry in directory.entries:
        if name := _target(entry):
            yield from ((name, at) for at in entry.integers())


def _target(entry: Entry) -> str:
    """The group a pointer leads to; empty when the entry is no pointer."""
    if entry.kind not in (3, 4, 13):
        return ""
    return POINTERS.get(entry.tag, "SubImage" if entry.kind == 13 else "")


def _numbered(parts: list[Part]) -> list[Part]:
    """SubImage1, SubImage2 ... in the order of the file."""
    count, named = 0, []
    for part in parts:
        if part.group == "SubImage":
            count += 1
            part = Part(f"SubImage{count}", part.directory, part.damage)
        named.append(part)
    return named


def _part_tags(block: Block, part: Part, make: str, model: str) -> Iterator[Tag]:
    if part.damage:
        yield unreadable(part.group, f"({part.damage})")
    for entry in part.directory.entries:
        if entry.raw is None:
            yield unreadable(
                f"{part.group}.{name_of(part.group, entry.tag)}", sized(b"", entry.size)
            )
        elif entry.tag == MAKER_NOTE and part.group != "GPSInfo":
            yield from reader.tags(block, entry, make, model)
        elif entry.tag in NESTED and part.group not in ("GPSInfo", "Interop"):
            yield from _nested(block, part.group, entry)
        elif not (_target(entry) and entry.count <= len(entry.integers())):
            name = name_of(part.group, entry.tag)
            yield Tag(Field(("Exif", part.group, name)), text_of(block, part.group, entry))


def _nested(block: Block, group: str, entry: Entry) -> tuple[Tag, ...]:
    """What another carrier inside this one says; it may hold Exif again."""
    from . import icc, iptc, photoshop, xmp  # here: these modules read nested Exif by this one

    reads = {0x02BC: xmp.tags, 0x83BB: iptc.tags, 0x8649: photoshop.tags, 0x8773: icc.tags}
    with _deeper() as allowed:
        if allowed and entry.size <= limits.METADATA_BYTES and block.spend(entry.size):
            return reads[entry.tag](entry.data)
    return (unreadable(f"{group}.{name_of(group, entry.tag)}", sized(b"", entry.size)),)


def _nested_copies(block: Block, entry: Entry) -> tuple[Copy, ...]:
    from . import photoshop, xmp

    reads = {0x02BC: xmp.copies, 0x8649: photoshop.copies}
    with _deeper() as allowed:
        if not allowed or entry.tag not in reads or entry.size > limits.METADATA_BYTES:
            return ()
        return reads[entry.tag](entry.data) if block.spend(entry.size) else ()


@contextmanager
def _deeper() -> Iterator[bool]:
    """One level further down; says whether that is still allowed."""
    token = _depth.set(_depth.get() + 1)
    try:
        yield _depth.get() <= DEEPEST
    finally:
        _depth.reset(token)


def _part_copies(block: Block, part: Part, make: str) -> Iterator[Copy]:
    directory = part.directory
    yield from _thumbnail(block, part)
    for entry in directory.entries:
        if entry.raw is None:
            continue
        if entry.tag == MAKER_NOTE:
            yield from reader.copies(block, entry, make)
        elif entry.tag in NESTED:
            yield from _nested_copies(block, entry)
        elif entry.tag == LAYERS and block.spend(entry.size):
            field = Field(("Exif", part.group, name_of(part.group, entry.tag)))
            yield Copy(field, "alternate picture", "", entry.data)


def _thumbnail(block: Block, part: Part) -> Iterator[Copy]:
    """The JPEG stream, or the single strip, that a further directory points to.

    Not for the first directory with strips: those are the picture itself.
    """
    directory = part.directory
    pairs = [(0x0201, 0x0202)]
    if part.group == "Thumbnail" or part.group.startswith("SubImage"):
        pairs.append((0x0111, 0x0117))
    for where, length in pairs:
        at, size = directory.integer(where), directory.integer(length)
        if at and size and at + size <= len(block.data) and block.spend(size):
            data = bytes(block.data[at : at + size])
            role = "thumbnail" if part.group in ("Thumbnail", "Image") else "preview"
            field = Field(("Exif", part.group, name_of(part.group, where)))
            yield Copy(field, role, media_type(data), data)
