"""An ICC profile taken apart: its header, its table of tags, the curves in it.

Layout: ICC.1:2022 (7.2 header, 7.3 tag table, 10 tag types).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ...core.errors import Broken
from .. import limits
from ..view import View
from .icc_matrix import Triple

HEADER_BYTES = 128
STEPS = 256
"""Curves are compared at every value that a picture of eight bits can have."""

PARAMETERS = (1, 3, 4, 5, 7)
"""How many numbers each type of parametric curve has (ICC.1:2022, table 68)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the tag table; ``data`` is None when it points out of the profile."""

    name: bytes
    at: int
    size: int
    data: View | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Profile:
    """The header's signatures and the tags of a profile."""

    view: View = field(repr=False)
    version: int
    kind: bytes
    space: bytes
    connection: bytes
    intent: int
    entries: tuple[Entry, ...]

    def tag(self, name: bytes) -> View | None:
        """The data of the first tag of this name, or None."""
        return next((one.data for one in self.entries if one.name == name and one.data), None)

    def has(self, *names: bytes) -> bool:
        """Whether all of these tags are there."""
        return all(self.tag(name) is not None for name in names)


def parsed(untrusted: bytes) -> Profile:
    """A profile by its table. Raises Broken when there is no header or no table.

    Tags that point out of the profile stay in ``entries`` without data, as decoders skip
    them too.
    """
    view = View(untrusted)
    if not view.starts(36, b"acsp"):
        raise Broken("the colour profile does not have the signature of one")
    entries = []
    count = min(view.u32(HEADER_BYTES), limits.ENTRIES, (len(view) - 132) // 12)
    for row in range(132, 132 + 12 * count, 12):
        at, size = view.u32(row + 4), view.u32(row + 8)
        inside = at >= HEADER_BYTES and at + size <= len(view)
        data = view.sub(at, size) if inside else None
        entries.append(Entry(view.take(row, 4), at, size, data))
    return Profile(
        view,
        view.u8(8),
        view.take(12, 4),
        view.take(16, 4),
        view.take(20, 4),
        view.u32(64) & 3,
        tuple(entries),
    )


def fixed(view: View, at: int) -> float:
    """An s15Fixed16 number. Raises Broken."""
    raw = view.u32(at)
    return (raw - (1 << 32) if raw >> 31 else raw) / 65536


def xyz(view: View) -> Triple:
    """The first colour of a tag of type XYZ. Raises Broken."""
    if not view.starts(0, b"XYZ "):
        raise Broken("a colour of the profile is of an unknown type")
    return fixed(view, 8), fixed(view, 12), fixed(view, 16)


def sampled(view: View) -> tuple[float, ...]:
    """A curve of type curv or para at ``STEPS`` even steps over 0..1.

    Raises Broken for another type, ArithmeticError for parameters that give no numbers.
    """
    at = _table(view) if view.starts(0, b"curv") else _formula(view)
    return tuple(at(step / (STEPS - 1)) for step in range(STEPS))


def _table(view: View) -> Callable[[float], float]:
    count = view.u32(8)
    if count == 0:
        return float
    if count == 1:
        gamma = view.u16(12) / 256
        return lambda x: float(x**gamma)
    view.sub(12, 2 * count)

    def between(x: float) -> float:
        low = min(int(x * (count - 1)), count - 2)
        part = x * (count - 1) - low
        return (view.u16(12 + 2 * low) * (1 - part) + view.u16(14 + 2 * low) * part) / 65535

    return between


def _formula(view: View) -> Callable[[float], float]:
    if not view.starts(0, b"para") or view.u16(8) >= len(PARAMETERS):
        raise Broken("a curve of the profile is of an unknown type")
    kind = view.u16(8)
    given = [fixed(view, 12 + 4 * index) for index in range(PARAMETERS[kind])]
    power, slope, shift, linear, start, above, below = _seven(kind, given)

    def piecewise(x: float) -> float:
        if x < start:
            return linear * x + below
        return float(max(slope * x + shift, 0.0) ** power) + above

    return piecewise


def _seven(kind: int, given: list[float]) -> tuple[float, ...]:
    """The numbers of any type of curve as those of the fullest one (type 4)."""
    if kind == 0:
        return given[0], 1.0, 0.0, 0.0, 0.0, 0.0, 0.0
    if kind <= 2:
        g, a, b, *more = given
        c = more[0] if more else 0.0
        return g, a, b, 0.0, -b / a, c, c
    return (*given, 0.0, 0.0)[:7]
