"""Strip: the same pixels, and nothing else."""

from __future__ import annotations

import contextlib
import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from facevalue.core.errors import Broken, Refused
from facevalue.demo.phone import dressed
from facevalue.photos.carriers import exif
from facevalue.photos.formats.jpeg.format import JPEG
from facevalue.photos.formats.jpeg.segments import EOI as END
from facevalue.photos.formats.jpeg.segments import SOS, parts
from tests.photos.formats.jpeg_files import (
    CANARY,
    EOI,
    film,
    kinds,
    pixels,
    put,
    put_before_scan,
    resource,
    sef,
    segment,
    small,
    with_second,
)
from tests.photos.formats.test_jpeg_segments import AWKWARD

HARMLESS = {"Jfif", "Adobe"}


def planted(jpeg: bytes) -> bytes:
    """The file with a canary in every place there is."""
    thumbnail = put(small(), segment(0xFE, CANARY))
    jpeg = put_before_scan(jpeg, segment(0xFE, CANARY), CANARY, b"\xff\xff\xff")
    scan_end = max(part.end for part in parts(jpeg) if part.kind == "scan")
    jpeg = jpeg[:scan_end] + segment(0xE9, CANARY) + CANARY + jpeg[scan_end:]
    jpeg = put(
        dressed(jpeg, thumbnail),
        segment(0xE0, b"JFXX\0\x10" + thumbnail),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + CANARY),
        segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + b"A" * 40 + CANARY),
        segment(0xED, b"Photoshop 3.0\0" + resource(1028, b"\x1c\x02\x78\0\x0b" + CANARY)),
        segment(0xEB, b"JP\0\1\0\0\0\1\0\0\0\x13jumb" + CANARY),
        segment(0xE5, b"unknown" + CANARY),
        segment(0xE2, b"ICC_PROFILE\0\1\1" + CANARY),
        segment(0xEE, b"Adobe\0\x64\0\0\0\0\1" + CANARY),
        segment(0xE0, b"JFIF\0\1\2\1\0\x48\0\x48\4\1" + CANARY + b"\0"),
    )
    return with_second(jpeg, thumbnail) + film() + sef((b"Image_UTC_Data", CANARY)) + CANARY


@pytest.mark.parametrize("kind", list(kinds()))
def test_pixels_stay_bit_for_bit(kind: str) -> None:
    """Whatever the coding, decoded pixels are the same before and after."""
    stripped = JPEG.strip(kinds()[kind])
    assert stripped.lossless
    assert pixels(stripped.data) == pixels(kinds()[kind])


@pytest.mark.parametrize("kind", ["baseline", "progressive", "restarts", "grey"])
def test_planted_strings_vanish(kind: str) -> None:
    """Nothing planted in any carrier survives, and the pixels stay."""
    jpeg = planted(kinds()[kind])
    assert jpeg.count(CANARY) > 15
    stripped = JPEG.strip(jpeg).data
    assert CANARY not in stripped
    assert b"F17QX0DEMO42" not in stripped
    assert JPEG.embedded(stripped) == ()
    assert {tag.field.path[0] for tag in JPEG.fields(stripped)} <= HARMLESS
    assert pixels(stripped)[1:] == pixels(jpeg)[1:]


def test_a_plain_file_stays_as_it_is() -> None:
    """There is nothing to take out of what Pillow writes, so no byte changes."""
    assert JPEG.strip(small()).data == small()
    assert JPEG.strip(small()).kept == ()


@pytest.mark.parametrize("turn", range(1, 9))
def test_orientation_is_put_back(turn: int) -> None:
    """The photo stays upright; the block that says so says nothing else."""
    picture = Image.open(io.BytesIO(small()))
    about = Image.Exif()
    about[0x0112], about[0x010F] = turn, CANARY.decode()
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=about)
    stripped = JPEG.strip(out.getvalue())
    assert JPEG.header(stripped.data) == JPEG.header(out.getvalue())
    assert JPEG.header(stripped.data).orientation == turn
    assert stripped.kept == (() if turn == 1 else ("orientation",))
    assert CANARY not in stripped.data
    assert (b"Exif" in stripped.data) == (turn != 1)


