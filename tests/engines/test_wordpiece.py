"""Text becomes the pieces that BERT's uncased vocabulary has for it."""

from __future__ import annotations

import pytest

from facevalue.engines.sentence import vocabulary
from facevalue.engines.wordpiece import cut, numbers, words

SMALL = {name: at for at, name in enumerate(["[CLS]", "[SEP]", "[UNK]", "un", "##aff", "##able"])}


def test_words_are_lowered_bare_and_parted() -> None:
    """Accents go, punctuation stands alone, spaces of every kind part, controls vanish."""
    assert words("Crème brûlée, ok?") == ["creme", "brulee", ",", "ok", "?"]
    assert words("a\u00a0b\tc\x00d") == ["a", "b", "cd"]
    assert words("I'm $5") == ["i", "'", "m", "$", "5"]
    assert words("我喜欢 tea") == ["我", "喜", "欢", "tea"]


def test_the_longest_known_piece_is_cut_off_again_and_again() -> None:
    """A word is cut from the left; where a part is not known, all of it is unknown."""
    assert cut("unaffable", SMALL) == ["un", "##aff", "##able"]
    assert cut("unaffablex", SMALL) == ["[UNK]"]
    assert cut("u" * 101, SMALL) == ["[UNK]"]


def test_numbers_stand_between_the_marks_and_are_capped() -> None:
    """However long the text, its end mark is there."""
    assert numbers("unaffable", SMALL) == [0, 3, 4, 5, 1]
    assert numbers("unaffable " * 50, SMALL, most=4) == [0, 3, 4, 1]
    assert numbers("", SMALL) == [0, 1]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("I'm a Pediatric Nurse", [101, 1045, 1005, 1049, 1037, 23614, 6821, 102]),
        ("sourdough", [101, 14768, 26797, 5603, 102]),
        ("Café-owner!", [101, 7668, 1011, 3954, 999, 102]),
    ],
)
def test_the_real_vocabulary_gives_known_numbers(text: str, known: list[int]) -> None:
    """As the library that the model was made with numbers them (tokenizers 0.23.3)."""
    assert numbers(text, vocabulary()) == known
