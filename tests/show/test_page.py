"""The page: everything on it is escaped, nothing on it points outside."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import facevalue
from facevalue.core.finding import Finding, Kind, Look
from facevalue.core.photo import Upload
from facevalue.core.places import Field
from facevalue.core.report import Exposure, Level, Report
from facevalue.core.secret import Secret
from facevalue.flows.protect import protect
from facevalue.photos.pixels import decode
from facevalue.protection.plan import Wanted
from facevalue.show.page import page
from tests.photographs import phone_photo

HOSTILE = (
    '"><script>alert(1)</script><img src=https://evil.example/x onerror=alert(1)>{{7*7}}\x1b[2J'
)


class _Reader(HTMLParser):
    """Collects tags and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    return reader


def _hostile_report() -> Report:
    found = Finding(Kind.NAME, Field(("Exif", HOSTILE)), 1.0, "names", "why", Secret(HOSTILE))
    line = Exposure("Names", Level.STOP, "says", "remedy", (found,))
    photo = replace(phone_photo(), name=HOSTILE)
    return Report(Upload(photo), Look((found,)), (line,))


def test_hostile_names_and_values_are_inert() -> None:
    """No tag, attribute or template expression comes out of a file's text."""
    reader = _read(page(_hostile_report(), decode(phone_photo())))
    assert "script" not in reader.tags
    assert [tag for tag in reader.tags if tag == "img"] == ["img"]
    assert not any(name.startswith("on") for name, _ in reader.attributes)


def test_nothing_points_outside() -> None:
    """Every address is a data: picture or a place on the page itself."""
    report = facevalue.check(phone_photo().data)
    result = protect(Upload(phone_photo()), Wanted())
    assert result.photo is not None
    html = page(report, decode(phone_photo()), result, decode(result.photo))
    reader = _read(html)
    for name, value in reader.attributes:
        if name in ("src", "href", "action", "data", "poster", "srcset"):
            assert value.startswith(("data:image/jpeg;base64,", "#")), value
    assert not re.search(r"@import|url\((?!data:image/jpeg;base64,)", html)
    assert "default-src 'none'" in html


def test_the_page_has_the_bill_the_boxes_and_both_pictures() -> None:
    """Findings are drawn, exposures listed, before and after shown."""
    report = facevalue.check(phone_photo().data)
    result = protect(Upload(phone_photo()), Wanted())
    assert result.photo is not None
    html = page(report, decode(phone_photo()), result, decode(result.photo))
    for exposure in report.exposures:
        assert exposure.title in html
    assert html.count("<img ") == 2
    assert "face 1" in html
    assert 'alt="Before' in html
    assert 'alt="After' in html
    assert "looked at a second time" in html.lower()


def test_a_photo_that_cannot_be_shown_still_has_a_page() -> None:
    """Without pixels the bill is there and the page says why there is no picture."""
    html = page(facevalue.check(phone_photo().data), None)
    assert "could not be shown" in html
