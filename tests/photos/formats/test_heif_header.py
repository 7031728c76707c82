"""How large a HEIF picture is, and which files are HEIF."""

from __future__ import annotations

import pytest

from facevalue.core.errors import Broken
from facevalue.core.places import Size
from facevalue.photos.carriers.bmff import box
from facevalue.photos.formats.heif.format import AVIF, HEIC

from .heif_files import (
    SLICES,
    Made,
    heif,
    hvcc,
    ispe,
    picture,
    start,
    u32,
)


def turned(*props: tuple[bytes, bool]) -> Size:
    return HEIC.header(heif([picture(1, SLICES, *props)])).size


def test_the_size_is_the_upright_one() -> None:
    """Turns by a quarter swap the sides, crops shrink them, mirrors do neither."""
    crop = box("clap", u32(31, 1, 40, 2, 0, 1, 0, 1)), True
    quarter = box("irot", b"\1"), True
    assert turned() == Size(64, 48)
    assert turned(quarter) == Size(48, 64)
    assert turned((box("irot", b"\2"), True), (box("imir", b"\1"), True)) == Size(64, 48)
    assert turned(crop, quarter) == Size(20, 31)
    assert HEIC.header(heif([picture(1, SLICES)])).orientation == 1


@pytest.mark.parametrize(
    "untrusted",
    [
        box("ftyp", b"heic", bytes(4)),
        box("ftyp", b"heic", bytes(4)) + b"\0\0\0\0meta",
        heif([Made(1, "hvc1", SLICES)]),
        heif([picture(1, SLICES)], primary=9),
        heif([picture(1, SLICES, (box("clap", u32(1, 0, 1, 0, 0, 0, 0, 0)), True))]),
        heif([Made(1, "hvc1", SLICES, (hvcc(), ispe(0, 7)))]),
    ],
)
def test_a_file_without_a_size_is_broken(untrusted: bytes) -> None:
    """What does not say how large it is, is Broken; its fields can still be read."""
    with pytest.raises(Broken):
        HEIC.header(untrusted)
    HEIC.fields(untrusted)
    HEIC.embedded(untrusted)


def test_each_format_knows_its_own_brands() -> None:
    """The major brand decides; plain HEIF goes by its compatible brands; films are not ours."""
    assert HEIC.mine(start(b"heic", b"mif1"))
    assert HEIC.mine(start(b"mif1", b"mif1", b"heic"))
    assert HEIC.mine(start(b"mif1", b"miaf"))
    assert AVIF.mine(start(b"avif", b"mif1"))
    assert AVIF.mine(start(b"mif1", b"avif"))
    assert not HEIC.mine(start(b"mif1", b"avif"))
    assert not AVIF.mine(start(b"heic", b"avif"))
    assert not HEIC.mine(start(b"isom", b"heic"))
    assert not HEIC.mine(b"\xff\xd8\xff\xe0" + bytes(60))
    assert not AVIF.mine(b"")
