"""Open a maker's note: find its directory, its byte order and what its positions count from.

Programs that rewrite a file move the note without correcting the positions in it, and some
makers count from odd places; so the declared layout is tried first, then others, and the one
whose values lie in the note is taken.
"""

from __future__ import annotations

from dataclasses import dataclass

from ....core.errors import Broken
from ...view import Order
from ..ifd import MAGIC, SIZES, Block, Directory, Entry, parse
from .layouts import Layout, layout_of

_ORDERS: tuple[Order, Order] = ("little", "big")
MOST = 512
"""More entries than any maker writes; a higher count is taken for other data."""
SEARCH = 40
"""Bytes at the beginning of an unknown note in which a directory is looked for."""


@dataclass(frozen=True, slots=True)
class Note:
    """An opened note: whose it is, its main directory, its order and base in the block."""

    vendor: str
    directory: Directory
    order: Order
    base: int


def vendor_of(entry: Entry, make: str) -> str:
    """Whose note it is, by its first bytes or the camera's maker."""
    return layout_of(bytes(_raw(entry)[:64]), make).vendor


def open_note(block: Block, entry: Entry, make: str) -> Note | None:
    """The note in an entry; None when no directory can be found in it."""
    raw = _raw(entry)
    layout = layout_of(bytes(raw[:64]), make)
    for start in _starts(raw, layout):
        for order in _orders(raw, layout, block.order):
            share = 0.5 if start == layout.skip else 0.8
            if _plausible(block, entry, start, order, share):
                return _note(block, entry, layout, start, order)
    return None


def subdirectory(block: Block, note: Note, entry: Entry, skip: int = 0) -> Directory | None:
    """The directory that an entry of a note holds or points to; None when there is none."""
    held = entry.kind == 7 or entry.size > 4
    at = entry.at + skip if held else note.base + entry.integer()
    try:
        found = block.directory(at, note.order, note.base)
    except Broken:
        return None
    good = sum(one.kind in SIZES for one in found.entries)
    return found if good and good * 2 >= len(found.entries) else None


def _raw(entry: Entry) -> memoryview:
    return memoryview(b"") if entry.raw is None else entry.raw


def _starts(raw: memoryview, layout: Layout) -> list[int]:
    """Where the directory may begin, in the note: the known place first."""
    starts = [layout.skip]
    if layout.pointer is not None and layout.base is not None:
        order = layout.order or ("little" if bytes(raw[10:12]) == b"II" else "big")
        place = int.from_bytes(raw[layout.pointer : layout.pointer + 4], order)
        starts.insert(0, layout.base + place)
    return starts + [at for at in range(0, SEARCH, 2) if at not in starts]


def _orders(raw: memoryview, layout: Layout, usual: Order) -> tuple[Order, ...]:
    if layout.order:
        return (layout.order,)
    if layout.pointer is not None:
        return ("little",) if bytes(raw[layout.base or 0 :][:2]) == b"II" else ("big",)
    return (usual, *(order for order in _ORDERS if order != usual))


def _plausible(block: Block, entry: Entry, start: int, order: Order, share: float) -> bool:
    """Whether a directory seems to stand there: a sensible count, a share of known types."""
    at = entry.at + start
    if start + 14 > entry.size:
        return False
    count = int.from_bytes(block.data[at : at + 2], order)
    if not 1 <= count <= MOST or start + 2 + count * 12 > entry.size + 12:
        return False
    found = parse(block.data, at, order, entry.at, min(count, 12))
    good = sum(one.kind in SIZES and one.count > 0 for one in found.entries)
    return good >= 1 and good >= len(found.entries) * share


def _note(block: Block, entry: Entry, layout: Layout, start: int, order: Order) -> Note | None:
    at = entry.at + start
    base = _base(block, entry, layout, at, order)
    try:
        directory = block.directory(at, order, base)
    except Broken:
        return None
    return Note(layout.vendor, directory, order, base)


def _base(block: Block, entry: Entry, layout: Layout, at: int, order: Order) -> int:
    """What the positions count from: the declared base unless another fits better."""
    first = parse(block.data, at, order, 0, MOST)
    far = [one for one in first.entries if one.size > 4]
    declared = 0 if layout.base is None else entry.at + layout.base
    if not far or not entry.size:
        return declared
    if layout.vendor == "Canon":
        declared += _canon_shift(entry, order)
    end = at + 2 + 12 * len(first.entries)
    lowest = min(one.at for one in far)
    tries = (declared, entry.at, at, end + 4 - lowest, end - lowest)
    high = entry.at + entry.size
    fits = {base: _inside(far, base, end, high) for base in tries}
    best = max(tries, key=lambda base: (fits[base], base == declared))
    return declared if fits[declared] * 4 >= fits[best] * 3 else best


def _canon_shift(entry: Entry, order: Order) -> int:
    """How far a program moved the note: Canon writes its first place into the last bytes."""
    last = bytes(_raw(entry)[-8:])
    if len(last) < 8 or last[:4] != MAGIC[order]:
        return 0
    shift = entry.at - int.from_bytes(last[4:], order)
    return shift if abs(shift) < entry.size + entry.at else 0


def _inside(far: list[Entry], base: int, low: int, high: int) -> int:
    """How many values would stand in the note behind its directory, from this base."""
    return sum(low <= base + one.at and base + one.at + one.size <= high for one in far)
