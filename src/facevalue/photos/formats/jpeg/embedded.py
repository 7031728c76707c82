"""Every second picture inside a JPEG file, and anything after its end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from ....core.errors import Broken
from ....core.photo import Copy
from ....core.places import Field
from ...carriers import exif, jumbf, mpf, photoshop, trailer, xmp
from ...sniff import media_type
from .apps import App
from .blocks import MPF, Blocks, blocks


def embedded(untrusted: bytes) -> tuple[Copy, ...]:
    """All copies, the same bytes only once. Raises Broken when it is no JPEG."""
    found: dict[bytes, Copy] = {}
    for copy in _every(blocks(untrusted)):
        if copy.data:
            found.setdefault(copy.data, copy)
    return tuple(found.values())


def _every(carried: Blocks) -> Iterator[Copy]:
    for block in carried.exif:
        yield from exif.copies(block)
    for packet in carried.xmp:
        yield from xmp.copies(packet)
    for resources in carried.photoshop:
        yield from photoshop.copies(resources)
    for boxes in carried.jumbf:
        yield from jumbf.copies(boxes)
    for app, bodies in carried.apps.items():
        yield from _app(app, bodies)
    yield from _hidden(carried.other)
    for index in carried.mpf[:1]:  # as programs do; each could list the same bytes again
        yield from mpf.copies(carried.untrusted, index.at + 4 + len(MPF))
    for piece in trailer_pieces(carried):
        yield from trailer.copies(piece)


def trailer_pieces(carried: Blocks) -> list[bytes]:
    """What stands after the end of the picture, without the pictures that MPF lists there."""
    end = next((part for part in carried.rest if part.kind == "trailer"), None)
    if end is None:
        return []
    pieces, at = [], end.at
    for start, stop in sorted(_listed(carried)):
        if start >= at:
            pieces.append(carried.untrusted[at:start])
            at = stop
    pieces.append(carried.untrusted[at:])
    return [piece for piece in pieces if piece]


def _listed(carried: Blocks) -> Iterator[tuple[int, int]]:
    for index in carried.mpf[:1]:
        for start, stop, _ in mpf.places(carried.untrusted, index.at + 4 + len(MPF)):
            yield start, stop


def _app(app: App, bodies: list[bytes]) -> Iterator[Copy]:
    """What there is until the damage, which ``fields`` reports."""
    with suppress(Broken):
        yield from app.copies(bodies)


def _hidden(other: list[tuple[int, bytes]]) -> Iterator[Copy]:
    """A JPEG in segments that have no reader: makers spread previews over several."""
    joined: dict[int, list[bytes]] = {}
    for marker, body in other:
        joined.setdefault(marker, []).append(body)
    for marker, bodies in joined.items():
        whole = b"".join(bodies)
        at = whole.find(b"\xff\xd8\xff")
        if at >= 0:
            field = Field(("Jpeg", f"APP{marker & 15}"))
            yield Copy(field, "preview", media_type(whole[at:]), whole[at:])
