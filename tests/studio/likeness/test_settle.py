"""Settling: by hand before the photo, the photo before the neutral choice, nonsense refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facevalue.core.errors import BadChoice
from facevalue.studio.likeness import hair
from facevalue.studio.likeness.read import Likeness
from facevalue.studio.likeness.settle import SURE, settle
from facevalue.studio.traits import Traits
from tests.studio.likeness.test_hair import SHORT

SEEN = Likeness({"hair": ("bob", 0.8), "glasses": ("round", 0.2), "smile": (0.9, 0.7)})


def test_without_anything_all_is_neutral() -> None:
    """Every trait is there once, neutral, and nobody is sure of it."""
    traits, guesses = settle(None, {})
    assert traits == Traits()
    assert [guess.trait for guess in guesses] == list(Traits.__dataclass_fields__)
    assert {(guess.by, guess.confidence) for guess in guesses} == {("neutral", 0.0)}


def test_a_sure_guess_counts_and_a_weak_one_does_not() -> None:
    """Bob at 0.8 is taken, round glasses at 0.2 are not."""
    traits, guesses = settle(SEEN, {})
    by = {guess.trait: guess.by for guess in guesses}
    assert (traits.hair, by["hair"]) == ("bob", "photo")
    assert (traits.glasses, by["glasses"]) == ("none", "neutral")


def test_a_fringe_must_be_plain() -> None:
    """A forehead that is hardly more covered than bare is bare; a covered one has a fringe."""
    answers = {}
    for share in (0.7, 0.8, 1.0):
        guess = hair.fringe(replace(SHORT, fringe=(share, share)), "short")
        assert guess[0] is True
        answers[share] = settle(Likeness({"fringe": guess}), {})[0].fringe
    assert answers == {0.7: False, 0.8: False, 1.0: True}


def test_by_hand_wins() -> None:
    """Whatever the photo says, with full confidence."""
    traits, guesses = settle(SEEN, {"hair": "bald"})
    chosen = next(guess for guess in guesses if guess.trait == "hair")
    assert traits.hair == "bald"
    assert (chosen.value, chosen.confidence, chosen.by) == ("bald", 1.0, "hand")


def test_words_of_a_command_line_are_understood() -> None:
    """Numbers, switches and colours arrive as text."""
    words: dict[str, object] = {"smile": "0.3", "fringe": "yes", "skin": "#A0704F", "jaw": -0.5}
    traits, _ = settle(None, words)
    assert (traits.smile, traits.fringe, traits.skin) == (0.3, True, "#a0704f")
    assert traits.jaw == -0.5


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("hair", "mohawk", "hair is one of bald, short"),
        ("hair", ["bob"], "hair is one of"),
        ("smile", 1.2, "smile is a number from 0 to 1"),
        ("smile", "nan", "a number from"),
        ("smile", None, "a number from"),
        ("jaw", "wide", r"jaw is a number from -0\.6 to 1"),
        ("freckles", "many", "freckles is yes or no"),
        ("skin", "brown", "skin is a colour such as #d08a5e"),
        ("skin", "#12345", "a colour such as"),
        ("nose", "long", "no trait 'nose'; the traits are: skin, hair"),
        ("__class__", "x", "no trait"),
    ],
)
def test_what_a_doll_cannot_have_is_refused(name: str, value: object, sentence: str) -> None:
    """Each with a sentence that says what would be right."""
    with pytest.raises(BadChoice, match=sentence):
        settle(None, {name: value})


def test_thresholds_are_of_traits_that_there_are() -> None:
    """A misspelt name in the table would never be looked up."""
    assert set(SURE) <= set(Traits.__dataclass_fields__)
    assert all(0 < value < 1 for value in SURE.values())
