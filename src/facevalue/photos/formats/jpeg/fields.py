"""Every piece of metadata of a JPEG file, and every byte that is no part of the picture."""

from __future__ import annotations

from collections.abc import Iterator

from ....core.errors import Broken
from ....core.photo import Tag
from ....core.places import Field
from ... import limits
from ...carriers import exif, icc, jumbf, mpf, photoshop, trailer, xmp
from ...carriers.wording import text, text_or_described
from ...sniff import described
from .apps import App
from .blocks import MPF, Blocks, blocks
from .embedded import trailer_pieces
from .segments import DAC, DHT, DNL, DQT, DRI, EOI, SOFS, SOI, SOS, Part

TABLES = SOFS | {DAC, DHT, DNL, DQT, DRI, SOS}
"""Segments of the picture itself."""


def fields(untrusted: bytes) -> tuple[Tag, ...]:
    """All metadata fields; damaged ones are tags as well. Raises Broken when it is no JPEG."""
    found: list[Tag] = []
    for one in _every(blocks(untrusted)):
        if len(found) >= limits.ENTRIES:
            return (*found, Tag(Field(("Jpeg", "unread")), "more fields than are read"))
        found.append(one)
    return tuple(found)


def _every(carried: Blocks) -> Iterator[Tag]:
    for block in carried.exif:
        yield from exif.tags(block)
    for packet in carried.xmp:
        yield from xmp.tags(packet)
    for resources in carried.photoshop:
        yield from photoshop.tags(resources)
    if carried.profile is not None:
        yield from icc.tags(carried.profile)
    for boxes in carried.jumbf:
        yield from jumbf.tags(boxes)
    yield from _segments(carried)
    yield from _rest(carried)


def _segments(carried: Blocks) -> Iterator[Tag]:
    """What is peculiar to JPEG, and what could not be joined."""
    for index in carried.mpf:
        yield from mpf.tags(carried.untrusted[index.at + 4 + len(MPF) : index.end])
    for comment in carried.comments:
        yield Tag(Field(("Jpeg", "Comment")), _comment(comment))
    for app, bodies in carried.apps.items():
        yield from _app(app, bodies)
    for marker, body in carried.other:
        yield Tag(Field(("Jpeg", f"APP{marker & 15}")), text_or_described(body))
    for path, size in carried.broken:
        yield Tag(Field((*path, "unreadable")), f"(binary, {size} bytes)")


def _comment(untrusted: bytes) -> str:
    shown = text_or_described(untrusted)
    return text(untrusted) if shown.startswith("(binary") and len(untrusted) < 4096 else shown


def _app(app: App, bodies: list[bytes]) -> Iterator[Tag]:
    try:
        yield from app.tags(bodies)
    except Broken:
        for body in bodies:
            field = Field(("Jpeg", f"APP{app.marker & 15}", "unreadable"))
            yield Tag(field, described(body))


def _rest(carried: Blocks) -> Iterator[Tag]:
    """What stands between and behind the segments."""
    fill = 0
    for part in carried.rest:
        fill += part.end - part.at if part.kind == "fill" else 0
        if part.kind != "trailer" and (name := _odd(part)):
            value = text_or_described(carried.untrusted[part.at : part.end])
            yield Tag(Field(("Jpeg", name)), value)
    if fill:
        yield Tag(Field(("Jpeg", "Fill")), f"({fill} fill bytes)")
    for piece in trailer_pieces(carried):
        yield from trailer.tags(piece)


def _odd(part: Part) -> str:
    """What to call a part that is neither picture nor metadata; empty for all others."""
    if part.kind == "marker":
        return "" if part.marker == EOI or not part.at else _odd_marker(part.marker)
    if part.kind == "segment":
        return "" if part.marker in TABLES else f"0x{part.marker:02x}"
    return {"stray": "Stray", "cut": "Cut", "short": "Stray", "unread": "unread"}.get(part.kind, "")


def _odd_marker(marker: int) -> str:
    return "SecondStart" if marker == SOI else "Stray"
