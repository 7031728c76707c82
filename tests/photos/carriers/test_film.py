"""Films: times, places and user data come out; nesting and damage do not stop the reading."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.photos import limits
from facevalue.photos.carriers import film
from facevalue.photos.carriers.bmff import box, full_box


def u32(number: int) -> bytes:
    return number.to_bytes(4, "big")


def named(*boxes: bytes) -> dict[str, str]:
    """Dotted names and values of a film with these boxes in its ``moov``."""
    raw = box("ftyp", b"isom", bytes(4)) + box("moov", *boxes) + box("mdat", b"samples")
    return {str(tag.field): tag.value for tag in film.tags(raw)}


def keyed(name: bytes, value: bytes) -> bytes:
    """QuickTime metadata: a key and its value."""
    keys = full_box("keys", 0, 0, u32(1), box("mdta", name))
    data = box("data", u32(1), u32(0), value)
    return box("meta", full_box("hdlr", 0, 0, bytes(21)), keys, box("ilst", box("\0\0\0\1", data)))


@pytest.mark.parametrize(
    ("made", "name", "value"),
    [
        (full_box("mvhd", 0, 0, u32(3_800_000_000)), "mvhd.unreadable", "(binary, 8 bytes)"),
        (
            full_box("tkhd", 1, 0, u32(0), u32(9), bytes(8)),
            "tkhd.CreateDate",
            "1904-01-01T00:00:09Z",
        ),
        (full_box("mdhd", 1, 0, b"\xff" * 16), "mdhd.CreateDate", str(2**64 - 1)),
        (full_box("hdlr", 0, 0, bytes(20), b"My maker\0"), "hdlr", "My maker"),
        (box("udta", box("\xa9xyz", b"\0\x08\0\0+48+002/")), "©xyz", "+48+002/"),
        (box("udta", box("auth", b"Ada")), "auth", "Ada"),
        (box("udta", box("blob", b"\0\1\2")), "blob", "(binary, 3 bytes)"),
        (box("udta", keyed(b"com.example.location", b"Paris")), "com.example.location", "Paris"),
        (keyed(b"com.example.model", b"Phone 9"), "com.example.model", "Phone 9"),
        (box("zzzz", b"abc"), "zzzz", "(binary, 3 bytes)"),
        (box("free", b"abc"), "free", "(binary, 3 bytes)"),
        (box("uuid", b"\xab" * 16), "ab" * 16, "(binary, 0 bytes)"),
        (b"stray", "rest", "(binary, 5 bytes)"),
    ],
)
def test_each_kind_of_field_comes_out(made: bytes, name: str, value: str) -> None:
    """Times, names, user data in each of its forms, and unknown boxes are tags."""
    assert named(made)[f"Film.{name}"] == value


def test_structure_is_no_finding() -> None:
    """A film without times or user data gives no tags."""
    track = box("trak", full_box("tkhd", 0, 0, bytes(80)), box("mdia", box("minf", box("stbl"))))
    assert named(full_box("mvhd", 0, 0, bytes(96)), track, box("free", bytes(9))) == {}


def test_nesting_and_floods_end() -> None:
    """Boxes in boxes end at the limit with an unread tag, and so do too many fields."""
    deep = box("trak", b"x")
    for _ in range(limits.NESTING * 30):
        deep = box("trak", deep)
    assert "Film.trak.unread" in named(deep)
    flood = [box("udta", box("name", b"x") * 15_000)] * 2
    assert named(*flood)["Film.unread"] == "more fields than are read"


PIECES = st.recursive(
    st.binary(max_size=12),
    lambda inner: st.tuples(
        st.sampled_from(["moov", "udta", "meta", "ilst", "keys", "mvhd", "hdlr", "\xa9xyz"]),
        st.lists(inner, max_size=3),
    ).map(lambda made: box(made[0], *made[1])),
    max_leaves=10,
)


@given(PIECES)
def test_no_bytes_make_the_reader_fail(raw: bytes) -> None:
    """Whatever the boxes hold, tags come back."""
    film.tags(raw)
