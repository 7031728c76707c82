"""Colour profiles: everything they say is seen, and what replaces them says nothing."""

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image, ImageCms

from facevalue.photos.carriers import icc
from facevalue.photos.carriers.icc_profile import parsed
from facevalue.photos.carriers.icc_standard import GREY, NAMES, Space, every_space, generated

from ...carriers import icc as profiles

LEVELS = (0, 1, 2, 4, 8, 16, 32, 64, 96, 128, 160, 192, 224, 240, 255)
SRGB = Space("sRGB", "sRGB")
CANARY = "CANICC JDoe"
Pixels = NDArray[np.int16]


def grid() -> Image.Image:
    """Colours all over the cube, dense in the dark."""
    cube = np.stack(np.meshgrid(LEVELS, LEVELS, LEVELS), -1).reshape(1, -1, 3)
    return Image.fromarray(cube.astype(np.uint8))


def ramp() -> Image.Image:
    """All greys."""
    return Image.fromarray(np.arange(256, dtype=np.uint8)[None])


def in_srgb(profile: bytes | None, image: Image.Image) -> Pixels:
    """What LittleCMS makes of the colours; None is a picture without a profile."""
    if profile is None:
        return np.asarray(image.convert("RGB")).astype(np.int16)
    opened = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    srgb = ImageCms.createProfile("sRGB")
    moved = ImageCms.profileToProfile(image, opened, srgb, outputMode="RGB")
    assert moved is not None
    return np.asarray(moved).astype(np.int16)


def moved_by(profile: bytes) -> int:
    """By how much the harmless profile shifts any colour, in steps of 1/255."""
    image = ramp() if profile[16:20] == b"GRAY" else grid()
    after = in_srgb(icc.harmless(profile).profile, image)
    return int(np.abs(in_srgb(profile, image) - after).max())


def values(profile: bytes, *path: str) -> list[str]:
    """The values of one field."""
    return [tag.value for tag in icc.tags(profile) if tag.field.path == ("Icc", *path)]


@pytest.mark.parametrize("space", every_space(), ids=lambda space: space.name)
def test_generated_profiles_are_their_own_space(space: Space) -> None:
    """Each generated profile is recognised as what it is, and stays as it is."""
    found = icc.harmless(generated(space))
    assert (found.name, found.standard) == (space.name, True)
    assert found.profile == (None if space.plain else generated(space))
    assert icc.tags(generated(space)) == ()


@pytest.mark.parametrize("pair", [*NAMES, (GREY, "gamma 2.2"), (GREY, "gamma 1.8")], ids=str)
def test_usual_spaces_of_other_programs(pair: tuple[str, str]) -> None:
    """Rounded numbers and tables instead of formulas: still recognised, no colour moves."""
    space = Space(*pair)
    if space.gamut == GREY:
        given_ = profiles.made({b"kTRC": profiles.gamma(float(space.curve[-3:]))}, space=b"GRAY")
    else:
        given_ = profiles.usual(space, dmnd=profiles.text("a maker"))
    found = icc.harmless(given_)
    assert (found.name, found.standard) == (space.name, True)
    assert moved_by(given_) <= 1


def test_srgb_of_littlecms_needs_no_profile() -> None:
    """The sRGB profile that Pillow writes is left out, and no colour moves."""
    given_ = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert icc.harmless(given_) == icc.Harmless(None, "sRGB", standard=True)
    assert moved_by(given_) <= 1


def test_text_decides_nothing() -> None:
    """A profile that calls itself sRGB and is not keeps its own colours."""
    liar = profiles.rgb(profiles.LCD, profiles.gamma(1.8), desc=profiles.desc("sRGB IEC61966-2.1"))
    found = icc.harmless(liar)
    assert not found.standard
    assert moved_by(liar) == 0


def test_gamma_is_not_the_srgb_curve() -> None:
    """Primaries of sRGB with a plain gamma of 2.2 are another space: dark colours differ."""
    space = Space("sRGB", "gamma 2.2")
    found = icc.harmless(profiles.usual(space))
    assert found.name == "sRGB primaries, gamma 2.2"
    assert found.profile == generated(space)


def test_each_channel_counts() -> None:
    """One channel with another curve makes another space."""
    given_ = profiles.usual(SRGB, bTRC=profiles.gamma(1.9))
    assert not icc.harmless(given_).standard
    assert moved_by(given_) == 0


