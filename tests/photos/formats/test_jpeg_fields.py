"""Fields of a JPEG: every carrier is read, every byte that is no picture is accounted for."""

from __future__ import annotations

import struct
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.core.errors import Broken
from facevalue.photos import limits
from facevalue.photos.formats.jpeg.blocks import EXTENDED_XMP, PHOTOSHOP, XMP, blocks
from facevalue.photos.formats.jpeg.fields import fields
from facevalue.photos.formats.jpeg.segments import parts

from ...carriers import icc as profiles
from ...carriers import jpeg as telephone
from ...carriers import parts as carried
from ..carriers.test_jumbf import cbor, store
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

SECONDS = 2
ORDER = ["Exif", "Xmp", "Iptc", "Photoshop", "Icc", "C2pa", "Mpf", "Jpeg"]
ORDER += ["Jfif", "PictureInfo", "FlashPix", "File"]
USUAL = {(str(tag.field), tag.value) for tag in fields(small())}


def found(jpeg: bytes) -> list[tuple[str, str]]:
    """Dotted names with their values, without what every file has."""
    return [pair for tag in fields(jpeg) if (pair := (str(tag.field), tag.value)) not in USUAL]


def more(guid: bytes, packet: bytes, at: int, size: int) -> bytes:
    """A segment of extended XMP."""
    head = EXTENDED_XMP + guid.ljust(32, b"0") + struct.pack(">II", len(packet), at)
    return segment(0xE1, head + packet[at : at + size])


def test_an_ordinary_file_has_ordinary_fields() -> None:
    """What Pillow writes says its version and density, and nothing else."""
    assert {name.split(".")[0] for name, _ in USUAL} == {"Jfif"}


def test_every_carrier_is_read_in_its_order() -> None:
    """Exif, XMP, Photoshop, profile, credentials, MPF, comments, makers, trailer."""
    groups = list(dict.fromkeys(tag.field.path[0] for tag in fields(telephone.photograph())))
    assert groups == ORDER


@pytest.mark.parametrize(
    ("jpeg", "expected"),
    [
        (put(small(), segment(0xFE, b"of Ada")), ("Jpeg.Comment", "of Ada")),
        (put(small(), segment(0xFE, "Zoë".encode("latin-1"))), ("Jpeg.Comment", "Zoë")),
        (put(small(), segment(0xFE, bytes(5000))), ("Jpeg.Comment", "(binary, 5000 bytes)")),
        (put(small(), segment(0xE8, b"own")), ("Jpeg.APP8", "own")),
        (put(small(), segment(0xF0, b"own")), ("Jpeg.0xf0", "(binary, 7 bytes)")),
        (put_before_scan(small(), b"stray"), ("Jpeg.Stray", "stray")),
        (put_before_scan(small(), b"\xff\xff\xff"), ("Jpeg.Fill", "(3 fill bytes)")),
        (put_before_scan(small(), b"\xff\xd8"), ("Jpeg.SecondStart", "(binary, 2 bytes)")),
        (put_before_scan(small(), b"\xff\xd3"), ("Jpeg.Stray", "(binary, 2 bytes)")),
        (put(small(), b"\xff\xe1\0\1"), ("Jpeg.Stray", "(binary, 4 bytes)")),
        (small()[:-2] + b"\xff\xfe\0\x20Ada", ("Jpeg.Cut", "(binary, 7 bytes)")),
        (small() + b"behind", ("File.Trailer", "behind")),
        (
            put(small(), segment(0xE2, b"ICC_PROFILE\0\1\2Ada")),
            ("Icc.unreadable", "(binary, 21 bytes)"),
        ),
        (put(small(), segment(0xEB, b"JP\0\1\0\0")), ("C2pa.unreadable", "(binary, 6 bytes)")),
        (put(small(), segment(0xE0, b"JFIF\0\1")), ("Jpeg.APP0.unreadable", "(binary, 6 bytes)")),
        (put(small(), segment(0xE2, b"MPF\0Ada")), ("Mpf.unreadable", "(binary, 3 bytes)")),
        (put(small(), segment(0xE1, XMP + b"<x")), ("Xmp.unreadable", "(binary, 2 bytes)")),
    ],
)
def test_nothing_is_passed_over(jpeg: bytes, expected: tuple[str, str]) -> None:
    """Comments, unknown and damaged segments, stray and fill bytes, trailers: a tag each."""
    assert expected in found(jpeg)


