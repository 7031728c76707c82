"""Exif: the directories of a TIFF block, what they say and the second pictures in them.

Sources: Exif 3.0 (CIPA DC-008), TIFF 6.0; groups are named as Exiv2 names them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from ...core.errors import Broken
from ...core.photo import Copy, Tag
from ...core.places import Field
from .. import limits
from ..sniff import described, media_type
from .exif_names import name_of, sized, text_of
from .exif_tree import Part, camera, open_block, target, tree, unused
from .ifd import Block, Entry
from .makernotes import reader
from .makernotes.streams import jpegs

MAKER_NOTE = 0x927C
NESTED = (0x02BC, 0x83BB, 0x8649, 0x8773, 0xCD41)
"""Tags that hold another carrier whole: XMP, IPTC, Photoshop resources, a colour profile, C2PA."""

GAP = 16
"""Fewer bytes between the fields are padding of careless writers, not a message."""
LAYERS = 0x935C
"""Photoshop's own layers inside a TIFF: whole pictures that no other program shows."""


DEEPEST = 2
"""Exif inside Photoshop resources inside Exif: no writer goes deeper; work doubles each time."""
_depth: ContextVar[int] = ContextVar("exif_depth", default=0)


def tags(untrusted: bytes, *, pages: bool = False) -> tuple[Tag, ...]:
    """Every field of an Exif block: a TIFF structure, perhaps with its Exif prefix.

    ``pages`` says that it is a TIFF file: its second directory is a page, not a thumbnail.
    Damaged parts are tags named ("Exif", "unreadable"); nothing is raised.
    """
    try:
        block = open_block(untrusted, pages=pages)
    except Broken:
        return (unreadable("", described(untrusted)),)
    parts = tree(block, pages=pages)
    make, model = camera(parts)
    found: list[Tag] = []
    for part in parts:
        found += _part_tags(block, part, make, model)
    return (*found, *_unreferenced(block, parts)) if not pages else tuple(found)


def copies(untrusted: bytes, *, pages: bool = False) -> tuple[Copy, ...]:
    """Every second picture of an Exif block: thumbnails, previews, those of maker notes."""
    try:
        block = open_block(untrusted, pages=pages)
    except Broken:
        return ()
    parts = tree(block, pages=pages)
    make, _ = camera(parts)
    found: dict[bytes, Copy] = {}
    for part in parts:
        for copy in _part_copies(block, part, make):
            found.setdefault(copy.data, copy)
    if not pages:
        for data in _streams(block):
            if not any(data in known for known in found):
                field = Field(("Exif", "unreferenced"))
                found[data] = Copy(field, "preview", media_type(data), data)
    return tuple(found.values())


def orientation(untrusted: bytes) -> int:
    """How the picture has to be turned, 1..8; 1 when it is not said or not readable."""
    try:
        block = open_block(untrusted, pages=True)  # one directory: any length will do
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


def _unreferenced(block: Block, parts: list[Part]) -> Iterator[Tag]:
    """One field for all bytes of the block that no directory accounts for."""
    count, end = unused(block, parts, streams=True)
    tail = bytes(block.data[end:])
    count += len(tail) if any(tail) else 0
    if count >= GAP:
        yield Tag(Field(("Exif", "unreferenced")), f"(binary, {count} bytes)")


def _streams(block: Block) -> Iterator[bytes]:
    for at, size in jpegs(block.data, 0, len(block.data)):
        if block.spend(size):
            yield bytes(block.data[at : at + size])


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
        elif not (target(entry) and entry.count <= len(entry.integers())):
            name = name_of(part.group, entry.tag)
            yield Tag(Field(("Exif", part.group, name)), text_of(block, part.group, entry))


def _nested(block: Block, group: str, entry: Entry) -> tuple[Tag, ...]:
    """What another carrier inside this one says; it may hold Exif again."""
    from . import icc, iptc, jumbf, photoshop, xmp  # here: they read nested Exif by this one

    reads = {0x02BC: xmp.tags, 0x83BB: iptc.tags, 0x8649: photoshop.tags, 0x8773: icc.tags}
    reads[0xCD41] = jumbf.tags
    with _deeper() as allowed:
        if allowed and entry.size <= limits.METADATA_BYTES and block.spend(entry.size):
            return reads[entry.tag](entry.data)
    return (unreadable(f"{group}.{name_of(group, entry.tag)}", sized(b"", entry.size)),)


def _nested_copies(block: Block, entry: Entry) -> tuple[Copy, ...]:
    from . import iptc, jumbf, photoshop, xmp

    reads = {0x02BC: xmp.copies, 0x83BB: iptc.copies, 0x8649: photoshop.copies}
    reads[0xCD41] = jumbf.copies
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