def test_srgb_needs_no_profile_and_others_become_standard() -> None:
    """A profile's maker, text and date go; its colours stay."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    jpeg = small(icc_profile=srgb)
    assert b"ICC_PROFILE" in jpeg
    assert b"ICC_PROFILE" not in JPEG.strip(jpeg).data


def test_a_profile_with_parts_missing_goes() -> None:
    """Decoders ignore it, and it could be anything."""
    jpeg = put(small(), segment(0xE2, b"ICC_PROFILE\0\1\2" + CANARY))
    assert CANARY not in JPEG.strip(jpeg).data


def test_adobe_keeps_twelve_bytes() -> None:
    """The colour transform must stay or the colours turn; what follows it must not."""
    jpeg = put(kinds()["four colours"], b"")
    stripped = JPEG.strip(jpeg).data
    assert b"\xff\xee\x00\x0eAdobe" in stripped
    assert JPEG.strip(put(jpeg, segment(0xEE, b"Ad" + CANARY))).data == stripped


def test_fill_bytes_go_from_everywhere() -> None:
    """Their number could carry a message."""
    jpeg = small(restart_marker_rows=1)
    filled = jpeg.replace(b"\xff\xd0", b"\xff\xff\xff\xd0").replace(b"\xff\xda", b"\xff\xff\xda")
    filled = filled[:-2] + b"\xff\xff" + EOI
    assert filled != jpeg
    assert JPEG.strip(filled).data == JPEG.strip(jpeg).data


@pytest.mark.parametrize("kind", ["baseline", "progressive", "restarts"])
def test_cut_off_anywhere(kind: str) -> None:
    """A file that ends early keeps its pixels and gets an end, or is refused; never more."""
    jpeg = kinds()[kind]
    first = next(part.end for part in parts(jpeg) if part.marker == SOS)
    for length in range(2, len(jpeg), 7):
        try:
            stripped = JPEG.strip(jpeg[:length]).data
        except Broken:
            assert length < first
            continue
        assert stripped.endswith(EOI)
        assert JPEG.strip(stripped).data == stripped
        if kind != "progressive":  # there Pillow gives up where others show what they have
            assert pixels(stripped, cut=True) == pixels(jpeg[:length], cut=True)


def test_a_missing_end_is_added() -> None:
    """Decoders assume one; with it the file is what it was before the end was lost."""
    assert JPEG.strip(small()[:-2]).data == small()
    assert JPEG.strip(small()[:-1]).data == small()


@pytest.mark.parametrize(
    ("jpeg", "word"),
    [
        (small()[:-2] + small(), "second JPEG"),
        (put(small(), b"\xff\xd8"), "second JPEG"),
        (put_before_scan(small(), segment(0xDE, bytes(15))), "hierarchical"),
        (put_before_scan(small(), segment(0xDF, b"\x11")), "hierarchical"),
        (put_before_scan(small(), segment(0xF7, bytes(15))), "kind that is not in use"),
        (put_before_scan(small(), segment(0xDB, b"\0" * 65 + CANARY)), "does not fit"),
        (put_before_scan(small(), segment(0xDD, b"\0\1" + CANARY)), "does not fit"),
        (put_before_scan(small(), segment(0xC4, CANARY)), "does not fit"),
        (put_before_scan(small(), segment(0xC0, b"\x08\0\1\0\1\1\1\x11\0")), "twice"),
        (put(small(), b"\xff\xdb\0\1"), "impossible length"),
        (b"\xff\xd8" + EOI + small(), "ends before"),
        (b"\xff\xd8" + segment(0xDA, b"\1\1\0\0\x3f\0") + b"abc" + EOI, "before its size"),
        (b"\xff\xd8\xff\xe1\0\2" * 1 + b"\xff\xe1\0\2" * 30_000, "more parts"),
    ],
)
def test_what_cannot_be_stripped_completely_is_broken(jpeg: bytes, word: str) -> None:
    """The sentence says what is wrong; nothing half-done is returned."""
    with pytest.raises(Broken, match=word):
        JPEG.strip(jpeg)


def test_a_number_of_lines_that_comes_later_stays() -> None:
    """A height of 0 is filled in behind the first scan; any further such segment goes."""
    jpeg = bytearray(small())
    at = jpeg.find(b"\xff\xc0") + 5
    height = bytes(jpeg[at : at + 2])
    jpeg[at : at + 2] = b"\0\0"
    later = bytes(jpeg[:-2]) + segment(0xDC, height) + segment(0xDC, b"hi") + EOI
    assert JPEG.header(later).size == JPEG.header(small()).size
    stripped = JPEG.strip(later).data
    assert stripped.count(segment(0xDC, height)) == 1
    assert segment(0xDC, b"hi") not in stripped
    assert JPEG.strip(small()[:-2] + segment(0xDC, b"hi") + EOI).data == small()


@given(AWKWARD)
def test_any_bytes_are_refused_or_stripped_for_good(untrusted: bytes) -> None:
    """Every method ends, raises only Refused, and a second strip changes nothing."""
    with contextlib.suppress(Refused):
        JPEG.header(untrusted)
    JPEG.fields(untrusted)
    JPEG.embedded(untrusted)
    try:
        stripped = JPEG.strip(untrusted).data
    except Refused:
        return
    assert JPEG.strip(stripped).data == stripped


@given(
    st.lists(
        st.tuples(st.sampled_from((0xE0, 0xE1, 0xE2, 0xEB, 0xEC, 0xED, 0xEE, 0xEF, 0xFE)),
                  st.sampled_from((b"JFIF\0", b"Exif\0\0MM\0*", b"ICC_PROFILE\0\1\1", b"Adobe",
                                   b"JP\0\1", b"Photoshop 3.0\x008BIM", b"MPF\0II*\0", b"",
                                   b"\xff")),
                  st.binary(max_size=40)),
        max_size=6,
    ),
    st.binary(max_size=40),
)  # fmt: skip
def test_any_segments_go(extra: list[tuple[int, bytes, bytes]], tail: bytes) -> None:
    """Odd metadata segments never change the coded pixels, nor survive."""
    jpeg = put(small(), *(segment(marker, start + rest) for marker, start, rest in extra)) + tail
    JPEG.fields(jpeg)
    JPEG.embedded(jpeg)
    stripped = JPEG.strip(jpeg).data
    assert JPEG.strip(stripped).data == stripped
    assert _coded(stripped) == _coded(small())
    assert {tag.field.path[0] for tag in JPEG.fields(stripped)} <= HARMLESS | {"Exif", "Icc"}


def _coded(jpeg: bytes) -> bytes:
    """Tables, frame and scans as they stand."""
    every = (part for part in parts(jpeg) if part.kind == "scan" or 0xC0 <= part.marker <= 0xDD)
    return b"".join(jpeg[part.at : part.end] for part in every if part.marker != END)


@given(st.integers(0, 8), st.integers(0, 65_535))
def test_orientation_comes_from_the_first_block(turn: int, other: int) -> None:
    """Impossible numbers are taken as upright."""
    block = bytearray(exif.minimal(6))
    block[18:20] = struct.pack(">H", turn)
    jpeg = put(small(), segment(0xE1, b"Exif\0\0" + bytes(block)))
    assert JPEG.header(jpeg).orientation == (turn or 1)
