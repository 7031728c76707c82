"""A colour profile with nothing but the numbers that define its colours.

Each kept tag is cut to what its type needs (ICC.1:2022, 10), so that nothing rides along
behind the numbers. Not kept, although some colour engines look at them: D2B and B2D tags
(the standard wants A2B or a matrix beside them) and descriptions of viewing conditions.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...core.errors import Broken
from ..view import View
from .icc_profile import PARAMETERS, Profile
from .icc_standard import assembled

NAME = "colour profile"
"""The description that every rebuilt profile gets."""

CLASSES = frozenset({b"scnr", b"mntr", b"prtr", b"spac"})
"""Kinds of profile that a picture can carry; links and named colours cannot be embedded."""

SPACES = frozenset(
    {b"RGB ", b"GRAY", b"CMYK", b"CMY ", b"Lab ", b"XYZ ", b"YCbr", b"Luv ", b"HSV ", b"HLS "}
    | {b"Yxy ", b"2CLR", b"3CLR", b"4CLR", b"5CLR", b"6CLR", b"7CLR", b"8CLR"}
)
LOOKUPS = (b"mft1", b"mft2")
TYPES: dict[bytes, tuple[bytes, ...]] = {
    **dict.fromkeys((b"wtpt", b"bkpt", b"rXYZ", b"gXYZ", b"bXYZ"), (b"XYZ ",)),
    **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC", b"kTRC"), (b"curv", b"para")),
    **dict.fromkeys((b"A2B0", b"A2B1", b"A2B2"), (*LOOKUPS, b"mAB ")),
    **dict.fromkeys((b"B2A0", b"B2A1", b"B2A2", b"gamt"), (*LOOKUPS, b"mBA ")),
    b"chad": (b"sf32",),
    b"cicp": (b"cicp",),
}
"""The tags that define colours, and the types each may have."""

FIXED = {b"XYZ ": 20, b"sf32": 44, b"cicp": 12}
MATRIX = (b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC")


def rebuilt(profile: Profile) -> bytes:
    """A profile of the same colours and no other data. Raises Broken when it has none."""
    if profile.kind not in CLASSES or profile.space not in SPACES:
        raise Broken("the colour profile is not of a kind that a picture can carry")
    if profile.connection not in (b"XYZ ", b"Lab "):
        raise Broken("the colour profile leads to an unknown colour space")
    tags = list(_kept(profile))
    names = {name for name, _ in tags}
    matrix = profile.space == b"RGB " and names.issuperset(MATRIX)
    if not (matrix or b"A2B0" in names or (profile.space == b"GRAY" and b"kTRC" in names)):
        raise Broken("the colour profile does not define its colours")
    return assembled(
        profile.kind,
        profile.space,
        profile.connection,
        tags,
        NAME,
        version=profile.version,
        intent=profile.intent,
    )


def _kept(profile: Profile) -> Iterator[tuple[bytes, bytes]]:
    for name, types in TYPES.items():
        data = profile.tag(name)
        kind = data.take(0, 4) if data and len(data) >= 4 else b""
        if data is not None and kind in types:
            try:
                yield name, exact(data)
            except Broken:
                continue  # a decoder cannot use it either


def exact(data: View) -> bytes:
    """Tag data of a colour-defining type without a byte too many. Raises Broken."""
    kind = data.take(0, 4)
    if kind in FIXED:
        return kind + bytes(4) + data.take(8, FIXED[kind] - 8)
    if kind in (b"curv", b"para"):
        return _curve(data)
    if kind in LOOKUPS:
        return _lookup(data)
    if kind in (b"mAB ", b"mBA "):
        return _pipeline(data)
    raise Broken("numbers of the colour profile are of an unknown type")


def _curve(data: View) -> bytes:
    if data.starts(0, b"curv"):
        return b"curv" + bytes(4) + data.take(8, 4 + 2 * data.u32(8))
    if not data.starts(0, b"para") or data.u16(8) >= len(PARAMETERS):
        raise Broken("a curve of the colour profile is of an unknown type")
    return (
        b"para" + bytes(4) + data.take(8, 2) + bytes(2) + data.take(12, 4 * PARAMETERS[data.u16(8)])
    )


def _lookup(data: View) -> bytes:
    """Types mft1 and mft2: matrix, input tables, grid, output tables (10.10, 10.11)."""
    wide = data.starts(0, b"mft2")
    inputs, outputs, steps = data.u8(8), data.u8(9), data.u8(10)
    first, last = (data.u16(48), data.u16(50)) if wide else (256, 256)
    numbers = inputs * first + _grid([steps] * inputs, len(data)) * outputs + last * outputs
    size = 40 + 2 * numbers if wide else 36 + numbers
    return data.take(0, 4) + bytes(4) + data.take(8, 3) + b"\0" + data.take(12, size)


def _grid(steps: list[int], most: int) -> int:
    """How many points a grid has. Raises Broken when they are more than ``most``."""
    points = 1
    for step in steps:
        points *= step
        if not 0 < points <= most:
            raise Broken("a table of the colour profile is larger than the profile")
    return points


def _pipeline(data: View) -> bytes:
    """Types mAB and mBA: curves, grid and matrix behind offsets (10.12, 10.13)."""
    inputs, outputs = data.u8(8), data.u8(9)
    forward = data.starts(0, b"mAB ")
    inner, outer = (outputs, inputs) if forward else (inputs, outputs)
    parts = (
        _curves(data, data.u32(12), inner),
        data.take(data.u32(16), 48) if data.u32(16) else b"",
        _curves(data, data.u32(20), inner),
        _cube(data, data.u32(24), inputs, outputs),
        _curves(data, data.u32(28), outer),
    )
    head, body, at = b"", b"", 32
    for part in parts:
        head += (at if part else 0).to_bytes(4, "big")
        body += part
        at += len(part)
    return data.take(0, 4) + bytes(4) + bytes([inputs, outputs, 0, 0]) + head + body


def _curves(data: View, at: int, count: int) -> bytes:
    """So many curves one after the other, each filled up to four bytes; none at offset 0."""
    if at == 0:
        return b""
    found = b""
    for _ in range(count):
        curve = _curve(data.sub(at))
        curve += bytes(-len(curve) % 4)
        at += len(curve)
        found += curve
    return found


def _cube(data: View, at: int, inputs: int, outputs: int) -> bytes:
    if at == 0:
        return b""
    steps = list(data.take(at, min(inputs, 16)))
    width = data.u8(at + 16)
    if width not in (1, 2):
        raise Broken("a table of the colour profile has numbers of an unknown size")
    size = _grid(steps, len(data)) * outputs * width
    body = bytes(steps).ljust(16, b"\0") + bytes([width, 0, 0, 0]) + data.take(at + 20, size)
    return body + bytes(-len(body) % 4)