@pytest.mark.parametrize("codes", [b"\x01\x0d\0\1", b"\x09\x10\0\1"])
def test_code_points_must_agree(codes: bytes) -> None:
    """Where a profile has code points as well, they must be those of the space."""
    given_ = profiles.usual(SRGB, cicp=b"cicp\0\0\0\0" + codes)
    assert icc.harmless(given_).standard == (codes[0] == 1)


def test_lookup_tables_override_the_matrix() -> None:
    """A profile with a table is never taken for the space that its matrix describes."""
    found = icc.harmless(profiles.usual(SRGB, A2B0=profiles.lookup()))
    assert found.profile is not None
    assert not found.standard


SPOKEN = {
    "vcgt": b"vcgt\0\0\0\0CANICC JDoe",
    "mmod": profiles.mmod(0x0C0FFEE0),
    "dmnd": profiles.text(CANARY),
    "dmdd": profiles.desc("model", CANARY, CANARY),
    "MS00": b"MS10\0\0\0\0CANICC JDoe",
    "meta": profiles.dictionary(EDID_serial=CANARY, FILE_name="C:/jane/tft.icc"),
    "targ": profiles.text(CANARY),
}


def monitor() -> bytes:
    """A display's own profile, with everything that calibration programs put in."""
    return profiles.rgb(profiles.LCD, profiles.gamma(1.8), **SPOKEN)


def test_only_colour_numbers_stay() -> None:
    """A display's profile keeps its colours and loses names, dates, serials and settings."""
    found = icc.harmless(monitor())
    assert found.profile is not None
    assert (found.name, found.standard) == (
        "non-standard RGB profile (its colour numbers stay)",
        False,
    )
    kept = {entry.name for entry in parsed(found.profile).entries}
    assert kept <= {b"desc", b"cprt", b"wtpt"} | {
        letter + kind for letter in (b"r", b"g", b"b") for kind in (b"XYZ", b"TRC")
    }
    for word in (CANARY, "maker", "Display", "jane"):
        assert word.encode() not in found.profile
        assert word.encode("utf-16-be") not in found.profile
    assert not any(found.profile[4:8] + found.profile[40:64] + found.profile[80:128])
    assert moved_by(monitor()) == 0


def test_a_rebuilt_profile_says_one_thing() -> None:
    """Looked at again, a rebuilt profile has one field: its numbers; and is not changed again."""
    made = icc.harmless(monitor()).profile
    assert made is not None
    assert [tag.field.path for tag in icc.tags(made)] == [("Icc", "ColourNumbers")]
    assert icc.harmless(made).profile == made


def test_nothing_rides_behind_the_numbers() -> None:
    """Bytes behind the numbers of a tag, inside it, do not stay."""
    tail = CANARY.encode()
    given_ = profiles.rgb(
        profiles.LCD,
        profiles.gamma(1.8) + tail,
        A2B0=profiles.lookup(tail=tail),
        A2B1=profiles.pipeline(tail),
        chad=b"sf32\0\0\0\0" + profiles.s15(1, 0, 0, 0, 1, 0, 0, 0, 1) + tail,
        bkpt=profiles.xyz(0, 0, 0) + tail,
    )
    found = icc.harmless(given_)
    assert found.profile is not None
    assert tail not in found.profile
    names = {entry.name for entry in parsed(found.profile).entries}
    assert {b"A2B0", b"A2B1", b"chad", b"bkpt", b"rTRC"} <= names
    assert moved_by(given_) == 0


def test_tables_without_waste_stay_as_they_are() -> None:
    """A table that was exact before is the same bytes after."""
    for data in (profiles.lookup(), profiles.lookup(4, 3, 3), profiles.pipeline()):
        tags = {b"A2B0": data}
        space = b"CMYK" if data[8] == 4 else b"RGB "
        found = icc.harmless(profiles.made(tags, space=space, connection=b"Lab "))
        assert found.profile is not None
        kept = parsed(found.profile).tag(b"A2B0")
        assert kept is not None
        assert kept.whole() == data


