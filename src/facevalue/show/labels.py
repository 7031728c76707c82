"""Names of fields in words, so that a bare value says what it is."""

from __future__ import annotations

import re

from ..core.finding import Finding, Kind
from ..core.places import Field

WORDS = {
    "GPSLatitude": "",  # its value is the whole position with the nearest city
    "DateTimeOriginal": "taken",
    "DateTimeDigitized": "digitised",
    "DateTime": "changed",
    "BodySerialNumber": "camera's number",
    "LensSerialNumber": "lens's number",
    "OffsetTime": "time zone",
    "OffsetTimeOriginal": "time zone",
    "OffsetTimeDigitized": "time zone",
    "Make": "maker",
    "By-line": "author",
    "XPAuthor": "author",
    "UserComment": "comment",
    "ImageDescription": "description",
    "GPSImgDirection": "looking towards, in degrees",
    "GPSAltitude": "metres above the sea",
    "GPSSpeed": "speed",
}
_WORD_BORDER = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_")


def label(found: Finding) -> str:
    """What the value of a metadata finding is, in a few words; empty where it needs none."""
    if found.kind is Kind.COPY or not isinstance(found.where, Field):
        return ""
    name = found.where.path[-1]
    if name in WORDS:
        return WORDS[name]
    words = _WORD_BORDER.sub(" ", name).split()
    return " ".join(word if word.isupper() else word.lower() for word in words)
