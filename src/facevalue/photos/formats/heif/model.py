"""What a HEIF file says about itself, as plain data: items, properties, references."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ....core.errors import Broken
from ...carriers.bmff import Box, Level
from ...view import View

IN_FILE, IN_IDAT = 0, 1
"""Construction methods of ``iloc`` that are followed; 2 (inside another item) is refused."""

ALPHA_URNS = frozenset(
    {
        "urn:mpeg:mpegB:cicp:systems:auxiliary:alpha",
        "urn:mpeg:hevc:2015:auxid:1",
        "urn:mpeg:avc:2015:auxid:1",
    }
)
"""Auxiliary types of transparency: HEIF 2nd edition 6.5.8 and B.2.5.3, MIAF 7.3.5.2."""


@dataclass(frozen=True, slots=True)
class Use:
    """An item's use of the property at ``index`` (from 1; 0 means none)."""

    index: int
    essential: bool


@dataclass(frozen=True, slots=True)
class Extent:
    """A run of bytes, from the file's or the ``idat`` box's beginning."""

    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Where:
    """Where an item's bytes are: construction method, data reference (0 = here), runs."""

    method: int = IN_FILE
    source: int = 0
    extents: tuple[Extent, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the file: a coded picture, a derived one, Exif, XMP or anything else."""

    id: int
    kind: str
    name: str = ""
    content_type: str = ""
    encoding: str = ""
    uri: str = ""
    protection: int = 0
    where: Where = Where()
    uses: tuple[Use, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A typed reference from one item to others (``dimg``, ``thmb``, ``auxl``, ``cdsc`` ...)."""

    kind: str
    source: int
    targets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """All references, found by their source or their target in one step."""

    all: tuple[Link, ...] = ()
    outgoing: Mapping[tuple[str, int], tuple[int, ...]] = field(default_factory=dict)
    incoming: Mapping[tuple[str, int], tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Heif:
    """A whole file, read but not judged.

    ``order`` is the items' order in the file; ``damage`` names the boxes that could not
    be read, with their bytes' number; ``meta`` and ``top`` are all boxes of those levels.
    """

    data: View = field(repr=False)
    top: Level = field(repr=False)
    meta: Level = field(repr=False)
    primary: int = 0
    items: Mapping[int, Item] = field(default_factory=dict)
    properties: tuple[Box, ...] = ()
    links: Links = Links()
    groups: tuple[Box, ...] = ()
    idat: View = field(default_factory=lambda: View(b""), repr=False)
    damage: tuple[tuple[str, int], ...] = ()

    def property_of(self, item: Item, kind: str) -> Box | None:
        """The first property of a kind that the item uses, or None."""
        return next((box for _, box in self.properties_of(item) if box.kind == kind), None)

    def properties_of(self, item: Item) -> tuple[tuple[Use, Box], ...]:
        """The item's properties in order; uses that point outside are left out."""
        return tuple(
            (use, self.properties[use.index - 1])
            for use in item.uses
            if 0 < use.index <= len(self.properties)
        )

    def payload(self, item: Item) -> bytes:
        """The item's bytes, joined.

        Raises Broken when they are outside the file, in another file or built of
        another item, or when the runs overlap so often that they exceed the file.
        """
        where = item.where
        if where.source or where.method not in (IN_FILE, IN_IDAT):
            raise Broken(
                f"the picture part {item.id} is stored in a way that is not followed "
                "(in another file or made of another part)"
            )
        if sum(run.length for run in where.extents) > len(self.data):
            raise Broken(f"the part {item.id} claims more bytes than the file has")
        if any(not run.length for run in where.extents):
            raise Broken(f"the part {item.id} does not say how long it is")
        room = self.data if where.method == IN_FILE else self.idat
        return b"".join(room.take(run.start, run.length) for run in where.extents)
