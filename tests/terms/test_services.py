"""The services as data: whole, known by the names that people use, and true to their texts."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from facevalue.core.errors import Unknown
from facevalue.core.terms import Fact, Service, Stance, Topic
from facevalue.terms import catalogue
from facevalue.terms.catalogue import STALE_DAYS, service, services, stale
from facevalue.terms.verify import verified

TEXTS = Path(__file__).resolve().parents[3] / "shared" / "data" / "terms"
"""The recorded documents lie beside the checkout, where they are there at all."""

ASKED = {"chatgpt", "grok", "gemini", "copilot", "meta-ai", "midjourney", "stability", "fal"}
ASKED |= {"snapchat", "x", "civitai"}


def test_the_services_that_people_use_are_there() -> None:
    """At least these, each with its documents and an answer on every topic."""
    assert {each.name for each in services()} >= ASKED
    for each in services():
        assert each.documents
        assert all(each.on(topic) for topic in Topic)


@pytest.mark.parametrize(
    ("asked", "name"),
    [("ChatGPT", "chatgpt"), ("open ai", "chatgpt"), ("X.com", "x"), ("META", "meta-ai")],
)
def test_a_service_is_found_by_any_of_its_names(asked: str, name: str) -> None:
    """Case, spaces and dots do not matter."""
    assert service(asked).name == name


@pytest.mark.parametrize("asked", ["", "nobody", "\x1b[2J", "x" * 10_000])
def test_an_unknown_service_is_refused_with_the_names_that_there_are(asked: str) -> None:
    """A typing mistake is never taken for a service that takes nothing."""
    with pytest.raises(Unknown, match="chatgpt"):
        service(asked)


def test_no_two_services_share_a_name() -> None:
    """An answer is about the service that was asked for."""
    names = [name for s in services() for name in {catalogue._bare(n) for n in (s.name, *s.also)}]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("each", services(), ids=lambda each: each.name)
def test_a_fact_is_a_sentence_of_ours_with_its_source(each: Service) -> None:
    """Plain words, an end, a day; silence says that nothing was found."""
    for fact in each.facts:
        assert fact.says[0].isupper()
        assert fact.says.endswith(".")
        assert len(fact.says) < 160
        assert date(2026, 1, 1) <= fact.read
        if fact.stance is Stance.SILENT:
            assert "Nothing" in fact.says


def test_facts_grow_stale() -> None:
    """After 180 days a fact is shown as one to be read again."""
    fact = services()[0].facts[0]
    assert not stale(fact, fact.read + timedelta(days=STALE_DAYS))
    assert stale(fact, fact.read + timedelta(days=STALE_DAYS + 1))


def test_a_fact_without_a_sentence_is_silent_and_the_other_way_round() -> None:
    """Nothing is claimed without a place, and silence points nowhere."""
    with pytest.raises(ValueError, match="sentence"):
        Fact(Topic.AGE, Stance.TAKES, "From 13.", date(2026, 1, 1))
    with pytest.raises(ValueError, match="sentence"):
        Fact(Topic.AGE, Stance.SILENT, "Nothing.", date(2026, 1, 1), "tos", 1, "ab")


def test_a_file_that_forgets_a_topic_or_contradicts_its_silence_is_refused() -> None:
    """Data is checked when it is read, so that no gap is shown as an answer."""
    silent: list[dict[str, object]] = [
        {"topic": topic.value, "stance": "silent", "says": "Nothing was found."} for topic in Topic
    ]
    facts = tuple(catalogue._fact(row, date(2026, 1, 1)) for row in silent)
    catalogue._check("a", (), facts)
    with pytest.raises(ValueError, match="liability is not answered"):
        catalogue._check("a", (), facts[:-1])
    said = Fact(Topic.AGE, Stance.TAKES, "From 13.", date(2026, 1, 1), "tos", 1, "ab")
    with pytest.raises(ValueError, match="silent and answered"):
        catalogue._check("a", (), (*facts, said))
    others = tuple(fact for fact in facts if fact.topic is not Topic.AGE)
    with pytest.raises(ValueError, match="none of its documents"):
        catalogue._check("a", (), (*others, said))


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the recorded documents are not beside the checkout")
@pytest.mark.parametrize("each", services(), ids=lambda each: each.name)
def test_every_fact_rests_on_a_sentence_of_the_version_it_names(each: Service) -> None:
    """Found by its digest, on the line that is named, in the document of that commit."""
    with (TEXTS / "index.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["commit"]: row["file"] for row in csv.DictReader(file)}
    texts = {
        document.name: (TEXTS / rows[document.commit]).read_text(encoding="utf-8")
        for document in each.documents
    }
    checked = verified(each, texts)
    assert checked
    for one in checked:
        assert one.sentence is not None, one.fact
        assert one.sentence.line == one.fact.line
