"""Names of those maker tags that identify: serial numbers, people, places, faces, previews.

All other maker tags are listed by number. Tag numbers and names: ExifTool tag tables.
"""

from __future__ import annotations

Names = dict[int, str]

_PRINT = {0x0E00: "PrintIM"}
_LIKE_MAIN = ("PreviewIFD", "SubIFD")
"""Subdirectories whose tags have names in the table of the main one."""
_OLYMPUS: Names = {
    0x0081: "PreviewImageData",
    0x0088: "PreviewImageStart",
    0x0089: "PreviewImageLength",
    0x0100: "ThumbnailImage",
    0x0104: "BodyFirmwareVersion",
    0x0200: "SpecialMode",
    0x0207: "CameraType",
    0x0209: "CameraID",
    0x0280: "PreviewImage",
    0x0404: "SerialNumber",
    0x0405: "Firmware",
    0x0F04: "ZoomedPreviewStart",
    0x0F05: "ZoomedPreviewLength",
    0x101A: "SerialNumber",
    0x1036: "PreviewImageStart",
    0x1037: "PreviewImageLength",
}

NAMES: dict[str, Names] = {
    "Apple": {
        0x0001: "MakerNoteVersion",
        0x0003: "RunTime",
        0x000B: "BurstUUID",
        0x0011: "MediaGroupUUID",
        0x0015: "ImageUniqueID",
        0x0017: "LivePhotoVideoIndex",
        0x0020: "ImageCaptureRequestID",
        0x002B: "PhotoIdentifier",
    },
    "Canon": {
        0x0006: "CanonImageType",
        0x0007: "CanonFirmwareVersion",
        0x0008: "FileNumber",
        0x0009: "OwnerName",
        0x000D: "CameraInfo",
        0x000C: "SerialNumber",
        0x0010: "CanonModelID",
        0x001E: "FirmwareRevision",
        0x0023: "Categories",
        0x0024: "FaceDetect1",
        0x0025: "FaceDetect2",
        0x0028: "ImageUniqueID",
        0x002F: "FaceDetect3",
        0x0035: "TimeInfo",
        0x0095: "LensModel",
        0x0096: "InternalSerialNumber",
        0x00B6: "PreviewImageInfo",
        0x4010: "CustomPictureStyleFileName",
        0x4019: "LensSerialNumber",
    },
    "Casio": {
        0x0003: "PreviewImageLength",
        0x0004: "PreviewImageStart",
        0x0015: "FirmwareDate",
        0x2000: "PreviewImage",
        0x2001: "FirmwareDate",
        0x2089: "FaceInfo",
        0x211C: "FacesDetected",
        0x3006: "HometownCity",
    },
    "DJI": {0x0001: "Make"},
    "FujiFilm": {
        0x0010: "InternalSerialNumber",
        0x1438: "ImageCount",
        0x4100: "FacesDetected",
        0x4103: "FacePositions",
        0x4282: "FaceRecInfo",
    },
    "Kodak": {
        0x03E9: "OriginalFileName",
        0x0402: "GPSString",
        0x0415: "FirmwareVersion",
        0x09CE: "SensorSerialNumber",
        0xFA04: "SerialNumber",
        0xFA19: "SerialNumber",
    },
    "Leica": {
        0x0303: "SerialNumber",
        0x0305: "SerialNumber",
        0x0321: "LensSerialNumber",
        0x0407: "OriginalFileName",
        0x0500: "InternalSerialNumber",
    },
    "Minolta": {
        0x0081: "PreviewImage",
        0x0088: "PreviewImageStart",
        0x0089: "PreviewImageLength",
    },
    "Motorola": {0x5501: "SerialNumber"},
    "Nikon": {
        0x0011: "PreviewIFD",
        0x001D: "SerialNumber",
        0x0021: "FaceDetect",
        0x0039: "LocationInfo",
        0x00A0: "SerialNumber",
        0x00A5: "ImageCount",
        0x00A7: "ShutterCount",
        0x0201: "PreviewImageStart",
        0x0202: "PreviewImageLength",
    },
    "Olympus": _OLYMPUS,
    "Olympus Equipment": {
        0x0100: "CameraType2",
        0x0101: "SerialNumber",
        0x0102: "InternalSerialNumber",
        0x0104: "BodyFirmwareVersion",
        0x0202: "LensSerialNumber",
        0x0203: "LensModel",
        0x0302: "ExtenderSerialNumber",
        0x1003: "FlashSerialNumber",
    },
    "Olympus CameraSettings": {0x0101: "PreviewImageStart", 0x0102: "PreviewImageLength"},
    "Olympus ImageProcessing": {
        0x1200: "FacesDetected",
        0x1201: "FaceDetectArea",
        0x1203: "FaceDetectFrameSize",
    },
    "Panasonic": {
        0x0002: "FirmwareVersion",
        0x0025: "InternalSerialNumber",
        0x0033: "BabyAge",
        0x003A: "WorldTimeLocation",
        0x003F: "FacesDetected",
        0x004E: "FaceDetInfo",
        0x0051: "LensType",
        0x0052: "LensSerialNumber",
        0x0054: "AccessorySerialNumber",
        0x0061: "FaceRecInfo",
        0x0065: "Title",
        0x0066: "BabyName",
        0x0067: "Location",
        0x0069: "Country",
        0x006B: "State",
        0x006D: "City",
        0x006F: "Landmark",
        0x0080: "City2",
        0x8010: "BabyAge",
    },
    "Pentax": {
        0x0003: "PreviewImageLength",
        0x0004: "PreviewImageStart",
        0x0022: "WorldTimeLocation",
        0x0023: "HometownCity",
        0x0024: "DestinationCity",
        0x0060: "FaceInfo",
        0x0076: "FaceDetect",
        0x0215: "CameraInfo",
        0x0229: "SerialNumber",
        0x022E: "Artist",
        0x022F: "Copyright",
        0x0230: "FirmwareVersion",
    },
    "Ricoh": {0x0002: "FirmwareVersion", 0x0005: "SerialNumber"},
    "Ricoh Subdir": {0x001A: "FaceInfo", 0x0029: "FirmwareInfo", 0x002C: "SerialInfo"},
    "Samsung": {
        0x0030: "LocalLocationName",
        0x0031: "LocationName",
        0x0100: "FaceDetect",
        0x0120: "FaceRecognition",
        0x0123: "FaceName",
        0x0201: "PreviewImageStart",
        0x0202: "PreviewImageLength",
        0xA001: "FirmwareName",
        0xA002: "SerialNumber",
        0xA005: "InternalLensSerialNumber",
    },
    "Sanyo": {0x0100: "SanyoThumbnail", 0x0209: "CameraID", 0x0223: "FaceInfo"},
    "Sigma": {
        0x0002: "SerialNumber",
        0x0017: "Firmware",
        0x001A: "PreviewImageStart",
        0x001B: "PreviewImageLength",
    },
    "Sony": {
        0x2001: "PreviewImage",
        0x2031: "SerialNumber",
        0x9050: "EncipheredInternalSerialNumber",
        0xB020: "CreativeStyle",
    },
    "SonyEricsson": {0x0201: "PreviewImageStart", 0x0202: "PreviewImageLength"},
}

