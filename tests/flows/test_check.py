"""The check with a service: its terms are weighed with what was found."""

from __future__ import annotations

import pytest

import facevalue
from facevalue.core.errors import Unknown
from facevalue.core.report import Level
from tests.photographs import phone_photo


def test_a_service_adds_lines_that_rest_on_its_terms() -> None:
    """The same photo costs more where more is taken; without a service nothing is said of terms."""
    data = phone_photo().data
    bare, grok = facevalue.check(data), facevalue.check(data, service="Grok")
    assert not any(line.facts for line in bare.exposures)
    assert sum(bool(line.facts) for line in grok.exposures) >= 4
    assert grok.level is Level.STOP
    assert grok.service is not None
    answer = grok.to_json()
    assert answer["service"] == "grok"
    clauses, lines = answer["clauses"], answer["exposures"]
    assert isinstance(clauses, list)
    assert isinstance(lines, list)
    used = [at for line in lines for at in line["clauses"]]
    assert used
    assert all(0 <= at < len(clauses) for at in used)


def test_a_service_that_nobody_read_is_refused_before_the_photo_is_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A mistyped name is an error with the names there are, and not a free bill."""
    monkeypatch.setattr("facevalue.flows.check.look", lambda *_: pytest.fail("looked"))
    with pytest.raises(Unknown, match="midjourney"):
        facevalue.check(phone_photo().data, service="chatgtp")


def test_words_alone_can_be_weighed_with_a_service() -> None:
    """Without a photo there is no face, and so no line about one."""
    report = facevalue.check(words="a cat in a hat", service="x")
    assert not any(line.facts for line in report.exposures)
