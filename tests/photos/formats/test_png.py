"""PNG and APNG: the packed pixels stay, every other byte is accounted for."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

import pytest

from facevalue.core.places import Size
from facevalue.photos.carriers import exif, icc
from facevalue.photos.carriers.icc_standard import Space
from facevalue.photos.formats.png import PNG
from tests.carriers import icc as profiles
from tests.carriers import parts
from tests.carriers.png import chunk, packed, text, wide
from tests.photos.formats.png_files import (
    CANARY,
    film,
    pixels,
    put,
    put_last,
    small,
    tags,
    taken_apart,
)

WORDS = CANARY.decode()
MODES = ("RGB", "RGBA", "L", "LA", "P", "1", "I;16", "P with holes")


@pytest.mark.parametrize("mode", MODES)
def test_a_plain_file_stays_as_it_is(mode: str) -> None:
    """There is nothing to take out of what Pillow writes, so no byte changes."""
    assert PNG.fields(small(mode)) == ()
    assert PNG.embedded(small(mode)) == ()
    stripped = PNG.strip(small(mode))
    assert stripped.data == small(mode)
    assert stripped.lossless
    assert stripped.kept == ()


@pytest.mark.parametrize(
    ("extra", "name", "value"),
    [
        (text("Author", "Ada"), "Png.tEXt.Author", "Ada"),
        (packed("parameters", b"a cat"), "Png.zTXt.parameters", "a cat"),
        (wide("Title", "Zürich".encode()), "Png.iTXt.Title", "Zürich"),
        (chunk(b"iTXt", b"a\0\0\0de\0b\0c"), "Png.iTXt.a", "c (de b)"),
        (chunk(b"tIME", struct.pack(">HBBBBB", 2026, 5, 7, 1, 2, 3)), "Png.tIME", None),
        (chunk(b"tIME", b"short"), "Png.tIME", "(binary, 5 bytes)"),
        (chunk(b"eXIf", exif.minimal(3)), "Exif.Image.Orientation", "3"),
        (chunk(b"prVt", b"abc"), "Png.prVt", "(binary, 3 bytes)"),
        (chunk(b"\xff\0a1", b"abc"), "Png.??a1", "(binary, 3 bytes)"),
        (chunk(b"iCCP", b"Ada's\0\0" + zlib.compress(b"junk")), "Png.iCCP.name", "Ada's"),
    ],
)
def test_every_chunk_is_a_field(extra: bytes, name: str, value: str | None) -> None:
    """Texts are shown, other chunks described, and a strip leaves the plain file."""
    found = tags(put(small(), extra))
    assert found[name] == (value or "2026:05:07 01:02:03")
    if b"eXIf" not in extra:
        assert PNG.strip(put(small(), extra)).data == small()


@pytest.mark.parametrize("where", [put, put_last])
def test_words_go_from_before_and_behind_the_pixels(where: Callable[..., bytes]) -> None:
    """Chunks are looked at wherever they stand."""
    data = where(small(), text("Comment", WORDS), chunk(b"abCd", CANARY))
    assert {"Png.tEXt.Comment", "Png.abCd"} <= tags(data).keys()
    assert PNG.strip(data).data == small()


@pytest.mark.parametrize("turn", range(1, 9))
def test_orientation_survives(turn: int) -> None:
    """The photo stays upright; the block that says so says nothing else."""
    words = parts.exif("png").replace(b"\1\x12\0\3\0\0\0\1\0\6", b"\1\x12\0\3\0\0\0\1\0%c" % turn)
    data = put(small(), chunk(b"eXIf", words))
    stripped = PNG.strip(data)
    assert PNG.header(data).orientation == turn
    assert PNG.header(data).size == (Size(24, 32) if turn > 4 else Size(32, 24))
    assert PNG.header(stripped.data) == PNG.header(data)
    assert stripped.kept == (("orientation",) if turn != 1 else ())
    assert (b"eXIf" in stripped.data) == (turn != 1)
    assert b"CAN" not in stripped.data


def test_a_wide_gamut_becomes_standard_and_srgb_needs_none() -> None:
    """A profile's name, maker and words go; Display P3 stays Display P3."""
    given = profiles.usual(Space("P3", "sRGB"), cprt=profiles.text(WORDS))
    data = put(small(), chunk(b"iCCP", b"mine\0\0" + zlib.compress(given)), chunk(b"sRGB", b"\0"))
    stripped = PNG.strip(data)
    kinds = dict(taken_apart(stripped.data))
    assert b"sRGB" not in kinds
    assert kinds[b"iCCP"].startswith(b"icc\0\0")
    profile = zlib.decompress(kinds[b"iCCP"][5:])
    assert icc.harmless(profile).profile == profile
    assert CANARY not in profile
    assert stripped.kept == ("Display P3",)
    talking = put(small(), chunk(b"iCCP", b"x\0\0" + zlib.compress(profiles.talkative(WORDS))))
    assert PNG.strip(talking).data == small()


def test_wrong_checksums_are_read_over_and_written_right() -> None:
    """A wrong checksum is no hiding place, and the written ones are right."""
    bent = bytearray(put(small(), text("Comment", WORDS)))
    at = bent.index(b"IDAT") - 4
    for place in (29, at - 1, len(bent) - 1):
        bent[place] ^= 0xFF
    assert tags(bytes(bent))["Png.tEXt.Comment"] == WORDS
    assert PNG.strip(bytes(bent)).data == small()
    assert taken_apart(PNG.strip(bytes(bent)).data)


@pytest.mark.parametrize("behind", [b"loose", small(), b"\0\0\0\4IEND"])
def test_bytes_behind_the_end(behind: bytes) -> None:
    """They are a field and a copy, and go; so do bytes that the end itself claims to have."""
    data = small() + behind
    assert "File.Trailer" in " ".join(tags(data))
    assert PNG.embedded(data)[0].data == behind
    assert PNG.strip(data).data == small()
    claims = small()[:-12] + chunk(b"IEND", CANARY)
    assert WORDS in " ".join(tags(claims).values())
    assert PNG.strip(claims).data == small()


def test_a_film_keeps_all_frames() -> None:
    """Frames, their order and times stay; words between them go."""
    plain = film(3)
    place = plain.index(b"fdAT") - 4
    data = put(put(plain, chunk(b"prVt", CANARY), at=place), text("a", WORDS))
    assert PNG.header(data).frames == 3
    stripped = PNG.strip(data)
    assert stripped.data == plain
    assert pixels(stripped.data) == pixels(plain)
    assert len(pixels(stripped.data)) == 3
