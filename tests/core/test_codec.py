"""The JSON is what the house promises, and holds values only when they were asked for."""

from __future__ import annotations

import json
from dataclasses import replace

from facevalue.core.change import Change, Effect, Protected
from facevalue.core.codec import protected_to_json, report_to_json
from facevalue.core.finding import Finding, Kind, Look, Miss, Skip
from facevalue.core.lab import FaceLab, Judged
from facevalue.core.person import Enrol, Person, Role
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
    assert set(answer) == {
        "photo",
        "findings",
        "skips",
        "misses",
        "service",
        "clauses",
        "exposures",
        "level",
    }
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
    assert set(answer) == {"changes", "left", "lab", "photo", "words"}
    skips = [{"by": "faces", "reason": "why"}]
    assert answer["left"] == {"findings": [], "skips": skips, "misses": []}
    assert answer["lab"] == []
    assert "48.1" not in json.dumps(answer)


def test_a_face_says_whose_it_is_and_only_faces_do() -> None:
    """The person's answers with their reasons; numbers rounded, enumerations as their words."""
    who = Person(Enrol.POORLY, ("blurred",), Role.BYSTANDER, "small", 0.123456, True, "could be")
    look = Look((replace(FACE, person=who), PLACE))
    findings = report_to_json(Report(Upload(PHOTO), look, ()), values=False)["findings"]
    assert isinstance(findings, list)
    assert findings[0]["person"] == {
        "enrol": "poorly",
        "enrol_because": ["blurred"],
        "role": "bystander",
        "role_because": "small",
        "child": 0.123,
        "may_be_child": True,
        "age_says": "could be",
    }
    assert "person" not in findings[1]


def test_what_may_have_been_missed_has_its_numbers() -> None:
    """Heights with an open end, the expected number and the one that is rarely passed."""
    look = Look(misses=(Miss("faces", 0.0, None, 1.23456, 4, "about one"),))
    assert report_to_json(Report(Upload(PHOTO), look, ()), values=False)["misses"] == [
        {
            "by": "faces",
            "heights": [0.0, None],
            "expected": 1.23,
            "at_most": 4,
            "says": "about one",
        }
    ]


def test_the_lab_report_has_every_score_and_null_where_there_is_none() -> None:
    """Nothing to compare is not the same as no match."""
    judge = Judged("dlib", 0.4, 0.99, None, 0.41, 0.1)
    result = Protected(PHOTO, None, (), Look(), (), (FaceLab(2, FACE, (judge,), (0.9, 0), "ok"),))
    assert protected_to_json(result, values=False)["lab"] == [
        {
            "face": 2,
            "found": [0.9, 0],
            "judges": [
                {
                    "recogniser": "dlib",
                    "threshold": 0.4,
                    "before": 0.99,
                    "after": None,
                    "jpeg": 0.41,
                    "half": 0.1,
                    "matches": True,
                }
            ],
            "verdict": "ok",
        }
    ]
