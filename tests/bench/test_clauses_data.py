"""The labels of clauses: in order, and true to the texts that they point into."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import _clauses_data as data
from facevalue.core.terms import Stance, Topic
from facevalue.terms.text import DIGITS

TEXTS = Path(__file__).resolve().parents[3] / "shared" / "data" / "terms"


def rows() -> list[dict[str, str]]:
    """Every label of both files."""
    found = []
    for name in ("clauses.csv", "clauses_more.csv"):
        with (data.LABELS / name).open(encoding="utf-8", newline="") as lines:
            found += list(csv.DictReader(lines))
    return found


def test_a_sentence_is_labelled_once_with_topics_and_stances_that_there_are() -> None:
    """No text in the files, no typing mistakes, no sentence in two parts."""
    labels = rows()
    assert len(labels) > 1000
    assert len({(row["file"], row["digest"]) for row in labels}) == len(labels)
    for row in labels:
        assert set(row) == {"service", "file", "line", "digest", "clauses"}
        assert len(row["digest"]) == DIGITS
        for part in filter(None, row["clauses"].split(";")):
            topic, stance = part.split(":")
            assert (Topic(topic), Stance(stance)) != (Topic.AGE, Stance.SILENT)


def test_the_held_out_services_are_there_and_apart() -> None:
    """Three whose errors were looked at, three whose errors never were."""
    services = {row["service"] for row in rows()}
    assert set(data.OPENED) | set(data.SEALED) <= services
    assert not set(data.OPENED) & set(data.SEALED)


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the recorded texts are not beside the checkout")
def test_every_labelled_sentence_is_found_by_its_digest() -> None:
    """In the text that its row names."""
    labelled = data.labelled(TEXTS)
    assert len(labelled) == len(rows())
    assert all(row.text for row in labelled)


def test_a_corpus_is_read_line_by_line(tmp_path: Path) -> None:
    """Tags belong to the line of the same number, empty lines are nothing, levels count."""
    for folder in ("sentences", "tags", "lists"):
        (tmp_path / folder).mkdir()
    (tmp_path / "sentences" / "One.txt").write_text("first\n\nthird\n", "utf-8")
    (tmp_path / "tags" / "One.txt").write_text("a2 law1\n\nch3\n", "utf-8")
    (tmp_path / "lists" / "fold_1.txt").write_text("One.txt\n", "utf-8")
    every, unfair = data.corpus(tmp_path), data.corpus(tmp_path, "23")
    assert every.texts == ("first", "third")
    assert every.folds == (("One",),)
    names = list(data.CLASSES)
    assert [names[at] for at in every.flags[0].nonzero()[0]] == ["a", "law"]
    assert [names[at] for at in unfair.flags[0].nonzero()[0]] == ["a"]
    assert [names[at] for at in unfair.flags[1].nonzero()[0]] == ["ch"]
