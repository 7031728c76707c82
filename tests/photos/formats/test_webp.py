"""WebP: the coded pixels stay, every other chunk goes, and nothing hides between frames."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facevalue.core.errors import Broken
from facevalue.core.places import Size
from facevalue.photos.carriers import exif, icc
from facevalue.photos.carriers.icc_standard import Space
from facevalue.photos.formats.webp import WEBP
from tests.carriers import icc as profiles
from tests.carriers import parts
from tests.photos.formats.ends import stripped_for_good
from tests.photos.formats.webp_files import (
    CANARY,
    canvas,
    film,
    inside,
    pixels,
    riff,
    small,
    tags,
    taken_apart,
    with_chunks,
    written,
)

WORDS = CANARY.decode()
EXIF, XMP, ICC, FILM = 0x08, 0x04, 0x20, 0x02
PLAIN = {
    "lossy": small(),
    "lossless": small(lossless=True),
    "lossless, see-through": small(lossless=True, alpha=True),
    "lossy, see-through": small(alpha=True),
    "film": film(),
}
PARTS = (b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF")
KINDS = st.sampled_from((*PARTS, b"EXIF", b"XMP ", b"ICCP", b"C2PA", b"UNKN", b"\xff\0\0\0"))
CODED = dict(taken_apart(small()))[b"VP8 "]
DATA = st.one_of(
    st.binary(max_size=30),
    st.sampled_from((CODED, canvas(FILM)[1], canvas()[1], bytes(6), bytes(16), b"")),
    st.sampled_from((bytes(16) + written([(b"VP8 ", CODED)]), exif.minimal(6))),
)
LENGTHS = st.sampled_from((0, 1, 9, 10, 0x7FFFFFFF, 0xFFFFFFFF))
PIECES = st.one_of(
    st.builds(lambda kind, data: written([(kind, data)]), KINDS, DATA),
    st.builds(lambda kind, size: kind + struct.pack("<I", size), KINDS, LENGTHS),
    st.binary(max_size=9),
)
AWKWARD = st.builds(
    lambda size, pieces: b"RIFF" + struct.pack("<I", size) + b"WEBP" + b"".join(pieces),
    st.one_of(LENGTHS, st.integers(4, 200)),
    st.lists(PIECES, max_size=8),
)


@pytest.mark.parametrize("kind", list(PLAIN))
def test_a_plain_file_stays_as_it_is(kind: str) -> None:
    """There is nothing to take out of what Pillow writes, and no sample changes."""
    data = PLAIN[kind]
    assert WEBP.fields(data) == ()
    assert WEBP.embedded(data) == ()
    stripped = WEBP.strip(data)
    assert pixels(stripped.data) == pixels(data)
    assert WEBP.header(stripped.data) == WEBP.header(data)
    assert stripped.lossless
    assert stripped.kept == ()
    if kind != "lossless, see-through":
        assert stripped.data == data


@pytest.mark.parametrize("kind", list(PLAIN))
def test_planted_chunks_vanish(kind: str) -> None:
    """Exif, XMP, profiles, unknown chunks and what stands behind the end go."""
    more = [(b"EXIF", parts.exif("webp")), (b"XMP ", parts.xmp("webp")), (b"UNKN", CANARY)]
    more.append((b"ICCP", profiles.talkative(WORDS)))
    data = with_chunks(PLAIN[kind], *more, flags=EXIF | XMP | ICC) + CANARY
    stripped = WEBP.strip(data)
    assert CANARY not in stripped.data
    assert b"CAN" not in stripped.data
    assert stripped.kept == ("sRGB", "orientation")
    assert {str(tag.field) for tag in WEBP.fields(stripped.data)} == {"Exif.Image.Orientation"}
    assert WEBP.embedded(stripped.data) == ()
    assert pixels(stripped.data) == pixels(PLAIN[kind])
    assert WEBP.strip(stripped.data).data == stripped.data


@pytest.mark.parametrize(
    ("extra", "name", "value"),
    [
        ((b"EXIF", exif.minimal(3)), "Exif.Image.Orientation", "3"),
        ((b"EXIF", b"Exif\0\0" + exif.minimal(8)), "Exif.Image.Orientation", "8"),
        ((b"EXIF", b"junk"), "Exif.unreadable", "(binary, 4 bytes)"),
        ((b"XMP ", parts.packet("dc:format='x'>")), "Xmp.dc.format", "x"),
        ((b"UNKN", b"abc"), "WebP.UNKN", "(binary, 3 bytes)"),
        ((b"\xff\0 a", b""), "WebP.???a", "(binary, 0 bytes)"),
        ((b"VP8 ", b"abc"), "WebP.odd.VP8", "(binary, 3 bytes)"),
        ((b"ANIM", b"abc"), "WebP.odd.ANIM", "(binary, 3 bytes)"),
        ((b"VP8X", b"abc"), "WebP.odd.VP8X", "(binary, 3 bytes)"),
    ],
)
def test_every_chunk_is_a_field(extra: tuple[bytes, bytes], name: str, value: str) -> None:
    """Metadata is read out, and chunks that no program shows are described."""
    assert tags(with_chunks(small(), extra))[name] == value


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("kind", ["lossy", "lossless", "film"])
def test_orientation_survives(kind: str, turn: int) -> None:
    """The photo stays upright; the block that says so says nothing else."""
    words = parts.exif("webp").replace(b"\1\x12\0\3\0\0\0\1\0\6", b"\1\x12\0\3\0\0\0\1\0%c" % turn)
    data = with_chunks(PLAIN[kind], (b"EXIF", words), flags=EXIF)
    stripped = WEBP.strip(data)
    assert WEBP.header(data).size == (Size(24, 32) if turn > 4 else Size(32, 24))
    assert WEBP.header(stripped.data) == WEBP.header(data)
    assert WEBP.header(stripped.data).orientation == turn
    assert stripped.kept == (() if turn == 1 else ("orientation",))
    flags = dict(taken_apart(stripped.data)).get(b"VP8X", b"\0")[0]
    assert bool(flags & EXIF) == (b"EXIF" in stripped.data) == (turn != 1)


def test_a_wide_gamut_becomes_standard() -> None:
    """A profile's name, maker and words go; Display P3 stays Display P3."""
    given = profiles.usual(Space("P3", "sRGB"), cprt=profiles.text(WORDS))
    stripped = WEBP.strip(with_chunks(small(), (b"ICCP", given), flags=ICC))
    kinds = dict(taken_apart(stripped.data))
    assert kinds[b"VP8X"][0] == ICC
    assert icc.harmless(kinds[b"ICCP"]).profile == kinds[b"ICCP"]
    assert CANARY not in kinds[b"ICCP"]
    assert list(kinds) == [b"VP8X", b"ICCP", b"VP8 "]
    assert stripped.kept == ("Display P3",)
    assert pixels(stripped.data) == pixels(small())


