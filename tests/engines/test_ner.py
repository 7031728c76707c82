"""The tagger of names: its windows, and what it reads."""

from __future__ import annotations

import pytest

from facevalue.engines import ner, weights
from facevalue.engines.ner import LABELS, MOST, readings


def test_names_streets_and_cities_are_read() -> None:
    """Each word of a name, a street and a city; nothing of what is between them."""
    words = ["I", "am", "Ottilie", "Brandt", "of", "12", "Elm", "Road", ",", "Leeds"]
    labels = [label for label, _ in readings(words)]
    assert set(labels[2:4]) <= {"GIVEN_NAME", "SURNAME"}
    assert labels[5:8] == ["BUILDING_NUMBER", "STREET_NAME", "STREET_NAME"]
    assert labels[-1] == "CITY"
    assert labels[0] == ""


@pytest.mark.parametrize("count", [0, 1, 3, MOST, 5 * MOST])
def test_every_word_is_read_once(count: int) -> None:
    """A reading for each word, its chance in 0..1, whatever the length of the text."""
    found = readings(["Anna"] * count)
    assert len(found) == count
    assert all(label in ("", *LABELS) and 0 <= sure <= 1 for label, sure in found)


@pytest.mark.parametrize(
    "sizes", [[1] * 300, [30] * 12, [MOST], [1, MOST, 1], [MOST // 3] * 9, []], ids=str
)
def test_windows_cover_every_word_and_none_is_too_long(sizes: list[int]) -> None:
    """Words that are left out of one window are in the one before; every window ends further on."""
    done = 0
    for first, last, skip in ner._windows(sizes):
        assert sum(sizes[first:last]) <= MOST
        assert first + skip <= done or done == 0
        assert last > done
        done = last
    assert done == len(sizes)


def test_odd_words_break_nothing() -> None:
    """Signs that the vocabulary lacks, empty words, one endless word."""
    assert len(readings(["\u202e", "", "x" * 5000, "東", "🎁", "\ud800"])) == 6


def test_the_vocabulary_has_as_many_pieces_as_its_row_says() -> None:
    """19,730, with the signs for begin, end and unknown."""
    known = ner.vocabulary()
    assert f"{len(known):,}" in weights.asset(ner.VOCABULARY).what
    assert {"[CLS]", "[SEP]", "[UNK]"} <= set(known)
