"""Sentences of terms: whole, with their line, and known again by their words alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.terms.text import DIGITS, LONGEST, digest, sentences
from tests.findings.tables import CALM

letters = st.characters(exclude_categories=())
pieces = st.sampled_from(
    ["[", "](", ")", "*", "_", "\\", "<", ">", "# ", "1. ", ". ", "A", "é", "\n"]
)
awkward = st.lists(pieces | st.text(letters, max_size=6), max_size=60).map("".join)


def texts(document: str) -> list[str]:
    """The sentences alone."""
    return [each.text for each in sentences(document)]


@pytest.mark.parametrize(
    ("document", "parts"),
    [
        ("We keep it. We sell it!", ["We keep it.", "We sell it!"]),
        (
            "Input (e.g. photos) is ours. So is output.",
            ["Input (e.g. photos) is ours.", "So is output."],
        ),
        ("Sent to X Corp. Data stays, see Sec. 4.", ["Sent to X Corp. Data stays, see Sec. 4."]),
        (
            "# Our **rights**\n\n* You [agree](https://a.example/b_(c)).",
            ["Our rights", "You agree."],
        ),
        ("1. You may not.\n2) We may.", ["You may not.", "We may."]),
        ("“We may.” Then “we do.”", ["“We may.”", "Then “we do.”"]),
        ("In the U.S. we may. In the U.K. not.", ["In the U.S. we may.", "In the U.K. not."]),
        ("----\n\n***\n", []),
        ("", []),
    ],
)
def test_a_document_becomes_the_sentences_that_people_read(document: str, parts: list[str]) -> None:
    """Marks go, links leave their words, abbreviations end nothing, rules are no sentences."""
    assert texts(document) == parts


def test_a_sentence_knows_its_line() -> None:
    """Counted from one in the document as it was given, empty lines included."""
    found = list(sentences("# One\n\nTwo is here. Three is too.\r\n\r\nFour"))
    assert [(each.line, each.text) for each in found] == [
        (1, "One"),
        (3, "Two is here."),
        (3, "Three is too."),
        (5, "Four"),
    ]


@pytest.mark.parametrize(
    "same",
    [
        "You **grant** us a [licence](x) to your “Content”.",
        "you grant us a licence to your 'content'",
        "  You  grant us\ta licence to your “Content”!  ",
        "You grant us a licence to your Content.",
        "> You grant us a _licence_ to your “Content”.",
    ],
)
def test_a_digest_is_of_the_words_alone(same: str) -> None:
    """Emphasis, links, quotes, case and spaces change nothing; one word changes everything."""
    assert digest(same) == digest("You grant us a licence to your “Content”.")
    assert digest(same) != digest(same.replace("grant", "refuse"))
    assert len(digest(same)) == DIGITS


@given(awkward)
@CALM
def test_no_document_breaks_the_reader(document: str) -> None:
    """Every sentence has a word, a line of the document, and an end."""
    lines = len(document.splitlines())
    for each in sentences(document):
        assert each.text == each.text.strip() != ""
        assert len(each.text) <= LONGEST
        assert 1 <= each.line <= lines
        assert "\n" not in each.text
        assert len(each.digest) == DIGITS


@pytest.mark.parametrize(
    "unit",
    ["[", "[a](", "](", "<", "a. ", "A. B", "*", "\\", "[a](b(", "(", "x" * 40 + " ", "A.A.A."],
)
def test_reading_takes_time_in_proportion_to_the_length(unit: str) -> None:
    """Half a million characters that look like the beginning of something: within seconds."""
    document = unit * (500_000 // len(unit))
    since = time.process_time()
    assert sum(1 for _ in sentences(document)) >= 0
    assert time.process_time() - since < 3
