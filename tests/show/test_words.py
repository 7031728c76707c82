"""Marked words: nothing lost, nothing twice, nothing that turns the page around."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facevalue.core.finding import Finding, Kind, Look
from facevalue.core.photo import Upload
from facevalue.core.places import Region, Span
from facevalue.core.report import Report
from facevalue.show.page import page
from facevalue.show.words import LONGEST, marked
from tests.findings.tables import CALM

printable = st.characters(exclude_categories=["C"])
spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: Span(*sorted(pair)))


def found(span: Span, kind: Kind = Kind.WORK) -> Finding:
    """A finding in the words."""
    return Finding(kind, span, 0.9, "profile", "why")


@given(st.text(printable, max_size=40), st.lists(spans, max_size=8))
@CALM
def test_the_words_are_whole_whatever_was_found(words: str, places: list[Span]) -> None:
    """Together the parts are the words; overlapping, empty and outlying findings change nothing."""
    assert "".join(part.text for part in marked(words, [found(span) for span in places])) == words


def test_a_finding_is_marked_with_its_kind_and_faces_are_not_words() -> None:
    """Before and after it stand as they were."""
    face = Finding(Kind.FACE, Region(0, 0, 9, 9), 0.9, "faces", "why")
    parts = marked("I am a nurse.", [face, found(Span(5, 12))])
    assert [(part.text, part.kind) for part in parts] == [
        ("I am ", ""),
        ("a nurse", "work"),
        (".", ""),
    ]


def test_hostile_words_are_inert_and_visible() -> None:
    """No tag, no turned text, no end: what is typed is shown as typed."""
    words = "<script>alert(1)</script>\u202egpj\x1b[2J" + "x" * (LONGEST + 5)
    html = page(Report(Upload(None, words), Look((found(Span(0, 8)),)), ()), None)
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert "\u202e" not in html
    assert "\x1b" not in html
    assert "x …" in html or "…" in html
    assert "Your words" in html
