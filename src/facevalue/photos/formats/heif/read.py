"""From bytes to a ``Heif``: the boxes of ``meta``, each read on its own.

Box layouts: ISO/IEC 14496-12 (iloc, iinf, iref, pitm, idat) and 23008-12 (iprp, ipma).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from ....core.errors import Broken
from ... import limits
from ...carriers.bmff import Box, Level, full, inside, text, walk
from ...view import View
from .model import Extent, Heif, Item, Link, Links, Use, Where

Part = TypeVar("Part")

ROWS = 16 * limits.ENTRIES
"""Most references or runs of bytes in one table: a picture of tiles has at most 65,536."""

USES = 64
"""Most properties of one item; telephones write up to eight."""


@dataclass(slots=True)
class _Found:
    """What the boxes said so far; ``damage`` grows instead of an error being raised."""

    damage: list[tuple[str, int]] = field(default_factory=list)

    def tried(self, box: Box | None, work: Callable[[Box], Part], otherwise: Part) -> Part:
        if box is None:
            return otherwise
        try:
            return work(box)
        except Broken:
            self.damage.append((box.kind, box.end - box.at))
            return otherwise


def read(untrusted: bytes) -> Heif:
    """Everything the file's boxes say. Never raises: what is unreadable is in ``damage``."""
    data = View(untrusted)
    top = walk(data)
    box = top.first("meta")
    found = _Found()
    meta = found.tried(box, lambda whole: inside(whole, 4), Level((), View(b""), 0))
    if len(meta.rest):
        found.damage.append(("meta", len(meta.rest)))
    idat = meta.first("idat")
    iprp = found.tried(meta.first("iprp"), inside, Level((), View(b""), 0))
    ipco = found.tried(iprp.first("ipco"), inside, Level((), View(b""), 0))
    if len(ipco.rest):
        found.damage.append(("ipco", len(ipco.rest)))
    return Heif(
        data=data,
        top=top,
        meta=meta,
        primary=found.tried(meta.first("pitm"), _primary, 0),
        items=_items(found, meta, iprp),
        properties=ipco.boxes,
        links=_links(found.tried(meta.first("iref"), _references, ())),
        groups=found.tried(meta.first("grpl"), lambda whole: inside(whole).boxes, ()),
        idat=idat.body if idat else View(b""),
        damage=tuple(found.damage),
    )


def _items(found: _Found, meta: Level, iprp: Level) -> dict[int, Item]:
    """The items of ``iinf`` with their places and properties."""
    none: tuple[Item, ...] = ()
    listed = found.tried(meta.first("iinf"), lambda whole: _listed(whole, found), none)
    nowhere: dict[int, Where] = {}
    places = found.tried(meta.first("iloc"), _places, nowhere)
    unused: dict[int, tuple[Use, ...]] = {}
    uses: dict[int, tuple[Use, ...]] = {}
    for box in iprp.all("ipma"):
        uses = found.tried(box, _uses, unused) | uses
    items: dict[int, Item] = {}
    for item in listed:
        if item.id in items:
            found.damage.append(("infe", 0))
        where = places.get(item.id, Where())
        items[item.id] = replace(item, where=where, uses=uses.get(item.id, ()))
    return items


def _primary(box: Box) -> int:
    version, _, body = full(box)
    return body.u32(0) if version else body.u16(0)


def _listed(box: Box, found: _Found) -> tuple[Item, ...]:
    version, _, _ = full(box)
    level = inside(box, 8 if version else 6)
    if len(level.rest):
        found.damage.append(("iinf", len(level.rest)))
    items = [found.tried(entry, _entry, None) for entry in level.all("infe")]
    return tuple(item for item in items if item is not None)


def _entry(box: Box) -> Item:
    version, _, body = full(box)
    if version < 2:
        name, at = text(body, 4)
        content_type, _ = text(body, at)
        return Item(body.u16(0), "mime", name, content_type, protection=body.u16(2))
    wide = 4 if version > 2 else 2
    number = body.u32(0) if wide == 4 else body.u16(0)
    kind = body.take(wide + 2, 4).decode("latin-1")
    name, at = text(body, wide + 6)
    item = Item(number, kind, name, protection=body.u16(wide))
    if kind == "mime":
        content_type, at = text(body, at)
        return replace(item, content_type=content_type, encoding=text(body, at)[0])
    return replace(item, uri=text(body, at)[0]) if kind == "uri " else item


