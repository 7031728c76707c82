"""Every piece of metadata of a HEIF file: whatever is not needed to show its one picture."""

from __future__ import annotations

from collections.abc import Iterator

from ....core.errors import Broken
from ....core.photo import Tag
from ... import limits
from ...carriers import exif, icc, xmp
from ...carriers.bmff import Box, full, shown, text
from ...carriers.film import moment, readable
from ...sniff import described
from . import bitstream, boxes
from .boxes import c2pa_or_other, content, tag
from .model import Heif, Item
from .picture import CODED, DERIVED, parts
from .properties import KNOWN
from .read import read


def fields(untrusted: bytes) -> tuple[Tag, ...]:
    """All metadata fields. Never raises for damaged metadata."""
    heif = read(untrusted)
    found: list[Tag] = []
    for reader in (boxes.tags, _items, _properties, _pixels):
        for one in reader(heif):
            if len(found) >= limits.ENTRIES:
                return (*found, tag("unread", "more fields than are read"))
            found.append(one)
    return tuple(found)


def _items(heif: Heif) -> Iterator[Tag]:
    """Names and types of items, and what the items hold that are no pictures."""
    seen: set[tuple[str, str]] = set()
    budget = len(heif.data)
    for item in heif.items.values():
        for what, words in (("itemName", item.name), ("itemUri", item.uri)):
            if words and (what, words) not in seen:
                seen.add((what, words))
                yield tag(what, words)
        if item.kind in CODED or item.kind in DERIVED:
            continue
        budget -= sum(run.length for run in item.where.extents)
        if budget < 0:
            yield tag(shown(item.kind), "unread", "parts overlap and exceed the file")
            return
        yield from _item(heif, item)


def _item(heif: Heif, item: Item) -> Iterator[Tag]:
    try:
        raw = heif.payload(item)
    except Broken:
        yield tag(shown(item.kind), "unreadable", item.content_type or "outside the file")
        return
    if item.kind == "Exif":
        yield from exif.tags(tiff(raw))
    elif item.content_type == "application/rdf+xml" and not item.encoding:
        yield from xmp.tags(raw)
    elif item.kind == "mime" and item.content_type.startswith("text/"):
        yield tag("mime", item.content_type, readable(raw))
    else:
        label = item.content_type or item.encoding
        yield tag(*filter(None, (shown(item.kind), label)), described(raw))


def tiff(raw: bytes) -> bytes:
    """The TIFF block of an Exif item: four bytes say how far behind them it begins."""
    skip = 4 + int.from_bytes(raw[:4], "big")
    return raw[skip:] if skip < len(raw) else raw[4:]


def _properties(heif: Heif) -> Iterator[Tag]:
    seen: set[tuple[str, bytes]] = set()
    for box in heif.properties:
        same = (box.kind, box.body.whole())
        if same in seen:
            continue
        seen.add(same)
        try:
            yield from _property(box)
        except Broken:
            yield tag(shown(box.kind), "unreadable", content(box))


def _property(box: Box) -> Iterator[Tag]:
    """A property's own information; numbers that only decode the picture are none."""
    if box.kind == "colr":
        if box.body.take(0, 4) in (b"prof", b"rICC"):
            yield from icc.tags(box.body.sub(4).whole())
        elif box.body.take(0, 4) != b"nclx":
            yield tag("colr", content(box))
    elif box.kind in ("udes", "altt"):
        yield from _described(box)
    elif box.kind in ("crtt", "mdft"):
        yield tag(box.kind, moment(full(box)[2].u64(0) // 1_000_000))
    elif box.kind == "hvcC":
        yield from _notes(bitstream.hevc_config(box.body.whole())[0])
    elif box.kind == "av1C":
        yield from _notes(bitstream.av1_config(box.body.whole()))
    elif box.kind == "uuid":
        yield from c2pa_or_other(box)
    elif box.kind not in KNOWN and (box.kind not in ("free", "skip") or any(box.body.whole())):
        yield tag(shown(box.kind), content(box))


def _described(box: Box) -> Iterator[Tag]:
    """User descriptions (language, name, description, tags) and alternative texts."""
    names = ("lang", "name", "description", "tags") if box.kind == "udes" else ("text", "lang")
    at = 4
    for name in names:
        words, at = text(box.body, at)
        if words:
            yield tag(box.kind, name, words)


def _pixels(heif: Heif) -> Iterator[Tag]:
    """Notes that the encoder put between the coded slices of the picture."""
    seen: set[bytes] = set()
    budget = 2 * len(heif.data)
    for number in parts(heif, heif.primary):
        item = heif.items.get(number)
        config = heif.property_of(item, CODED.get(item.kind, "")) if item else None
        if item is None or config is None:
            continue
        budget -= len(config.body) + sum(run.length for run in item.where.extents)
        if budget < 0:
            yield tag(item.kind, "unread", "parts overlap and exceed the file")
            return
        try:
            notes = _coded(heif, item, config).notes
        except Broken:
            yield tag(item.kind, "unreadable", "the coded picture cannot be taken apart")
            continue
        fresh = tuple(note for note in notes if note.data not in seen)
        seen.update(note.data for note in fresh)
        yield from _notes(bitstream.Clean(b"", fresh))


def _coded(heif: Heif, item: Item, config: Box) -> bitstream.Clean:
    raw = heif.payload(item)
    if item.kind == "av01":
        return bitstream.av1(raw)
    return bitstream.hevc(raw, bitstream.hevc_config(config.body.whole())[1])


def _notes(clean: bitstream.Clean) -> Iterator[Tag]:
    for note in clean.notes:
        if note.data:
            yield tag("bitstream", note.name, readable(note.data.strip(b"\x80")))
