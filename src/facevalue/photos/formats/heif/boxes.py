"""The boxes around the picture's own tables: brands, films, notes, what stands at the end."""

from __future__ import annotations

from collections.abc import Iterator

from ....core.errors import Broken
from ....core.photo import Tag
from ....core.places import Field
from ...carriers import film, jumbf, trailer, xmp
from ...carriers.bmff import Box, inside, shown, text
from ...carriers.film import readable
from ...sniff import described
from .gaps import film_at, gaps
from .model import Heif

C2PA_UUID = "d8fec3d61b0e483c92975828877ec481"
XMP_UUID = "be7acfcb97a942e89c71999491e3afac"
"""Extended types: C2PA 2.1 A.5.1 and Adobe's XMP specification part 3."""

BRANDS = frozenset(
    {"heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "mif2", "mif3"}
    | {"msf1", "miaf", "avif", "avis", "avio", "avci", "avcs", "jpeg", "jpgs", "j2ki", "tmap"}
    | {"MA1A", "MA1B", "MiHA", "MiHB", "MiHE", "MiPr", "MiAB", "MiAn", "MiBu", "MiCm"}
    | {"iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "isom", "mp41", "mp42"}
    | {"1pic", "geo1", "unif", "pred", "vvic", "evbi"}
)
META = frozenset({"hdlr", "pitm", "iinf", "iloc", "iprp", "iref", "idat", "dinf", "grpl"})
TOP = frozenset({"ftyp", "mdat"})
LINKS = frozenset({"dimg", "thmb", "auxl", "cdsc", "prem", "base", "exbl", "tbas"})


def tags(heif: Heif) -> Iterator[Tag]:
    """Everything in the file that is neither an item nor a property."""
    for reader in (_brands, _top, _meta, _damage, _links, _groups, _gaps):
        yield from reader(heif)


def tag(*path_and_value: str) -> Tag:
    """A tag under ``Heif``; the last of the words is its value."""
    return Tag(Field(("Heif", *path_and_value[:-1])), path_and_value[-1])


def content(box: Box) -> str:
    """A box's body in words: what it is and how large."""
    return described(box.body.whole())


def _brands(heif: Heif) -> Iterator[Tag]:
    """Brands that no standard names, and a minor version: room for eight bytes of anything."""
    box = heif.top.first("ftyp")
    raw = box.body.whole() if box else b""
    if any(raw[4:8]):
        yield tag("ftyp", "minorVersion", str(int.from_bytes(raw[4:8], "big")))
    for at in (0, *range(8, len(raw), 4)):
        brand = raw[at : at + 4].decode("latin-1")
        if brand not in BRANDS:
            yield tag("ftyp", "brand", shown(brand))


def _top(heif: Heif) -> Iterator[Tag]:
    """The boxes beside ``meta``, and what stands after the last one."""
    end = film_at(heif)
    seen_meta = False
    for box in heif.top.boxes:
        if box.at >= end:
            break
        if box.kind not in TOP and (seen_meta or box.kind != "meta"):
            yield from _box(box)
        seen_meta = seen_meta or box.kind == "meta"
    rest = heif.data.sub(min(end, heif.top.rest_at)).whole()
    if any(rest):
        yield from trailer.tags(rest) or (Tag(Field(("File", "Trailer")), described(rest)),)
    if end < len(heif.data):
        yield from film.tags(rest, ("Heif", "film"))


def _box(box: Box) -> Iterator[Tag]:
    """A box that is not needed to show the picture."""
    if box.kind == "moov":
        yield from film.of_level(inside(box), ("Heif", "moov"))
    elif box.kind == "mpvd":
        yield tag("mpvd", content(box))
        yield from film.tags(box.body.whole(), ("Heif", "mpvd"))
    elif box.kind == "sefd":
        yield tag("sefd", content(box))
        yield from trailer.tags(box.body.whole())
    elif box.kind == "uuid":
        yield from c2pa_or_other(box)
    elif box.kind not in ("free", "skip") or any(box.body.whole()):
        yield tag(shown(box.kind), content(box))


def c2pa_or_other(box: Box) -> Iterator[Tag]:
    """A box of an extended type: C2PA, XMP or unknown."""
    if box.uuid == C2PA_UUID:
        yield from jumbf.tags(c2pa(box))
    elif box.uuid == XMP_UUID:
        yield from xmp.tags(box.body.whole())
    else:
        yield tag("uuid", box.uuid, content(box))


def c2pa(box: Box) -> bytes:
    """The JUMBF bytes of a C2PA box: after version, purpose and, for manifests, an offset."""
    _, at = text(box.body, 4)
    skip = 0 if box.body.starts(at + 4, b"jumb") else 8
    return box.body.sub(min(at + skip, len(box.body))).whole()


def _meta(heif: Heif) -> Iterator[Tag]:
    """The boxes inside ``meta`` that are not its tables, the writer's name, outside files."""
    for box in heif.meta.boxes:
        if box.kind not in META:
            yield from _box(box)
    hdlr = heif.meta.first("hdlr")
    name = text(hdlr.body, 24)[0] if hdlr else ""
    if name:
        yield tag("hdlr", name)
    dinf = heif.meta.first("dinf")
    if dinf:
        for dref in inside(dinf).all("dref"):
            yield from _places(dref)


def _places(dref: Box) -> Iterator[Tag]:
    """Where other files of the picture are said to be; nothing is ever fetched."""
    try:
        entries = inside(dref, 8).boxes
    except Broken:
        yield tag("dref", "unreadable", content(dref))
        return
    for entry in entries:
        if any(entry.body.whole()[4:]):
            yield tag("dref", readable(entry.body.whole()[4:]))


def _damage(heif: Heif) -> Iterator[Tag]:
    for kind, count in heif.damage:
        yield tag(shown(kind), "unreadable", f"(binary, {count} bytes)")


def _links(heif: Heif) -> Iterator[Tag]:
    for kind in dict.fromkeys(link.kind for link in heif.links.all):
        if kind not in LINKS:
            yield tag("iref", shown(kind), "a reference of an unknown kind")


def _groups(heif: Heif) -> Iterator[Tag]:
    for box in heif.groups:
        yield tag("grpl", shown(box.kind), content(box))


def _gaps(heif: Heif) -> Iterator[Tag]:
    """Bytes in ``mdat`` and ``idat`` that belong to no item; a film's are a copy, not a tag."""
    if heif.top.first("moov"):
        return
    for kind, raw in gaps(heif):
        if any(raw):
            yield tag(kind, "unreferenced", described(raw))
