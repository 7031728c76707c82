"""Maker notes: every family of layouts, the numbers that identify, previews, lies."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.photos.carriers import exif

from .exif_blocks import Entry, block, directory, header, jpeg, noted

LONG = b"serial 0123456789\0"


def notes(untrusted: bytes) -> dict[tuple[str, str], str]:
    """(vendor, name) to value of the maker's fields."""
    found = [tag for tag in exif.tags(untrusted) if tag.field.path[1] == "MakerNote"]
    return {(tag.field.path[2], tag.field.path[3]): tag.value for tag in found}


LAYOUTS = [
    (b"Canon", b"", None, "Canon", 0x0009, "OwnerName"),
    (b"NIKON", b"Nikon\0\x01\0", None, "Nikon", 0x00A0, "SerialNumber"),
    (b"NIKON", b"", None, "Nikon", 0x001D, "SerialNumber"),
    (b"NIKON", b"Nikon\0\x02\x10\0\0" + header("II"), 10, "Nikon", 0x001D, "SerialNumber"),
    (b"OLYMPUS", b"OLYMP\0\x01\0", None, "Olympus", 0x0404, "SerialNumber"),
    (b"OLYMPUS", b"OLYMPUS\0II\x03\0", 0, "Olympus", 0x101A, "SerialNumber"),
    (b"OM", b"OM SYSTEM\0\0\0II\x04\0", 0, "Olympus", 0x0404, "SerialNumber"),
    (b"Panasonic", b"Panasonic\0\0\0", None, "Panasonic", 0x0025, "InternalSerialNumber"),
    (b"Panasonic", b"Panasonic\0\0\0", None, "Panasonic", 0x0066, "BabyName"),
    (b"PENTAX", b"AOC\0II", None, "Pentax", 0x0229, "SerialNumber"),
    (b"PENTAX", b"PENTAX \0II", 0, "Pentax", 0x0229, "SerialNumber"),
    (b"FUJIFILM", b"FUJIFILM\x0c\0\0\0", 0, "FujiFilm", 0x0010, "InternalSerialNumber"),
    (b"SONY", b"SONY DSC \0\0\0", None, "Sony", 0x2031, "SerialNumber"),
    (b"SIGMA", b"SIGMA\0\0\0\x01\0", None, "Sigma", 0x0002, "SerialNumber"),
    (b"RICOH", b"Ricoh\0\0\0", None, "Ricoh", 0x0002, "FirmwareVersion"),
    (b"CASIO", b"QVC\0\0\0", None, "Casio", 0x3006, "HometownCity"),
    (b"SAMSUNG", b"", 0, "Samsung", 0xA002, "SerialNumber"),
    (b"Apple", b"Apple iOS\0\0\x01II", 0, "Apple", 0x0015, "ImageUniqueID"),
    (b"SANYO", b"SANYO\0\x01\0", None, "Sanyo", 0x0209, "CameraID"),
    (b"Motorola", b"MOT\0\0\0\0\0", 0, "Motorola", 0x5501, "SerialNumber"),
    (b"Leica Camera AG", b"LEICA\0\x01\0", 0, "Leica", 0x0305, "SerialNumber"),
    (b"Nobody", b"", None, "Nobody", 0x1234, "0x1234"),
    (b"", b"\x01\x02\x03\x04", None, "unknown", 0x1234, "0x1234"),
]


@pytest.mark.parametrize(("make", "prefix", "base", "vendor", "tag", "name"), LAYOUTS)
def test_each_layout_gives_its_identifying_field(
    make: bytes, prefix: bytes, base: int | None, vendor: str, tag: int, name: str
) -> None:
    """Header, byte order and base of each maker are found; the value is whole."""
    kind = 2 if vendor != "Ricoh" else 7
    entries: list[Entry] = [(0x0F01, 3, [7]), (tag, kind, LONG)]
    found = notes(noted(make, prefix, base, entries))
    assert found[(vendor, name)] == "serial 0123456789"
    assert found[(vendor, "0x0f01")] == "7"


