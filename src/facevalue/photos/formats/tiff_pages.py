"""The pages of a TIFF file: which are the picture, which are smaller copies, which are raw.

Source: TIFF 6.0; tags of raw files: DNG 1.7, ExifTool tag tables.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...core.errors import Broken, NotAPhoto
from ..carriers.exif_tree import tree
from ..carriers.ifd import Block, Directory

RAW_STARTS = (b"IIU\0", b"IIRO", b"IIRS", b"MMOR")
"""Raw files of Panasonic and Olympus: TIFF with another magic number."""
BIG_STARTS = (b"II+\0", b"MM\0+")
RAW_PHOTOMETRIC = (32803, 34892)
RAW_COMPRESSION = (32767, 32769, 34713, 65000, 65535)
DNG_VERSION = 50706
OLD_JPEG = 6


@dataclass(frozen=True, slots=True)
class Page:
    """One directory of the chain, its size in pixels, and whether it is only a smaller copy."""

    directory: Directory
    width: int
    height: int
    preview: bool


def open_block(untrusted: bytes) -> Block:
    """The file as a block of directories. Raises NotAPhoto for raw files, Broken for BigTIFF."""
    start = untrusted[:4]
    if start in RAW_STARTS or untrusted[8:10] == b"CR":
        raise _raw()
    if start in BIG_STARTS:
        raise Broken(
            "this is a BigTIFF file, which Facevalue does not read; save the picture as "
            "JPEG, PNG or ordinary TIFF first"
        )
    return Block(untrusted)


def refuse_raw(untrusted: bytes) -> None:
    """Raises NotAPhoto when any directory of the file holds sensor data."""
    for part in tree(open_block(untrusted), pages=True):
        one = part.directory
        if (
            one.get(DNG_VERSION) is not None
            or one.integer(262) in RAW_PHOTOMETRIC
            or one.integer(259) in RAW_COMPRESSION
        ):
            raise _raw()


def pages(untrusted: bytes, *, whole: bool = True) -> list[Page]:
    """The pages in the order of the file; the first is never taken for a preview.

    With ``whole`` a chain that does not end well raises Broken, otherwise what can be read
    is given. Raises Broken when there is no page at all.
    """
    block = open_block(untrusted)
    found: list[Page] = []
    at = block.first
    while at:
        try:
            directory = block.directory(at)
        except Broken:
            if whole or not found:
                raise
            break
        if whole and directory.lost:
            raise Broken("a page of the file declares more fields than it has")
        found.append(_page(directory, found))
        at = directory.next
    if not found or not found[0].width or not found[0].height:
        raise Broken("the file holds no picture: its first page has no width or height")
    return found


def _page(directory: Directory, before: list[Page]) -> Page:
    width, height = directory.integer(256), directory.integer(257)
    preview = bool(before) and _preview(directory, width, height, before[0])
    return Page(directory, width, height, preview)


def _preview(directory: Directory, width: int, height: int, first: Page) -> bool:
    """Marked as reduced, or without strips as Exif thumbnails are, or the same picture small."""
    if directory.integer(254) & 1 or directory.integer(255) == 2:
        return True
    if directory.get(273) is None and directory.get(324) is None:
        return True
    if directory.integer(259) == OLD_JPEG:
        return True
    half = width * 2 <= first.width and height * 2 <= first.height
    alike = abs(width * first.height - height * first.width) * 50 <= width * first.height
    return half and alike


def _raw() -> NotAPhoto:
    return NotAPhoto(
        "this is a raw file from a camera's sensor; it holds previews and private data that "
        "cannot be taken out completely. Export it as JPEG or TIFF first"
    )
