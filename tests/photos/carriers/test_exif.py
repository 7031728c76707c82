"""Exif: names, values, groups, thumbnails, and bytes that lie about themselves."""

from __future__ import annotations

import struct
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.core.photo import Tag
from facevalue.photos.carriers import exif

from .exif_blocks import block, directory, header, jpeg

ORDERS = ("II", "MM")


def values(untrusted: bytes) -> dict[str, str]:
    """Path to value; the last of a name wins."""
    return {str(tag.field): tag.value for tag in exif.tags(untrusted)}


@pytest.mark.parametrize("order", ORDERS)
def test_names_and_values_of_all_directories(order: str) -> None:
    """Every directory has its group, rationals are decimals, strings lose their NULs."""
    found = values(
        block(
            order,
            image=[(0x010F, 2, b"Cam\0"), (0x0112, 3, [6]), (0x011A, 5, [72, 1])],
            photo=[(0x829A, 5, [1, 250]), (0xA431, 2, b"SN 7\0\0"), (0x9000, 7, b"0232")],
            place=[(1, 2, b"N\0"), (2, 5, [48, 1, 8, 1, 61, 2]), (5, 1, [0])],
            small=[(0x0103, 3, [6])],
        )
    )
    assert found == {
        "Exif.Image.Make": "Cam",
        "Exif.Image.Orientation": "6",
        "Exif.Image.XResolution": "72",
        "Exif.Photo.ExposureTime": "0.004",
        "Exif.Photo.BodySerialNumber": "SN 7",
        "Exif.Photo.ExifVersion": "0232",
        "Exif.GPSInfo.GPSLatitudeRef": "N",
        "Exif.GPSInfo.GPSLatitude": "48 8 30.5",
        "Exif.GPSInfo.GPSAltitudeRef": "0",
        "Exif.Thumbnail.Compression": "6",
    }


@pytest.mark.parametrize(
    ("entry", "name", "value"),
    [
        ((0x9C9D, 1, "Zoë Ж\0".encode("utf-16-le")), "XPAuthor", "Zoë Ж"),
        ((0x013B, 2, "Zoë".encode()), "Artist", "Zoë"),
        ((0x013B, 2, b"Zo\xeb\0"), "Artist", "Zoë"),
        ((0x013B, 129, "Ж".encode()), "Artist", "Ж"),
        ((0x8298, 2, b"taker\0owner\0"), "Copyright", "taker; owner"),
        ((0x9999, 7, bytes(40)), "0x9999", "(binary, 40 bytes)"),
        ((0x9999, 7, jpeg()), "0x9999", f"(image/jpeg, {len(jpeg())} bytes)"),
        ((0x9999, 4, list(range(300))), "0x9999", "(300 numbers)"),
        ((0x011A, 5, [1, 0]), "XResolution", "undefined"),
        ((0x9999, 10, [-1, 3]), "0x9999", "-0.33333333"),
    ],
)
def test_values_of_awkward_kinds(entry: tuple[int, int, bytes], name: str, value: str) -> None:
    """Wide strings, several strings, nameless bytes and long lists come out as text."""
    tag, kind, data = entry
    sizes = {129: 7}
    made = block(image=[(tag, sizes.get(kind, kind), data)])
    if kind == 129:
        made = made.replace(struct.pack("<HH", tag, 7), struct.pack("<HH", tag, 129))
    assert values(made) == {f"Exif.Image.{name}": value}


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (b"ASCII\0\0\0at the lake\0", "at the lake"),
        (b"UNICODE\0" + "am See".encode("utf-16-le"), "am See"),
        (b"UNICODE\0" + "am See".encode("utf-16-be"), "am See"),
        (b"UNICODE\0" + "湖".encode("utf-16"), "湖"),
        (b"\0" * 8 + "Zoë".encode(), "Zoë"),
        (b"no code at all", "no code at all"),
    ],
)
def test_comments_lose_their_character_code(data: bytes, value: str) -> None:
    """A user comment is decoded by its eight-byte code, which is not part of it."""
    assert values(block(photo=[(0x9286, 7, data)])) == {"Exif.Photo.UserComment": value}


def test_the_usual_prefix_is_tolerated() -> None:
    """JPEG puts a word before the block; it may be there or not."""
    bare = block(image=[(0x010F, 2, b"Cam\0")])
    assert exif.tags(b"Exif\0\0" + bare) == exif.tags(bare)


@pytest.mark.parametrize("order", ORDERS)
def test_the_thumbnail_is_a_copy(order: str) -> None:
    """The JPEG stream of the second directory comes out byte for byte."""
    (copy,) = exif.copies(block(order, image=[(0x0112, 3, [1])], thumbnail=jpeg()))
    assert (copy.role, copy.media_type, copy.data) == ("thumbnail", "image/jpeg", jpeg())
    assert str(copy.field) == "Exif.Thumbnail.JPEGInterchangeFormat"


def test_bytes_that_no_field_accounts_for() -> None:
    """Words behind the last field are said, a picture there is a copy."""
    bare = block(image=[(0x0112, 3, [1])])
    assert values(bare + b"hidden words here")["Exif.unreferenced"] == "(binary, 17 bytes)"
    assert "Exif.unreferenced" not in values(bare + bytes(99))
    (copy,) = exif.copies(bare + bytes(9) + jpeg())
    assert (copy.data, copy.role) == (jpeg(), "preview")


def test_photoshop_layers_are_a_copy() -> None:
    """Layers inside a TIFF are pictures that other programs do not show."""
    (copy,) = exif.copies(block(image=[(0x935C, 7, b"layers" * 9)]))
    assert (copy.role, copy.data) == ("alternate picture", b"layers" * 9)


