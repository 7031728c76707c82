"""Maker values that are not plain numbers or text, and notes that are no directories.

Positions of fields: ExifTool tag tables (Reconyx, Pentax, Kodak, HP, Nikon, Panasonic).
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable

from ..exif_names import clean, string
from ..ifd import Entry

Named = tuple[str, str]
FACE = 48
"""Bytes per recognised person in a Panasonic record: name, place, age."""


def record(untrusted: bytes) -> list[Named] | None:
    """Name and value pairs of a note that is a plain record; None when it is no known one."""
    for start, reads in _RECORDS:
        if re.match(start, untrusted, re.DOTALL):
            return [(name, value) for name, value in reads(untrusted) if value]
    if _is_text(untrusted):
        return [("Text", string(untrusted))]
    return None


def value(vendor: str, name: str, entry: Entry, model: str) -> list[Named] | None:
    """Name and value pairs of one entry that needs its own reading; None for all others."""
    reads = _VALUES.get((vendor, name))
    return reads(entry, model) if reads else None


def _is_text(data: bytes) -> bool:
    """Printable from end to end, as the notes of some telephones are (JSON, debug lines)."""
    bare = data.rstrip(b"\0")
    return len(bare) > 3 and re.fullmatch(rb"[\t\r\n\x20-\x7e]+", bare) is not None


def _cut(data: bytes, at: int, size: int) -> str:
    return string(data[at : at + size].split(b"\0")[0])


def _wide(data: bytes, at: int, size: int) -> str:
    return clean(data[at : at + size].decode("utf-16-le", "replace").split("\0")[0])


def _reconyx(data: bytes) -> list[Named]:
    taken = _taken(data[0x16:0x22])
    label = _cut(data, 0x56, 22)
    return [
        ("DateTimeOriginal", taken),
        ("SerialNumber", _wide(data, 0x2A, 30)),
        ("UserLabel", label),
    ]


def _taken(data: bytes) -> str:
    """Second, minute, hour, month, day, year, 16 bits each, little-endian or, seen too, big."""
    if len(data) < 12:
        return ""
    numbers = struct.unpack("<6H", data)
    if not numbers[0] & 0xFF and numbers[5] > 9999:
        numbers = struct.unpack(">6H", data)
    second, minute, hour, month, day, year = numbers
    return f"{year:04}:{month:02}:{day:02} {hour:02}:{minute:02}:{second:02}" if year else ""


def _reconyx_ultra(data: bytes) -> list[Named]:
    return [("SerialNumber", _cut(data, 0x4B, 15)), ("UserLabel", _cut(data, 0x5A, 21))]


def _reconyx_hyper(data: bytes) -> list[Named]:
    return [("SerialNumber", _wide(data, 0x7E, 30)), ("UserLabel", _cut(data, 0x68, 22))]


def _kodak(data: bytes) -> list[Named]:
    return [("SerialNumber", _cut(data, 0, 16))]


def _hp(at: int) -> Callable[[bytes], list[Named]]:
    return lambda data: [("SerialNumber", _cut(data, at, 26).removeprefix("SERIAL NUMBER:"))]


_RECORDS: tuple[tuple[bytes, Callable[[bytes], list[Named]]], ...] = (
    (rb"\x01\xf1", _reconyx),
    (rb"RECONYXUF\0", _reconyx_ultra),
    (rb"RECONYXH2\0", _reconyx_hyper),
    (rb"[CK][A-Z\d]{3} ?[A-Z\d]{1,2}\d{2}[A-Z\d]\d{4}[ \0]", _kodak),
    (rb"IIII\x04\0", _hp(0x5C)),
    (rb"IIII\x06\0", _hp(0x58)),
)


def _canon_serial(entry: Entry, model: str) -> list[Named]:
    number = entry.integer()
    if "EOS D30" in model:
        return [("SerialNumber", f"{number >> 16:04x}{number & 0xFFFF:05d}")]
    width = 6 if "EOS-1D" in model else 10
    return [("SerialNumber", f"{number:0{width}d}")]


def _hexadecimal(name: str, size: int) -> Callable[[Entry, str], list[Named]]:
    return lambda entry, _: [(name, entry.data[:size].hex())] if any(entry.data[:size]) else []


def _canon_internal(entry: Entry, model: str) -> list[Named]:
    data = entry.data
    text = data[9:] if "EOS 5D" in model and not data[:1].isalnum() else data
    return [("InternalSerialNumber", string(text.rstrip(b"\xff\0")))]


def _pentax_camera(entry: Entry, _: str) -> list[Named]:
    names = ("PentaxModelID", "ManufactureDate", "ProductionCode", "", "InternalSerialNumber")
    pairs = zip(names, entry.integers(5), strict=False)
    return [(name or "CameraInfo3", str(number)) for name, number in pairs]


def _panasonic_faces(entry: Entry, _: str) -> list[Named]:
    data = entry.data
    count = min(int.from_bytes(data[:2], entry.order), 3)
    found = [("FacesRecognized", str(count))]
    for index in range(count):
        at = 4 + FACE * index
        found.append((f"RecognizedFace{index + 1}Name", _cut(data, at, 20)))
        found.append((f"RecognizedFace{index + 1}Age", _cut(data, at + 28, 20)))
    return found


def _nikon_place(entry: Entry, _: str) -> list[Named]:
    data = entry.data
    return [("CountryCode", _cut(data, 5, 3)), ("Location", string(data[9:79]))]


def _ricoh_serial(entry: Entry, _: str) -> list[Named]:
    data = entry.data
    if re.fullmatch(rb"[-\w ]+", data):
        return [("SerialNumber", string(data))]
    return [("InternalSerialNumber", data.hex())]


def _ricoh_parts(entry: Entry, _: str) -> list[Named]:
    names = ("BodyFirmware", "BodySerialNumber", "LensFirmware", "LensSerialNumber")
    return [(name, _cut(entry.data, 16 * index, 16)) for index, name in enumerate(names)]


def _panasonic_text(name: str) -> Callable[[Entry, str], list[Named]]:
    return lambda entry, _: [(name, string(entry.data))]


_VALUES: dict[tuple[str, str], Callable[[Entry, str], list[Named]]] = {
    ("Canon", "SerialNumber"): _canon_serial,
    ("Canon", "InternalSerialNumber"): _canon_internal,
    ("Canon", "LensSerialNumber"): _hexadecimal("LensSerialNumber", 5),
    ("Canon", "ImageUniqueID"): _hexadecimal("ImageUniqueID", 16),
    ("Pentax", "CameraInfo"): _pentax_camera,
    ("Panasonic", "FaceRecInfo"): _panasonic_faces,
    ("Nikon", "LocationInfo"): _nikon_place,
    ("Ricoh", "SerialNumber"): _ricoh_serial,
    ("Ricoh", "SerialInfo"): _ricoh_parts,
    **{
        ("Panasonic", name): _panasonic_text(name)
        for name in ("Title", "BabyName", "Location", "Country", "State", "City", "Landmark")
    },
}
