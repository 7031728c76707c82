"""Odd and hostile words give a box, never a crash."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facevalue.studio.wish.clean import MOST, cleaned, emoji, shortened
from facevalue.studio.wish.read import LINE, wish

ODD = [
    "", " ", "\n\n", "\x00\x01", "\u202e\u202d", "((((", "a" * 5000, "word " * 1000, ", " * 2500,
    "😀" * 3000, "I'm " * 1200, "I'm", "my name is", "a teacher of of of in in at", "%s {0} \\",
    "<script>alert(1)</script>", "of", " and ", "'", "I am a", "named", "I teach", "wheelchair",
]  # fmt: skip


@pytest.mark.parametrize("words", ODD, ids=range(len(ODD)))
def test_odd_words_give_a_box(words: str) -> None:
    """A title of at most LINE letters without control signs, and one thing or more."""
    made = wish(words)
    assert 0 < len(made.title) <= LINE
    assert len(made.subtitle) <= LINE
    assert (made.title + made.subtitle).isprintable()
    assert made.things


def test_a_long_text_is_cut_and_that_is_told() -> None:
    """What stands at its beginning counts."""
    made = wish("I'm Dana, nurse. " + "blah " * 1000)
    assert (made.title, made.subtitle) == ("DANA", "NURSE")
    assert f"what came after {MOST:,} letters is left out" in made.left_out


def test_a_long_hostile_text_is_quick() -> None:
    """Patterns do not run away on words built for that."""
    since = time.process_time()
    for words in ("I'm a " * 800, "my " * 1600, "a of in at " * 400, "-" * 5000, "x' " * 1500):
        wish(words)
    assert time.process_time() - since < 20


def test_control_signs_and_turned_text_are_taken_out() -> None:
    """Terminal escapes go with their letters; marks of direction go; many accents are thinned."""
    assert cleaned("\u202eevil\u202c \x1b[31mRob\x07") == "evil Rob"
    assert cleaned("a\nb") == "a. b"
    assert cleaned("ﬁre") == "fire"
    assert cleaned("z" + "\u0321" * 9) == "z" + "\u0321" * 3
    assert wish("\u202eevil\u202c I'm \x1b[31mRob\x07, a locksmith").title == "ROB"


def test_cutting_keeps_words_whole() -> None:
    """At a space where there is one; else at the limit."""
    assert shortened("one two three", 9) == "one two"
    assert shortened("onetwothree", 5) == "onetw"
    assert shortened("one, two", 5) == "one"


def test_pictographs_are_named() -> None:
    """Skin tones are none of their own, and letters stay."""
    assert emoji("a 👩🏽‍🍳 b")[1] == ("woman", "cooking")
    assert emoji("plain text") == ("plain text", ())


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_gives_printable_lines(words: str) -> None:
    """Whatever the letters."""
    made = wish("Zed the plumber " + words, things=["mug"])
    assert (made.title + made.subtitle).isprintable()