DIRECTORIES: dict[str, Names] = {
    "Nikon": {0x0011: "PreviewIFD", 0x0E10: "ScanIFD"},
    "Olympus": {
        0x2010: "Equipment",
        0x2020: "CameraSettings",
        0x2030: "RawDevelopment",
        0x2031: "RawDevelopment2",
        0x2040: "ImageProcessing",
        0x2050: "FocusInfo",
        0x3000: "RawInfo",
    },
    "Samsung": {0x0035: "PreviewIFD"},
    "Kodak": {number: f"SubIFD{number - 0xFC00}" for number in range(0xFC00, 0xFC07)},
    "Ricoh": {0x2001: "Subdir"},
}
"""Tags whose value is a further directory, or the position of one."""

PAIRS = (
    ("PreviewImageStart", "PreviewImageLength", "preview"),
    ("ZoomedPreviewStart", "ZoomedPreviewLength", "preview"),
)
"""Tags that together say where a second picture stands."""

PICTURES = {
    "PreviewImage": "preview",
    "PreviewImageData": "preview",
    "ThumbnailImage": "thumbnail",
    "SanyoThumbnail": "thumbnail",
}
"""Tags whose value is a second picture."""


def name_of(vendor: str, sub: str, tag: int) -> str:
    """The name of a maker's tag, or its number; in a subdirectory with that one's name."""
    names = NAMES.get(f"{vendor} {sub}".strip())
    if names is None:
        names = NAMES.get(vendor, {}) if not sub or sub.startswith(_LIKE_MAIN) else {}
    plain = names.get(tag) or _PRINT.get(tag) or f"0x{tag:04x}"
    return f"{sub}-{plain}" if sub and plain.startswith("0x") else plain
