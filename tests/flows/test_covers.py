"""What protect does with a drawn head that is like the person once the file is written."""

from __future__ import annotations

import pytest

from facevalue.core.errors import Unsafe
from facevalue.core.finding import Finding
from facevalue.core.photo import Upload
from facevalue.flows import protect as flow
from facevalue.flows.covers import COVERS
from facevalue.flows.protect import protect
from facevalue.protection.plan import Wanted
from tests.photographs import phone_photo


def test_the_default_cover_is_first_and_drawn_ones_follow() -> None:
    """Plain covers and those that draw a head are one list for whoever chooses."""
    names = COVERS.names()
    assert names[0] == "solid"
    assert {"pixelate", "emoji", "paint", "doll"} <= set(names)


def test_a_head_recognised_in_the_written_file_gets_the_solid_cover(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One retry for that face, said in the change; the photo is not refused."""
    asked = []

    def matched(reports: tuple[object, ...]) -> tuple[Finding, ...]:
        asked.append(reports)
        return tuple(report.face for report in reports)  # type: ignore[attr-defined]

    monkeypatch.setattr(flow, "matched", matched)
    result = protect(Upload(phone_photo()), Wanted(style="emoji"))
    (said,) = [change.says for change in result.changes if change.by == "cover"]
    assert "1 face got the solid cover instead" in said
    assert result.photo is not None
    assert len(asked) == 1


def test_what_is_recognised_under_the_solid_cover_too_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """After the retry the lab has the last word."""

    def refuse(_: object) -> None:
        raise Unsafe("still recognises face 1")

    monkeypatch.setattr(flow, "refuse_matched", refuse)
    with pytest.raises(Unsafe, match="face 1"):
        protect(Upload(phone_photo()), Wanted(style="emoji"))
