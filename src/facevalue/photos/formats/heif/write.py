"""A new HEIF file of a few items: ``ftyp``, ``meta``, one ``mdat``, and nothing to tell apart.

Every file of the same picture comes out the same: items count from 1, have no name, and
the brands follow from how the picture is coded, not from who wrote it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ....core.errors import Broken
from ...carriers.bmff import box, full_box

HIDDEN = 1
"""Flag of an item that is only shown as a part of another."""

Reference = tuple[str, int, list[int]]


@dataclass(frozen=True, slots=True)
class Part:
    """One item to be written: kind, bytes, and its properties with their essential flag."""

    kind: str
    data: bytes = field(repr=False)
    properties: tuple[tuple[bytes, bool], ...] = ()

    @property
    def inline(self) -> bool:
        """Whether its bytes stand in ``idat`` (derived pictures, as telephones do it)."""
        return self.kind not in ("hvc1", "av01")


def written(parts: Sequence[Part], references: Sequence[Reference]) -> bytes:
    """The file whose item 1 is ``parts[0]`` and so on; the first is the picture."""
    head = _brands(parts)
    ready = _meta(parts, references, 0)
    meta = _meta(parts, references, len(head) + len(ready) + 8)
    return head + meta + box("mdat", *(part.data for part in parts if not part.inline))


def _brands(parts: Sequence[Part]) -> bytes:
    """``avif`` for AV1; ``heic`` for Main and Main Still profiles of HEVC, else ``heix``."""
    if any(part.kind == "av01" for part in parts):
        return box("ftyp", b"avif", bytes(4), b"avif", b"mif1", b"miaf")
    profiles = {
        prop[9] & 31 for part in parts for prop, _ in part.properties if prop[4:8] == b"hvcC"
    }
    brand = b"heic" if profiles <= {1, 3} else b"heix"
    return box("ftyp", brand, bytes(4), b"mif1", brand)


def _meta(parts: Sequence[Part], references: Sequence[Reference], data_at: int) -> bytes:
    tiles = {target for kind, _, targets in references if kind == "dimg" for target in targets}
    idat = b"".join(part.data for part in parts if part.inline)
    return full_box(
        "meta",
        0,
        0,
        full_box("hdlr", 0, 0, bytes(4), b"pict", bytes(13)),
        full_box("pitm", 0, 0, _u16(1)),
        _places(parts, data_at),
        full_box(
            "iinf",
            0,
            0,
            _u16(len(parts)),
            *(_entry(at, part.kind, at in tiles) for at, part in enumerate(parts, 1)),
        ),
        _properties(parts),
        full_box("iref", 0, 0, *map(_reference, references)) if references else b"",
        box("idat", idat) if idat else b"",
    )


def _entry(number: int, kind: str, hidden: bool) -> bytes:
    flags = HIDDEN if hidden else 0
    return full_box("infe", 2, flags, _u16(number), bytes(2), kind.encode("latin-1"), b"\0")


def _places(parts: Sequence[Part], data_at: int) -> bytes:
    """``iloc`` version 1: four bytes for each offset and length, no base."""
    rows = []
    offsets = {True: 0, False: data_at}
    for at, part in enumerate(parts, 1):
        count = 1 if part.data else 0
        rows.append(_u16(at) + _u16(int(part.inline)) + _u16(0) + _u16(count))
        if count:
            rows.append(_u32(offsets[part.inline]) + _u32(len(part.data)))
        offsets[part.inline] += len(part.data)
    return full_box("iloc", 1, 0, b"\x44\0", _u16(len(parts)), *rows)


def _properties(parts: Sequence[Part]) -> bytes:
    """``iprp``: each distinct property once, and who uses which."""
    order: dict[bytes, int] = {}
    rows = []
    for at, part in enumerate(parts, 1):
        uses = [
            _u16(int(essential) << 15 | order.setdefault(prop, len(order) + 1))
            for prop, essential in part.properties
        ]
        if len(uses) > 255:
            raise Broken("a part of the picture has more properties than any picture needs")
        rows.append(_u16(at) + bytes([len(uses)]) + b"".join(uses))
    if len(order) > 0x7FFF or len(parts) > 0xFFFE:
        raise Broken("the picture has more parts than any picture needs")
    return box("iprp", box("ipco", *order), full_box("ipma", 0, 1, _u32(len(rows)), *rows))


def _reference(reference: Reference) -> bytes:
    kind, source, targets = reference
    return box(kind, _u16(source), _u16(len(targets)), *map(_u16, targets))


def _u16(number: int) -> bytes:
    if not 0 <= number <= 0xFFFF:
        raise Broken("the picture has more parts than any picture needs")
    return number.to_bytes(2, "big")


def _u32(number: int) -> bytes:
    return number.to_bytes(4, "big")
