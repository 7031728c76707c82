"""Findings and terms together: heavier with every finding and every worse stance, never lighter."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.core.finding import Finding, Kind, Look
from facevalue.core.places import Region
from facevalue.core.report import Exposure, Level
from facevalue.core.terms import Document, Fact, Service, Stance, Topic
from facevalue.price.agreed import Row, agreed, rows
from facevalue.terms.catalogue import service, services
from tests.findings.tables import CALM

DAY = date(2026, 1, 1)
DOCUMENT = Document("tos", "Terms", DAY, "archive", "path", "0" * 40, DAY)
ORDER = [Stance.OFFERS, Stance.REFUSES, Stance.SILENT, Stance.LIMITS, Stance.TAKES]


def found(kind: Kind) -> Finding:
    """A finding of a kind."""
    return Finding(kind, Region(0, 0, 9, 9), 0.9, "test", "it was found")


def made(*stances: tuple[Topic, Stance]) -> Service:
    """A service with these stances."""
    facts = (
        Fact(topic, stance, "It says so.", DAY)
        if stance is Stance.SILENT
        else Fact(topic, stance, "It says so.", DAY, "tos", 3, "ab")
        for topic, stance in stances
    )
    return Service("a", "A", "everywhere", (), (DOCUMENT,), tuple(facts))


def levels(lines: tuple[Exposure, ...]) -> dict[str, Level]:
    """The level of each line by its title."""
    return {line.title: line.level for line in lines}


kinds = st.lists(st.sampled_from(Kind), max_size=6)
stances = st.lists(st.tuples(st.sampled_from(Topic), st.sampled_from(Stance)), max_size=8)


@given(
    kinds,
    stances,
    st.sampled_from(Kind),
    st.tuples(st.sampled_from(Topic), st.sampled_from(Stance)),
)
@CALM
def test_more_given_away_or_worse_terms_never_lower_the_price(
    before: list[Kind],
    said: list[tuple[Topic, Stance]],
    more: Kind,
    also: tuple[Topic, Stance],
) -> None:
    """No line goes and none gets lighter when a finding or a fact comes to what was there."""
    once = levels(agreed(Look(tuple(map(found, before))), made(*said)))
    for look, terms in (
        (Look(tuple(map(found, [*before, more]))), made(*said)),
        (Look(tuple(map(found, before))), made(*said, also)),
    ):
        then = levels(agreed(look, terms))
        assert all(title in then and then[title] >= level for title, level in once.items())


@given(kinds, st.sampled_from(Topic), st.integers(1, 4))
@CALM
def test_a_worse_stance_in_place_of_a_better_one_never_lowers_the_price(
    before: list[Kind], topic: Topic, step: int
) -> None:
    """From offering over silence to taking, each step weighs at least as much as the one before."""
    look = Look(tuple(map(found, before)))
    better = agreed(look, made((topic, ORDER[step - 1])))
    worse = agreed(look, made((topic, ORDER[step])))
    assert max((line.level for line in worse), default=0) >= max(
        (line.level for line in better), default=0
    )


def test_a_face_and_rights_over_likeness_stop() -> None:
    """The line rests on both: the face that was found and the sentence of the terms."""
    lines = agreed(Look((found(Kind.FACE),)), service("grok"))
    line = next(line for line in lines if "rights over it" in line.title)
    assert line.level is Level.STOP
    assert line.findings[0].kind is Kind.FACE
    assert line.facts[0].topic is Topic.LIKENESS
    assert "Terms of Service of 2026-06-26, line 73" in line.says


@pytest.mark.parametrize("each", services(), ids=lambda each: each.name)
def test_without_a_finding_the_terms_cost_nothing(each: Service) -> None:
    """A photo that gives nothing away pays nothing, whoever gets it."""
    assert agreed(Look(), each) == ()
    assert all(line.findings and line.facts for line in agreed(Look((found(Kind.CHILD),)), each))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.name)
def test_every_row_says_all_it_must(row: Row) -> None:
    """Whole sentences, a level for what takes, a source, and no better word for worse terms."""
    assert row.says.endswith("{says}")
    assert row.remedy.endswith(".")
    assert len(row.source) > 10
    assert row.level[Stance.TAKES] >= row.level[Stance.LIMITS]
    assert set(row.level) <= {Stance.TAKES, Stance.LIMITS}
    assert len({each.name for each in rows()}) == len(rows())
    assert len({each.title for each in rows()}) == len(rows())


def test_words_of_a_service_are_never_taken_for_a_template() -> None:
    """A brace in a name or a sentence is shown as it is."""
    odd = Service(
        "a",
        "A{0}",
        "r",
        (),
        (DOCUMENT,),
        (Fact(Topic.LIKENESS, Stance.TAKES, "It says {x}.", DAY, "tos", 1, "ab"),),
    )
    (line,) = agreed(Look((found(Kind.FACE),)), odd)
    assert "A{0}" in line.title
    assert "{x}" in line.says
