"""HEIC and AVIF as formats: the same boxes, another way of coding pixels inside them."""

from __future__ import annotations

from dataclasses import dataclass

from ....core.errors import Broken
from ....core.photo import Copy, Header, Stripped, Tag
from ....core.places import Size
from ...carriers.bmff import Box, full
from . import sequence
from .embedded import embedded
from .fields import fields
from .model import Heif
from .read import read
from .strip import strip

HEVC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"})
AV1_BRANDS = frozenset({b"avif", b"avis"})
PLAIN_BRANDS = frozenset({b"mif1", b"mif2", b"msf1", b"miaf"})
"""Brands of HEIF that do not say how the pixels are coded."""


@dataclass(frozen=True, slots=True)
class HeifFormat:
    """A format of HEIF boxes; ``brands`` are those of its own coding.

    ``plain`` says whether files that only call themselves HEIF are taken as this format.
    """

    name: str
    media_type: str
    suffixes: tuple[str, ...]
    carries: str
    brands: frozenset[bytes]
    plain: bool

    def mine(self, start: bytes) -> bool:
        """By the major brand; when that is plain, by the first compatible brand that is not."""
        if start[4:8] != b"ftyp":
            return False
        end = min(int.from_bytes(start[:4], "big"), len(start))
        brands = [start[8:12], *(start[at : at + 4] for at in range(16, end - 3, 4))]
        telling = next((one for one in brands if one in HEVC_BRANDS | AV1_BRANDS), None)
        if brands[0] not in HEVC_BRANDS | AV1_BRANDS | PLAIN_BRANDS:
            return False
        return telling in self.brands if telling else self.plain

    def header(self, data: bytes) -> Header:
        """Upright size and number of pictures.

        Turning (``irot``) and mirroring (``imir``) are part of the picture here and every
        decoder applies them, so the size is the upright one and the orientation is 1,
        whatever an Exif block says. Raises Broken.
        """
        heif = read(data)
        size = _size(heif) or sequence.size(heif)
        if size is None or not size.pixels:
            raise Broken(
                f"the file begins like {self.name.upper()} but does not say how large its "
                "picture is; it is damaged or cut off"
            )
        return Header(size, frames=sequence.frames(heif))

    def fields(self, data: bytes) -> tuple[Tag, ...]:
        """Every metadata field of the file."""
        return fields(data)

    def embedded(self, data: bytes) -> tuple[Copy, ...]:
        """Every second picture inside the file, and anything after its end."""
        return embedded(data)

    def strip(self, data: bytes) -> Stripped:
        """A new file with the same coded pixels and nothing else. Raises Broken."""
        return strip(data)


def _size(heif: Heif) -> Size | None:
    """The primary item's size after its crop and its turns, in the order they are used."""
    item = heif.items.get(heif.primary)
    size: Size | None = None
    for _, prop in heif.properties_of(item) if item else ():
        if prop.kind == "ispe":
            body = full(prop)[2]
            size = Size(body.u32(0), body.u32(4))
        elif size is not None:
            size = _changed(size, prop)
    return size


def _changed(size: Size, prop: Box) -> Size:
    if prop.kind == "irot" and prop.body.u8(0) & 1:
        return Size(size.height, size.width)
    if prop.kind == "clap":
        wide, high = _ratio(prop, 0), _ratio(prop, 8)
        return Size(min(wide, size.width), min(high, size.height))
    return size


def _ratio(prop: Box, at: int) -> int:
    """A fraction of two 32-bit numbers, rounded to whole pixels."""
    above, below = prop.body.u32(at), prop.body.u32(at + 4)
    if not below:
        raise Broken("the picture's crop divides by zero")
    return (above + below // 2) // below


HEIC = HeifFormat(
    name="heic",
    media_type="image/heic",
    suffixes=(".heic", ".heif", ".hif"),
    carries=(
        "A HEIC file may carry Exif and XMP with place, time and device, a thumbnail, depth and "
        "gain maps, portrait mattes, a film with sound, colour profiles and content credentials."
    ),
    brands=HEVC_BRANDS,
    plain=True,
)
AVIF = HeifFormat(
    name="avif",
    media_type="image/avif",
    suffixes=(".avif",),
    carries=(
        "An AVIF file may carry Exif and XMP with place, time and device, a thumbnail, a gain "
        "map, colour profiles, content credentials and the name of the program that wrote it."
    ),
    brands=AV1_BRANDS,
    plain=False,
)