@pytest.mark.parametrize("pieces", [1, 3])
def test_blocks_over_several_segments_are_joined(pieces: int) -> None:
    """Photoshop resources, a profile and extended XMP are read as if they were in one piece."""
    resources = resource(4000, b"Ada") + resource(1028, dataset(2, 90, b"Munich"))
    profile = profiles.rgb(profiles.LCD, profiles.gamma(1.8), dmnd=profiles.text("a maker"))
    packet = carried.packet("><dc:source>Bob</dc:source>")
    cut = [
        [len(one) * n // pieces for n in range(pieces + 1)] for one in (resources, profile, packet)
    ]
    segments = [
        segment(0xED, PHOTOSHOP + resources[a:b]) for a, b in zip(cut[0], cut[0][1:], strict=False)
    ]
    for number, (a, b) in enumerate(zip(cut[1], cut[1][1:], strict=False), 1):
        segments.append(segment(0xE2, b"ICC_PROFILE\0" + bytes((number, pieces)) + profile[a:b]))
    for a, b in zip(reversed(cut[2][:-1]), reversed(cut[2][1:]), strict=False):
        segments.append(more(b"one", packet, a, b - a))
    answer = found(put(small(), *segments))
    for expected in (
        ("Photoshop.0x0fa0", "Ada"),
        ("Iptc.Application2.City", "Munich"),
        ("Icc.dmnd", "a maker"),
        ("Xmp.dc.source", "Bob"),
    ):
        assert answer.count(expected) == 1
    assert not any("unreadable" in name for name, _ in answer)


def test_extended_xmp_with_a_hole() -> None:
    """Parts behind a hole are said; what is whole under another key is read."""
    packet = carried.packet("><dc:source>Bob</dc:source>")
    holed = [more(b"one", packet, 0, 40), more(b"one", packet, 50, 60)]
    answer = found(put(small(), *holed, more(b"two", packet, 0, 9000)))
    assert ("Xmp.unreadable", "(binary, 60 bytes)") in answer
    assert ("Xmp.unreadable", "(binary, 40 bytes)") in answer
    assert answer.count(("Xmp.dc.source", "Bob")) == 1


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0)])
def test_credentials_over_several_segments(order: tuple[int, ...]) -> None:
    """Boxes are joined by their numbers, in whatever order the segments stand."""
    whole = store(cbor("c2pa.claim", {"dc:title": "Ada" * 40}))
    cut = [whole[8:30], whole[30:99], whole[99:]]
    head = [b"JP\0\1" + struct.pack(">I", number + 1) + whole[:8] for number in range(3)]
    jpeg = put(small(), *(segment(0xEB, head[n] + cut[n]) for n in order))
    assert ("C2pa.c2pa.claim.dc:title", "Ada" * 40) in found(jpeg)


def test_pictures_of_the_index_are_no_trailer() -> None:
    """A second picture that MPF lists is described by MPF; what stands behind it is a trailer."""
    listed = with_second(small(), small()) + film()
    names = [name for name, _ in found(listed)]
    assert ("Mpf.Image2", f"undefined, {len(small())} bytes at") in [
        (name, value.rpartition(" ")[0]) for name, value in found(listed)
    ]
    assert "File.Trailer.JPEG" not in names
    assert "File.Trailer.Film" in names
    assert "File.Trailer.JPEG" in [name for name, _ in found(small() + small())]
    unlisted = put(small(), segment(0xE2, mpf((0x030000, 9, 0)))) + small()
    assert "File.Trailer.JPEG" in [name for name, _ in found(unlisted)]


def test_a_trailer_of_a_telephone() -> None:
    """Samsung's blocks behind the picture have their names."""
    answer = found(small() + sef((b"Image_UTC_Data", b"1700000000000")))
    assert ("File.Trailer.Samsung.Image_UTC_Data", "1700000000000") in answer


def test_what_is_no_jpeg_is_broken() -> None:
    """Without the start marker there is nothing to read."""
    for other in (b"", b"\xff", b"\x89PNG"):
        with pytest.raises(Broken):
            fields(other)
        with pytest.raises(Broken):
            blocks(other)


@pytest.mark.parametrize(
    "flood",
    [
        segment(0xFE, b"x") * 30_000,
        segment(0xE5, b"x") * 30_000,
        segment(0xE1, XMP + b"<") * 15_000,
        segment(0xE1, b"Exif\0\0") * 30_000,
        segment(0xED, PHOTOSHOP + resource(4000, b"")) * 30_000,
        segment(0xE2, mpf(*[(0, 0, 0)] * 1000)) * 60,
        segment(0xEB, b"JP\0\1\0\0\0\1\0\0\0\x08jumb") * 30_000,
        more(b"one", b"x" * 9, 0, 9) * 15_000,
        b"\xff\xfe\0\1" * 30_000,
    ],
    ids=range(9),
)
def test_floods_end_soon(flood: bytes) -> None:
    """Thousands of segments are read in time, up to the limit, and the rest is one tag."""
    start = time.process_time()
    every = fields(put(small(), flood))
    assert time.process_time() - start < SECONDS
    assert len(every) <= limits.ENTRIES + 1
    assert "unread" in str(every[-1].field) or len(every) < limits.ENTRIES


def test_fields_over_the_limit_are_one_tag() -> None:
    """The last tag says that there is more."""
    every = fields(put(small(), segment(0xE2, mpf(*[(0, 0, 0)] * 250)) * 90))
    assert len(every) == limits.ENTRIES + 1
    assert (str(every[-1].field), every[-1].value) == ("Jpeg.unread", "more fields than are read")


SEGMENTS = st.one_of(
    st.builds(segment, st.sampled_from([*range(0xE0, 0xF0), 0xFE]), st.binary(max_size=30)),
    st.sampled_from([b"\xff", b"\xff\xd8", b"stray", b"\xff\xe1\0\0", segment(0xFE, b"Ada")]),
)


@given(st.lists(SEGMENTS, max_size=6), st.binary(max_size=20), st.booleans())
def test_all_bytes_are_sorted(extra: list[bytes], tail: bytes, last: bool) -> None:
    """Every segment of metadata lands in one kind, all other parts in ``rest``."""
    jpeg = (put_before_scan if last else put)(small(), *extra) + tail
    sorted_ = blocks(jpeg)
    kept = {part.at for part in sorted_.rest}
    metadata = [part for part in parts(jpeg) if part.at not in kept]
    assert all(part.kind == "segment" for part in metadata)
    assert all(0xE0 <= part.marker < 0xF0 or part.marker == 0xFE for part in metadata)
    assert [jpeg[part.body] for part in metadata if part.marker == 0xFE] == sorted_.comments
    unknown = [(part.marker, jpeg[part.body]) for part in metadata if part.marker == 0xE8]
    assert [one for one in sorted_.other if one[0] == 0xE8] == unknown
    stay = [part for part in parts(jpeg) if 0xC0 <= part.marker < 0xE0 or part.kind != "segment"]
    assert {part.at for part in stay} <= kept
