"""The list of the harmless: short, exact, and the only thing that is passed over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.core.finding import Kind
from facevalue.core.photo import Tag
from facevalue.core.places import Field
from facevalue.findings.metadata.harmless import harmless
from tests.findings.tables import CALM, field, seen

HARMLESS = [
    "Exif.Image.Orientation",
    "Exif.Image.XResolution",
    "Exif.Image.ResolutionUnit",
    "Exif.Image.YCbCrPositioning",
    "Exif.Photo.ExifVersion",
    "Exif.Photo.ColorSpace",
    "Exif.Photo.PixelXDimension",
    "Exif.Photo.ComponentsConfiguration",
    "Exif.Interop.InteroperabilityIndex",
    "Exif.Thumbnail.JPEGInterchangeFormat",
    "Exif.SubImage1.StripOffsets",
    "Exif.Image.PageNumber",
    "Xmp.tiff.Orientation",
    "Xmp.exif.PixelYDimension",
    "Xmp.dc.format",
    "Xmp.photoshop.ColorMode",
    "Xmp.photoshop.ICCProfile",
    "Xmp.photoshop.LegacyIPTCDigest",
    "Xmp.Container.Directory.Item.Mime",
    "Xmp.hdrgm.GainMapMax",
    "Jfif.XDensity",
    "Adobe.ColorTransform",
    "Mpf.NumberOfImages",
    "Mpf.Image2",
    "Icc.ColourSpace",
    "Iptc.Envelope.CodedCharacterSet",
    "Iptc.Application2.RecordVersion",
]


@pytest.mark.parametrize("path", HARMLESS)
def test_how_pixels_are_stored_is_passed_over(path: str) -> None:
    """No detector claims what the list calls harmless, and nothing is found."""
    assert harmless(Tag(field(path), "1"))
    assert seen((path, "1")) == ()


UNKNOWN = [
    "Exif.Image.0x9999",
    "Exif.Image.Orientation2",
    "Exif.unreadable",
    "Exif.unreferenced",
    "Xmp.mine.secret",
    "Xmp.mine.Directory",
    "Xmp.unread",
    "Xmp.tiff.Shade",
    "Iptc.0x00f1.0x0001",
    "Jfif.unread",
    "Adobe.unread",
    "Jpeg.APP7",
    "Jpeg.JFIF",
    "Mpf.0xb999",
    "Mpf.unreadable",
    "Png.prVt",
    "Png.IDAT.after",
    "Png.tEXt.IHDR",
    "Png.iTXt.gAMA",
    "WebP.UNKN",
    "WebP.ANMF.rest",
    "Gif.OWNDATA?1.0",
    "Heif.itemName",
    "Heif.itemUri",
    "Heif.hdlr",
    "Heif.mdat.unreferenced",
    "File.Trailer",
    "orientation",
    "",
]


@pytest.mark.parametrize("path", UNKNOWN)
def test_an_unknown_field_is_a_finding(path: str) -> None:
    """What no detector knows and the list does not name is of the kind other, never silence."""
    (found,) = seen((path, "words of somebody"))
    assert (found.kind, found.by, found.score) == (Kind.OTHER, "unclaimed", 0.5)
    assert found.where == field(path)
    assert found.value is not None
    assert found.value.show() == "words of somebody"
    assert "somebody" not in f"{found!r} {found.because.replace('nobody', '')}"


@pytest.mark.parametrize(
    ("path", "usual"),
    [("Heif.itemName", "Alpha"), ("Heif.hdlr", "libavif"), ("Heif.itemName", "XMP")],
)
def test_a_free_text_is_harmless_only_with_the_usual_words(path: str, usual: str) -> None:
    """What every encoder writes tells nothing; another word there was written by somebody."""
    assert seen((path, usual)) == ()
    assert [one.kind for one in seen((path, f"{usual} of Ida"))] == [Kind.OTHER]


@given(st.lists(st.text(max_size=12), min_size=1, max_size=4), st.text(max_size=20))
@CALM
def test_names_that_nobody_listed_are_not_harmless(path: list[str], value: str) -> None:
    """The list matches whole paths only: something before or behind a name leaves it."""
    for listed in HARMLESS:
        assert not harmless(Tag(Field((*path, listed)), value))
        assert not harmless(Tag(Field((listed, "\n", *path)), value)) or "Container" in listed


@given(st.sampled_from(HARMLESS), st.characters())
@CALM
def test_a_letter_more_makes_a_field_unknown(path: str, letter: str) -> None:
    """Fields in a family are listed by their letters and digits; a sign behind them is unknown."""
    if not (letter.isalnum() or letter == "_"):
        assert not harmless(Tag(field(path + letter), "1"))
