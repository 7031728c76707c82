"""Cameras: the numbers of a single one, which model, and settings that tell little."""

from __future__ import annotations

import pytest

from facevalue.core.finding import Kind
from facevalue.findings.metadata.device import MODEL, NEEDED, SERIAL, SETTING
from tests.findings.tables import HARDLY, HINT, SURE, Row, called, judge, seen

ONE = (1.0, 1.0)
COUNTER = (0.7, 0.7)
UNKNOWN = (0.5, 0.5)

ROWS: list[Row] = [
    ("Exif.Photo.BodySerialNumber", "F17QX0DEMO42", Kind.DEVICE, ONE),
    ("Exif.Photo.LensSerialNumber", "000031", Kind.DEVICE, ONE),
    ("Exif.MakerNote.Nikon.SerialNumber", "NO= 2000abcd", Kind.DEVICE, ONE),
    ("Exif.MakerNote.Fujifilm.InternalSerialNumber", "FPX2000 ab", Kind.DEVICE, ONE),
    ("Exif.MakerNote.Sony.EncipheredInternalSerialNumber", "(binary, 4 bytes)", Kind.DEVICE, ONE),
    ("Xmp.aux.SerialNumber", "1234567", Kind.DEVICE, ONE),
    ("Xmp.exifEX.BodySerialNumber", "1234567", Kind.DEVICE, ONE),
    ("Xmp.drone-dji.CameraSerialNumber", "1ABCD23", Kind.DEVICE, ONE),
    ("Icc.meta.EDID_serial", "CN0X123", Kind.DEVICE, ONE),
    ("PictureInfo.SerialNumber", "5550123", Kind.DEVICE, ONE),
    ("C2pa.stds.exif.exif:BodySerialNumber", "1234567", Kind.DEVICE, ONE),
    ("Exif.Photo.ImageUniqueID", "a1b2c3d4e5f60718", Kind.DEVICE, SURE),
    ("Exif.MakerNote.Apple.MediaGroupUUID", "1E2D-33", Kind.DEVICE, SURE),
    ("Exif.MakerNote.Olympus.CameraID", "OLYMPUS DIGITAL", Kind.DEVICE, SURE),
    ("Mpf.ImageUIDList", "(binary, 66 bytes)", Kind.DEVICE, SURE),
    ("Exif.MakerNote.Nikon.ShutterCount", "10412", Kind.DEVICE, COUNTER),
    ("Exif.MakerNote.Canon.FileNumber", "1001234", Kind.DEVICE, COUNTER),
    ("Exif.Image.Make", "Examplephone", Kind.DEVICE, SURE),
    ("Exif.Image.Model", "Examplephone 12", Kind.DEVICE, SURE),
    ("Exif.Photo.LensModel", "back camera 6.9mm f/1.8", Kind.DEVICE, SURE),
    ("Exif.Image.HostComputer", "Examplephone 12", Kind.DEVICE, SURE),
    ("Exif.MakerNote.Canon.CanonFirmwareVersion", "1.1.0", Kind.DEVICE, SURE),
    ("Exif.Photo.FNumber", "1.8", Kind.DEVICE, HARDLY),
    ("Exif.Photo.FocalLengthIn35mmFilm", "26", Kind.DEVICE, HARDLY),
    ("Xmp.exif.Flash.Fired", "False", Kind.DEVICE, HARDLY),
    ("Icc.ColourNumbers", "RGB profile", Kind.DEVICE, HARDLY),
    ("Icc.desc", "Jane's screen", Kind.DEVICE, HINT),
    ("Exif.MakerNote.Canon.0x4001", "(binary, 900 bytes)", Kind.DEVICE, HINT),
    ("Xmp.GCamera.MotionPhoto", "1", Kind.DEVICE, HINT),
    ("Exif.Photo.BodySerialNumber", "0", Kind.DEVICE, HARDLY),
    ("Exif.Photo.BodySerialNumber", "0000000", Kind.DEVICE, HARDLY),
    ("Exif.Photo.BodySerialNumber", "0000010", Kind.DEVICE, ONE),
    ("Exif.Photo.BodySerialNumber", " N/A ", Kind.DEVICE, HARDLY),
    ("Exif.Image.Make", "unknown", Kind.DEVICE, HARDLY),
    # near misses
    ("Icc.ColourSpace", "Display P3", None, SURE),
    ("Icc.ProfileVersion", "4.3.0", None, SURE),
    ("Icc.DeviceManufacturer", "IEC", Kind.DEVICE, HINT),
    ("Icc.unreferenced", "(binary, 11 bytes)", Kind.OTHER, UNKNOWN),
    ("Icc.unreadable", "(binary, 900 bytes)", Kind.OTHER, UNKNOWN),
    ("Xmp.mine.FNumberOfChildren", "3", Kind.OTHER, UNKNOWN),
    ("Xmp.mine.Modelling", "clay", Kind.OTHER, UNKNOWN),
    ("Mpf.NumberOfImages", "2", None, SURE),
    ("Exif.Photo.MakerNotes2", "x", Kind.OTHER, UNKNOWN),
]


@pytest.mark.parametrize("row", ROWS, ids=called(ROWS))
def test_devices(row: Row) -> None:
    """Numbers of one device score highest, models less, settings least; a dummy counts little."""
    judge(row, "device")


@pytest.mark.parametrize(
    ("path", "because"),
    [
        ("Exif.Photo.BodySerialNumber", SERIAL),
        ("Exif.MakerNote.Leica.InternalSerialNumber", SERIAL),
        ("Exif.Image.Model", MODEL),
        ("Icc.ColourNumbers", NEEDED),
        ("Exif.Photo.ISOSpeedRatings", SETTING),
        ("Xmp.aux.ApproximateFocusDistance", SETTING),
    ],
)
def test_the_reason_fits_the_field(path: str, because: str) -> None:
    """Other rooms tell a serial number and a needed profile by these very sentences."""
    (found,) = seen((path, "x1"))
    assert found.because == because
