"""Trailers with a directory of their own, and how others begin.

Layouts: ExifTool ``Samsung.pm`` (SEFH, SEFT), ``AFCP.pm``, ``FotoStation.pm``; beginnings of
others: ExifTool ``Trailer`` tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from .wording import text

ENTRIES = 256
"""Most blocks of one directory that are followed; telephones write fewer than ten."""
IPTC = ("IPTC",)
STRUCTURE = frozenset({"header", "directory", "footer"})
"""Names of what only says where the blocks are."""
FORGED = STRUCTURE | {""}
"""Names that no block may give itself: what is called so is not looked at as a picture."""
NAME = 64
"""Longest name of a block; with a longer one it is none, and looked at like any other bytes."""
FOTO = b"\xa1\xb2\xc3\xd4"
_FOTO_BLOCKS = {1: IPTC, 2: ("FotoStation", "SoftEdit"), 3: ("FotoStation", "Thumbnail")}
_BEGINNINGS = (
    (b"AROT", "AROT"),
    (b"CANON OPTIONAL DATA", "CanonVRD"),
    (b"~\x10\x04", "MIE"),
    (b"~\x18\x04", "MIE"),
    (b"SEFH", "Samsung"),
    (b"QDIO", "Samsung"),
    (b"vivo{", "Vivo"),
    (b"AXS", "AFCP"),
    (b"PK\x03\x04", "Zip"),
    (b"Rar!", "Rar"),
    (b"%PDF", "Pdf"),
)


@dataclass(frozen=True, slots=True)
class Range:
    """Bytes ``at``..``end`` of a trailer, and what they are called."""

    name: tuple[str, ...]
    at: int
    end: int


def claimed(untrusted: bytes) -> list[Range]:
    """The blocks that directories at the end of the trailer list; may overlap."""
    return [*_samsung(untrusted), *_foto_station(untrusted), *_afcp(untrusted)]


def label(untrusted: bytes) -> tuple[str, ...]:
    """The name of a trailer by how it begins; () for an unknown one."""
    return next(((name,) for start, name in _BEGINNINGS if untrusted.startswith(start)), ())


def _samsung(untrusted: bytes) -> Iterator[Range]:
    """Blocks stand in front of their directory, which counts back to them from its begin."""
    end = untrusted.rfind(b"SEFT")
    head = end - 4 - _number(untrusted, end - 4, 4)
    if end < 16 or head < 0 or not untrusted.startswith(b"SEFH", head):
        return
    yield Range(("Samsung", "directory"), head, end + 4)
    for index in range(min(_number(untrusted, head + 8, 4), ENTRIES)):
        entry = head + 12 + 12 * index
        start = head - _number(untrusted, entry + 4, 4)
        stop = start + _number(untrusted, entry + 8, 4)
        if entry + 12 > end - 4 or not 0 <= start <= stop <= head:
            continue
        content = start + 8 + _number(untrusted, start + 4, 4)
        if content <= min(stop, start + 8 + NAME):
            name = text(untrusted[start + 8 : content])
            yield Range(("Samsung", "header"), start, content)
            yield Range(("Samsung", "unnamed" if name in FORGED else name), content, stop)


def _foto_station(untrusted: bytes) -> Iterator[Range]:
    """Blocks one after the other, each with its kind and whole length at its end."""
    end = len(untrusted)
    for _ in range(ENTRIES):
        if end < 10 or untrusted[end - 4 : end] != FOTO:
            return
        kind, size = _number(untrusted, end - 10, 2, "big"), _number(untrusted, end - 8, 4, "big")
        if not 10 <= size <= end:
            return
        yield Range(("FotoStation", "footer"), end - 10, end)
        name = _FOTO_BLOCKS.get(kind, ("FotoStation", f"0x{kind:04x}"))
        yield Range(name, end - size, end - 10)
        end -= size


def _afcp(untrusted: bytes) -> Iterator[Range]:
    """A directory between two copies of its mark; positions in it count from the file's begin."""
    foot = max(untrusted.rfind(b"AXS!"), untrusted.rfind(b"AXS*"))
    mark = untrusted[foot : foot + 4] if foot >= 12 else b""
    head = untrusted.find(mark) if mark else foot
    if head == foot:
        return
    order: Literal["big", "little"] = "big" if mark == b"AXS!" else "little"
    base = _number(untrusted, foot + 4, 4, order) - head
    count = min(_number(untrusted, head + 6, 2, order), ENTRIES)
    yield Range(("AFCP", "directory"), head, head + 12 + 12 * count)
    yield Range(("AFCP", "footer"), foot, foot + 12)
    for entry in range(head + 12, head + 12 + 12 * count, 12):
        start = _number(untrusted, entry + 8, 4, order) - base
        stop = start + _number(untrusted, entry + 4, 4, order)
        if 0 <= start <= stop <= foot:
            name = text(untrusted[entry : entry + 4]) or "unnamed"
            yield Range(IPTC if name == "IPTC" else ("AFCP", name), start, stop)


def _number(
    untrusted: bytes, at: int, count: int, order: Literal["big", "little"] = "little"
) -> int:
    """A number; 0 where it would stand outside."""
    return int.from_bytes(untrusted[at : at + count], order) if at >= 0 else 0
