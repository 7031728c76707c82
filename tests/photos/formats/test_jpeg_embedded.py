"""Second pictures in a JPEG: wherever one hides, it is found, once, with what it is for."""

from __future__ import annotations

import base64
import struct
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.core.errors import Broken
from facevalue.photos.carriers import mpf as carrier
from facevalue.photos.formats.jpeg.blocks import EXTENDED_XMP, PHOTOSHOP, XMP, blocks
from facevalue.photos.formats.jpeg.embedded import embedded, trailer_pieces

from ...carriers import jpeg as telephone
from ...carriers import parts as carried
from . import jpeg_apps as made
from .jpeg_files import (
    dataset,
    film,
    mpf,
    put,
    put_before_scan,
    resource,
    sef,
    segment,
    small,
    with_second,
)

MARK = 2 + 4 + len(b"MPF\0")
"""Where the byte-order mark of an index stands that is the first segment."""
TINY = b"\xff\xd8\xff\xe0 a tiny picture \xff\xd9"
PACKET = carried.packet(f"GDepth:Data='{base64.b64encode(TINY).decode()}'>")


def found(jpeg: bytes) -> list[tuple[str, str, bytes]]:
    """Name, role and bytes of each copy."""
    return [(str(one.field), one.role, one.data) for one in embedded(jpeg)]


def test_an_ordinary_file_has_no_second_picture() -> None:
    """What Pillow writes carries one picture."""
    assert embedded(small()) == ()


def thermal(kind: int, data: bytes) -> bytes:
    """The content of one FLIR segment with one picture."""
    return made.flir_parts(made.flir((kind, bytes(32) + data)), 9000)[0]


EXIF = b"Exif\0\0" + carried.exif("any")
MORE = EXTENDED_XMP + b"k" * 32 + struct.pack(">II", len(PACKET), 0) + PACKET
SMALL = PHOTOSHOP + resource(1036, bytes(28) + TINY)
NEWS = PHOTOSHOP + resource(1028, dataset(2, 202, TINY))


@pytest.mark.parametrize(
    ("marker", "body", "name", "role"),
    [
        (0xE1, XMP + PACKET, "Xmp.GDepth.Data", "depth map"),
        (0xE1, MORE, "Xmp.GDepth.Data", "depth map"),
        (0xED, SMALL, "Photoshop.Thumbnail", "thumbnail"),
        (0xED, NEWS, "Iptc.Application2.ObjectPreviewData", "preview"),
        (0xE0, b"JFIF\0\1\2\1\0\1\0\1\1\1" + TINY, "Jfif.Thumbnail", "thumbnail"),
        (0xE0, b"JFXX\0\x10" + TINY, "Jfif.Extension", "thumbnail"),
        (0xE0, made.ciff("II", (0x2008, TINY)), "Ciff.ThumbnailImage", "thumbnail"),
        (0xE0, made.ciff("MM", (0x2007, TINY)), "Ciff.JpgFromRaw", "preview"),
        (0xE1, thermal(1, TINY), "Flir.RawThermalImage", "alternate picture"),
        (0xE1, thermal(0x0E, TINY), "Flir.EmbeddedImage", "alternate picture"),
        (0xE2, made.flashpix_data(3, b"head" + TINY), "FlashPix.stream3", "preview"),
        (0xE8, b"own" + TINY, "Jpeg.APP8", "preview"),
        (0xE2, b"own" + TINY, "Jpeg.APP2", "preview"),
    ],
)
def test_each_carrier(marker: int, body: bytes, name: str, role: str) -> None:
    """A picture in any segment is a copy: its name, its role, its bytes and nothing around them."""
    assert found(put(small(), segment(marker, body))) == [(name, role, TINY)]


def test_the_thumbnail_of_exif() -> None:
    """The small picture that cameras write is a copy; its own comment stays in it."""
    ((name, role, data),) = found(put(small(), segment(0xE1, EXIF)))
    assert (name, role) == ("Exif.Thumbnail.JPEGInterchangeFormat", "thumbnail")
    assert data == carried.jpeg("CANanythumbnailZ")


@pytest.mark.parametrize("role", ["gain map", "preview", "depth map", "motion video", "trailer"])
def test_a_telephone_file_has_them_all(role: str) -> None:
    """A file with everything a telephone writes gives each kind of copy, none of them twice."""
    copies = embedded(telephone.photograph())
    assert role in {copy.role for copy in copies}
    assert len({copy.data for copy in copies}) == len(copies)
    assert all(copy.data for copy in copies)


def test_the_same_bytes_count_once() -> None:
    """A thumbnail in two carriers is one copy, under the name that comes first."""
    same = [segment(0xE0, b"JFXX\0\x10" + TINY), segment(0xE1, XMP + PACKET), segment(0xE8, TINY)]
    assert found(put(small(), *same)) == [("Xmp.GDepth.Data", "depth map", TINY)]


def test_a_preview_over_several_segments() -> None:
    """Makers spread one picture over segments of a kind; it comes out whole."""
    whole = b"head" + small()
    cut = [segment(0xE7, whole[at : at + 500]) for at in range(0, len(whole), 500)]
    between = segment(0xE8, b"not of it")
    assert found(put(small(), *cut[:2], between, *cut[2:])) == [("Jpeg.APP7", "preview", small())]


