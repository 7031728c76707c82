"""Found values do not travel: planted ones are looked for wherever they could come out."""

from __future__ import annotations

import json
import logging
import traceback

import pytest

import facevalue
from facevalue.core.photo import Upload
from facevalue.flows.check import check
from facevalue.flows.protect import protect
from facevalue.protection.plan import Wanted
from tests.photographs import phone_photo

PLANTED = ("F17QX0DEMO42", "E. Collins", "52.52", "2026:05:17")


def _leaks(text: str) -> list[str]:
    return [value for value in PLANTED if value in text]


def test_the_values_are_really_there() -> None:
    """The photo holds what is looked for below, and the report finds it."""
    report = facevalue.check(phone_photo().data)
    told = json.dumps(report.to_json(values=True))
    assert set(_leaks(told)) == set(PLANTED)


def test_repr_and_json_of_a_report_do_not_tell() -> None:
    """Neither printing nor JSON holds a found value."""
    report = check(Upload(phone_photo()))
    assert _leaks(repr(report) + str(report) + json.dumps(report.to_json())) == []


def test_repr_and_json_of_a_protection_do_not_tell() -> None:
    """Nor do they after protecting."""
    result = protect(Upload(phone_photo(), "my words"), Wanted())
    assert _leaks(repr(result) + json.dumps(result.to_json())) == []
    assert "my words" not in repr(result)


def test_logs_and_tracebacks_do_not_tell(caplog: pytest.LogCaptureFixture) -> None:
    """An error in the middle of the work does not print what was found."""
    caplog.set_level(logging.DEBUG)
    report = check(Upload(phone_photo()))
    error = RuntimeError(report, report.look.findings)
    assert _leaks("".join(traceback.format_exception(error)) + caplog.text) == []
