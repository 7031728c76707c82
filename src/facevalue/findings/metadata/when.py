"""Times: when the photo was taken, changed, or read by a satellite's clock."""

from __future__ import annotations

from ...core.finding import Kind
from .by_name import ByName, Rule

WHEN = ByName(
    "when",
    Kind.WHEN,
    (
        Rule(
            r"\w*DateTimeOriginal\w*|\w*DateTimeDigitized|DateCreated|TimeCreated",
            1.0,
            "it says when the photo was taken",
        ),
        Rule(
            r"GPSInfo\.GPS(TimeStamp|DateStamp)|exif[.:]GPS(TimeStamp|DateStamp)",
            1.0,
            "it says when the photo was taken, by a satellite's clock",
        ),
        Rule(r"Sub[sS]ecTime\w*", 0.6, "it says when the photo was taken, to a part of a second"),
        Rule(r"OffsetTime\w*|\w*TimeZone\w*", 0.8, "it says in which time zone the camera was"),
        Rule(
            r"(?<!Icc\.)(?!\w*(Exposure|Run|Firmware|Up)(Date|Time)$)\w*((Date|Time)_?(Created|Sent|Modified|Digitized)?|DateTime\w*)|tIME|"
            r"\w*(Create|Modify|Metadata|Release|Reference|Expiration|Digital\w*)(Date|Time)\w*|"
            r"UTC_Data|Image_UTC_Data|when|\w*(creation|modification)_?time|date:\w+|"
            r"Creation Time|Jpeg\.APP1\.QVCI|DigitalCreation(Date|Time)",
            0.8,
            "it holds a date or a time",
        ),
    ),
)
