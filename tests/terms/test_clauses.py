"""Clauses in a text: found with topic, stance and place; what cannot be looked at is said."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.core.terms import Clause, General, Stance, Topic
from facevalue.terms import clauses as finder
from facevalue.terms.clauses import clauses, read, worst_first
from facevalue.terms.text import sentences
from tests.findings.tables import CALM
from tests.terms.documents import CHINESE, DUTCH, FRENCH, GERMAN, NEW, OLD, SPANISH

TEXTS = Path(__file__).resolve().parents[3] / "shared" / "data" / "terms"

PADDING = "The service of our company is for you and for all of the people that use it with us. "

letters = st.characters(exclude_categories=())
pieces = st.sampled_from(
    [
        "you grant us a licence ",
        "not ",
        "train our models ",
        ". ",
        "\n",
        "\0",
        "‮",
        "\ud800",
        "ſ",
        "İ",
    ]
)
awkward = st.lists(pieces | st.text(letters, max_size=8), max_size=40).map("".join)


def said(document: str) -> dict[tuple[str, str], int]:
    """Topic and stance of every clause, with the line of its sentence."""
    return {(each.topic.value, each.stance.value): each.line for each in clauses(document)}


def test_a_document_gives_its_clauses_with_stance_and_line() -> None:
    """What each line of the made-up terms says is found on that line."""
    found = said(NEW)
    assert found["licence", "offers"] == 5
    assert found["licence", "takes"] in {7, 9}
    assert found["likeness", "takes"] == 9
    assert found["training", "takes"] == 11
    assert found["sharing", "limits"] == 13
    assert found["deleting", "offers"] == 15
    assert found["keeping", "limits"] == 17
    assert found["age", "limits"] == 19


def test_a_refusal_is_not_taken_for_a_taking() -> None:
    """The same words with a not are on the other side."""
    assert ("training", "refuses") in said(OLD)
    assert ("training", "takes") not in said(OLD)


def test_contradictory_clauses_are_both_there() -> None:
    """A text that refuses and takes says both."""
    both = OLD + "\nWe may use your content to train our models.\n"
    assert {("training", "refuses"), ("training", "takes")} <= set(said(both))


def test_a_general_class_is_found_and_named_apart() -> None:
    """Arbitration is no topic of a photo, and still a clause."""
    text = PADDING + "Any dispute with us shall be finally settled by binding arbitration."
    found = [each for each in clauses(text) if each.topic is General.ARBITRATION]
    assert [each.by for each in found] == ["model"]


@pytest.mark.parametrize(
    "text", [GERMAN, FRENCH, SPANISH, DUTCH, CHINESE], ids=["de", "fr", "es", "nl", "zh"]
)
def test_another_language_is_a_skip_and_no_guess(text: str) -> None:
    """Nothing is found, and why is said."""
    reading = read(text)
    assert reading.clauses == ()
    assert "English" in reading.skips[0].reason


def test_english_is_looked_at() -> None:
    """No skip for the made-up terms, nor for the same in capitals."""
    assert read(OLD).skips == ()
    assert read(OLD.upper()).skips == ()


def test_nothing_is_no_language() -> None:
    """An empty text has no clause, and is not called looked at."""
    assert read("").clauses == ()
    assert read("").skips


def test_the_worst_comes_first() -> None:
    """Takings of rights before limits, offers last; equal ones as they stand."""
    order = worst_first(clauses(NEW))
    assert order[0].stance is Stance.TAKES
    assert order[0].topic in {Topic.LICENCE, Topic.LIKENESS, Topic.TRAINING}
    assert order[-1].stance is Stance.OFFERS
    assert len(order) == len(tuple(clauses(NEW)))


@given(awkward)
@CALM
def test_no_text_breaks_the_finder(document: str) -> None:
    """Every clause quotes a sentence of the text, with its line and a score."""
    there = {(each.text, each.line) for each in sentences(PADDING + document)}
    for each in clauses(PADDING + document):
        assert (each.quote, each.line) in there
        assert 0 <= each.score <= 1
        assert each.by in {"rule", "model"}
        assert each.stance is not Stance.SILENT


def test_a_sentence_has_its_neighbours_at_the_border_of_a_batch_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The general model looks at the sentences around: scores are the same in any batches."""
    text = PADDING + (
        "Any dispute shall be finally settled by binding arbitration. The arbitration takes place "
        "in our city. These terms are governed by the laws of our country. The courts of our city "
        "have exclusive jurisdiction. We may terminate your account at any time. "
    )
    once = read(text).clauses
    assert len({each.topic for each in once if isinstance(each.topic, General)}) >= 3
    for together in (1, 2, 3):
        monkeypatch.setattr(finder, "TOGETHER", together)
        again = read(text).clauses
        assert [(each.topic, round(each.score, 4)) for each in again] == [
            (each.topic, round(each.score, 4)) for each in once
        ]


def test_a_clause_does_not_depend_on_how_many_sentences_are_scored_at_once() -> None:
    """A document longer than one batch gives the same clauses as its parts do."""
    many = (PADDING + "\n") * 450 + OLD
    one = [(each.topic, each.stance, each.quote) for each in clauses(PADDING + "\n" + OLD)]
    assert [(each.topic, each.stance, each.quote) for each in clauses(many)] == one


@pytest.mark.parametrize(
    "unit",
    [
        "we ",
        "you grant us ",
        "licence ",
        "not ",
        "we may share your data with ",
        "train ",
        "a" * 50,
    ],
)
def test_finding_takes_time_in_proportion_to_the_length(unit: str) -> None:
    """Words that begin many families, a hundred thousand characters of them: within seconds."""
    document = PADDING * 20 + "\n" + unit * (100_000 // len(unit))
    since = time.process_time()
    assert isinstance(next(iter(clauses(document)), None), Clause | None)
    assert time.process_time() - since < 6


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the recorded texts are not beside the checkout")
def test_a_text_in_chinese_among_the_recorded_ones_is_skipped() -> None:
    """One of the recorded documents is in Chinese; every other one is looked at."""
    skipped = {file.name for file in TEXTS.glob("*.md") if read(file.read_text("utf-8")).skips}
    assert skipped == {"doubao_privacy.md", "doubao_tos.md"}
