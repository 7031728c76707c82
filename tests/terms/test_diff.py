"""Two versions of one document: what came, what went, what changed sides."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.core.terms import Clause, Stance, Topic
from facevalue.terms.clauses import Reading, read
from facevalue.terms.diff import Change, diff, stances
from tests.findings.tables import CALM
from tests.terms.documents import GERMAN, NEW, OLD

TEXTS = Path(__file__).resolve().parents[3] / "shared" / "data" / "terms"

clause = st.builds(
    Clause,
    st.sampled_from(list(Topic)),
    st.sampled_from([Stance.TAKES, Stance.LIMITS, Stance.OFFERS]),
    st.text(st.sampled_from("ab \u202e\ud800\0ß"), min_size=1, max_size=12),
    st.integers(1, 9),
    st.just(0.5),
    st.sampled_from(["rule", "model"]),
)
reading = st.lists(clause, max_size=12).map(lambda found: Reading(tuple(found), len(found)))


def topics(clauses: tuple[Clause, ...]) -> set[tuple[Topic, Stance]]:
    """Topic and stance of these clauses."""
    return {(each.topic, each.stance) for each in clauses if isinstance(each.topic, Topic)}


def test_what_is_new_is_found() -> None:
    """Rights over likeness were not in the old text."""
    change = diff(read(OLD), read(NEW))
    assert (Topic.LIKENESS, Stance.TAKES) in topics(change.appeared)


def test_a_reworded_sentence_that_changed_sides_is_shown_with_both() -> None:
    """From never to may."""
    change = diff(read(OLD), read(NEW))
    turned = [each for each in change.turned if each.old.topic is Topic.TRAINING]
    sides = {(each.old.stance, each.new.stance) for each in turned}
    apart = topics(change.vanished) | topics(change.appeared)
    assert (Stance.REFUSES, Stance.TAKES) in sides or {
        (Topic.TRAINING, Stance.REFUSES),
        (Topic.TRAINING, Stance.TAKES),
    } <= apart


def test_what_only_moved_is_no_change() -> None:
    """Lines in another order say the same."""
    lines = OLD.splitlines()
    random.Random(1).shuffle(lines)
    change = diff(read(OLD), read("\n".join(lines)))
    assert [each for each in change.appeared if isinstance(each.topic, Topic)] == []
    assert [each for each in change.vanished if isinstance(each.topic, Topic)] == []


def test_the_other_way_round_everything_is_the_other_way_round() -> None:
    """What came is what went."""
    there, back = diff(read(OLD), read(NEW)), diff(read(NEW), read(OLD))
    assert topics(there.appeared) == topics(back.vanished)
    assert topics(there.vanished) == topics(back.appeared)


def test_a_text_that_could_not_be_looked_at_is_said() -> None:
    """Its clauses do not count as gone."""
    change = diff(read(OLD), read(GERMAN))
    assert change.skips


def test_both_sides_of_a_contradiction_are_named() -> None:
    """Two stances on one topic in one text."""
    both = OLD + "\nWe may use your content to train our models.\n"
    assert stances(read(both).clauses)[Topic.TRAINING] == {Stance.REFUSES, Stance.TAKES}


@given(reading, reading)
@CALM
def test_every_clause_is_in_one_place(old: Reading, new: Reading) -> None:
    """New ones come from the new text, gone ones from the old, pairs from both on one topic."""
    change = diff(old, new)
    assert set(change.appeared) <= set(new.clauses)
    assert set(change.vanished) <= set(old.clauses)
    for each in change.turned:
        assert each.old in old.clauses
        assert each.new in new.clauses
        assert each.old.topic is each.new.topic
    assert diff(old, old) == Change((), (), ())


def test_a_diff_of_long_texts_ends() -> None:
    """Two thousand clauses a side on one topic, none equal: within seconds."""
    sides = [
        Reading(
            tuple(
                Clause(Topic.SHARING, Stance.LIMITS, f"{word} {n} we share data", n, 0.5, "rule")
                for n in range(2000)
            ),
            2000,
        )
        for word in ("old", "new")
    ]
    since = time.process_time()
    assert len(diff(*sides).appeared) == 2000
    assert time.process_time() - since < 5


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the recorded texts are not beside the checkout")
def test_the_change_of_grok_is_found_from_its_two_texts() -> None:
    """Between April and June 2026 came rights over likeness; the licence was widened."""
    old, new = (
        read((TEXTS / name).read_text("utf-8"))
        for name in ("xai_grok_tos_2026-04-10.md", "xai_grok_tos.md")
    )
    change = diff(old, new)
    came = [each for each in change.appeared if each.topic is Topic.LIKENESS]
    assert any(each.stance is Stance.TAKES and "likeness" in each.quote for each in came)
    licence = [each for each in change.turned if each.new.topic is Topic.LICENCE]
    assert any("irrevocable, perpetual" in each.new.quote for each in licence)
    assert not any(
        each.topic is Topic.LIKENESS and each.stance is Stance.TAKES for each in old.clauses
    )
