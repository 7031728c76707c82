"""The likeness receipt in words: no match, a match and no comparison are three answers."""

from __future__ import annotations

from facevalue.core.made import Match
from facevalue.price.receipt import CHILDREN, FRIENDS, NOTHING, likeness_says


def said(*scores: float | None) -> tuple[str, ...]:
    """The receipt for the scores of as many recognisers."""
    return likeness_says([Match(f"r{i}", score, 0.4) for i, score in enumerate(scores)])


def test_nobody_asked_says_nothing() -> None:
    """Without a photo there is no receipt."""
    assert likeness_says(()) == ()


def test_no_match_gives_the_scores_and_their_lines() -> None:
    """And says none, not "unrecognisable"."""
    first, last = said(0.1, -0.25)
    assert "None of the 2" in first
    assert "r0 0.10, its line 0.40" in first
    assert "r1 -0.25" in first
    assert last == FRIENDS


def test_one_match_is_enough_to_warn() -> None:
    """The recogniser that still knows the person is named."""
    assert said(0.1, 0.4)[0].startswith("r1 takes the picture")
    assert said(0.5, 0.4)[0].startswith("r0 and r1 take the picture")


def test_nothing_compared_is_not_no_match() -> None:
    """It has a sentence of its own."""
    assert said(None, None) == (NOTHING, FRIENDS)


def test_an_answer_for_a_small_face_says_how_little_it_is_worth() -> None:
    """Only where it is "no match", and only below forty pixels."""
    matches = [Match("r", 0.1, 0.4)]
    assert "only 23 pixels high" in likeness_says(matches, 23.4)[1]
    assert likeness_says(matches, 40) == likeness_says(matches)
    assert likeness_says([Match("r", 0.5, 0.4)], 23)[1:] == (FRIENDS,)


def test_a_match_of_a_child_comes_with_its_doubt() -> None:
    """Only a match, and without calling it harmless."""
    matches = [Match("dlib", 0.45, 0.4)]
    assert likeness_says(matches, childlike=True)[1:] == (CHILDREN, FRIENDS)
    assert CHILDREN not in likeness_says([Match("dlib", 0.1, 0.4)], childlike=True)
    assert CHILDREN not in likeness_says(matches)


def test_every_receipt_says_what_friends_may_still_see() -> None:
    """Hair, glasses and clothes are no matter of recognisers."""
    assert all(said(*scores)[-1] == FRIENDS for scores in ((0.1, 0.2), (0.9, 0.9), (None, None)))