def test_second_pictures_of_a_still_file_are_copies_and_go() -> None:
    """Only the first coded picture is shown; further ones and frames of no film are copies."""
    second = small(quality=5)
    hidden = (b"ANMF", bytes(16) + written(taken_apart(second)))
    data = with_chunks(small(), *taken_apart(second), hidden, (b"ALPH", CANARY))
    found = {(copy.role, copy.media_type, copy.data) for copy in WEBP.embedded(data)}
    assert ("alternate picture", "image/webp", second) in found
    assert ("alternate picture", "", hidden[1]) in found
    assert WEBP.header(data).frames == 1
    assert WEBP.strip(data).data == small()


def test_a_film_keeps_its_frames_and_nothing_between() -> None:
    """Chunks and second pictures inside a frame are fields, and go; so does a still picture."""
    grown = [
        (kind, data + written([(b"VP8 ", CODED), (b"note", CANARY)]) if kind == b"ANMF" else data)
        for kind, data in taken_apart(film())
    ]
    data = riff([*grown, (b"VP8 ", CODED), (b"ANIM", CANARY)])
    assert {"WebP.ANMF.note", "WebP.ANMF.VP8", "WebP.odd.VP8", "WebP.odd.ANIM"} <= set(tags(data))
    assert WEBP.header(data).frames == 3
    assert WEBP.strip(data).data == film()
    frames = [inside(data[16:]) for kind, data in taken_apart(film()) if kind == b"ANMF"]
    assert len(frames) == 3
    assert len(pixels(WEBP.strip(data).data)) == 3