def test_a_note_in_the_other_byte_order() -> None:
    """Notes keep their byte order when a program rewrites the block in another."""
    made = noted(b"Casio", b"", None, [(0x0F01, 3, [7])], "MM")
    note = directory("II", [(0x0F01, 3, [7])], 0)
    swapped = made.replace(directory("MM", [(0x0F01, 3, [7])], 0), note)
    assert notes(swapped) == {("Casio", "0x0f01"): "7"}


@pytest.mark.parametrize("shift", [-40, 40, 1000])
def test_a_moved_note_is_followed(shift: int) -> None:
    """A program that moved the note without correcting it does not hide the serial number."""
    entries: list[Entry] = [(0x00A0, 2, LONG), (0x0F01, 2, b"other text\0\0")]
    made = bytearray(noted(b"NIKON", b"Nikon\0\x01\0", None, entries))
    at = made.find(b"Nikon\0\x01\0") + 8
    for index in range(2):
        place = at + 2 + 12 * index + 8
        (old,) = struct.unpack_from("<I", made, place)
        struct.pack_into("<I", made, place, old + shift)
    assert notes(bytes(made))[("Nikon", "SerialNumber")] == "serial 0123456789"


def test_canon_says_how_far_its_note_was_moved() -> None:
    """The last eight bytes of a Canon note hold its first position."""
    entries: list[Entry] = [(0x0009, 2, LONG), (0x0F01, 7, bytes(300))]
    bare = notes(noted(b"Canon", b"", None, entries))
    plain = noted(b"Canon", b"", None, entries)
    body = directory("II", entries, 500) + header("II", 500)
    moved = block("II", [(0x010F, 2, b"Canon\0")], [(0x927C, 7, body)])
    assert notes(moved)[("Canon", "OwnerName")] == bare[("Canon", "OwnerName")]
    assert plain != moved


@pytest.mark.parametrize(
    ("make", "prefix", "entry", "expected"),
    [
        (b"Canon", b"", (0x000C, 4, [1234567]), ("SerialNumber", "0001234567")),
        (
            b"Canon",
            b"",
            (0x4019, 7, b"\0\0\x27\xce\xd3" + bytes(9)),
            ("LensSerialNumber", "000027ced3"),
        ),
        (b"Canon", b"", (0x0096, 2, b"ZA21\xff\xff"), ("InternalSerialNumber", "ZA21")),
        (
            b"RICOH",
            b"Ricoh\0\0\0",
            (0x0005, 7, bytes(range(16))),
            ("InternalSerialNumber", bytes(range(16)).hex()),
        ),
        (
            b"PENTAX",
            b"AOC\0II",
            (0x0215, 4, [1, 20060101, 3, 4, 998877]),
            ("InternalSerialNumber", "998877"),
        ),
        (
            b"NIKON",
            b"",
            (0x0039, 7, b"0100\x02DEU\0Munich".ljust(80, b"\0")),
            ("Location", "Munich"),
        ),
        (
            b"Panasonic",
            b"Panasonic\0\0\0",
            (0x0061, 7, (b"\x01\0\0\0Lena" + bytes(60))),
            ("RecognizedFace1Name", "Lena"),
        ),
    ],
)
def test_values_of_their_own_kind(
    make: bytes, prefix: bytes, entry: Entry, expected: tuple[str, str]
) -> None:
    """Numbers, records and hexadecimal serials come out as people know them."""
    found = notes(noted(make, prefix, None, [(0x0F01, 3, [7]), entry]))
    assert expected in {(name, value) for (_, name), value in found.items()}


def test_serials_of_olympus_stand_a_level_deeper() -> None:
    """The equipment directory of Olympus holds the serials of body and lens."""
    prefix, sub = (
        b"OLYMPUS\0II\x03\0",
        [(0x0101, 2, b"BODY1234567\0"), (0x0202, 2, b"LENS7654321\0")],
    )
    outer: list[Entry] = [(0x2010, 7, bytes(200))]
    at = 12 + 2 + 12 + 4
    outer = [(0x2010, 7, directory("II", sub, at).ljust(200, b"\0"))]
    found = notes(noted(b"OLYMPUS", prefix, 0, outer))
    assert found[("Olympus", "SerialNumber")] == "BODY1234567"
    assert found[("Olympus", "LensSerialNumber")] == "LENS7654321"


