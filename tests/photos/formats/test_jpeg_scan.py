"""Past the pixels at memory speed: the same answer as reading byte by byte."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facevalue.photos.formats.jpeg.scan import FIRST, MOST, Scan, scan_from

AWKWARD = st.lists(
    st.sampled_from((b"\xff\0", b"\xff\xd0", b"\xff\xd7", b"\xff\xff", b"\xff", b"\0", b"x" * 9)),
    max_size=40,
).map(b"".join)


def slowly(untrusted: bytes, at: int) -> Scan:
    """The same by the letter of the standard, one byte after the other."""
    filled = False
    for here in range(at, len(untrusted) - 1):
        second = untrusted[here + 1]
        if untrusted[here] != 0xFF or second == 0 or 0xD0 <= second <= 0xD7:
            continue
        if second != 0xFF:
            return Scan(here, filled)
        filled = True
    return Scan(len(untrusted), filled)


@given(AWKWARD, st.sampled_from((b"", b"\xff\xd9", b"\xff\xda", b"\xff\x01")), AWKWARD)
def test_as_reading_byte_by_byte(before: bytes, marker: bytes, after: bytes) -> None:
    """Stuffed bytes, restarts and fill belong to the pixels, the first other marker ends them."""
    data = b"\xff\xd9" + before + marker + after
    assert scan_from(data, 2) == slowly(data, 2)


def test_a_marker_across_the_edge_of_a_look_is_seen() -> None:
    """However the file falls into looks of growing length, no pair is cut in two."""
    edges = [FIRST * (2**n - 1) for n in range(1, 8)]
    edges += [edges[-1] + MOST * n for n in range(1, 3)]
    for edge in edges:
        for at in range(edge - 2, edge + 2):
            data = bytes(at) + b"\xff\xd9" + bytes(100)
            assert scan_from(data, 0) == Scan(at, filled=False)


def test_nothing_after_the_end() -> None:
    """An empty rest, a lone byte and a lone FF have no marker."""
    for data in (b"", b"\0", b"\xff"):
        assert scan_from(data, 0) == Scan(len(data), filled=False)
