"""What is seen of words before the tagger reads them."""

from __future__ import annotations

import pytest

from facevalue.findings.words import tables
from facevalue.findings.words.clues import clues, listed, shape
from facevalue.findings.words.facets import Facet
from facevalue.findings.words.grammar import hints
from facevalue.findings.words.tokens import tokens

HINTS = [
    ("she dreams of opening a shop.", Facet.AMBITION, "opening a shop"),
    ("I want to learn Welsh, and rest", Facet.AMBITION, "learn Welsh"),
    ("Goals for 2030: sleep more", Facet.AMBITION, "sleep more"),
    ("he works nights as a cook", Facet.OCCUPATION, "cook"),
    ("our late uncle Joe", Facet.FAMILY, "late uncle"),
    ("mother of two", Facet.FAMILY, "mother of two"),
    ("was diagnosed with gout.", Facet.HEALTH, "gout"),
    ("I also juggle knives", Facet.HOBBY, "juggle knives"),
    ("He works for Acme & Sons now", Facet.EMPLOYER, "Acme & Sons"),
    ("I live in Old Sarum.", Facet.PLACE, "Old Sarum"),
]


@pytest.mark.parametrize(("text", "facet", "value"), HINTS)
def test_what_is_announced_is_hinted_at(text: str, facet: Facet, value: str) -> None:
    """The words after "dreams of", "works as", "diagnosed with" and so on."""
    assert (facet, value) in {(said.facet, text[said.start : said.end]) for said in hints(text)}


@pytest.mark.parametrize(
    "text", ["I want to look like a hero", "I want to see a boat", "I'd like to add a hat"]
)
def test_what_is_wanted_of_a_picture_is_no_ambition(text: str) -> None:
    """ "I want to look like ..." says nothing of a life."""
    assert Facet.AMBITION not in {said.facet for said in hints(text)}


@pytest.mark.parametrize(
    ("word", "short"),
    [("Anna", "Aa"), ("USA", "A"), ("iPhone", "aAa"), ("12th", "9a"), ("O'Neil", "A'Aa")],
)
def test_the_shape_of_a_word(word: str, short: str) -> None:
    """Large, small, figure, sign: each run once."""
    assert shape(word) == short


def test_phrases_of_lists_are_found_and_the_longest_counts() -> None:
    """ "Rock climbing" is in the list of hobbies as one; its second word is marked as inside."""
    found = listed(tokens("I love rock climbing"))
    assert "g=hobby" in found[2]
    assert "g=hobby+" in found[3]
    assert "g=hobby" not in found[3]


def test_every_word_has_clues_without_any_model() -> None:
    """Neither meanings nor names must be there."""
    words = tokens("A nurse, called Bo!")
    assert [len(row) > 5 for row in clues(words, [], None, listed(words), [])] == [True] * 6


def test_the_lists_have_no_word_twice_and_no_edge() -> None:
    """A list is written once, without blanks around its words."""
    for name in tables.LISTS:
        rows = tables.table(name)
        assert rows
        assert all(row == row.strip() and row for row in rows)
        if name not in ("country", "first_english"):
            assert len(set(rows)) == len(rows), name
