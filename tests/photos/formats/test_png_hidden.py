"""PNG that hides something in its own parts, lies about lengths or is cut off."""

from __future__ import annotations

import struct
import time
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facevalue.core.errors import Broken
from facevalue.photos.formats.png import PNG
from tests.carriers.png import MAGIC, chunk, text
from tests.photos.formats.ends import stripped_for_good
from tests.photos.formats.png_files import (
    CANARY,
    film,
    frame,
    laced,
    pixels,
    put,
    put_last,
    small,
    tags,
    taken_apart,
    with_pixels,
)

RAW = b"\0abcd\0efgh"
PACKED = zlib.compress(RAW)
ONE_FRAME = chunk(b"acTL", struct.pack(">II", 1, 0))
SHOWN = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs"}
SHOWN |= {b"cICP", b"mDCV", b"cLLI", b"acTL", b"fcTL", b"fdAT", b"IEND"}
ASIDE = (b"eXIf", b"iCCP", b"tEXt", b"zTXt", b"iTXt", b"caBX", b"hIST", b"tIME", b"prVt", b"PLTE")
KINDS = (*sorted(SHOWN), *ASIDE)
DATA = st.one_of(
    st.binary(max_size=30),
    st.sampled_from((b"\0" * 4, b"\0\0\0\1" * 2, bytes(26), PACKED, CANARY, small()[16:29])),
    st.binary(max_size=20).map(lambda raw: b"a\0\0" + zlib.compress(raw)),
)
CHUNKS = st.lists(st.builds(chunk, st.sampled_from(ASIDE), DATA), max_size=8).map(b"".join)
LENGTHS = st.sampled_from((0, 1, 3, 12, 13, 0x7FFFFFFF, 0xFFFFFFFF))
PIECES = st.one_of(
    st.builds(chunk, st.sampled_from(KINDS), DATA),
    st.builds(lambda size, kind: struct.pack(">I", size) + kind, LENGTHS, st.sampled_from(KINDS)),
    st.binary(max_size=9),
)
HEADS = st.sampled_from((b"", small()[8:33], small("P")[8:33], film()[8:33], laced()[8:33]))
AWKWARD = st.builds(lambda head, rest: MAGIC + head + b"".join(rest), HEADS, st.lists(PIECES))


@pytest.mark.parametrize(
    ("data", "field"),
    [
        *(
            (put(small(), chunk(kind, CANARY)), f"Png.odd.{kind.decode()}")
            for kind in (b"bKGD", b"sBIT", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"cICP")
        ),
        (put(small(), chunk(b"mDCV", CANARY)), "Png.odd.mDCV"),
        (put(small(), chunk(b"acTL", CANARY)), "Png.odd.acTL"),
        (put(small("P"), chunk(b"PLTE", CANARY)), "Png.odd.PLTE"),
        (put(small("L"), chunk(b"tRNS", b"\0\1canary")), "Png.odd.tRNS"),
        (put(small("P"), chunk(b"tRNS", b"x" * 257)), "Png.odd.tRNS"),
        (put(small(), chunk(b"gAMA", b"ABCD"), chunk(b"gAMA", b"EFGH")), "Png.odd.gAMA"),
        (put(small(), chunk(b"IHDR", small()[16:29])), "Png.odd.IHDR"),
        (put_last(small(), frame(0, b"hidden picture")), "Png.odd.fdAT"),
        (put_last(film(), frame(3, b"hidden frame")), "Png.odd.fdAT"),
        (put_last(film(), chunk(b"fdAT", b"\0\0\0\4" + CANARY)), "Png.fdAT.after"),
        (put_last(put(small(), ONE_FRAME), frame(0, b"a" * 5000)), "Png.fdAT.unread"),
        (with_pixels(zlib.compress(RAW + CANARY)), "Png.IDAT.unread"),
        (with_pixels(PACKED[:-4] + b"abcd" + CANARY), "Png.IDAT.unread"),
        (with_pixels(zlib.compress(RAW + b"abc"), laced=True), "Png.IDAT.unread"),
    ],
)
def test_chunks_of_the_picture_carry_nothing_else(data: bytes, field: str) -> None:
    """What an allowed chunk says beyond its purpose is a field, and a strip refuses it."""
    assert field in tags(data)
    with pytest.raises(Broken, match="hidden in"):
        PNG.strip(data)


