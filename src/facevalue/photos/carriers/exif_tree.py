"""The directories of an Exif block or TIFF file: which lead to which, each with its group.

Groups are named as Exiv2 names them. Tag numbers: Exif 3.0, TIFF 6.0, ExifTool tag tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...core.errors import Broken
from .. import limits
from .exif_names import string
from .ifd import Block, Directory, Entry
from .makernotes.streams import jpegs

PICTURES = ((0x0111, 0x0117), (0x0144, 0x0145), (0x0201, 0x0202))
"""Tags that say where strips, tiles and JPEG streams begin, and how long they are."""
PLACES = 1_000_000
"""Most strips of one directory whose place is looked at."""
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

DIRECTORIES = 2000
"""Most directories followed in one block; a camera writes six, a scanner one per page."""


@dataclass(frozen=True, slots=True)
class Part:
    """One directory with the name of its group, or what was wrong with it."""

    group: str
    directory: Directory
    damage: str = ""


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


def open_block(untrusted: bytes, *, pages: bool = False) -> Block:
    """The block, its prefix taken off. Raises Broken when it is none, or far too long for Exif."""
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
        if name := target(entry):
            yield from ((name, at) for at in entry.integers())


def target(entry: Entry) -> str:
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


def pictured(block: Block, directory: Directory) -> Iterator[tuple[int, int]]:
    """Begin and end of each strip, tile and JPEG stream of a directory, as declared."""
    for where, length in PICTURES:
        starts, sizes = directory.get(where), directory.get(length)
        if starts is None or sizes is None or not block.spend(starts.size + sizes.size):
            continue
        pairs = zip(starts.integers(PLACES), sizes.integers(PLACES), strict=False)
        yield from ((at, at + size) for at, size in pairs)


def unused(block: Block, parts: list[Part], *, streams: bool = False) -> tuple[int, int]:
    """How many bytes nothing points to (runs of zeros aside), and where the used part ends.

    With ``streams`` JPEG streams count as used: they are listed as copies.
    """
    ranges = [(0, 8)]
    for part in parts:
        one = part.directory
        ranges.append((one.at, one.end))
        far = (entry for entry in one.entries if entry.raw is not None and entry.size > 4)
        ranges.extend((entry.at, entry.at + entry.size) for entry in far)
        ranges.extend(pictured(block, one))
    if streams:
        ranges.extend((at, at + size) for at, size in jpegs(block.data, 0, len(block.data)))
    count, end = 0, 0
    for start, stop in sorted(ranges):
        if end < start <= len(block.data) and any(gap := bytes(block.data[end:start])):
            count += len(gap)
        end = max(end, min(stop, len(block.data)))
    return count, end
