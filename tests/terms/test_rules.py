"""Families of wording: what they find, what they leave, and that they end."""

from __future__ import annotations

import time

import pytest

from facevalue.core.terms import Stance, Topic
from facevalue.terms.rules import by_rule, families, plain, stance_by_turns

T, S = Topic, Stance

FOUND = [
    ("We use your photos to train our AI models.", T.TRAINING, S.TAKES),
    ("Your prompts are never used to train our models.", T.TRAINING, S.REFUSES),
    ("If you opt in, we use your chats to train our models.", T.TRAINING, S.LIMITS),
    ("You may opt out in your settings.", T.OPT_OUT, S.OFFERS),
    ("You have the right to object.", T.OPT_OUT, S.OFFERS),
    ("You grant us a worldwide, royalty-free licence to your content.", T.LICENCE, S.TAKES),
    ("You own everything you make; you retain all rights to your output.", T.LICENCE, S.OFFERS),
    ("We may use your likeness in advertising without compensation.", T.LIKENESS, S.TAKES),
    ("With your consent we collect biometric data.", T.LIKENESS, S.LIMITS),
    ("We do not sell your personal information.", T.SHARING, S.REFUSES),
    ("We share your data with our affiliates.", T.SHARING, S.LIMITS),
    ("Human reviewers may read your conversations.", T.REVIEW, S.TAKES),
    ("We have no obligation to monitor your content.", T.REVIEW, S.LIMITS),
    ("We keep your photos for up to 30 days.", T.KEEPING, S.LIMITS),
    ("We may retain your data even after you delete your account.", T.KEEPING, S.TAKES),
    ("You can delete your account at any time.", T.DELETING, S.OFFERS),
    ("Your creations are publicly visible by default.", T.PUBLIC, S.TAKES),
    ("You must be at least 16 years old.", T.AGE, S.LIMITS),
    ("We may change these terms at any time.", T.CHANGES, S.TAKES),
    ("We will notify you 30 days before we change these terms.", T.CHANGES, S.LIMITS),
    ("We are not liable for any damages.", T.LIABILITY, S.TAKES),
    ("Nothing in these terms excludes our liability for fraud.", T.LIABILITY, S.LIMITS),
]

LEFT = [
    ("You may not use outputs to train competing models.", T.TRAINING),
    ("Our staff training covers privacy.", T.TRAINING),
    ("You can opt out of marketing e-mails.", T.OPT_OUT),
    ("We grant you a licence to use the app.", T.LICENCE),
    ("You must not share your password with others.", T.SHARING),
    ("Please review these terms carefully.", T.REVIEW),
    ("We retain all rights in the service.", T.KEEPING),
    ("You may not delete or alter any copyright notice.", T.DELETING),
    ("This is in the public interest.", T.PUBLIC),
    ("We answer within 18 days.", T.AGE),
    ("You can change your password in the settings.", T.CHANGES),
    ("You are responsible for your account.", T.LIABILITY),
]


@pytest.mark.parametrize(("sentence", "topic", "stance"), FOUND)
def test_a_wording_is_found_with_its_side(sentence: str, topic: Topic, stance: Stance) -> None:
    """Sentences of ours in the usual wordings."""
    assert by_rule(plain(sentence))[topic] is stance


@pytest.mark.parametrize(("sentence", "topic"), LEFT)
def test_a_near_miss_is_left(sentence: str, topic: Topic) -> None:
    """The same words about something else."""
    assert topic not in by_rule(plain(sentence))


def test_every_topic_has_a_family() -> None:
    """And its first family can tell the stance of a sentence whose topic is known."""
    assert {family.topic for family in families()} == set(Topic)
    assert stance_by_turns(Topic.TRAINING, plain("Never used to train.")) is Stance.REFUSES


def test_only_the_topics_that_were_asked_for_are_looked_for() -> None:
    """So that a sentence costs only what the model left open."""
    text = plain("You must be 18, and we are not liable.")
    assert set(by_rule(text, [Topic.AGE])) == {Topic.AGE}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("“We’re  HERE”", '"we\'re here"'),
        ("data, including but not limited to photos", "data photos"),
        ("A\u00a0B", "a b"),
    ],
)
def test_a_plain_sentence_is_small_straight_and_without_padding(written: str, read: str) -> None:
    """What the families are written for."""
    assert plain(written) == read


@pytest.mark.parametrize("word", ["we ", "your data ", "not ", "share ", "any ", "including but "])
def test_no_family_runs_away(word: str) -> None:
    """A sentence of the greatest length made of one word, against every family: well under 2 s."""
    text = plain(word * (3000 // len(word)))
    since = time.process_time()
    by_rule(text)
    assert time.process_time() - since < 2
