"""What an ICC profile says: its header and tags as readable fields.

Names of header fields as in ExifTool's tables; tags by their signature (ICC.1:2022, 9);
``mmod`` and ``vcgt`` are Apple's, ``meta`` is the dictionary that Linux desktops fill.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...core.errors import Broken
from ...core.photo import Tag
from ...core.places import Field
from .. import limits
from ..sniff import described
from ..view import View
from .icc_profile import HEADER_BYTES, Entry, Profile, fixed

HEADER = (
    ("CMMType", 4, 4),
    ("ProfileVersion", 8, 4),
    ("ProfileClass", 12, 4),
    ("ColorSpace", 16, 4),
    ("ConnectionSpace", 20, 4),
    ("ProfileDateTime", 24, 12),
    ("PrimaryPlatform", 40, 4),
    ("CMMFlags", 44, 4),
    ("DeviceManufacturer", 48, 4),
    ("DeviceModel", 52, 4),
    ("DeviceAttributes", 56, 8),
    ("RenderingIntent", 64, 4),
    ("ProfileCreator", 80, 4),
    ("ProfileID", 84, 16),
    ("Reserved", 100, 28),
)
"""Header fields: name, position, bytes. Those that are zero say nothing and are left out."""

TEXT_BYTES = 64 * 1024
"""Longest text shown; longer data is described."""

SHOWN = 16
"""Most numbers of one tag shown."""


def fields(profile: Profile) -> Iterator[Tag]:
    """Every field of the header and of the tag table, then what no tag accounts for."""
    for name, at, count in HEADER:
        raw = profile.view.take(at, count) if at + count <= len(profile.view) else b""
        if any(raw):
            yield _tag(name, _header(name, raw))
    left = 4 * len(profile.view)
    for entry in profile.entries:
        left -= entry.size
        yield from _entry(entry, readable=left >= 0)
    yield from _unreferenced(profile)


def _tag(name: str, value: str, *more: str) -> Tag:
    return Tag(Field(("Icc", name, *more)), value)


def _header(name: str, raw: bytes) -> str:
    view = View(raw)
    if name == "ProfileVersion":
        return f"{raw[0]}.{raw[1] >> 4}.{raw[1] & 15}"
    if name == "ProfileDateTime":
        return _date(view, 0)
    if name == "RenderingIntent":
        return str(view.u32(0))
    return _signature(raw) if len(raw) == 4 else raw.hex()


def _signature(raw: bytes) -> str:
    if all(32 <= byte < 127 for byte in raw.rstrip(b"\0")):
        return raw.decode("ascii").strip("\0 ")
    return f"0x{raw.hex()}"


def _date(view: View, at: int) -> str:
    numbers = [view.u16(at + 2 * index) for index in range(6)]
    return "{:04}:{:02}:{:02} {:02}:{:02}:{:02}".format(*numbers)


def _entry(entry: Entry, *, readable: bool) -> Iterator[Tag]:
    name = _signature(entry.name)
    data = entry.data
    if data is None:
        yield _tag("unreadable", f"{name} (binary, {entry.size} bytes)")
    elif not readable:
        yield _tag(name, f"(binary, {entry.size} bytes)")
    else:
        try:
            yield from _values(name, data)
        except Broken:
            yield _tag("unreadable", f"{name} {described(data.take(0, len(data)))}")


def _values(name: str, data: View) -> Iterator[Tag]:
    kind = data.take(0, 4) if len(data) >= 4 else b""
    if kind in _TEXTS:
        for text in dict.fromkeys(_TEXTS[kind](data)):
            yield _tag(name, text)
    elif kind == b"dict":
        for key, value in _dictionary(data):
            yield _tag(name, value, key)
    else:
        yield _tag(name, _numbers(kind, data))


def _numbers(kind: bytes, data: View) -> str:
    size = len(data)
    if kind in (b"XYZ ", b"sf32") and size <= 8 + 4 * SHOWN:
        return " ".join(f"{fixed(data, at):.8g}" for at in range(8, size - 3, 4))
    if kind == b"curv":
        count = data.u32(8)
        return f"gamma {data.u16(12) / 256:.8g}" if count == 1 else f"(curve, {count} values)"
    if kind == b"para":
        numbers = (f"{fixed(data, at):.8g}" for at in range(12, min(size - 3, 40), 4))
        return f"type {data.u16(8)}: " + " ".join(numbers)
    if kind == b"sig ":
        return _signature(data.take(8, 4))
    if kind == b"dtim":
        return _date(data, 8)
    if kind == b"mmod":
        words = ("manufacturer", "model", "serial", "date")
        numbers = (f"{word} 0x{data.u32(8 + 4 * at):08x}" for at, word in enumerate(words))
        return " ".join(numbers)
    return described(data.whole())


def _plain(data: View) -> Iterator[str]:
    yield _latin(data.take(8, min(len(data) - 8, TEXT_BYTES)))


def _latin(raw: bytes) -> str:
    try:
        return raw.decode("utf-8").strip("\0 ")
    except UnicodeDecodeError:
        return raw.decode("latin-1").strip("\0 ")


def _description(data: View) -> Iterator[str]:
    """Type desc: the same words in ASCII, in UTF-16 and for old Macintoshes."""
    count = data.u32(8)
    yield _latin(data.take(12, min(count, TEXT_BYTES)))
    at = 12 + count
    if at + 8 > len(data):
        return
    letters = min(data.u32(at + 4), TEXT_BYTES)
    if letters and at + 8 + 2 * letters <= len(data):
        yield data.take(at + 8, 2 * letters).decode("utf-16-be", "replace").strip("\0 ")
    at += 8 + 2 * data.u32(at + 4)
    if at + 3 <= len(data) and data.u8(at + 2):
        yield _latin(data.take(at + 3, min(data.u8(at + 2), len(data) - at - 3)))


def _languages(data: View) -> Iterator[str]:
    """Type mluc: one text for each language."""
    left = TEXT_BYTES
    for index in range(min(data.u32(8), limits.ENTRIES)):
        at = 16 + max(data.u32(12), 12) * index
        size = data.u32(at + 4)
        left -= size
        if left < 0:
            break
        yield data.take(data.u32(at + 8), size).decode("utf-16-be", "replace").strip("\0 ")


def _dictionary(data: View) -> Iterator[tuple[str, str]]:
    """Type dict: names and values; EDID serial numbers and file paths stand here."""
    length = data.u32(12)
    left = 4 * TEXT_BYTES
    for index in range(min(data.u32(8), limits.ENTRIES)):
        at = 16 + max(length, 16) * index
        sizes = data.u32(at + 4), data.u32(at + 12)
        left -= sum(sizes)
        if left < 0:
            break
        name = data.take(data.u32(at), sizes[0]).decode("utf-16-be", "replace")
        value = data.take(data.u32(at + 8), sizes[1]).decode("utf-16-be", "replace")
        yield name.strip("\0 ") or "unnamed", value.strip("\0 ")


def _unicode(data: View) -> Iterator[str]:
    wide = data.starts(0, b"ut16")
    raw = data.take(8, min(len(data) - 8, TEXT_BYTES))
    yield raw.decode("utf-16-be" if wide else "utf-8", "replace").strip("\0 ")


_TEXTS = {
    b"text": _plain,
    b"desc": _description,
    b"mluc": _languages,
    b"utf8": _unicode,
    b"ut16": _unicode,
}


def _unreferenced(profile: Profile) -> Iterator[Tag]:
    """One field for all bytes other than zeros that neither header, table nor a tag covers."""
    covered = [(0, HEADER_BYTES + 4 + 12 * len(profile.entries))]
    covered += [(one.at, one.at + one.size) for one in profile.entries if one.data is not None]
    covered.append((len(profile.view), len(profile.view)))
    end, count = 0, 0
    for start, stop in sorted(covered):
        if start > end:
            gap = profile.view.take(end, start - end)
            count += len(gap.replace(b"\0", b""))
        end = max(end, stop)
    if count:
        yield _tag("unreferenced", f"(binary, {count} bytes)")
