"""The text of a saved web page: what people read, whatever the page is."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.terms.clauses import clauses
from facevalue.terms.page import is_page, text_of_page
from facevalue.terms.read import read_text
from tests.findings.tables import CALM
from tests.terms.documents import NEW

pieces = st.sampled_from(
    [
        "<",
        ">",
        "<p>",
        "</p>",
        "<!--",
        "-->",
        "<script>",
        "</script",
        "&amp;",
        "&#0;",
        "<b",
        '"',
        "İ",
    ]
)
awkward = st.lists(pieces | st.text(max_size=6), max_size=60).map("".join)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>One <b>two</b>.</p><p>Three.</p>", "One two.\nThree.\n"),
        ("<ul><li>One<li>Two</ul>", "One\nTwo\n"),
        ("One<script>let a = '<p>no</p>'</script> two", "One\ntwo\n"),
        ("One<SCRIPT>no</SCRIPT>two", "One\ntwo\n"),
        ("One <!-- <p>no --> two", "One two\n"),
        ("a &lt;b&gt; &amp; c", "a <b> & c\n"),
        ("3 < 4 and 5 > 4", "3 < 4 and 5 > 4\n"),
        ("line\nbreaks are\tspaces", "line breaks are spaces\n"),
        ("shown<style>never ends", "shown\n"),
        ("shown<!-- never ends", "shown\n"),
        ("shown<p never ends", "shown\n"),
    ],
)
def test_a_page_becomes_what_people_read(page: str, text: str) -> None:
    """Blocks are lines, scripts and comments go, entities are letters."""
    assert text_of_page(page) == text


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("<!DOCTYPE html><p>x", True),
        ("\n <html lang=en>", True),
        ("# Terms with a <b>tag</b>", False),
        ("x" * 2000 + "<html>", False),
    ],
)
def test_a_page_says_that_it_is_one(text: str, answer: bool) -> None:
    """Markdown with some tags in it stays Markdown."""
    assert is_page(text) is answer


def test_a_saved_page_gives_the_clauses_of_its_text(tmp_path: Path) -> None:
    """The same terms as a page and as text."""
    body = "".join(f"<p>{line.strip('# ')}</p>" for line in NEW.splitlines() if line)
    path = tmp_path / "terms.html"
    path.write_text(f"<!doctype html><title>Terms</title><body>{body}", "utf-8")
    there = {(each.topic, each.stance, each.quote) for each in clauses(read_text(path))}
    assert {(each.topic, each.stance, each.quote) for each in clauses(NEW)} == there


@given(awkward)
@CALM
def test_no_page_breaks_the_reader(page: str) -> None:
    """No line is empty, and nothing is shown that the page does not hold."""
    for line in text_of_page(page).split("\n")[:-1]:
        assert line == "" or line.strip() == line


@pytest.mark.parametrize(
    "unit", ["<", "<!--", "<script>", "<a", "</", "&", "<p>", "<script></script", "<!", "&#1"]
)
def test_reading_a_page_takes_time_in_proportion_to_the_length(unit: str) -> None:
    """Half a million characters of beginnings: within seconds."""
    since = time.process_time()
    text_of_page(unit * (500_000 // len(unit)))
    assert time.process_time() - since < 3
