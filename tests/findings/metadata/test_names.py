"""People: who took the photo, who owns the camera, who is on it."""

from __future__ import annotations

import pytest

from facevalue.core.finding import Kind
from facevalue.core.photo import Metadata
from facevalue.findings.metadata.look import look_metadata
from facevalue.photos.carriers import xmp
from tests.carriers.parts import packet, region
from tests.findings.tables import HARDLY, LIKELY, SURE, Row, called, judge, seen

MAKER = (0.9, 0.9)
PERSON = (1.0, 1.0)
NOTICE = (0.6, 0.6)

ROWS: list[Row] = [
    ("Exif.Image.Artist", "E. Collins", Kind.NAME, MAKER),
    ("Exif.Image.XPAuthor", "E. Collins", Kind.NAME, MAKER),
    ("Exif.Photo.Photographer", "E. Collins", Kind.NAME, MAKER),
    ("Exif.Photo.CameraOwnerName", "E. Collins", Kind.NAME, PERSON),
    ("Exif.MakerNote.Canon.OwnerName", "E. Collins", Kind.NAME, PERSON),
    ("Kodak.CameraOwner", "E. Collins", Kind.NAME, PERSON),
    ("Xmp.aux.OwnerName", "E. Collins", Kind.NAME, PERSON),
    ("Xmp.exifEX.CameraOwnerName", "E. Collins", Kind.NAME, PERSON),
    ("Xmp.dc.creator", "E. Collins", Kind.NAME, MAKER),
    ("Xmp.xmpRights.Owner", "E. Collins", Kind.NAME, PERSON),
    ("Xmp.plus.ImageCreator.ImageCreatorName", "E. Collins", Kind.NAME, MAKER),
    ("Iptc.Application2.By-line", "E. Collins", Kind.NAME, MAKER),
    ("Iptc.Application2.By-lineTitle", "astronaut", Kind.NAME, MAKER),
    ("Iptc.Application2.Writer-Editor", "J. Doe", Kind.NAME, MAKER),
    ("Iptc.Application2.Credit", "NASA", Kind.NAME, MAKER),
    ("Png.tEXt.Author", "E. Collins", Kind.NAME, MAKER),
    ("C2pa.stds.schema-org.CreativeWork.author.name", "E. Collins", Kind.NAME, MAKER),
    ("Exif.Image.Copyright", "(c) E. Collins", Kind.NAME, NOTICE),
    ("Iptc.Application2.CopyrightNotice", "(c) E. Collins", Kind.NAME, NOTICE),
    ("Xmp.xmpRights.UsageTerms", "ask E. Collins", Kind.NAME, NOTICE),
    ("C2pa.c2pa.signature.x5chain.certificate.CN", "E. Collins", Kind.NAME, (0.5, 0.5)),
    ("Xmp.mwg-rs.Regions.RegionList.Name", "Eileen", Kind.NAME, PERSON),
    ("Xmp.mwg-rs.Regions.RegionList.Area.x", "0.42", Kind.NAME, (0.8, 0.8)),
    ("Xmp.MP.RegionInfo.Regions.PersonDisplayName", "Eileen", Kind.NAME, PERSON),
    ("Xmp.MP.RegionInfo.Regions.Rectangle", "0.4, 0.1, 0.2, 0.3", Kind.NAME, (0.8, 0.8)),
    ("Xmp.Iptc4xmpExt.PersonInImage", "Eileen", Kind.NAME, PERSON),
    ("Exif.MakerNote.Panasonic.BabyName", "Ida", Kind.NAME, PERSON),
    ("Exif.MakerNote.Samsung.FaceName", "Eileen", Kind.NAME, PERSON),
    # dummies that makers and programs write
    ("Exif.Image.Artist", "", Kind.NAME, HARDLY),
    ("Exif.Image.Artist", "Picasa", Kind.NAME, HARDLY),
    ("Exif.Photo.CameraOwnerName", "Owner", Kind.NAME, HARDLY),
    ("Exif.MakerNote.Canon.OwnerName", "unknown\0", Kind.NAME, HARDLY),
    ("Exif.Photo.CameraOwnerName", "No Name", Kind.NAME, HARDLY),
    ("Exif.Image.Artist", "N/A.", Kind.NAME, HARDLY),
    ("Exif.Image.Artist", "Una Unknown", Kind.NAME, MAKER),
    # near misses
    ("Xmp.xmpRights.Marked", "True", Kind.MARK, LIKELY),
    ("Xmp.xmp.CreatorTool", "a program", Kind.EDIT, LIKELY),
    ("Exif.MakerNote.Canon.CustomPictureStyleFileName", "mine", Kind.DEVICE, (0.4, 0.4)),
    ("Xmp.mine.Artistic", "very", Kind.OTHER, (0.5, 0.5)),
    ("Xmp.mine.Ownership", "shared", Kind.OTHER, (0.5, 0.5)),
    ("Heif.itemName", "Color", None, SURE),
    ("Heif.itemName", "Eileen", Kind.OTHER, (0.5, 0.5)),
]


@pytest.mark.parametrize("row", ROWS, ids=called(ROWS))
def test_people(row: Row) -> None:
    """A person's name scores high, a dummy in its place low; a program is no person."""
    judge(row, "names")


def test_the_regions_of_photo_managers_name_the_people_on_the_photo() -> None:
    """A packet as digiKam or Picasa writes it gives the name and where the person is."""
    found = look_metadata(Metadata(xmp.tags(packet(f">{region('jpeg')}"))))
    assert [(one.kind, one.score) for one in found] == [(Kind.NAME, 1.0), (Kind.NAME, 0.8)]


def test_every_creator_of_a_list_is_found() -> None:
    """The entries of a list share a path; one that is an e-mail address hides no other."""
    found = seen(("Xmp.dc.creator", "jane@example.org"), ("Xmp.dc.creator", "Jane Doe"))
    assert {(one.kind, one.value.show()) for one in found if one.value} == {
        (Kind.CONTACT, "jane@example.org"),
        (Kind.NAME, "Jane Doe"),
    }
