"""The walker names every byte of whatever begins like a JPEG."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.core.errors import Broken
from facevalue.photos.formats.jpeg.segments import EOI, end_of_picture, parts
from tests.photos.formats.jpeg_files import kinds, put, segment, small

BYTES = st.sampled_from(
    (b"\xff", b"\0", b"\xd8", b"\xd9", b"\xda", b"\xe1", b"\xc0", b"\xc4", b"\xd0", b"\xfe", b"a")
)
LENGTHS = st.sampled_from((b"\0\0", b"\0\1", b"\0\2", b"\0\3", b"\0\x08", b"\xff\xff"))
MARKERS = st.sampled_from((0xC0, 0xC4, 0xDA, 0xDB, 0xDC, 0xE0, 0xE1, 0xED, 0xFE, 0xD0, 0xD8, 0xD9))
PIECES = st.one_of(
    BYTES,
    st.binary(max_size=6),
    st.builds(lambda marker, size: bytes((0xFF, marker)) + size, MARKERS, LENGTHS),
    st.builds(segment, MARKERS, st.lists(BYTES, max_size=8).map(b"".join)),
)
AWKWARD = st.lists(PIECES, max_size=30).map(b"".join).map(lambda tail: b"\xff\xd8" + tail)


@given(AWKWARD)
def test_parts_follow_each_other_without_gaps(untrusted: bytes) -> None:
    """From the first byte to the last, each byte belongs to exactly one part."""
    here = 0
    for part in parts(untrusted):
        assert part.at == here < part.end
        here = part.end
    assert here == len(untrusted)


@given(AWKWARD)
def test_the_end_is_the_first_end_marker(untrusted: bytes) -> None:
    """Only a marker, not bytes inside a segment, ends the picture."""
    ends = [part.end for part in parts(untrusted) if part.marker == EOI and part.kind == "marker"]
    assert len(ends) <= 1
    assert end_of_picture(untrusted) == (ends[0] if ends else len(untrusted))


@pytest.mark.parametrize("kind", list(kinds()))
def test_ordinary_files_have_only_ordinary_parts(kind: str) -> None:
    """What Pillow writes has no stray bytes and ends with its end marker."""
    found = list(parts(kinds()[kind]))
    assert {part.kind for part in found} <= {"marker", "segment", "scan"}
    assert found[-1].marker == EOI


def test_an_end_marker_inside_a_segment_ends_nothing() -> None:
    """A thumbnail in Exif has its own end marker."""
    jpeg = put(small(), segment(0xE1, b"Exif\0\0" + small()))
    assert end_of_picture(jpeg) == len(jpeg)


def test_what_is_no_jpeg_is_broken() -> None:
    """Two other bytes at the beginning are refused."""
    with pytest.raises(Broken):
        list(parts(b"\xff\xd9\xff\xd8"))


@pytest.mark.parametrize(
    "tail",
    [b"\xff\xe1\0\2" * 100_000, b"\xff" * 2_000_000, b"\xff\xd0" * 100_000, b"\xff\0" * 500_000],
)
def test_many_parts_end_soon(tail: bytes) -> None:
    """A file of nothing but markers is given up in time, its rest a part of its own."""
    start = time.process_time()
    found = list(parts(b"\xff\xd8" + tail))
    assert time.process_time() - start < 2
    assert found[-1].end == len(tail) + 2
    assert len(found) < 50_000
