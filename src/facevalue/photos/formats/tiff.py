"""TIFF: pages of strips or tiles, with Exif, XMP, IPTC and previews between them."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.errors import Broken, Refused
from ...core.photo import Copy, Header, Stripped, Tag
from ...core.places import Field, Size
from ..carriers import exif, trailer
from ..carriers.exif_tree import Part, pictured, tree, unused
from ..carriers.ifd import Block
from ..sniff import media_type
from .tiff_pages import BIG_STARTS, RAW_STARTS, Page, open_block, pages, refuse_raw
from .tiff_rewrite import rewrite

STARTS = (b"II*\0", b"MM\0*", *BIG_STARTS, *RAW_STARTS)
"""BigTIFF and raw files are claimed as well, so that their owner learns what to do."""


class Tiff:
    """See ``core.roles.Format``."""

    name = "tiff"
    media_type = "image/tiff"
    suffixes = (".tif", ".tiff")
    carries = (
        "A TIFF file may carry Exif with place and camera, XMP, IPTC, Photoshop's layers, smaller "
        "copies of the picture, private fields of programs, and anything between its parts."
    )

    def mine(self, start: bytes) -> bool:
        return start[:4] in STARTS

    def header(self, data: bytes) -> Header:
        """Size and pages. Raises Broken, and NotAPhoto for raw files of cameras."""
        refuse_raw(data)
        found = pages(data, whole=False)
        first = found[0]
        turned = exif.orientation(data)
        size = Size(first.width, first.height)
        if turned >= 5:
            size = Size(first.height, first.width)
        return Header(size, sum(not page.preview for page in found), turned)

    def fields(self, data: bytes) -> tuple[Tag, ...]:
        found = list(exif.tags(data, pages=True))
        try:
            block = open_block(data)
        except Refused:
            return tuple(found)
        count, end = unused(block, tree(block, pages=True))
        if count:
            found.append(Tag(Field(("File", "unreferenced")), f"(binary, {count} bytes)"))
        if any(data[end:]):
            found += trailer.tags(data[end:])
        return tuple(found)

    def embedded(self, data: bytes) -> tuple[Copy, ...]:
        found = list(exif.copies(data, pages=True))
        try:
            block = open_block(data)
        except Refused:
            return tuple(found)
        parts = tree(block, pages=True)
        found += _previews(data, block, parts)
        _, end = unused(block, parts)
        if any(data[end:]):
            found += trailer.copies(data[end:])
        return tuple({copy.data: copy for copy in reversed(found)}.values())[::-1]

    def strip(self, data: bytes) -> Stripped:
        """Raises Broken when a page cannot be taken over, NotAPhoto for raw files."""
        refuse_raw(data)
        kept_pages = [page for page in pages(data) if not page.preview]
        stripped, names = rewrite(data, kept_pages, open_block(data).order)
        kept = ["orientation"] if exif.orientation(data) != 1 else []
        kept += [f"colour profile {name}" for name in dict.fromkeys(names)]
        return Stripped(stripped, lossless=True, kept=tuple(kept))


def _previews(data: bytes, block: Block, parts: list[Part]) -> Iterator[Copy]:
    """Smaller pages and sub-images as files of their own."""
    try:
        small = [page for page in pages(data, whole=False) if page.preview]
    except Refused:
        small = []
    named = {part.directory.at: part for part in parts}
    subs = [part.directory for part in parts if part.group.startswith("SubImage")]
    small += [Page(one, one.integer(256), one.integer(257), preview=True) for one in subs]
    for page in small:
        part = named.get(page.directory.at)
        field = Field(("Exif", part.group if part else "Image2"))
        if page.width and page.height and (whole := _alone(data, page, block)):
            yield Copy(field, "preview", media_type(whole), whole)


def _alone(data: bytes, page: Page, block: Block) -> bytes:
    """The page as a TIFF of its own; its bytes one after the other when that cannot be."""
    try:
        return rewrite(data, [page], block.order)[0]
    except Broken:
        whole = b""
        for at, end in pictured(block, page.directory):
            if end <= len(data) and block.spend(end - at):
                whole += data[at:end]
        return whole


TIFF = Tiff()
