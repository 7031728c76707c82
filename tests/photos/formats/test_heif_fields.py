"""What a HEIF file carries beside its picture comes out under a name: nothing is passed over."""

from __future__ import annotations

import pytest

from facevalue.photos.carriers.bmff import box, full_box

from .heif_files import (
    SLICES,
    TIMES,
    Made,
    coded,
    exif,
    grid,
    heif,
    hvcc,
    ispe,
    nal,
    picture,
    tags,
    u32,
)


@pytest.mark.parametrize(
    ("untrusted", "name", "value"),
    [
        (heif([picture(1, SLICES, name="Ada")]), "Heif.itemName", "Ada"),
        (heif([picture(1, SLICES)], writer=b"lib x"), "Heif.hdlr", "lib x"),
        (heif([picture(1, SLICES), Made(2, "Exif", exif(b"Acme"))]), "Exif.Image.Make", "Acme"),
        (heif([picture(1, SLICES), Made(2, "uri ", b"abc")]), "Heif.uri", "(binary, 3 bytes)"),
        (
            heif([picture(1, SLICES), Made(2, "mime", b"note", content_type="text/plain")]),
            "Heif.mime.text/plain",
            "note",
        ),
        (
            heif([picture(1, SLICES), Made(2, "Exif", b"x", method=2)]),
            "Heif.Exif.unreadable",
            "outside the file",
        ),
        (
            heif([picture(1, SLICES, (full_box("udes", 0, 0, b"en\0Ada\0Me\0a,b\0"), False))]),
            "Heif.udes.description",
            "Me",
        ),
        (
            heif([picture(1, SLICES, (full_box("altt", 0, 0, b"A dog\0en\0"), False))]),
            "Heif.altt.text",
            "A dog",
        ),
        (
            heif([picture(1, SLICES, (full_box("crtt", 0, 0, u32(0, 0)), False))]),
            "Heif.crtt",
            "1904-01-01T00:00:00Z",
        ),
        (
            heif([picture(1, SLICES, (full_box("cmin", 0, 0, u32(1, 2)), False))]),
            "Heif.cmin",
            "(binary, 12 bytes)",
        ),
        (heif([picture(1, SLICES)], top=box("free", b"abc")), "Heif.free", "(binary, 3 bytes)"),
        (
            heif([picture(1, SLICES)], top=box("ab\0\1", b"x")),
            "Heif.0x61620001",
            "(binary, 1 bytes)",
        ),
        (
            heif([picture(1, SLICES)], top=box("uuid", b"\xab" * 16, b"x")),
            "Heif.uuid." + "ab" * 16,
            "(binary, 1 bytes)",
        ),
        (heif([picture(1, SLICES)], meta=box("xml ", b"x")), "Heif.xml", "(binary, 1 bytes)"),
        (
            heif([picture(1, SLICES)], loose=b"abc"),
            "Heif.mdat.unreferenced",
            "(binary, 3 bytes)",
        ),
        (
            heif([picture(1, SLICES)], top=box("moov", TIMES)),
            "Heif.moov.mvhd.CreateDate",
            "2024-05-31T11:33:20Z",
        ),
        (
            heif([picture(1, SLICES)], top=box("moov", box("udta", box("\xa9xyz", b"+48+002/")))),
            "Heif.moov.©xyz",
            "+48+002/",
        ),
        (
            heif([picture(1, SLICES)], [("zzzz", 1, (1,))]),
            "Heif.iref.zzzz",
            "a reference of an unknown kind",
        ),
        (
            heif([picture(1, SLICES)], meta=box("grpl", full_box("altr", 0, 0, u32(1, 1, 1)))),
            "Heif.grpl.altr",
            "(binary, 16 bytes)",
        ),
        (
            heif([picture(1, SLICES, hvcc(nal(39, b"x265 - settings")))]),
            "Heif.bitstream.SEI",
            "x265 - settings",
        ),
        (
            heif([picture(1, SLICES)], brand=b"heic").replace(b"mif1", b"AdaX"),
            "Heif.ftyp.brand",
            "AdaX",
        ),
    ],
)
def test_every_carrier_gives_a_tag(untrusted: bytes, name: str, value: str) -> None:
    """Each kind of metadata comes out under its own name with a readable value."""
    assert tags(untrusted)[name] == value


def test_padding_of_zeros_is_no_finding() -> None:
    """Empty free boxes and zeros between the items carry nothing."""
    assert tags(heif([picture(1, SLICES)], top=box("free", bytes(40)), loose=bytes(9))) == {}


def test_notes_between_the_slices_are_tags() -> None:
    """SEI messages in the coded picture itself are seen, also in its tiles."""
    tile = Made(2, "hvc1", coded(nal(40, b"secret note"), nal(19, SLICES)), (hvcc(), ispe(8, 8)))
    found = tags(heif([grid(1, 1, 1), tile], [("dimg", 1, (2,))]))
    assert found == {"Heif.bitstream.SEI": "secret note"}
