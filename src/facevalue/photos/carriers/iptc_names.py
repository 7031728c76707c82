"""Names of IPTC datasets, by record and number.

Source: IPTC-NAA IIM 4.2; spelled with hyphens and without spaces as ExifTool spells them;
names that IIM lacks: ExifTool tag tables (Photo Mechanic, FotoStation).
"""

from __future__ import annotations

RECORDS = {
    1: "Envelope",
    2: "Application2",
    3: "NewsPhoto",
    6: "Abstract",
    7: "PreObjectData",
    8: "ObjectData",
    9: "PostObjectData",
    240: "FotoStation",
}

_ENVELOPE = {
    0: "ModelVersion",
    5: "Destination",
    20: "FileFormat",
    22: "FileVersion",
    30: "ServiceIdentifier",
    40: "EnvelopeNumber",
    50: "ProductID",
    60: "EnvelopePriority",
    70: "DateSent",
    80: "TimeSent",
    90: "CodedCharacterSet",
    100: "UniqueObjectName",
    120: "ARMIdentifier",
    122: "ARMVersion",
}

_APPLICATION = {
    0: "RecordVersion",
    3: "ObjectTypeReference",
    4: "ObjectAttributeReference",
    5: "ObjectName",
    7: "EditStatus",
    8: "EditorialUpdate",
    10: "Urgency",
    12: "SubjectReference",
    15: "Category",
    20: "SupplementalCategories",
    22: "FixtureIdentifier",
    25: "Keywords",
    26: "ContentLocationCode",
    27: "ContentLocationName",
    30: "ReleaseDate",
    35: "ReleaseTime",
    37: "ExpirationDate",
    38: "ExpirationTime",
    40: "SpecialInstructions",
    42: "ActionAdvised",
    45: "ReferenceService",
    47: "ReferenceDate",
    50: "ReferenceNumber",
    55: "DateCreated",
    60: "TimeCreated",
    62: "DigitalCreationDate",
    63: "DigitalCreationTime",
    65: "OriginatingProgram",
    70: "ProgramVersion",
    75: "ObjectCycle",
    80: "By-line",
    85: "By-lineTitle",
    90: "City",
    92: "Sub-location",
    95: "Province-State",
    100: "CountryCode",
    101: "Country",
    103: "OriginalTransmissionReference",
    105: "Headline",
    110: "Credit",
    115: "Source",
    116: "CopyrightNotice",
    118: "Contact",
    120: "Caption-Abstract",
    121: "LocalCaption",
    122: "Writer-Editor",
    125: "RasterizedCaption",
    130: "ImageType",
    131: "ImageOrientation",
    135: "LanguageIdentifier",
    150: "AudioType",
    151: "AudioSamplingRate",
    152: "AudioSamplingResolution",
    153: "AudioDuration",
    154: "AudioOutcue",
    184: "JobID",
    185: "MasterDocumentID",
    186: "ShortDocumentID",
    187: "UniqueDocumentID",
    188: "OwnerID",
    200: "ObjectPreviewFileFormat",
    201: "ObjectPreviewFileVersion",
    202: "ObjectPreviewData",
    221: "Prefs",
    225: "ClassifyState",
    228: "SimilarityIndex",
    230: "DocumentNotes",
    231: "DocumentHistory",
    232: "ExifCameraInfo",
}

_NEWS_PHOTO = {
    0: "NewsPhotoVersion",
    10: "PictureNumber",
    20: "PixelsPerLine",
    30: "NumberOfLines",
    40: "PixelSizeInScanningDirection",
    50: "PixelSizePerpendicular",
    55: "SupplementType",
    60: "ColourRepresentation",
    64: "InterchangeColourSpace",
    65: "ColourSequence",
    66: "ICCProfile",
    70: "ColourCalibrationMatrix",
    80: "LookupTable",
    84: "NumberOfIndexEntries",
    85: "ColourPalette",
    86: "BitsPerSample",
    90: "SamplingStructure",
    100: "ScanningDirection",
    102: "ImageRotation",
    110: "DataCompressionMethod",
    120: "QuantisationMethod",
    125: "EndPoints",
    130: "ExcursionTolerance",
    135: "BitsPerComponent",
    140: "MaximumDensityRange",
    145: "GammaCompensatedValue",
}

NAMES: dict[int, dict[int, str]] = {
    1: _ENVELOPE,
    2: _APPLICATION,
    3: _NEWS_PHOTO,
    7: {10: "SizeMode", 20: "MaxSubfileSize", 90: "ObjectSizeAnnounced", 95: "MaximumObjectSize"},
    8: {10: "SubFile"},
    9: {10: "ConfirmedObjectSize"},
}

NUMBERS = (
    {(1, number) for number in (0, 20, 22, 120, 122)}
    | {(2, number) for number in (0, 200, 201)}
    | {(3, number) for number in _NEWS_PHOTO if number not in (10, 40, 50, 66, 70, 80, 85, 125)}
    | {(7, 10), (7, 20), (7, 90), (7, 95), (9, 10)}
)
"""Datasets whose content is one binary number."""

BINARY = {(2, 125), (2, 202), (3, 10), (3, 66), (3, 70), (3, 80), (3, 85), (8, 10)}
"""Datasets whose content is a picture, sound or table."""
