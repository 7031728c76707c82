"""The kept model: small, quick to load, the same after being written and read."""

from __future__ import annotations

import re
import time

import numpy as np
import pytest

from facevalue.core.terms import General, Topic
from facevalue.terms import model
from facevalue.terms.model import FOLDER, Model, features, packed, unpacked

MOST_BYTES = 2_000_000


def small() -> Model:
    """A model of two classes, three features and one hint, that looks at neighbours."""
    weights = np.zeros((3, 3, 2), np.float32)
    weights[0, 0] = [1.27, -0.5]
    weights[1, 1] = [0, 1]
    weights[2, 2] = [0, 1]
    return Model(
        ("left", "right"),
        {"one": 0, "one two": 1, "two": 2},
        np.array([1, 1.5, 2], np.float32),
        weights,
        (re.compile("three+"),),
        np.array([[0, 2]], np.float32),
        np.array([0, -1], np.float32),
        0.5,
    )


def test_the_kept_models_are_small_and_know_all_classes() -> None:
    """Two megabytes together at most; topics in their order."""
    assert sum(file.stat().st_size for file in FOLDER.glob("*.txt")) <= MOST_BYTES
    assert model.model("topics").names == tuple(topic.value for topic in Topic)
    assert {each.value for each in General} <= set(model.model("general").names)


def test_the_kept_models_load_quickly() -> None:
    """A tenth of a second for both, the best of three."""
    seconds = []
    for _ in range(3):
        model.model.cache_clear()
        since = time.process_time()
        model.model("topics"), model.model("general")
        seconds.append(time.process_time() - since)
    assert min(seconds) < 0.1


def test_a_model_is_the_same_after_it_was_written_and_read() -> None:
    """Up to the steps of its eight bits."""
    before, after = small(), unpacked(packed(small()))
    texts = ["one two", "two", "three", ""]
    assert after.words == before.words
    assert np.allclose(after.scores(texts), before.scores(texts), atol=0.02)


def test_a_word_counts_for_its_own_sentence_and_some_for_the_neighbours() -> None:
    """Before and after, each with its own weights, and by how much neighbours count."""
    alone = small().scores(["nothing"])[0]
    after_pair = small().scores(["one two", "nothing"])
    before_two = small().scores(["nothing", "two"])
    assert after_pair[0, 0] > alone[0]
    assert after_pair[1, 1] > alone[1]
    assert before_two[0, 1] > alone[1]
    assert after_pair[1, 0] == before_two[0, 0] == alone[0]
    assert (small().scores(["two", "nothing"])[1] == alone).all()


def test_a_hint_counts_where_it_could_lift_a_class() -> None:
    """And the answer above zero is the same as if it were always looked for."""
    assert small().scores(["three"])[0, 1] == pytest.approx(1)
    assert small().scores(["two"])[0, 1] < 0


def test_no_sentences_have_no_scores() -> None:
    """An empty document is no special case."""
    assert small().scores([]).shape == (0, 2)


def test_features_are_words_pairs_and_one_word_for_all_numbers() -> None:
    """So that 30 days and 60 days are alike."""
    assert list(features("in 30 days")) == ["in", "0", "days", "in 0", "0 days"]


@pytest.mark.parametrize("damage", ["", "{}", "[]\n", '{"places": 1}\nabc'])
def test_a_damaged_file_is_no_model(damage: str) -> None:
    """It fails when it is read, and not with wrong scores later."""
    with pytest.raises((ValueError, KeyError, TypeError)):
        unpacked(damage)
