"""``facevalue terms``: what is said of services, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from facevalue.cli.terms_cmd import command
from facevalue.core.terms import Topic
from facevalue.show.terms import TITLES
from facevalue.terms.catalogue import services


def said(*words: str) -> str:
    """What the command prints."""
    result = CliRunner().invoke(command, words, standalone_mode=False, catch_exceptions=False)
    return result.output


def test_every_service_is_listed() -> None:
    """By the name that the other commands take."""
    assert all(each.name in said("list") for each in services())


def test_a_service_is_shown_topic_by_topic_with_its_versions() -> None:
    """Every topic, every sentence of ours, each document with its commit, and the limits."""
    text = " ".join(said("show", "grok").split())
    assert all(title in text for title in TITLES.values())
    assert set(TITLES) == set(Topic)
    grok = next(each for each in services() if each.name == "grok")
    assert all(document.commit[:12] in text for document in grok.documents)
    assert "irrevocable, perpetual" in text
    assert "not legal advice" in text


def test_a_comparison_names_each_service_on_each_topic() -> None:
    """Also those that say nothing."""
    text = said("compare", "midjourney", "civitai", "Midjourney")
    assert text.count("midjourney") >= len(Topic)
    assert text.count("civitai") >= len(Topic)
    assert "not stated" in text


def test_the_json_holds_every_fact_with_its_place() -> None:
    """The same for one service and for all, the heaviest first."""
    one = json.loads(said("show", "chatgpt", "--json"))
    assert {fact["topic"] for fact in one["facts"]} == {topic.value for topic in Topic}
    assert all((fact["stance"] == "silent") == (fact["digest"] is None) for fact in one["facts"])
    every = json.loads(said("compare", "--json"))
    weights = [each["weight"] for each in every]
    assert weights == sorted(weights, reverse=True)
    assert len(every) == len(services())


def test_a_text_in_which_a_sentence_is_gone_fails_the_check(tmp_path: Path) -> None:
    """Another document holds none of them; escape sequences in it do not reach the terminal."""
    other = tmp_path / "other.md"
    other.write_text("One is. \x1b[2JTwo is. Three is. Four is. Five is. Six is.", "utf-8")
    result = CliRunner().invoke(
        command, ["check", "grok", "--text", str(other)], standalone_mode=False
    )
    assert result.return_value == 1
    assert "gone" in result.output
    assert "\x1b[2J" not in result.output
