"""MPF: the index of further pictures is read, and only pictures that are there are followed."""

from __future__ import annotations

import struct
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.core.errors import Broken
from facevalue.photos.carriers import mpf
from facevalue.photos.sniff import described

from ...carriers import parts
from ..formats.jpeg_files import mpf as index
from .exif_blocks import directory, header, sign

JPEG = b"\xff\xd8\xff\xe0 a small picture \xff\xd9"
MARK = len(b"MPF\0")
FIRST = (0x030000, 1000, 0)
Row = tuple[int, int, int]


def block(order: str, rows: list[Row], own: list[tuple[int, int, bytes | list[int]]]) -> bytes:
    """An index in either byte order with this picture's own attributes behind it."""
    listed = b"".join(struct.pack(sign(order) + "IIIHH", *row, 0, 0) for row in rows)
    entries = [(0xB000, 7, b"0100"), (0xB001, 4, [len(rows)]), (0xB002, 7, listed)]
    second = 8 + len(directory(order, entries, 8))
    made = header(order) + directory(order, entries, 8, second if own else 0)
    return made + (directory(order, own, second) if own else b"")


def found(untrusted: bytes) -> list[tuple[str, str]]:
    """Dotted names without the leading Mpf, with their values."""
    return [(".".join(tag.field.path[1:]), tag.value) for tag in mpf.tags(untrusted)]


def file(*rows: Row, behind: bytes = b"") -> bytes:
    """An index at position 0 with these entries, then pictures; positions count from there."""
    return index(*rows)[MARK:] + behind


def after(*rows: Row) -> int:
    """The position right behind an index of so many entries."""
    return len(file(*rows))


@pytest.mark.parametrize("order", ["II", "MM"])
def test_the_index_comes_out(order: str) -> None:
    """Version, count, a line per picture, and the attributes of the first one."""
    rows = [FIRST, (0x20010001, 300, 2000), (0, 40, 9), (0x123456, 1, 2)]
    made = block(order, rows, [(0xB101, 4, [1]), (0xB206, 5, [65, 10]), (0xC999, 2, b"Ada\0")])
    assert found(made) == [
        ("MPFVersion", "0100"),
        ("NumberOfImages", "4"),
        ("Image1", "primary picture, 1000 bytes at 0"),
        ("Image2", "large thumbnail, VGA, 300 bytes at 2000"),
        ("Image3", "undefined, 40 bytes at 9"),
        ("Image4", "type 0x123456, 1 bytes at 2"),
        ("MPIndividualNum", "1"),
        ("BaselineLength", "6.5"),
        ("0xc999", "Ada"),
    ]
    assert [(one.kind, one.size, one.at) for one in mpf.images(made)[:2]] == [
        FIRST,
        (0x010001, 300, 2000),
    ]


@pytest.mark.parametrize("kind", mpf.KINDS)
def test_each_type_has_its_role(kind: int) -> None:
    """The type in the index says what a further picture is for."""
    at = after(FIRST, FIRST)
    (copy,) = mpf.copies(file(FIRST, (kind, len(JPEG), at), behind=JPEG + b"tail"), 0)
    assert (str(copy.field), copy.media_type, copy.data) == ("Mpf.Image2", "image/jpeg", JPEG)
    assert copy.role == mpf.KINDS[kind][1]


def test_an_undefined_type_is_looked_up_in_the_picture() -> None:
    """Telephones write type 0: what the picture calls itself counts."""
    gain, plain = parts.gain_map("any"), parts.jpeg("depth map of Ada")
    at = after(FIRST, FIRST, FIRST, FIRST)
    rows = [(0, len(gain), at), (0, len(plain), at + len(gain)), (0, 9, at + len(gain + plain))]
    copies = mpf.copies(file(FIRST, *rows, behind=gain + plain + JPEG), 0)
    assert [copy.role for copy in copies] == ["gain map", "depth map", "alternate picture"]


AT = after(FIRST, FIRST, FIRST)
SIZE = len(JPEG)


@pytest.mark.parametrize(
    ("size", "at", "there"),
    [
        (SIZE, 0, []),
        (SIZE, 5, []),
        (SIZE, 10_000, []),
        (0xFFFFFFFF, 0xFFFFFFF0, []),
        (SIZE, AT, []),
        (SIZE, AT + SIZE + 1, []),
        (SIZE, AT + SIZE, [(AT + SIZE, AT + 2 * SIZE, 0)]),
        (10_000, AT + SIZE, [(AT + SIZE, AT + 2 * SIZE, 0)]),
    ],
)
def test_only_pictures_that_are_there(
    size: int, at: int, there: list[tuple[int, int, int]]
) -> None:
    """The first picture, and positions out of the file, of no JPEG or listed before, count not."""
    whole = file(FIRST, (0, SIZE, AT), (0, size, at), behind=JPEG + JPEG)
    assert mpf.places(whole, 0) == [(AT, AT + SIZE, 0), *there]


