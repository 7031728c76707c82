"""Coded pictures without the notes that encoders put between the coded slices.

HEVC: NAL units behind their lengths (ISO/IEC 14496-15, types in ITU-T H.265 table 7-1).
x265 writes its version and all its settings as a user-data SEI message.
AV1: open bitstream units (AV1 specification 5.3, types in 6.2.2).
Only units that take part in decoding the base picture stay; their bytes are not touched.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ....core.errors import Broken
from ... import limits
from ...view import View

HEVC_SLICES = frozenset({*range(10), *range(16, 22)})
HEVC_SETS = frozenset({32, 33, 34})
HEVC_NAMES = {35: "AUD", 36: "EOS", 37: "EOB", 38: "filler", 39: "SEI", 40: "SEI"}

AV1_HEADER, AV1_DELIMITER, AV1_METADATA = 1, 2, 5
AV1_PICTURE = frozenset({AV1_HEADER, 3, 4, 6, 7})
AV1_NAMES = {AV1_METADATA: "metadata", 8: "tile list", 15: "padding"}
AV1_LIGHT = {1: 4, 2: 24}
"""Metadata types that say how bright the picture is, with their bytes' number: kept."""


@dataclass(frozen=True, slots=True)
class Note:
    """A unit of a coded picture that no decoder needs: its name and its bytes."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Clean:
    """A coded picture with only the units that decoding needs, and the units left out."""

    data: bytes = field(repr=False)
    notes: tuple[Note, ...] = ()


def hevc(untrusted: bytes, length_bytes: int) -> Clean:
    """An HEVC picture whose units stand behind lengths of 1, 2 or 4 bytes. Raises Broken."""
    view = View(untrusted)
    kept: list[bytes] = []
    notes: list[Note] = []
    at = 0
    while at < len(view):
        _refuse_many(len(kept) + len(notes))
        count = int.from_bytes(view.take(at, length_bytes), "big")
        unit = view.take(at + length_bytes, count)
        note = _hevc_note(unit, HEVC_SLICES | HEVC_SETS)
        if note is None:
            kept.append(view.take(at, length_bytes) + unit)
        else:
            notes.append(note)
        at += length_bytes + count
    return Clean(b"".join(kept), tuple(notes))


def _refuse_many(count: int) -> None:
    if count > limits.ENTRIES:
        raise Broken("the coded picture is cut into more units than any picture needs")


def hevc_config(untrusted: bytes) -> tuple[Clean, int]:
    """An ``hvcC`` property with its parameter sets only, and the bytes per length.

    ISO/IEC 14496-15 section 8.3.3.1.2. Raises Broken.
    """
    view = View(untrusted)
    length_bytes = (view.u8(21) & 3) + 1
    if view.u8(0) != 1 or length_bytes == 3:
        raise Broken("the HEVC settings of the picture are of an unknown kind")
    arrays, notes, at = [], [], 23
    for _ in range(view.u8(22)):
        kept, left, end = _array(view, at)
        notes += left
        if kept:
            many = len(kept).to_bytes(2, "big")
            arrays.append(bytes([view.u8(at) & 0xBF]) + many + b"".join(kept))
        at = end
    if at < len(view):
        notes.append(Note("hvcC", view.sub(at).whole()))
    head = view.take(0, 22) + bytes([len(arrays)])
    return Clean(head + b"".join(arrays), tuple(notes)), length_bytes


def _array(view: View, at: int) -> tuple[list[bytes], list[Note], int]:
    """One array of ``hvcC``: the units kept, the units left out, the position after it."""
    allowed = HEVC_SETS & {view.u8(at) & 0x3F}
    kept, left = [], []
    place = at + 3
    _refuse_many(view.u16(at + 1) * 64)
    for _ in range(view.u16(at + 1)):
        count = view.u16(place)
        unit = view.take(place + 2, count)
        note = _hevc_note(unit, allowed)
        if note is None:
            kept.append(view.take(place, 2) + unit)
        else:
            left.append(note)
        place += 2 + count
    return kept, left, place


def _hevc_note(unit: bytes, allowed: frozenset[int]) -> Note | None:
    """None for a unit of the base picture; layers above it are for other decoders."""
    if len(unit) < 2:
        return Note("HEVC", unit)
    kind = unit[0] >> 1 & 0x3F
    layer = (unit[0] & 1) << 5 | unit[1] >> 3
    if unit[0] >> 7 == 0 and layer == 0 and kind in allowed:
        return None
    return Note(HEVC_NAMES.get(kind, f"NAL {kind}"), unit[2:])


def av1(untrusted: bytes) -> Clean:
    """An AV1 picture: sequence header, frames, tiles, brightness. Raises Broken."""
    view = View(untrusted)
    kept: list[bytes] = []
    notes: list[Note] = []
    at = delimiters = 0
    while at < len(view):
        _refuse_many(len(kept) + len(notes) + delimiters)
        kind, start, end = _unit(view, at)
        delimiters += kind == AV1_DELIMITER
        body = view.take(start, end - start)
        if kind in AV1_PICTURE or (kind == AV1_METADATA and _light(body)):
            kept.append(view.take(at, end - at))
        elif kind != AV1_DELIMITER or body:
            notes.append(Note(AV1_NAMES.get(kind, f"OBU {kind}"), body))
        at = end
    if delimiters > 1:
        raise Broken("the AV1 picture is a film: it has more than one moment in time")
    return Clean(b"".join(kept), tuple(notes))


def av1_config(untrusted: bytes) -> Clean:
    """An ``av1C`` property with its sequence header only (AV1-ISOBMFF 2.3). Raises Broken."""
    view = View(untrusted)
    if view.u8(0) != 0x81:
        raise Broken("the AV1 settings of the picture are of an unknown kind")
    units = av1(view.sub(4).whole())
    return Clean(view.take(0, 4) + units.data, units.notes)


def _unit(view: View, at: int) -> tuple[int, int, int]:
    """Type of the unit at ``at``, where its body begins and ends."""
    head = view.u8(at)
    if head >> 7:
        raise Broken("the AV1 picture begins with a bit that no AV1 picture has")
    start = at + 1 + (head >> 2 & 1)
    if not head >> 1 & 1:
        return head >> 3, start, len(view)
    size, start = _leb128(view, start)
    view.sub(start, size)  # refuses a size past the end
    return head >> 3, start, start + size


def _leb128(view: View, at: int) -> tuple[int, int]:
    """A number of seven bits per byte, lowest first (AV1 4.10.5), and the position after."""
    value = 0
    for place in range(8):
        byte = view.u8(at + place)
        value |= (byte & 0x7F) << 7 * place
        if not byte >> 7:
            return value, at + place + 1
    raise Broken("the AV1 picture has a size of more than eight bytes")


def _light(body: bytes) -> bool:
    """Whether metadata is exactly the content light level or the mastering display."""
    count = AV1_LIGHT.get(body[0]) if body else None
    return count is not None and len(body) == count + 2 and body[-1] == 0x80
