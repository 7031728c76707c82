"""Services side by side: an order that follows the stances, and no fact lost."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.core.terms import Document, Fact, Service, Stance, Topic
from facevalue.terms.catalogue import services
from facevalue.terms.compare import WEIGHT, compare, heaviest, weight
from facevalue.terms.verify import matched
from tests.findings.tables import CALM

DAY = date(2026, 1, 1)
DOCUMENT = Document("tos", "Terms", DAY, "archive", "path", "0" * 40)


def fact(topic: Topic, stance: Stance, digest: str = "ab") -> Fact:
    """A fact with this stance."""
    if stance is Stance.SILENT:
        return Fact(topic, stance, "Nothing.", DAY)
    return Fact(topic, stance, "It does.", DAY, "tos", 1, digest)


def made(name: str, *facts: Fact) -> Service:
    """A service with these facts."""
    return Service(name, name, "everywhere", (), (DOCUMENT,), facts)


stances = st.lists(st.sampled_from(Stance), min_size=len(Topic), max_size=len(Topic))
invented = stances.map(
    lambda chosen: made("a", *(fact(topic, one) for topic, one in zip(Topic, chosen, strict=True)))
)


@given(st.lists(invented, max_size=5))
@CALM
def test_a_comparison_loses_nothing_and_puts_the_heaviest_first(chosen: list[Service]) -> None:
    """Every fact of every service stands on the row of its topic."""
    comparison = compare(chosen)
    assert sorted(comparison.weights, reverse=True) == list(comparison.weights)
    assert {row.topic for row in comparison.rows} == set(Topic)
    for row in comparison.rows:
        for each, cell in zip(comparison.services, row.cells, strict=True):
            assert cell == each.on(row.topic)


@given(invented, st.sampled_from(Topic), st.sampled_from(Stance))
@CALM
def test_a_worse_stance_never_makes_a_service_lighter(
    one: Service, topic: Topic, worse: Stance
) -> None:
    """More taken on any topic weighs at least as much."""
    more = made("b", *one.facts, fact(topic, worse))
    assert weight(more) >= weight(one)


def test_silence_is_worse_than_a_refusal_and_better_than_taking() -> None:
    """Nothing promised is not the same as a promise."""
    order = [Stance.TAKES, Stance.LIMITS, Stance.SILENT, Stance.REFUSES]
    assert [WEIGHT[each] for each in order] == [3, 2, 1, 0]
    assert heaviest([fact(Topic.AGE, each) for each in order]) == 3


def test_comparing_every_service_takes_no_time() -> None:
    """A third of a second at most, all files read anew."""
    import time

    services.cache_clear()
    since = time.process_time()
    compare(services())
    assert time.process_time() - since < 0.3


TOS = "We keep it. We sell it. We show it. You agree. It ends."
PRIVACY = "We look at it. You may go. We ask you. We tell you. It is fine."


@pytest.mark.parametrize("texts", [[TOS, PRIVACY], [PRIVACY, TOS]])
def test_texts_are_matched_with_their_documents_whatever_their_order(texts: list[str]) -> None:
    """A file's name does not matter, its sentences do."""
    from facevalue.terms.text import digest

    one = Service(
        "a",
        "a",
        "everywhere",
        (),
        (DOCUMENT, Document("privacy", "Privacy", DAY, "archive", "path", "1" * 40)),
        (
            Fact(Topic.SHARING, Stance.TAKES, "Sold.", DAY, "tos", 1, digest("We sell it.")),
            Fact(Topic.REVIEW, Stance.TAKES, "Seen.", DAY, "privacy", 1, digest("We look at it.")),
            Fact(Topic.AGE, Stance.TAKES, "Gone.", DAY, "tos", 1, digest("You are 13.")),
        ),
    )
    assert [each.holds for each in matched(one, texts)] == [True, True, False]
    assert [each.read for each in matched(one, [PRIVACY])] == [False, True, False]
    assert not any(each.holds for each in matched(one, ["Another. Text. Is. Not. It."]))
    assert all(each.read for each in matched(one, ["Another. Text. Is. Not. It."]))
