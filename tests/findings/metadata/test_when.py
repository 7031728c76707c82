"""Times, and the many fields whose names end in time or date without holding one."""

from __future__ import annotations

import pytest

from facevalue.core.finding import Kind
from tests.findings.tables import SURE, Row, called, judge, seen

TIME = (0.8, 0.8)

ROWS: list[Row] = [
    ("Exif.Photo.DateTimeOriginal", "2026:05:17 10:24:31", Kind.WHEN, SURE),
    ("Exif.Photo.DateTimeDigitized", "2026:05:17 10:24:31", Kind.WHEN, SURE),
    ("Exif.Image.DateTime", "2026:05:17 10:24:31", Kind.WHEN, TIME),
    ("Exif.Photo.OffsetTimeOriginal", "+02:00", Kind.WHEN, TIME),
    ("Exif.Photo.SubSecTimeOriginal", "512", Kind.WHEN, (0.6, 0.6)),
    ("Exif.GPSInfo.GPSDateStamp", "2026:05:17", Kind.WHEN, SURE),
    ("Exif.GPSInfo.GPSTimeStamp", "8 24 31", Kind.WHEN, SURE),
    ("Xmp.exif.GPSTimeStamp", "2026-05-17T08:24:31Z", Kind.WHEN, SURE),
    ("Xmp.xmp.CreateDate", "2026-05-17T10:24:31+02:00", Kind.WHEN, TIME),
    ("Xmp.xmp.ModifyDate", "2026-05-17T10:24:31", Kind.WHEN, TIME),
    ("Xmp.photoshop.DateCreated", "2026-05-17", Kind.WHEN, SURE),
    ("Xmp.exif.DateTimeOriginal", "2026-05-17T10:24:31", Kind.WHEN, SURE),
    ("Iptc.Application2.DateCreated", "20260517", Kind.WHEN, SURE),
    ("Iptc.Application2.TimeCreated", "102431+0200", Kind.WHEN, SURE),
    ("Iptc.Application2.ReleaseDate", "20260517", Kind.WHEN, TIME),
    ("Iptc.Application2.DigitalCreationTime", "102431+0200", Kind.WHEN, TIME),
    ("Iptc.Envelope.DateSent", "20260517", Kind.WHEN, TIME),
    ("Png.tIME", "2026:05:17 10:24:31", Kind.WHEN, TIME),
    ("Png.tEXt.Creation Time", "17 May 2026", Kind.WHEN, TIME),
    ("Png.tEXt.date:create", "2026-05-17T10:24:31+00:00", Kind.WHEN, TIME),
    ("Film.mvhd.CreateDate", "2026-05-17T08:24:31Z", Kind.WHEN, TIME),
    ("File.Trailer.Samsung.Image_UTC_Data", "1779000271000", Kind.WHEN, TIME),
    ("C2pa.c2pa.actions.v2.actions.when", "2026-05-17T08:24:31Z", Kind.WHEN, TIME),
    ("C2pa.stds.exif.exif:DateTimeOriginal", "2026-05-17", Kind.WHEN, SURE),
    ("Exif.Photo.DateTimeOriginal", "", Kind.WHEN, (0.2, 0.2)),
    ("Exif.Photo.DateTimeOriginal", "0000:00:00 00:00:00", Kind.WHEN, (0.2, 0.2)),
    ("Exif.Photo.DateTimeOriginal", "    :  :     :  :  ", Kind.WHEN, (0.2, 0.2)),
    ("Exif.Photo.OffsetTime", "+00:00", Kind.WHEN, TIME),
    ("Exif.Photo.DateTimeOriginal", "2026-13-45", Kind.WHEN, SURE),
    # near misses
    ("Exif.Photo.ExposureTime", "0.0125", Kind.DEVICE, (0.2, 0.2)),
    ("Xmp.exif.ExposureTime", "1/80", Kind.DEVICE, (0.2, 0.2)),
    ("Exif.MakerNote.Apple.RunTime", "81234", Kind.DEVICE, (0.7, 0.7)),
    ("Exif.MakerNote.Casio.FirmwareDate", "2004", Kind.DEVICE, SURE),
    ("Iptc.Application2.EditorialUpdate", "01", Kind.TEXT, (0.4, 0.4)),
    ("Icc.ProfileDateTime", "2021:07:04 13:05:09", Kind.DEVICE, (0.3, 0.3)),
    ("Xmp.mine.Timer", "10", Kind.OTHER, (0.5, 0.5)),
    ("Xmp.mine.Datum", "10", Kind.OTHER, (0.5, 0.5)),
]


@pytest.mark.parametrize("row", ROWS, ids=called(ROWS))
def test_times(row: Row) -> None:
    """A date or a clock is a time, also a damaged one; a length of time or a version is none."""
    judge(row, "when")


def test_a_photo_with_several_times_has_them_all() -> None:
    """When it was taken and when it was changed are two findings, the first one surer."""
    taken, changed = seen(
        ("Exif.Photo.DateTimeOriginal", "2026:05:17 10:24:31"),
        ("Exif.Image.DateTime", "2026:06:01 09:00:00"),
    )
    assert (taken.kind, changed.kind) == (Kind.WHEN, Kind.WHEN)
    assert taken.score > changed.score