def test_pictures_behind_the_end() -> None:
    """What the index lists, and what stands before, between and behind, is told apart."""
    other = put(small(), segment(0xFE, b"other"))
    listed = with_second(small(), other)
    assert found(listed) == [("Mpf.Image2", "alternate picture", other)]
    whole = listed + b"loose" + film() + sef((b"Depth_Map", TINY))
    assert found(whole) == [
        ("Mpf.Image2", "alternate picture", other),
        ("File.Trailer", "trailer", b"loose"),
        ("File.Trailer.Film", "motion video", film()),
        ("File.Trailer.Samsung.Depth_Map", "depth map", TINY),
    ]
    assert found(small() + other) == [("File.Trailer.JPEG", "alternate picture", other)]


def test_an_index_cannot_hide_a_picture() -> None:
    """Listed too short, with size 0, twice or not at all, a picture's bytes are all in copies."""
    tail = TINY + b"behind"
    at = len(put(small(), segment(0xE2, mpf(*[(0, 0, 0)] * 3)))) - MARK
    for size in (0, 1, len(TINY) - 2, len(tail) + 999):
        index = mpf((0x030000, 0, 0), (0, size, at), (0, size, at))
        copies = [data for _, _, data in found(put(small(), segment(0xE2, index)) + tail)]
        assert b"".join(copies) == tail
        assert b"" not in copies


def test_a_second_index_changes_nothing() -> None:
    """Only the first index counts, as programs do; the pictures are found all the same."""
    listed = with_second(small(), TINY)
    twice = put_before_scan(listed, segment(0xE2, mpf((0x030000, 9, 0), (0, 9, 9))))
    assert TINY in [data for _, _, data in found(twice)]


@pytest.mark.parametrize("cut", [5, 20, 70, 100])
def test_damaged_blocks_do_not_stop_the_search(cut: int) -> None:
    """Behind a thermal block that is cut off, other carriers are still searched."""
    block = thermal(0x0E, TINY)
    jpeg = put(small(), segment(0xE1, block[: 5 + cut]), segment(0xE8, TINY))
    assert ("Jpeg.APP8", "preview", TINY) in found(jpeg)


def test_what_stands_before_the_damage_is_found() -> None:
    """A record or segment that is damaged hides no picture that stands in front of it."""
    block = bytearray(made.flir((0x0E, bytes(32) + TINY), (1, b"raw")))
    block[108:112] = b"\0\xff\xff\xff"
    thermal_ = made.flir_parts(bytes(block), 9000)[0]
    assert [data for _, _, data in found(put(small(), segment(0xE1, thermal_)))] == [TINY]
    old = [segment(0xE0, body) for body in (made.ciff("II", (0x2008, TINY)), made.ciff("II")[:-4])]
    assert [data for _, _, data in found(put(small(), *old))] == [TINY]


def test_what_is_no_jpeg_is_broken() -> None:
    """Without the start marker there is nothing to search."""
    with pytest.raises(Broken):
        embedded(b"\x89PNG")


PIECES = st.lists(st.sampled_from([TINY, b"x", b"\xff\xd8\xff", b"\0\0"]), max_size=6).map(b"".join)
ENTRIES = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 90)), max_size=4)


@given(PIECES, ENTRIES)
def test_the_trailer_is_what_the_index_leaves(tail: bytes, listed: list[tuple[int, int]]) -> None:
    """Listed places and the pieces around them together are all that stands behind the end."""
    first = (0x030000, 0, 0)
    before = len(put(small(), segment(0xE2, mpf(first, *[first] * len(listed))))) - MARK
    index = mpf(first, *((0, size, before + at) for size, at in listed))
    jpeg = put(small(), segment(0xE2, index)) + tail
    places = carrier.places(jpeg, MARK)
    pieces = trailer_pieces(blocks(jpeg))
    assert sum(map(len, pieces)) + sum(end - at for at, end, _ in places) == len(tail)
    copies = {data for name, _, data in found(jpeg) if name.startswith("Mpf")}
    assert copies == {jpeg[at:end] for at, end, _ in places if at < end}


@pytest.mark.parametrize(
    ("flood", "tail"),
    [
        (segment(0xE8, TINY) * 15_000, b""),
        (segment(0xE1, XMP + PACKET) * 500, b""),
        (segment(0xED, SMALL) * 500, b""),
        (segment(0xE0, made.ciff("II", *[(0x2008, TINY)] * 1000)) * 20, b""),
        (segment(0xE2, mpf(*[(0, 60_000, 9)] * 4000)) * 20, TINY),
    ],
    ids=["own", "xmp", "photoshop", "ciff", "mpf"],
)
def test_floods_end_soon(flood: bytes, tail: bytes) -> None:
    """Thousands of carriers of one picture give it, in time, and not thousands of times."""
    start = time.process_time()
    copies = embedded(put(small(), flood) + tail)
    assert time.process_time() - start < 2
    assert [copy.data[: len(TINY)] for copy in copies] == [TINY]
