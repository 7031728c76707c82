"""Boxes: sizes of every kind, sizes that lie, bytes that are no box."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.core.errors import Broken
from facevalue.photos import limits
from facevalue.photos.carriers.bmff import box, full, full_box, inside, shown, text, walk
from facevalue.photos.view import View

SIZES = st.sampled_from([0, 1, 7, 8, 9, 16, 0x7FFFFFFF, 0xFFFFFFFF])
PIECES = st.one_of(
    st.binary(max_size=12),
    SIZES.map(lambda size: size.to_bytes(4, "big") + b"uuid"),
    st.binary(max_size=9).map(lambda body: box("free", body)),
    SIZES.map(lambda size: b"\0\0\0\1mdat" + size.to_bytes(8, "big")),
)


def test_written_boxes_are_read_back() -> None:
    """What ``box`` and ``full_box`` write, ``walk`` and ``full`` read, with positions."""
    raw = box("free", b"abc") + full_box("pitm", 1, 2, b"xyz")
    level = walk(View(raw), base=100)
    free, pitm = level.boxes
    assert (free.kind, free.at, free.start, free.end) == ("free", 100, 108, 111)
    assert free.body.whole() == b"abc"
    version, flags, rest = full(pitm)
    assert (version, flags, rest.whole()) == (1, 2, b"xyz")
    assert len(level.rest) == 0


def test_a_long_size_is_followed() -> None:
    """Size 1 means that the real size stands in the eight bytes behind the type."""
    raw = b"\0\0\0\1mdat" + (19).to_bytes(8, "big") + b"abc" + box("free")
    assert [one.kind for one in walk(View(raw)).boxes] == ["mdat", "free"]
    assert walk(View(raw)).boxes[0].body.whole() == b"abc"


def test_size_nothing_means_to_the_end() -> None:
    """Size 0 takes all bytes that are left."""
    level = walk(View(box("free") + b"\0\0\0\0mdatabc"))
    assert level.boxes[1].body.whole() == b"abc"


def test_an_extended_type_is_read() -> None:
    """A uuid box has its sixteen bytes apart from its body."""
    (one,) = walk(View(box("uuid", bytes(range(16)), b"abc"))).boxes
    assert one.uuid == bytes(range(16)).hex()
    assert one.body.whole() == b"abc"
    assert one.start == 24


@pytest.mark.parametrize("size", [2, 7, 12, 0xFFFFFFFF])
def test_a_size_that_cannot_be_ends_the_walk(size: int) -> None:
    """Below the header or past the end: the bytes are rest, not a box, and nothing raises."""
    level = walk(View(box("free", b"x") + size.to_bytes(4, "big") + b"moov"))
    assert [one.kind for one in level.boxes] == ["free"]
    assert level.rest_at == 9
    assert len(level.rest) == 8


def test_a_long_size_that_lies_ends_the_walk() -> None:
    """A 64-bit size below sixteen or past the end is no box."""
    for size in (0, 15, 2**63):
        assert not walk(View(b"\0\0\0\1mdat" + size.to_bytes(8, "big"))).boxes


def test_many_boxes_are_not_all_walked() -> None:
    """After the limit of entries the rest is rest."""
    level = walk(View(box("free") * (limits.ENTRIES + 5)))
    assert len(level.boxes) == limits.ENTRIES
    assert len(level.rest) == 40


def test_a_short_full_box_is_broken() -> None:
    """A full box has four bytes at least; one without is Broken, not an IndexError."""
    (one,) = walk(View(box("pitm", b"ab"))).boxes
    with pytest.raises(Broken):
        full(one)
    with pytest.raises(Broken):
        inside(one, 4)


def test_texts_end_at_a_nul_or_at_the_end() -> None:
    """A string without its NUL is read to the end; one that is no UTF-8 is Latin-1."""
    assert text(View(b"ab\0c"), 0) == ("ab", 3)
    assert text(View(b"ab\0c"), 3) == ("c", 4)
    assert text(View(b"ab"), 7) == ("", 2)
    assert text(View(b"Andr\xe9\0"), 0)[0] == "André"


def test_types_are_shown_without_control_characters() -> None:
    """A type of four odd bytes is shown as a number."""
    assert shown("hvc1") == "hvc1"
    assert shown("xml ") == "xml"
    assert shown("\x00\x1b[m") == "0x001b5b6d"


@given(st.lists(PIECES, max_size=12).map(b"".join))
def test_no_bytes_make_the_walk_fail(raw: bytes) -> None:
    """Boxes and rest cover any bytes completely and in order."""
    level = walk(View(raw))
    at = 0
    for one in level.boxes:
        assert one.at == at
        assert at < one.end <= len(raw)
        at = one.end
    assert level.rest_at == at
    assert level.rest.whole() == raw[at:]
