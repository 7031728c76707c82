"""JFIF and its extension: density, and the thumbnails that may stand in either.

Layout: JPEG File Interchange Format 1.02.
"""

from __future__ import annotations

from collections.abc import Iterator

from ....core.photo import Copy, Tag
from ....core.places import Field
from ...carriers.wording import text_or_described
from ...sniff import described, media_type
from ...view import View

HEAD = 14
UNITS = ("none", "inch", "cm")
FORMATS = {0x10: "JPEG", 0x11: "palette", 0x13: "RGB"}
"""How a thumbnail of the extension is coded."""


def tags(bodies: list[bytes]) -> Iterator[Tag]:
    """Version and density; also what stands behind the thumbnail. Raises Broken."""
    for body in bodies:
        view = View(body)
        unit = view.u8(7)
        yield _tag("Version", f"{view.u8(5)}.{view.u8(6):02d}")
        yield _tag("ResolutionUnit", UNITS[unit] if unit < len(UNITS) else str(unit))
        yield _tag("XDensity", str(view.u16(8)))
        yield _tag("YDensity", str(view.u16(10)))
        end = HEAD + 3 * view.u8(12) * view.u8(13)
        if end > HEAD:
            yield _tag("Thumbnail", f"({view.u8(12)} x {view.u8(13)} pixels)")
        if body[end:]:
            yield _tag("unread", text_or_described(body[end:]))


def copies(bodies: list[bytes]) -> Iterator[Copy]:
    """The uncompressed RGB thumbnail of the header."""
    for body in bodies:
        if len(body) > HEAD and body[12] and body[13]:
            yield Copy(Field(("Jfif", "Thumbnail")), "thumbnail", "", body[HEAD:])


def extension_tags(bodies: list[bytes]) -> Iterator[Tag]:
    """That there is an extension, and how it is coded."""
    for body in bodies:
        code = View(body).u8(5)
        yield _tag("Extension", f"{FORMATS.get(code, f'0x{code:02x}')} {described(body[6:])}")


def extension_copies(bodies: list[bytes]) -> Iterator[Copy]:
    """The thumbnail of the extension."""
    for body in bodies:
        if body[6:]:
            field = Field(("Jfif", "Extension"))
            yield Copy(field, "thumbnail", media_type(body[6:]), body[6:])


def _tag(name: str, value: str) -> Tag:
    return Tag(Field(("Jfif", name)), value)