@pytest.mark.parametrize("number", range(1, 9))
def test_minimal_says_only_the_orientation(number: int) -> None:
    """What is put into a cleaned file holds one field, and it reads back."""
    made = exif.minimal(number)
    assert values(made) == {"Exif.Image.Orientation": str(number)}
    assert exif.orientation(made) == exif.orientation(b"Exif\0\0" + made) == number


@pytest.mark.parametrize("number", [0, 9, 65535])
def test_impossible_orientations(number: int) -> None:
    """A number that is no orientation reads as 1, and cannot be written."""
    assert exif.orientation(block(image=[(0x0112, 3, [number])])) == 1
    with pytest.raises(ValueError, match="orientation"):
        exif.minimal(number)


def test_a_value_outside_the_block_is_said() -> None:
    """A field whose bytes are not there is one unreadable field; the others are read."""
    made = bytearray(block(image=[(0x010E, 2, b"x" * 99), (0x0112, 3, [3])]))
    struct.pack_into("<I", made, 8 + 2 + 8, 5_000_000)
    found = values(bytes(made))
    assert found["Exif.unreadable"] == "Image.ImageDescription (binary, 99 bytes)"
    assert found["Exif.Image.Orientation"] == "3"


@pytest.mark.parametrize("untrusted", [b"", b"II", b"Exif\0\0", b"II*\0", b"hello, world"])
def test_what_is_no_block_is_one_unreadable_field(untrusted: bytes) -> None:
    """Nothing is raised and nothing is passed over in silence."""
    (tag,) = exif.tags(untrusted)
    assert tag.field.path == ("Exif", "unreadable")
    assert exif.copies(untrusted) == ()
    assert exif.orientation(untrusted) == 1


def test_circles_end() -> None:
    """Directories that point to each other or to themselves are read once."""
    entries = [(0x8769, 4, [8]), (0x8825, 4, [8]), (0x014A, 4, [8] * 200)]
    made = header("II") + directory("II", entries, 8, following=8)
    found = exif.tags(made)
    assert all(tag.field.path == ("Exif", "unreadable") for tag in found)
    assert 1 <= len(found) <= 210


def test_a_small_block_cannot_ask_for_much_work() -> None:
    """Thousands of entries over the same bytes, huge counts and pointer storms end fast."""
    count, far = 5000, 60_000
    shared = struct.pack("<HHII", 0x010E, 2, far, 60_010) * count
    storm = struct.pack("<HHII", 0x014A, 4, 250, 60_010) * count
    huge = struct.pack("<HHII", 0x010E, 12, 0xFFFFFFFF, 8) * count
    start = time.perf_counter()
    for entries in (shared, storm, huge):
        made = header("II") + struct.pack("<H", count) + entries
        made = made.ljust(60_010, b"\0") + b"\x08\0\0\0" * (far // 4)
        assert exif.tags(made)
        exif.copies(made)
    assert time.perf_counter() - start < 5


def test_exif_in_photoshop_in_exif_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks nested by another carrier are followed twice; deeper ones would double the work."""
    calls = []

    def nested(untrusted: bytes) -> tuple[Tag, ...]:
        calls.append(1)
        return exif.tags(untrusted) + exif.tags(untrusted)

    made = block(image=[(0x0112, 3, [1])])
    for _ in range(12):
        made = block(image=[(0x8649, 7, made)])
    monkeypatch.setattr("facevalue.photos.carriers.photoshop.tags", nested)
    found = exif.tags(made)
    assert len(calls) == 3
    assert {tag.field.path for tag in found} == {("Exif", "unreadable")}


def test_a_declared_count_beyond_the_end() -> None:
    """What is there is read, what is not there is said."""
    made = bytearray(block(image=[(0x0112, 3, [3])]))
    struct.pack_into("<H", made, 8, 900)
    found = values(bytes(made))
    assert found["Exif.Image.Orientation"] == "3"
    assert "fields are not there" in found["Exif.unreadable"]


WHOLE = block(
    "MM",
    image=[(0x010F, 2, b"Canon\0"), (0x8773, 7, b""), (0x0112, 3, [6])],
    photo=[(0x9286, 7, b"UNICODE\0x"), (0x927C, 7, directory("MM", [(9, 2, b"Zo\0")], 120))],
    place=[(2, 5, [48, 1, 8, 1, 61, 2])],
    thumbnail=jpeg(),
)


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(WHOLE) - 1),
            st.sampled_from([0, 1, 2, 7, 8, 13, 42, 0x7F, 0x80, 0xFF, 0x92, 0x7C]),
        ),
        max_size=12,
    ),
    st.integers(0, len(WHOLE)),
)
def test_damaged_blocks_are_read_as_far_as_they_go(
    changes: list[tuple[int, int]], length: int
) -> None:
    """Changed and shortened blocks raise nothing."""
    made = bytearray(WHOLE)
    for at, byte in changes:
        made[at] = byte
    untrusted = bytes(made[:length])
    assert exif.tags(untrusted)
    exif.copies(untrusted)
    assert 1 <= exif.orientation(untrusted) <= 8


@given(st.binary(max_size=200), st.sampled_from(["II", "MM"]))
def test_noise_behind_a_header(noise: bytes, order: str) -> None:
    """Any bytes behind a TIFF header raise nothing."""
    assert isinstance(exif.tags(header(order) + noise), tuple)
    exif.copies(header(order) + noise)
