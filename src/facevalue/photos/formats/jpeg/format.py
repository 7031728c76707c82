"""JPEG as a format: what telephones and cameras write."""

from __future__ import annotations

from dataclasses import dataclass

from ....core.photo import Copy, Header, Stripped, Tag
from .embedded import embedded
from .fields import fields
from .frame import header
from .strip import strip


@dataclass(frozen=True, slots=True)
class Jpeg:
    """JPEG of every coding but the hierarchical one; its strip is lossless."""

    name: str = "jpeg"
    media_type: str = "image/jpeg"
    suffixes: tuple[str, ...] = (".jpg", ".jpeg", ".jpe", ".jfif", ".mpo")
    carries: str = (
        "A JPEG file may carry Exif, XMP, IPTC and comments with place, time, device and "
        "names, thumbnails, further pictures, gain and depth maps, a short film, colour "
        "profiles, content credentials, and anything at all behind its end."
    )

    def mine(self, start: bytes) -> bool:
        """By the start marker and the first byte of the next one."""
        return start.startswith(b"\xff\xd8\xff")

    def header(self, data: bytes) -> Header:
        """Upright size and orientation, without decoding. Raises Broken."""
        return header(data)

    def fields(self, data: bytes) -> tuple[Tag, ...]:
        """Every metadata field of the file. Raises Broken when it is no JPEG."""
        return fields(data)

    def embedded(self, data: bytes) -> tuple[Copy, ...]:
        """Every second picture inside the file, and anything after its end."""
        return embedded(data)

    def strip(self, data: bytes) -> Stripped:
        """The same coded pixels and nothing else. Raises Broken."""
        return strip(data)


JPEG = Jpeg()
