"""FlashPix: streams of properties, previews and sound in APP2.

Layout: Exif 2.1 (JEIDA-49-1998) section 4.7.2, "FPXR": a contents list, then data by stream.
"""

from __future__ import annotations

from collections.abc import Iterator

from ....core.photo import Copy, Tag
from ....core.places import Field
from ...carriers.wording import strings16, text_or_described
from ...sniff import described, media_type
from ...view import View

CONTENTS, DATA = 1, 2
STORAGE = 0xFFFFFFFF
"""Size that marks a storage (a folder); its class follows the name."""


def tags(bodies: list[bytes]) -> Iterator[Tag]:
    """Names, texts and sizes of the streams, and what is in no stream. Raises Broken."""
    for body in bodies:
        names, rest = _contents(body)
        for name in names:
            yield Tag(Field(("FlashPix", "stream")), name)
        if any(rest):
            yield Tag(Field(("FlashPix", "unread")), text_or_described(rest))
    for number, data in _streams(bodies).items():
        where = ("FlashPix", f"stream{number}")
        yield Tag(Field(where), described(data))
        if words := strings16(data):
            yield Tag(Field((*where, "text")), words)
    for body in bodies:
        if View(body).u8(6) not in (CONTENTS, DATA):
            yield Tag(Field(("FlashPix", "unread")), described(body))


def copies(bodies: list[bytes]) -> Iterator[Copy]:
    """The JPEG inside a stream: a "screen nail"."""
    for number, data in _streams(bodies).items():
        at = data.find(b"\xff\xd8\xff")
        if at >= 0:
            picture = data[at:]
            field = Field(("FlashPix", f"stream{number}"))
            yield Copy(field, "preview", media_type(picture), picture)


def _contents(body: bytes) -> tuple[list[str], bytes]:
    """The names in a contents list, control characters taken out, and the bytes behind it."""
    if body[6:7] != bytes((CONTENTS,)):
        return [], b""
    view, at, found = View(body), 9, []
    for _ in range(view.u16(7)):
        size, at = view.u32(at), at + 5
        raw = bytearray()
        while view.u16(at):
            raw += view.take(at, 2)
            at += 2
        at += 2 + (16 if size == STORAGE else 0)
        words = raw.decode("utf-16-le", "replace")
        found.append("".join(one for one in words if one.isprintable()))
    return found, view.sub(min(at, len(view))).whole()


def _streams(bodies: list[bytes]) -> dict[int, bytes]:
    """The contents of the streams, joined in the order of the file."""
    found: dict[int, list[bytes]] = {}
    for body in bodies:
        if body[6:7] == bytes((DATA,)):
            found.setdefault(View(body).u16(7), []).append(body[13:])
    return {number: b"".join(pieces) for number, pieces in found.items()}