def test_padding_and_sizes_carry_nothing() -> None:
    """Padding bytes become zero; bytes behind the size of the file are a trailer and go."""
    data = riff([*taken_apart(small()), (b"abcd", b"x")])[:-1] + b"Q"
    assert WEBP.strip(data).data == small()
    short = small() + written([(b"EXIF", parts.exif("webp"))])
    assert "File.Trailer" in " ".join(tags(short))
    assert WEBP.strip(short).data == small()


@pytest.mark.parametrize(
    "data",
    [
        riff([(b"EXIF", exif.minimal(6))]),
        riff([canvas(FILM), (b"ANIM", bytes(6))]),
        riff([canvas(wide=33), *taken_apart(small())]),
        riff([canvas(FILM), (b"ANIM", bytes(7)), *taken_apart(film())[2:]]),
        riff([canvas(FILM), (b"ANIM", bytes(6)), (b"ANMF", bytes(16))]),
        riff([canvas(FILM), (b"ANIM", bytes(6)), (b"ANMF", bytes(15))]),
        riff([(b"ALPH", CANARY), *taken_apart(small())]),
        riff([(b"VP8 ", CODED[:5])]),
        riff([(b"VP8 ", CODED), (b"VP8X", b"")]),
        small()[:-40],
        b"RIFF\xff\xff\xff\xffWEBPVP8 \xff\xff\xff\xff" + CODED,
        b"RIFF\xff\xff\xff\xffWEBP",
        b"RIFF",
    ],
)
def test_what_cannot_be_done_wholly_is_refused(data: bytes) -> None:
    """Without a whole picture of one size nothing half-done is written."""
    with pytest.raises(Broken):
        WEBP.strip(data)


@pytest.mark.parametrize("kind", ["lossy", "lossy, see-through", "film"])
def test_cut_off_anywhere(kind: str) -> None:
    """A file that ends early is refused or done, at every length."""
    data = with_chunks(PLAIN[kind], (b"EXIF", exif.minimal(6)), (b"UNKN", CANARY), flags=EXIF)
    for length in range(0, len(data), 1 + len(data) // 1500):
        _refused_or_done(data[:length])


@settings(deadline=None)
@given(AWKWARD)
def test_any_bytes_are_refused_or_stripped_for_good(untrusted: bytes) -> None:
    """Every method ends, raises only Refused, and a second strip changes nothing."""
    _refused_or_done(untrusted)


@settings(deadline=None)
@given(st.lists(st.tuples(KINDS, DATA), max_size=6), st.binary(max_size=20))
def test_any_further_chunks_go(extra: list[tuple[bytes, bytes]], tail: bytes) -> None:
    """Odd chunks behind the picture never change it, nor survive."""
    data = with_chunks(small(), *extra) + tail
    WEBP.fields(data)
    WEBP.embedded(data)
    stripped = WEBP.strip(data).data
    assert {kind for kind, _ in taken_apart(stripped)} <= {b"VP8X", b"ICCP", b"VP8 ", b"EXIF"}
    assert [data for kind, data in taken_apart(stripped) if kind == b"VP8 "] == [CODED]


def _refused_or_done(data: bytes) -> None:
    """Every method answers or refuses; a stripped file is whole and its own stripped form."""
    once = stripped_for_good(WEBP, data)
    if once is not None:
        assert taken_apart(once)