def test_every_text_is_seen() -> None:
    """All languages, all three forms of a description, dictionaries, serial numbers."""
    given_ = profiles.rgb(
        profiles.LCD, profiles.gamma(1.8), **SPOKEN | {"vued": profiles.mluc(enUS="A", deDE="Ä")}
    )
    assert values(given_, "dmnd") == [CANARY]
    assert values(given_, "dmdd") == ["model", CANARY]
    assert values(given_, "vued") == ["A", "Ä"]
    assert values(given_, "meta", "EDID_serial") == [CANARY]
    assert "serial 0x0c0ffee0" in values(given_, "mmod")[0]
    assert values(given_, "vcgt") == ["(binary, 19 bytes)"]
    assert values(given_, "ProfileDateTime") == ["2021:07:04 13:05:09"]
    assert values(given_, "DeviceManufacturer") == ["MAKR"]
    assert values(given_, "DeviceModel") == ["MODL"]
    assert values(given_, "ProfileCreator") == ["CREA"]
    assert values(given_, "ProfileID") == [bytes(range(1, 17)).hex()]


def test_bytes_of_no_tag_are_seen() -> None:
    """What stands behind the last tag, or between tags, is one field with its size."""
    given_ = profiles.made({b"kTRC": profiles.gamma(1.9)}, space=b"GRAY", tail=CANARY.encode())
    assert values(given_, "unreferenced") == [f"(binary, {len(CANARY)} bytes)"]


def test_a_tag_that_points_nowhere() -> None:
    """The rest of the profile is read, and the lost tag is a field."""
    given_ = bytearray(profiles.usual(Space("P3", "sRGB"), dmnd=profiles.text(CANARY)))
    last = 132 + 12 * (int.from_bytes(given_[128:132], "big") - 1)
    assert given_[last : last + 4] == b"dmnd"
    given_[last + 4 : last + 8] = b"\xff\xff\xff\xf0"
    assert values(bytes(given_), "unreadable")[0].startswith("dmnd ")
    assert icc.harmless(bytes(given_)).name == "Display P3"


USELESS = {
    "empty": b"",
    "no profile": b"CANICC JDoe" * 40,
    "no colours": profiles.made({b"desc": profiles.desc(CANARY)}),
    "a link": profiles.rgb(profiles.LCD, profiles.gamma(2.2)).replace(b"mntr", b"link", 1),
    "header only": profiles.rgb(profiles.LCD, profiles.gamma(2.2))[:128],
}


@pytest.mark.parametrize("given_", USELESS.values(), ids=USELESS)
def test_useless_profiles_are_dropped_and_said(given_: bytes) -> None:
    """A profile that defines no colours is left out, and its name says so."""
    assert icc.harmless(given_) == icc.Harmless(None, "unreadable profile dropped", standard=True)
    assert icc.tags(given_) != ()


@given(st.data())
def test_damage_never_raises(data: st.DataObject) -> None:
    """Any byte anywhere may be wrong; what is made of it stays harmless and small."""
    whole = data.draw(st.sampled_from([monitor(), profiles.talkative(CANARY), *SOME]))
    spoiled = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole) - 1) | st.integers(128, 300))
        spoiled[min(at, len(whole) - 1)] = data.draw(st.sampled_from([0, 1, 127, 128, 255]))
    cut = bytes(spoiled[: data.draw(st.integers(0, len(whole)))])
    for damaged in (bytes(spoiled), cut):
        icc.tags(damaged)
        made = icc.harmless(damaged).profile
        assert made is None or len(made) <= 20 * len(damaged) + 1000


SOME = (
    profiles.rgb(profiles.LCD, profiles.para(4, 2.4, 0.95, 0.05, 0.08, 0.04, 0.01, 0.0)),
    profiles.rgb(profiles.LCD, profiles.para(1, 2.4, 0.0, 0.05), A2B1=profiles.pipeline(b"x")),
    profiles.made({b"A2B0": profiles.lookup(4)}, space=b"CMYK", connection=b"Lab "),
)


def test_many_tags_on_the_same_bytes() -> None:
    """Thousands of tags that share one long text do not multiply it."""
    shared = profiles.text("x" * 60_000)
    head = bytearray(profiles.made({b"dmnd": shared}))
    row = bytes(head[132:144])
    count = 5_000
    start = (132 + 12 * count).to_bytes(4, "big")
    table = count.to_bytes(4, "big") + (row[:4] + start + row[8:]) * count
    answer = icc.tags(bytes(head[:128]) + table + shared)
    assert len(answer) >= count
    assert sum(len(tag.value) for tag in answer) < 2_000_000