def test_frames_that_are_never_shown_are_copies() -> None:
    """Pictures of no film, or beyond the number that the film says, are second pictures."""
    for plain, number in ((small(), 0), (film(), 3)):
        (copy,) = PNG.embedded(put_last(plain, frame(number, b"hidden picture")))
        assert copy.role == "alternate picture"
        assert zlib.decompress(copy.data) == b"hidden picture"
        assert PNG.embedded(plain) == ()


def test_bytes_behind_the_packed_pixels_go() -> None:
    """In the same chunk, in a further one or behind a megabyte: no decoder reads them."""
    plain = with_pixels(PACKED)
    for behind in (CANARY, CANARY * 300_000):
        data = with_pixels(PACKED + behind)
        more = put_last(data, chunk(b"IDAT", CANARY))
        assert tags(data)["Png.IDAT.after"] == f"(binary, {len(behind)} bytes)"
        assert PNG.strip(data).data == PNG.strip(more).data == plain
    assert PNG.strip(laced()).data == laced()
    assert pixels(laced())[0][1] == (11, 9)
    assert PNG.strip(put(small(), chunk(b"PLTE", b"abc" * 9))).data == small()


@pytest.mark.parametrize("size", [12, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF])
@pytest.mark.parametrize("kind", [b"tEXt", b"IDAT", b"prVt"])
def test_huge_lengths_are_refused(size: int, kind: bytes) -> None:
    """A chunk that claims more than there is ends the reading at once."""
    data = small()[:33] + struct.pack(">I", size) + kind + b"\0" * 11
    for ask in (PNG.header, PNG.fields, PNG.embedded, PNG.strip):
        with pytest.raises(Broken):
            ask(data)


def test_packed_bombs_are_not_unpacked_whole() -> None:
    """A text of 256 MiB packed into little, and pixels without end, take little time."""
    zeros = zlib.compress(bytes(1 << 28), 1)
    start = time.process_time()
    value = tags(put(small(), chunk(b"zTXt", b"a\0\0" + zeros)))["Png.zTXt.a"]
    assert len(value) < 1 << 25
    with pytest.raises(Broken):
        PNG.strip(with_pixels(zeros))
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    "data", [small("P"), film(), put(small(), text("Comment", "words")), laced() + CANARY]
)
def test_cut_off_anywhere(data: bytes) -> None:
    """A file that ends early is refused or done, at every length."""
    for length in range(0, len(data), 1 + len(data) // 1500):
        _refused_or_done(data[:length])


@settings(deadline=None)
@given(AWKWARD)
def test_any_bytes_are_refused_or_stripped_for_good(untrusted: bytes) -> None:
    """Every method ends and raises only Refused; what is written has known chunks only."""
    _refused_or_done(untrusted)


def _refused_or_done(data: bytes) -> None:
    """Every method answers or refuses; a stripped file is whole and its own stripped form."""
    once = stripped_for_good(PNG, data)
    if once is not None:
        assert {kind for kind, _ in taken_apart(once)} <= SHOWN | {b"eXIf", b"iCCP"}


@settings(deadline=None)
@given(CHUNKS, st.binary(min_size=4, max_size=4), CHUNKS, st.binary(max_size=20))
def test_any_further_chunks_go(before: bytes, gamma: bytes, behind: bytes, tail: bytes) -> None:
    """Odd chunks around the pixels never change them, and none but plain ones survives."""
    data = put_last(put(small(), before, chunk(b"gAMA", gamma)), behind) + tail
    PNG.fields(data)
    PNG.embedded(data)
    stripped = PNG.strip(data).data
    kinds = [kind for kind, _ in taken_apart(stripped) if kind not in (b"eXIf", b"iCCP")]
    assert kinds == [b"IHDR", b"gAMA", b"IDAT", b"IEND"]
    assert CANARY not in stripped
    assert pixels(stripped)[0][2] == pixels(small())[0][2]