@pytest.mark.parametrize(
    ("make", "note", "expected"),
    [
        (
            b"RECONYX",
            b"\x01\xf1\x03\0".ljust(0x2A, b"\0") + "H500".encode("utf-16-le") + bytes(40),
            ("Reconyx", "SerialNumber", "H500"),
        ),
        (
            b"RECONYX",
            b"\x01\xf1".ljust(0x16, b"\0") + struct.pack("<6H", 31, 8, 9, 5, 7, 2015) + bytes(99),
            ("Reconyx", "DateTimeOriginal", "2015:05:07 09:08:31"),
        ),
        (
            b"RECONYX",
            b"\x01\xf1".ljust(0x16, b"\0") + struct.pack(">6H", 31, 8, 9, 5, 7, 2015) + bytes(99),
            ("Reconyx", "DateTimeOriginal", "2015:05:07 09:08:31"),
        ),
        (
            b"RECONYX",
            b"RECONYXUF\0".ljust(0x4B, b"\0") + b"U77\0" + bytes(40),
            ("Reconyx", "SerialNumber", "U77"),
        ),
        (
            b"EASTMAN KODAK",
            b"KCXBE54301234 \0".ljust(60, b"\0"),
            ("Kodak", "SerialNumber", "KCXBE54301234"),
        ),
        (b"Xiaomi", b'{"sensor":"a"}\0', ("Xiaomi", "Text", '{"sensor":"a"}')),
        (b"Nobody", b"\xfe\xdc\xba" * 30, ("Nobody", "unreadable", "(binary, 90 bytes)")),
        (b"", b"\xfe\xdc\xba" * 30, ("unknown", "unreadable", "(binary, 90 bytes)")),
    ],
)
def test_notes_that_are_no_directories(
    make: bytes, note: bytes, expected: tuple[str, str, str]
) -> None:
    """Plain records and text are read; all else is one unreadable field of its maker."""
    found = notes(block(image=[(0x010F, 2, make + b"\0")], photo=[(0x927C, 7, note)]))
    assert found[expected[:2]] == expected[2]


def test_previews_by_position_and_by_value() -> None:
    """A preview that a note points to, or holds, is a copy; the same bytes come once."""
    held = exif.copies(noted(b"Sony", b"SONY DSC \0\0\0", None, [(0x2001, 7, jpeg())]))
    assert [(copy.role, copy.data) for copy in held] == [("preview", jpeg())]
    entries: list[Entry] = [(0x0088, 4, [0]), (0x0089, 4, [len(jpeg())])]
    made = bytearray(noted(b"Minolta", b"", None, entries) + jpeg())
    at = made.find(struct.pack("<HHI", 0x0088, 4, 1))
    struct.pack_into("<I", made, at + 8, len(made) - len(jpeg()))
    (copy,) = exif.copies(bytes(made))
    assert copy.field.path == ("Exif", "MakerNote", "Minolta", "PreviewImage")
    assert copy.data == jpeg()


def test_a_preview_in_a_note_nobody_can_read() -> None:
    """JPEG streams are found by their markers where no directory tells of them."""
    note = b"\xfe\xdc\xba" * 30 + jpeg() + b"\xfe" * 9
    (copy,) = exif.copies(block(photo=[(0x927C, 7, note)]))
    assert copy.data == jpeg()


@given(st.sampled_from(LAYOUTS), st.binary(max_size=120), st.integers(0, 60))
def test_noise_in_notes(
    layout: tuple[bytes, bytes, int | None, str, int, str], noise: bytes, at: int
) -> None:
    """Noise behind each maker's header raises nothing and is not passed over."""
    make, prefix = layout[0], layout[1]
    note = prefix + directory("II", [(layout[4], 2, LONG)], 0)[:at] + noise
    made = block(image=[(0x010F, 2, make + b"\0")], photo=[(0x927C, 7, note)])
    found = [tag for tag in exif.tags(made) if tag.field.path[1] in ("MakerNote", "unreadable")]
    assert found or not note
    exif.copies(made)
