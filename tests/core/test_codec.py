"""The JSON is what the house promises, and holds values only when they were asked for."""

from __future__ import annotations

import json

from facevalue.core.change import Change, Effect, Protected
from facevalue.core.codec import protected_to_json, report_to_json
from facevalue.core.finding import Finding, Kind, Look, Skip
from facevalue.core.photo import Header, Photo, Upload
from facevalue.core.places import Field, Region, Size, Span
from facevalue.core.report import Exposure, Level, Report
from facevalue.core.secret import Secret

PLACE = Finding(
    Kind.WHERE, Field(("Exif", "GPSInfo", "GPSLatitude")), 1.0, "where", "why", Secret("48.1")
)
FACE = Finding(Kind.FACE, Region(1, 2, 3, 4), 0.987654, "faces", "why", None, ((1.0, 2.0),))
WORD = Finding(Kind.WORK, Span(2, 7), 0.5, "work", "why", Secret("nurse"))
PHOTO = Photo(b"abc", "jpeg", Header(Size(4, 3)), "a.jpg")


def _report() -> Report:
    line = Exposure("Where", Level.STOP, "says", "remedy", (FACE, PLACE))
    look = Look((PLACE, FACE, WORD), (Skip("text", "no engine"),))
    return Report(Upload(PHOTO), look, (line,))


def test_a_report_has_exactly_the_promised_keys() -> None:
    """Names and shapes are those of the reference page, and json.dumps takes them."""
    answer = report_to_json(_report(), values=False)
    assert set(answer) == {"photo", "findings", "skips", "clauses", "exposures", "level"}
    assert answer["photo"] == {
        "name": "a.jpg",
        "format": "jpeg",
        "width": 4,
        "height": 3,
        "bytes": 3,
        "sha256": PHOTO.digest,
    }
    assert answer["level"] == "stop"
    assert "48.1" not in json.dumps(answer)
    assert "nurse" not in json.dumps(answer)


def test_places_keep_their_kind() -> None:
    """A region, a span and a field are told apart by their key."""
    findings = report_to_json(_report(), values=True)["findings"]
    assert isinstance(findings, list)
    assert [found["where"] for found in findings] == [
        {"field": ["Exif", "GPSInfo", "GPSLatitude"]},
        {"region": [1, 2, 3, 4]},
        {"span": [2, 7]},
    ]
    assert findings[0]["value"] == "48.1"
    assert findings[1]["score"] == 0.9877


def test_exposures_point_at_findings_by_index() -> None:
    """The numbers are those of the findings list, in the exposure's own order."""
    exposures = report_to_json(_report(), values=False)["exposures"]
    assert isinstance(exposures, list)
    assert exposures[0]["findings"] == [1, 0]


def test_no_photo_is_null() -> None:
    """Words alone are an upload as well."""
    report = Report(Upload(None, "words"), Look(), ())
    assert report_to_json(report, values=False)["photo"] is None
    assert report_to_json(report, values=False)["level"] == "note"


def test_a_protection_says_what_changed_and_what_is_left() -> None:
    """Changes with their effects, the rest with findings and skips, the new photo."""
    change = Change("strip", "done", (PLACE,), (Effect("fields", 9, 0),))
    result = Protected(PHOTO, None, (change,), Look((), (Skip("faces", "why"),)))
    answer = protected_to_json(result, values=False)
    assert set(answer) == {"changes", "left", "photo", "words"}
    assert answer["left"] == {"findings": [], "skips": [{"by": "faces", "reason": "why"}]}
    assert "48.1" not in json.dumps(answer)