def _references(box: Box) -> tuple[Link, ...]:
    version, _, _ = full(box)
    wide = 4 if version else 2
    level = inside(box, 4)
    if len(level.rest):
        raise Broken("the references between the parts are cut off")
    if sum(len(one.body) for one in level.boxes) > ROWS * wide:
        raise Broken("the parts refer to each other more often than in any picture")
    return tuple(_reference(one, wide) for one in level.boxes)


def _reference(box: Box, wide: int) -> Link:
    ids = box.body.sub(wide + 2, box.body.u16(wide) * wide)
    each = ids.u32 if wide == 4 else ids.u16
    source = box.body.u32(0) if wide == 4 else box.body.u16(0)
    return Link(box.kind, source, tuple(each(at) for at in range(0, len(ids), wide)))


def _links(links: tuple[Link, ...]) -> Links:
    outgoing: dict[tuple[str, int], list[int]] = {}
    incoming: dict[tuple[str, int], list[int]] = {}
    for link in links:
        outgoing.setdefault((link.kind, link.source), []).extend(link.targets)
        for target in dict.fromkeys(link.targets):
            incoming.setdefault((link.kind, target), []).append(link.source)
    return Links(links, _frozen(outgoing), _frozen(incoming))


def _frozen(links: dict[tuple[str, int], list[int]]) -> dict[tuple[str, int], tuple[int, ...]]:
    return {key: tuple(ids) for key, ids in links.items()}


def _uses(box: Box) -> dict[int, tuple[Use, ...]]:
    version, flags, body = full(box)
    wide, long = (4 if version else 2), (2 if flags & 1 else 1)
    uses: dict[int, tuple[Use, ...]] = {}
    at = 4
    for _ in range(min(body.u32(0), limits.ENTRIES)):
        number = body.u32(at) if wide == 4 else body.u16(at)
        if body.u8(at + wide) > USES:
            raise Broken("a part has more properties than any part of a picture")
        some = body.sub(at + wide + 1, body.u8(at + wide) * long)
        uses[number] = tuple(_use(some, place, long) for place in range(0, len(some), long))
        at += wide + 1 + len(some)
    return uses


def _use(body: View, at: int, long: int) -> Use:
    if long == 2:
        return Use(body.u16(at) & 0x7FFF, bool(body.u16(at) >> 15))
    return Use(body.u8(at) & 0x7F, bool(body.u8(at) >> 7))


def _places(box: Box) -> dict[int, Where]:
    version, _, body = full(box)
    sizes = [body.u8(0) >> 4, body.u8(0) & 15, body.u8(1) >> 4, body.u8(1) & 15]
    if version == 0:
        sizes[3] = 0
    if version > 2 or any(size not in (0, 4, 8) for size in sizes):
        raise Broken("the table of the parts' places is of an unknown kind")
    reader = _Reader(body, 2)
    places: dict[int, Where] = {}
    if len(body) > ROWS * 8:
        raise Broken("the table of the parts' places is longer than any picture needs")
    for _ in range(min(reader.number(4 if version > 1 else 2), limits.ENTRIES)):
        number = reader.number(4 if version > 1 else 2)
        method = reader.number(2) & 15 if version else 0
        source = reader.number(2)
        places[number] = Where(method, source, _extents(reader, sizes))
    return places


def _extents(reader: _Reader, sizes: list[int]) -> tuple[Extent, ...]:
    """The runs of one item; a run takes bytes in the table, or there is only one."""
    offset, length, base, index = sizes
    start = reader.number(base)
    count = reader.number(2)
    if count > 1 and not offset + length + index:
        raise Broken("the table of the parts' places repeats runs without a place")
    runs: list[Extent] = []
    for _ in range(count):
        reader.number(index)
        begin = start + reader.number(offset)
        runs.append(Extent(begin, reader.number(length)))
    return tuple(runs)


@dataclass(slots=True)
class _Reader:
    """Numbers one after the other."""

    view: View
    at: int = 0

    def number(self, count: int) -> int:
        self.at += count
        return int.from_bytes(self.view.take(self.at - count, count), "big") if count else 0
