"""Words about the photo, and notes from sorting it."""

from __future__ import annotations

import pytest

from facevalue.core.finding import Kind
from tests.findings.tables import HARDLY, Row, called, judge, seen

WORDS = (0.8, 0.8)
SORTED = (0.4, 0.4)

ROWS: list[Row] = [
    ("Exif.Image.ImageDescription", "grandma's birthday", Kind.TEXT, WORDS),
    ("Exif.Photo.UserComment", "grandma's birthday", Kind.TEXT, WORDS),
    ("Exif.Image.XPKeywords", "family; beach", Kind.TEXT, WORDS),
    ("Iptc.Application2.Caption-Abstract", "grandma's birthday", Kind.TEXT, WORDS),
    ("Iptc.Application2.Keywords", "family", Kind.TEXT, WORDS),
    ("Iptc.Application2.Headline", "grandma's birthday", Kind.TEXT, WORDS),
    ("Xmp.dc.description", "grandma's birthday", Kind.TEXT, WORDS),
    ("Xmp.dc.subject", "family", Kind.TEXT, WORDS),
    ("Xmp.photoshop.Headline", "grandma's birthday", Kind.TEXT, WORDS),
    ("Xmp.photoshop.Instructions", "not before Monday", Kind.TEXT, WORDS),
    ("Xmp.lr.hierarchicalSubject", "people|family", Kind.TEXT, WORDS),
    ("Xmp.digiKam.TagsList", "people/family", Kind.TEXT, WORDS),
    ("Xmp.Iptc4xmpCore.AltTextAccessibility", "an old woman", Kind.TEXT, WORDS),
    ("Jpeg.Comment", "grandma's birthday", Kind.TEXT, WORDS),
    ("Gif.Comment", "grandma's birthday", Kind.TEXT, WORDS),
    ("Png.tEXt.Title", "grandma's birthday", Kind.TEXT, WORDS),
    ("WebP.INAM", "grandma's birthday", Kind.TEXT, WORDS),
    ("Heif.udes.description", "grandma's birthday", Kind.TEXT, WORDS),
    ("Photoshop.Caption", "grandma's birthday", Kind.TEXT, WORDS),
    ("Photoshop.URL", "https://example.org/grandma", Kind.TEXT, WORDS),
    ("Xmp.xmp.Rating", "5", Kind.TEXT, SORTED),
    ("Xmp.xmp.Label", "Green", Kind.TEXT, SORTED),
    ("Xmp.photoshop.Urgency", "4", Kind.TEXT, SORTED),
    ("Iptc.Application2.FixtureIdentifier", "daily", Kind.TEXT, SORTED),
    ("Iptc.Envelope.ServiceIdentifier", "desk", Kind.TEXT, SORTED),
    ("Exif.Image.ImageDescription", "", Kind.TEXT, HARDLY),
    ("Xmp.xmp.Rating", "0", Kind.TEXT, HARDLY),
    # near misses
    ("Iptc.Application2.RecordVersion", "4", None, WORDS),
    ("Iptc.Envelope.ModelVersion", "4", None, WORDS),
    ("Iptc.Envelope.CodedCharacterSet", "UTF-8", None, WORDS),
    ("Xmp.photoshop.ColorMode", "3", None, WORDS),
    ("Xmp.photoshop.ICCProfile", "sRGB IEC61966-2.1", None, WORDS),
    ("Xmp.dc.format", "image/jpeg", None, WORDS),
    ("Xmp.photoshop.SidecarForExtension", "CR3", Kind.EDIT, SORTED),
    ("Photoshop.Slices", "(binary, 200 bytes)", Kind.EDIT, SORTED),
    ("Iptc.unreadable", "(binary, 4 bytes)", Kind.OTHER, (0.5, 0.5)),
    ("Xmp.mine.Subtitle", "grandma's birthday", Kind.OTHER, (0.5, 0.5)),
]


@pytest.mark.parametrize("row", ROWS, ids=called(ROWS))
def test_words(row: Row) -> None:
    """What somebody wrote scores more than a star or a label; how a record is stored is nothing."""
    judge(row, "captions")


def test_every_keyword_is_found() -> None:
    """Keywords share one path, and are a finding each."""
    found = seen(*(("Iptc.Application2.Keywords", word) for word in ("family", "beach", "Ida")))
    assert [one.value.show() for one in found if one.value] == ["family", "beach", "Ida"]
