"""Every second picture of a HEIF file: thumbnails, gain and depth maps, mattes, films."""

from __future__ import annotations

from collections.abc import Iterator

from ....core.errors import Broken
from ....core.photo import Copy
from ....core.places import Field
from ...carriers import exif, jumbf, trailer, xmp
from ...carriers.bmff import Box, shown
from ...sniff import media_type
from .boxes import C2PA_UUID, XMP_UUID, c2pa
from .fields import tiff
from .gaps import film_at, gaps
from .model import Heif, Item
from .picture import CODED, DERIVED, auxiliary, parts
from .read import read
from .strip import standalone

PICTURES = frozenset({*CODED, *DERIVED, "jpeg", "avc1", "hev1", "lhv1", "j2k1", "vvc1"}) | {
    "evc1",
    "mski",
    "unci",
}
"""Item types that are pictures (ISO/IEC 23008-12, 23001-17 and the list at mp4ra.org)."""

STANDALONE = 32
"""Most copies that are made files of their own; telephones write up to a dozen."""

GAIN_MAPS = ("hdrgainmap", "gainmap")
DEPTH_MAPS = ("depth", "disparity", "hevc:2015:auxid:2", "avc:2015:auxid:2")
"""Words in the URNs of auxiliary pictures, as Apple, Google and the standard write them."""


def embedded(untrusted: bytes) -> tuple[Copy, ...]:
    """Every second picture, film or map in the file. Never raises for damaged ones."""
    heif = read(untrusted)
    readers = (_pictures, _items, _boxes, _unreferenced, _behind)
    return tuple(copy for reader in readers for copy in reader(heif))


def _pictures(heif: Heif) -> Iterator[Copy]:
    """The picture items that are no part of the primary one, each once with its tiles.

    What could be written as a file of its own is given as one (so that it can be looked
    at); the others as their bytes, while those together do not exceed the file.
    """
    covered = set(parts(heif, heif.primary))
    budget = 2 * len(heif.data)
    pictures = [item for item in heif.items.values() if item.kind in PICTURES]
    tiles = _tiles(heif, covered)
    first = [item for item in pictures if item.id not in tiles]
    tries = STANDALONE
    for item in first + pictures:  # what only cycles reach comes last
        if item.id in covered:
            continue
        tries -= 1
        mine = parts(heif, item.id) if tries >= 0 else (item.id,)
        covered.update(mine)
        data = _alone(heif, item, budget) if tries >= 0 else b""
        data = data or _joined(heif, mine, budget)
        budget -= len(data)
        kind = media_type(data) or ("image/hevc" if item.kind == "hvc1" and data else "")
        yield Copy(_field(heif, item), _role(heif, item), kind, data)


def _tiles(heif: Heif, own: set[int]) -> set[int]:
    """Items that are tiles of pictures other than the primary one."""
    made = {item.id for item in heif.items.values() if item.kind in DERIVED} - own
    links = (link for link in heif.links.all if link.kind == "dimg" and link.source in made)
    return {target for link in links for target in link.targets}


def _alone(heif: Heif, item: Item, budget: int) -> bytes:
    """The picture as a HEIC or AVIF file, or no bytes when that cannot be written."""
    try:
        return standalone(heif, item.id)[0] if budget > 0 else b""
    except Broken:
        return b""


def _joined(heif: Heif, numbers: tuple[int, ...], budget: int) -> bytes:
    """The bytes of some items, one after the other; what cannot be read is left out."""
    found: list[bytes] = []
    for number in numbers:
        item = heif.items.get(number)
        if item is None or item.kind in DERIVED:
            continue
        budget -= sum(run.length for run in item.where.extents)
        if budget < 0:
            break
        try:
            found.append(heif.payload(item))
        except Broken:
            continue
    return b"".join(found)


def _field(heif: Heif, item: Item) -> Field:
    if ("thmb", item.id) in heif.links.outgoing:
        return Field(("Heif", "thmb"))
    if ("auxl", item.id) in heif.links.outgoing:
        return Field(("Heif", "auxl", auxiliary(heif, item.id) or "unnamed"))
    return Field(("Heif", "tmap" if _mapped(heif, item) else shown(item.kind)))


def _role(heif: Heif, item: Item) -> str:
    if ("thmb", item.id) in heif.links.outgoing:
        return "thumbnail"
    urn = auxiliary(heif, item.id).lower()
    if _mapped(heif, item) or any(word in urn for word in GAIN_MAPS):
        return "gain map"
    return "depth map" if any(word in urn for word in DEPTH_MAPS) else "alternate picture"


def _mapped(heif: Heif, item: Item) -> bool:
    """Whether the item is what a tone map adds to the primary picture."""
    sources = heif.links.incoming.get(("dimg", item.id), ())
    return any(heif.items[one].kind == "tmap" for one in sources if one in heif.items)


def _items(heif: Heif) -> Iterator[Copy]:
    """Pictures inside Exif and XMP, and items that are whole files themselves."""
    budget = len(heif.data)
    for item in heif.items.values():
        if item.kind in PICTURES:
            continue
        budget -= sum(run.length for run in item.where.extents)
        if budget < 0:
            return
        try:
            raw = heif.payload(item)
        except Broken:
            continue
        yield from _inside(item, raw)


def _inside(item: Item, raw: bytes) -> Iterator[Copy]:
    if item.kind == "Exif":
        yield from exif.copies(tiff(raw))
    elif item.content_type == "application/rdf+xml" and not item.encoding:
        yield from xmp.copies(raw)
    elif media_type(raw) or item.content_type.startswith(("image/", "video/")):
        yield _whole(("Heif", shown(item.kind)), raw, "alternate picture")


def _whole(path: tuple[str, ...], raw: bytes, role: str) -> Copy:
    kind = media_type(raw)
    return Copy(Field(path), "motion video" if kind.startswith("video/") else role, kind, raw)


def _boxes(heif: Heif) -> Iterator[Copy]:
    """Pictures inside boxes that are not the picture's own tables."""
    end = film_at(heif)
    beside = [box for box in heif.top.boxes if box.at < end and box.kind not in ("meta", "mdat")]
    for box in (*beside, *heif.meta.boxes, *heif.properties):
        yield from _box(box)


def _box(box: Box) -> Iterator[Copy]:
    if box.uuid == C2PA_UUID:
        yield from jumbf.copies(c2pa(box))
    elif box.uuid == XMP_UUID:
        yield from xmp.copies(box.body.whole())
    elif box.kind == "mpvd":
        yield Copy(Field(("Heif", "mpvd")), "motion video", "video/mp4", box.body.whole())
    elif box.kind == "sefd":
        yield from trailer.copies(box.body.whole())
    elif media_type(box.body.take(0, min(16, len(box.body)))):
        yield _whole(("Heif", shown(box.kind)), box.body.whole(), "alternate picture")


def _unreferenced(heif: Heif) -> Iterator[Copy]:
    """The bytes of a film in the same file; else whole files hidden between the items."""
    runs = [raw for kind, raw in gaps(heif) if any(raw)]
    if heif.top.first("moov"):
        yield Copy(Field(("Heif", "moov")), "motion video", "", b"".join(runs))
        return
    for raw in runs:
        if media_type(raw):
            yield _whole(("Heif", "mdat"), raw, "alternate picture")


def _behind(heif: Heif) -> Iterator[Copy]:
    """What stands after the file's own last box."""
    rest = heif.data.sub(min(film_at(heif), heif.top.rest_at)).whole()
    if any(rest):
        yield from trailer.copies(rest) or (_whole(("File", "Trailer"), rest, "trailer"),)
