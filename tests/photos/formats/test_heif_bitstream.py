"""Coded pictures: units that decoding needs stay as they are, all others come out as notes."""

from __future__ import annotations

import pytest

from facevalue.core.errors import Broken
from facevalue.photos import limits
from facevalue.photos.formats.heif import bitstream

from .heif_files import coded, hvcc, nal, u16

SLICE = nal(20, b"slice\0\0\3data")


def obu(kind: int, payload: bytes, *, extension: bytes = b"") -> bytes:
    """An AV1 unit with its size (below 128 bytes)."""
    return (
        bytes([kind << 3 | bool(extension) << 2 | 2]) + extension + bytes([len(payload)]) + payload
    )


@pytest.mark.parametrize("kind", [35, 36, 37, 38, 39, 40, 41, 47, 48, 63, 10, 15, 22, 31])
def test_units_that_no_decoder_needs_are_notes(kind: int) -> None:
    """SEI, delimiters, filler, reserved and unspecified types are left out of an HEVC picture."""
    clean = bitstream.hevc(coded(nal(kind, b"secret"), SLICE, nal(kind, b"more")), 4)
    assert clean.data == coded(SLICE)
    assert [note.data for note in clean.notes] == [b"secret", b"more"]


@pytest.mark.parametrize("kind", [0, 1, 9, 16, 19, 21, 32, 33, 34])
def test_units_of_the_picture_stay_as_they_are(kind: int) -> None:
    """Slices and parameter sets are not touched."""
    data = coded(nal(kind, b"one"), nal(kind, b"two"))
    assert bitstream.hevc(data, 4) == bitstream.Clean(data)


def test_other_layers_and_odd_units_are_notes() -> None:
    """A layer above the base, a set forbidden bit and a unit of one byte are left out."""
    odd = [nal(1, b"layer", layer=33), b"\xa6\1forbidden", b"\x26", b""]
    clean = bitstream.hevc(coded(*odd, SLICE), 4)
    assert clean.data == coded(SLICE)
    assert len(clean.notes) == 4


def test_short_lengths_are_followed() -> None:
    """Lengths of two bytes work; a length past the end is Broken."""
    data = u16(len(SLICE)) + SLICE
    assert bitstream.hevc(data, 2).data == data
    with pytest.raises(Broken):
        bitstream.hevc(data[:-1], 2)


def test_settings_keep_only_parameter_sets() -> None:
    """Messages in hvcC, and bytes behind its arrays, are left out; the length size is read."""
    noisy = hvcc(nal(39, b"secret"), tail=b"tail")[0][8:]
    clean, length_bytes = bitstream.hevc_config(noisy)
    assert clean.data == hvcc()[0][8:]
    assert [note.data for note in clean.notes] == [b"secret", b"tail"]
    assert length_bytes == 4


def test_a_set_in_the_wrong_array_is_left_out() -> None:
    """An array of parameter sets does not hide units of another type."""
    config = bytearray(hvcc()[0][8:])
    at = config.index(nal(33, b"set"))
    config[at : at + 2] = nal(39, b"")
    clean, _ = bitstream.hevc_config(bytes(config))
    assert [note.name for note in clean.notes] == ["SEI"]


@pytest.mark.parametrize("config", [b"", b"\2" + bytes(22), b"\1" + bytes(20) + b"\2\0"])
def test_unknown_settings_are_broken(config: bytes) -> None:
    """Too short, another version, lengths of three bytes: refused."""
    with pytest.raises(Broken):
        bitstream.hevc_config(config)


def test_too_many_units_are_broken() -> None:
    """A picture of a hundred thousand empty units is a bomb, not a picture."""
    with pytest.raises(Broken):
        bitstream.hevc(bytes(4 * (limits.ENTRIES + 2)), 4)
    with pytest.raises(Broken):
        bitstream.av1(obu(15, b"") * (limits.ENTRIES + 2))


def test_av1_keeps_what_is_decoded() -> None:
    """Sequence header, frames and tiles stay; padding, reserved types and metadata go."""
    needed = [
        obu(1, b"header"),
        obu(3, b"frame"),
        obu(4, b"tiles"),
        obu(6, b"both", extension=b"\0"),
    ]
    noise = [obu(2, b""), obu(5, b"\4secret"), obu(15, b"padding"), obu(9, b"reserved")]
    clean = bitstream.av1(b"".join([*noise, *needed]))
    assert clean.data == b"".join(needed)
    assert [note.name for note in clean.notes] == ["metadata", "padding", "OBU 9"]


def test_av1_brightness_stays_only_in_its_exact_form() -> None:
    """Content light level and mastering display stay; the same type with more bytes goes."""
    light, mastering = obu(5, b"\1" + bytes(4) + b"\x80"), obu(5, b"\2" + bytes(24) + b"\x80")
    longer = obu(5, b"\1" + bytes(4) + b"secret\x80")
    clean = bitstream.av1(light + mastering + longer)
    assert clean.data == light + mastering
    assert len(clean.notes) == 1


def test_the_last_av1_unit_needs_no_size() -> None:
    """A unit without a size goes to the end."""
    data = obu(1, b"header") + b"\x30to the end"
    assert bitstream.av1(data).data == data


@pytest.mark.parametrize(
    "data",
    [b"\x92\0", b"\x0a\x7f", b"\x0a" + b"\x80" * 9, b"\x0a", obu(2, b"") * 2 + obu(6, b"x")],
)
def test_damaged_av1_is_broken(data: bytes) -> None:
    """A forbidden bit, sizes past the end or without end, two moments in time: refused."""
    with pytest.raises(Broken):
        bitstream.av1(data)


def test_av1_settings_keep_the_sequence_header() -> None:
    """Metadata inside av1C is left out; another version is Broken."""
    head = b"\x81\4\x0c\0"
    clean = bitstream.av1_config(head + obu(1, b"header") + obu(5, b"\4secret"))
    assert clean.data == head + obu(1, b"header")
    with pytest.raises(Broken):
        bitstream.av1_config(b"\x82\4\x0c\0")
