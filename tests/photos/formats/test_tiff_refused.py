"""TIFF: what cannot be taken over completely is refused, and damage raises nothing else."""

from __future__ import annotations

import struct
import time
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.core.errors import Broken, NotAPhoto, Refused
from facevalue.photos.formats.tiff import TIFF

from ..carriers.exif_blocks import directory, header
from .tiff_files import picture, plain, saved


@pytest.mark.parametrize(
    "data",
    [
        plain(extra=((50706, 1, [1, 4, 0, 0]),)),
        plain(extra=((33421, 3, [2, 2]),)).replace(
            struct.pack("<HHIH", 262, 3, 1, 1), struct.pack("<HHIH", 262, 3, 1, 32803)
        ),
        b"IIU\0" + plain()[4:],
        b"IIRO" + plain()[4:],
        header("II", 16) + b"CR\x02\0" + bytes(40),
    ],
    ids=["dng", "cfa", "rw2", "orf", "cr2"],
)
def test_raw_files_are_refused(data: bytes) -> None:
    """Raw files are claimed and refused with words that say what to do."""
    assert TIFF.mine(data[:64])
    for ask in (TIFF.header, TIFF.strip):
        with pytest.raises(NotAPhoto, match="Export it as JPEG or TIFF"):
            ask(data)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (plain(compression=6), "old kind of JPEG"),
        (plain(compression=3), "another compression"),
        (plain(counted=129), "outside the file"),
        (plain(counted=90), "does not end"),
        (plain(strip=zlib.compress(bytes(129)), compression=8), "does not end"),
        (plain(strip=b"\x80\x00\x01", compression=5), "does not end"),
        (plain(extra=((256, 3, [16]),)), "twice"),
        (b"II+\0" + plain()[4:], "BigTIFF"),
        (header("II", 8) + directory("II", [(270, 2, b"x")], 8), "no width"),
        (header("II", 0), "no picture"),
    ],
)
def test_what_cannot_be_done_wholly_is_refused(data: bytes, why: str) -> None:
    """A file whose picture cannot be taken over completely is not taken over at all."""
    with pytest.raises(Broken, match=why):
        TIFF.strip(data)
    TIFF.fields(data)
    TIFF.embedded(data)


def test_circles_and_huge_counts_end() -> None:
    """Pages in a circle and a million declared strips are refused at once."""
    circle = bytearray(plain())
    struct.pack_into("<I", circle, 8 + 2 + 12 * 9, 8)
    huge = plain().replace(struct.pack("<HHI", 273, 4, 1), struct.pack("<HHI", 273, 4, 0x0FFFFFFF))
    start = time.perf_counter()
    for data in (bytes(circle), huge):
        TIFF.header(data)
        TIFF.fields(data)
        TIFF.embedded(data)
        with pytest.raises(Broken):
            TIFF.strip(data)
    assert time.perf_counter() - start < 2


WHOLE = saved(picture("RGB"), compression="tiff_lzw", tiffinfo={270: "words", 274: 3})


@given(
    st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=8),
    st.integers(0, len(WHOLE)),
    st.booleans(),
)
def test_damaged_files_are_refused_or_done(
    changes: list[tuple[int, int]], length: int, late: bool
) -> None:
    """Changed and shortened files raise nothing but Refused, and what is written reads again."""
    made = bytearray(WHOLE)
    for at, byte in changes:
        made[-1 - at % 300 if late else at] = byte
    data = bytes(made[:length])
    TIFF.fields(data)
    TIFF.embedded(data)
    try:
        header_before = TIFF.header(data)
        done = TIFF.strip(data)
    except Refused:
        return
    assert TIFF.header(done.data).size == header_before.size
    assert TIFF.strip(done.data).data == done.data
