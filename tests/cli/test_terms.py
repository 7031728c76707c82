"""``facevalue terms``: what is said of services, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from facevalue.cli.main import cli
from facevalue.core.terms import Topic
from facevalue.show.terms import TITLES
from facevalue.terms.catalogue import services
from tests.terms.documents import GERMAN, NEW, OLD


def said(*words: str) -> str:
    """What the command prints."""
    result = CliRunner().invoke(
        cli, ["terms", *words], standalone_mode=False, catch_exceptions=False
    )
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
        cli, ["terms", "check", "grok", "--text", str(other)], standalone_mode=False
    )
    assert result.return_value == 1
    assert "gone" in result.output
    assert "\x1b[2J" not in result.output


def test_a_text_is_read_worst_first_with_lines_and_limits(tmp_path: Path) -> None:
    """What is taken stands before what is offered; what was not found is named."""
    path = tmp_path / "new.md"
    path.write_text(NEW, "utf-8")
    text = " ".join(said("read", str(path)).split())
    assert text.index("takes line 7") < text.index("offers line 15")
    assert TITLES[Topic.LIKENESS] in text
    assert "says different things" in text
    assert "Nothing found on:" in text
    assert "Not legal advice" in text


def test_escape_sequences_in_a_text_do_not_reach_the_terminal(tmp_path: Path) -> None:
    """A hostile document cannot clear the screen; in JSON they are escaped."""
    path = tmp_path / "hostile.md"
    path.write_text(NEW.replace("train our", "train \x1b[2J\u202eour"), "utf-8")
    for words in (["read", str(path)], ["read", str(path), "--json"]):
        assert "\x1b[2J" not in said(*words)
        assert "\u202e" not in said(*words)


def test_another_language_is_said_and_not_guessed(tmp_path: Path) -> None:
    """No clause, one sentence on why; the same in the JSON and in a diff."""
    path, new = tmp_path / "de.md", tmp_path / "new.md"
    path.write_text(GERMAN, "utf-8")
    new.write_text(NEW, "utf-8")
    assert "not in English" in said("read", str(path))
    assert "not in English" in said("diff", str(path), str(new))
    answer = json.loads(said("read", str(path), "--json"))
    assert (answer["clauses"], len(answer["skips"])) == ([], 1)


def test_a_diff_shows_what_is_new_and_what_turned(tmp_path: Path) -> None:
    """Rights over likeness are new; the same two texts have no change."""
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text(OLD, "utf-8")
    new.write_text(NEW, "utf-8")
    text = said("diff", str(old), str(new))
    assert text.startswith("New")
    assert "likeness and voice" in " ".join(text.split())
    assert "No clause that was found changed." in said("diff", str(old), str(old))
    answer = json.loads(said("diff", str(old), str(new), "--json"))
    assert set(answer) == {"appeared", "vanished", "reworded", "skips"}
    assert "likeness" in {each["topic"] for each in answer["appeared"]}


def test_general_clauses_are_counted_and_shown_when_asked(tmp_path: Path) -> None:
    """Arbitration is no topic of a photo: it takes --all."""
    path = tmp_path / "new.md"
    path.write_text(
        NEW + "\nAny dispute shall be finally settled by binding arbitration.\n", "utf-8"
    )
    assert "--all shows them" in said("read", str(path))
    assert "settled by binding arbitration" in said("read", str(path), "--all")
