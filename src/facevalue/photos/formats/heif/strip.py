"""The lossless way out of HEIF: a new file with the one picture and nothing else.

Only what is understood completely is written again; everything else is Broken, and the
caller may encode the pixels anew. What the coded slices themselves hide (bytes inside a
slice that no decoder reads) is not looked for.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ....core.errors import Broken
from ....core.photo import Stripped
from ...carriers.bmff import Box
from . import bitstream
from .model import Heif, Item, Use
from .picture import DERIVED, parts, refuse_unknown
from .properties import KNOWN, REFUSED, clean
from .read import read
from .sequence import frames
from .write import Part, written

REFERENCES = ("dimg", "auxl", "prem")
"""References that are written again: tiles, transparency, premultiplied colours."""


def strip(untrusted: bytes) -> Stripped:
    """The picture without metadata, its coded pixels untouched. Raises Broken."""
    heif = read(untrusted)
    if heif.damage:
        broken = ", ".join(sorted({kind for kind, _ in heif.damage}))
        raise Broken(f"the file's own table of contents is damaged ({broken})")
    if frames(heif) > 1:
        raise Broken("the file is a moving picture, and only a still one can be written again")
    data, kept = standalone(heif, heif.primary)
    return Stripped(data, lossless=True, kept=kept)


def standalone(heif: Heif, root: int) -> tuple[bytes, tuple[str, ...]]:
    """A file of its own with the picture ``root``, and what was kept. Raises Broken."""
    items = refuse_unknown(heif, parts(heif, root))
    if sum(run.length for item in items for run in item.where.extents) > len(heif.data):
        raise Broken("the parts of the picture overlap: together they exceed the file")
    cleaner = _Cleaner(heif, root)
    made = [Part(item.kind, cleaner.data(item), cleaner.properties(item)) for item in items]
    fresh = {item.id: at for at, item in enumerate(items, 1)}
    return written(made, _references(heif, fresh)), tuple(word for word in cleaner.kept if word)


@dataclass(slots=True)
class _Cleaner:
    """Items without what decoding does not need; a shared property is cleaned once.

    ``kept`` collects, in order and once each, the words for what had to stay.
    """

    heif: Heif
    root: int
    kept: dict[str, None] = field(default_factory=dict)
    _props: dict[int, bytes] = field(default_factory=dict)
    _lengths: dict[int, int] = field(default_factory=dict)

    def properties(self, item: Item) -> tuple[tuple[bytes, bool], ...]:
        """The item's properties, new, with their essential flag. Raises Broken."""
        if any(not 0 <= use.index <= len(self.heif.properties) for use in item.uses):
            raise Broken("the picture uses a property that the file does not have")
        used = [pair for pair in self.heif.properties_of(item) if self._means(item, pair[1])]
        made = ((self._property(use, prop), use.essential) for use, prop in used)
        return tuple((body, essential) for body, essential in made if body)

    def _means(self, item: Item, prop: Box) -> bool:
        """Whether a property still means something: a file's own picture assists no other."""
        return item.id != self.root or prop.kind != "auxC"

    def data(self, item: Item) -> bytes:
        """The item's bytes. Raises Broken."""
        raw = self.heif.payload(item)
        if item.kind in DERIVED:
            return _derived(self.heif, item, raw)
        data = self._hevc(item, raw) if item.kind == "hvc1" else bitstream.av1(raw).data
        if not data:
            raise Broken("a part of the picture has no coded pixels")
        if len(data) != len(raw) and self.heif.property_of(item, "a1lx"):
            raise Broken("the picture has layers of a stated size with notes between them")
        return data

    def _property(self, use: Use, prop: Box) -> bytes:
        if use.index not in self._props:
            self._props[use.index], word = clean(prop) if prop.kind in KNOWN else (b"", "")
            self.kept[word] = None
        if prop.kind not in KNOWN and (use.essential or prop.kind in REFUSED):
            raise Broken(f"the picture needs a property that is not understood ({prop.kind!r})")
        return self._props[use.index]

    def _hevc(self, item: Item, raw: bytes) -> bytes:
        config = self.heif.property_of(item, "hvcC")
        if config is None:
            raise Broken("a part of the picture does not say how it is coded")
        if config.at not in self._lengths:
            self._lengths[config.at] = bitstream.hevc_config(config.body.whole())[1]
        return bitstream.hevc(raw, self._lengths[config.at]).data


def _derived(heif: Heif, item: Item, raw: bytes) -> bytes:
    """The few numbers of a derived picture: their length must be exactly as the standard says.

    ISO/IEC 23008-12 6.6.2: ``grid`` has rows, columns and a size; ``iovl`` a colour, a size
    and two offsets per picture; ``iden`` nothing.
    """
    inputs = len(heif.links.outgoing.get(("dimg", item.id), ()))
    wide = 4 if len(raw) > 1 and raw[1] & 1 else 2
    size = {"grid": 4 + 2 * wide, "iovl": 10 + 2 * wide + 2 * wide * inputs, "iden": 0}[item.kind]
    if not inputs or len(raw) < size or (raw and raw[0]):
        raise Broken("a picture made of others does not say completely how")
    if item.kind == "grid" and (raw[2] + 1) * (raw[3] + 1) != inputs:
        raise Broken("the picture says another number of tiles than it has")
    return raw[:1] + bytes([raw[1] & 1]) + raw[2:size] if size else b""


def _references(heif: Heif, fresh: dict[int, int]) -> list[tuple[str, int, list[int]]]:
    """The references among the chosen items, with their new numbers."""
    made = []
    for old, new in fresh.items():
        for kind in REFERENCES:
            targets = heif.links.outgoing.get((kind, old), ())
            known = [fresh[target] for target in targets if target in fresh]
            if known:
                made.append((kind, new, known))
    return made
