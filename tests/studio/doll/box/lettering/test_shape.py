"""Words as outlines."""

from __future__ import annotations

import pytest

from facevalue.studio.doll.box.lettering.shape import clean, line

WORDS = {
    "Latin": "Žofia Łukaszewicz ŘĞŐȘẞ",
    "Vietnamese": "Nguyễn Thị Ánh",
    "Greek": "ΕΛΕΝΗ Ελένη",
    "Cyrillic": "СВЕТЛАНА Їжак",
    "Hebrew": "דנה כהן",
    "Arabic": "ليلى پگاه",
    "Devanagari": "प्रिया",
    "Japanese": "山田 花子 さくら サクラ",
    "Chinese": "刘陈龙 劉陳龍 說",
    "Korean": "김민수",
    "Thai": "สมชาย น้ำทิพย์ เกี๊ยง",
    "Armenian": "Անուշ ՀԱՅԿ և Ջիվան",
    "Georgian": "თამარ ᲗᲐᲛᲐᲠ ჯუმბერ",
}


@pytest.mark.parametrize("chain", ["display", "label", "small"])
@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_every_script_has_letters(words: str, chain: str) -> None:
    """No character of these languages is dropped, on the title and in small print."""
    made = line(words, chain)
    assert made.dropped == ""
    assert made.width > 1


def test_arabic_letters_join() -> None:
    """A word is much narrower than its letters standing alone, and lam-alif is one shape."""
    alone = sum(line(letter, "display").width for letter in "ليلى")
    assert line("ليلى", "display").width < 0.8 * alone
    assert line("لا", "display").path.count("M") < line("ل", "display").path.count("M") * 2


def test_arabic_runs_from_the_right() -> None:
    """The alif at a word's start is its tall stroke at the right end."""
    whole = line("احد", "label")
    highest = min(points(whole.path), key=lambda point: point[1])
    assert highest[0] / 1000 > whole.box[2] - 0.2


def test_devanagari_moves_its_vowels() -> None:
    """The i-sign is written after its letter and stands before it."""
    assert line("कि", "label").path != line("क", "label").path + line("ि", "label").path


def test_thai_marks_stand_above_their_letters() -> None:
    """A tone on a vowel is written upwards, not beside it: the line is as wide as without both."""
    plain, marked = line("กก", "label"), line("กี่ก", "label")
    assert marked.width == pytest.approx(plain.width, abs=0.02)
    assert marked.height > plain.height + 0.15


def test_a_word_is_not_a_patchwork() -> None:
    """When one letter is missing from a font, the whole script's run moves to another."""
    first, second = line("KARO", "display"), line("KAROĞ", "display")
    assert not second.path.startswith(first.path)


def test_letters_nobody_has_are_named() -> None:
    """They are left out, not drawn as boxes, and the rest is unchanged."""
    made = line("A😀B", "display")
    assert made.dropped == "😀"
    assert made.path == line("AB", "display").path


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("A\u202eB\u2066C\u200f", "ABC"),
        ("A\x00\x07\x1b[31mB", "A[31mB"),
        ("  A \n\t B ", "A B"),
        ("e\u0301", "é"),
        ("x" + "\u0302" * 40, "x" + "\u0302" * 3),
        ("a\ud800b", "ab"),
    ],
)
def test_what_could_break_a_line_is_cleaned(text: str, cleaned: str) -> None:
    """Controls, direction marks, line ends, half characters and towers of marks."""
    assert clean(text) == cleaned


@pytest.mark.parametrize("text", ["", " ", "\u202e", "😀", "\u0301"])
def test_nothing_to_draw_is_no_error(text: str) -> None:
    """Such a line has finite measures."""
    made = line(text, "display")
    assert all(abs(side) < 2 for side in made.box)


def test_spacing_spares_what_joins() -> None:
    """Latin letters are spaced out, Arabic ones are not."""
    assert line("ANNA", "label", 0.2).width > line("ANNA", "label").width + 0.5
    assert line("ليلى", "label", 0.2).width == line("ليلى", "label").width


def points(path: str) -> list[tuple[float, float]]:
    """All points of path data."""
    for command in "MLQCZ":
        path = path.replace(command, " ")
    numbers = [float(word) for word in path.split()]
    return list(zip(numbers[::2], numbers[1::2], strict=True))