def test_overlapping_pictures_count_once() -> None:
    """Of entries on the same bytes the first in the file stays; none is read twice."""
    at = after(*[FIRST] * 5)
    inner = JPEG[:3] + JPEG
    rows = [(1, len(inner), at), (2, 9, at), (3, len(JPEG), at + 3), (4, 4, at + len(inner))]
    places = mpf.places(file(FIRST, *rows, behind=inner + JPEG), 0)
    assert places == [(at, at + len(inner), 1), (at + len(inner), at + len(inner) + 4, 4)]


@pytest.mark.parametrize("shift", [0, 77])
def test_positions_count_from_the_mark(shift: int) -> None:
    """An index that stands later in the file moves its pictures with it."""
    whole = bytes(shift) + file(FIRST, (0, len(JPEG), after(FIRST, FIRST)), behind=JPEG)
    assert [copy.data for copy in mpf.copies(whole, shift)] == [JPEG]
    assert mpf.copies(whole, shift + 1) == ()


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"MM\0*",
        b"no index at all",
        b"MM\0*\0\0\xff\xff",
        block("MM", [FIRST], [])[:11].replace(b"\0\x08", b"\0\x0a"),
    ],
)
def test_a_damaged_index_is_one_tag(damaged: bytes) -> None:
    """Without a directory there is a tag that says so, and no picture."""
    assert found(damaged) == [("unreadable", described(damaged))]
    assert mpf.copies(damaged, 0) == ()
    with pytest.raises(Broken):
        mpf.images(damaged)


def test_values_outside_are_said() -> None:
    """An entry that points nowhere is named; a directory that repeats itself ends."""
    made = bytearray(index(FIRST, FIRST)[MARK:])
    made[42:46] = b"\xff\xff\xff\0"
    assert ("unreadable", "0xb002") in found(bytes(made))
    assert mpf.images(bytes(made)) == []
    made[46:50] = b"\0\0\0\x08"
    assert found(bytes(made))[-1][0] == "unreadable"
    assert found(block("II", [FIRST], []))[-1] == ("Image1", "primary picture, 1000 bytes at 0")


@pytest.mark.parametrize("tag", [0xB002, 0xC000])
@pytest.mark.parametrize("kind", [1, 2, 7])
def test_shared_values_do_not_multiply(tag: int, kind: int) -> None:
    """Thousands of entries on the same bytes of one segment make neither text nor time."""
    row = struct.pack(">HHII", tag, kind, 60_000, 8)
    start = time.process_time()
    answer = found(b"MM\0*\0\0\0\x08" + struct.pack(">H", 5400) + row * 5400)
    assert time.process_time() - start < 1
    assert sum(len(name + value) for name, value in answer) < 500_000
    assert len(answer) < 6000


def test_more_pictures_than_any_camera_writes() -> None:
    """Entries over the limit are not followed."""
    at = after(*[FIRST] * (mpf.IMAGES + 9))
    rows = [(0, 4, at + 4 * number) for number in range(mpf.IMAGES + 8)]
    whole = file(FIRST, *rows, behind=b"\xff\xd8\xff\xd9" * len(rows))
    assert len(mpf.places(whole, 0)) == mpf.IMAGES - 1


NUMBERS = st.integers(0, 300) | st.integers(0, 2**32 - 1)
ROWS = st.lists(st.tuples(st.sampled_from([0, *mpf.KINDS]), NUMBERS, NUMBERS), max_size=6)


@given(
    ROWS, st.lists(st.sampled_from([b"\xff\xd8\xff", b"\xff", b"ab"]), max_size=60).map(b"".join)
)
def test_places_lie_in_the_file_one_behind_the_other(rows: list[Row], behind: bytes) -> None:
    """Whatever the index lists, places are inside, begin like a JPEG and do not overlap."""
    whole, last = file(*rows, behind=behind), 0
    for at, end, _ in mpf.places(whole, 0):
        assert last <= at <= end <= len(whole)
        assert whole[at : at + 3] == b"\xff\xd8\xff"
        last = end


@given(ROWS, st.data())
def test_damage_never_raises(rows: list[Row], data: st.DataObject) -> None:
    """Any byte of the index may be wrong, and it may end anywhere."""
    spoiled = bytearray(file(*rows, behind=JPEG))
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(spoiled) - 1))
        spoiled[at] = data.draw(st.sampled_from([0, 1, 8, 127, 255]))
    cut = bytes(spoiled[: data.draw(st.integers(0, len(spoiled)))])
    for damaged in (bytes(spoiled), cut):
        mpf.tags(damaged)
        mpf.copies(damaged, data.draw(st.integers(0, 9)))
