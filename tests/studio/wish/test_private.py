"""What others should not read stays off the box, and that is told."""

from __future__ import annotations

import pytest

from facevalue.core.wish import Wish
from facevalue.studio.wish.read import wish


def box(made: Wish) -> str:
    """All that is printed on a box, in small letters."""
    return " ".join((made.title, made.subtitle, *(t.label for t in made.things))).lower()


@pytest.mark.parametrize(
    ("words", "never", "told"),
    [
        ("I'm Ana, nurse at Hadassah in Jerusalem", "hadassah jerusalem at in", "places"),
        ("Ana, 29, teacher", "29", "age"),
        ("Ana, 29 years old, teacher", "29 years", "age"),
        ("34-year-old baker", "34 year", "age"),
        ("Google engineer", "google", "places"),
        ("Berlin DJ", "berlin", "places"),
        ("London-based lawyer", "london based", "places"),
        ("a proud Catholic truck driver", "catholic proud", "belief"),
        ("Muslim chaplain", "muslim", "belief"),
        ("Republican, plumber", "republican", "politics"),
        ("lesbian mechanic", "lesbian", "love and gender"),
        ("Brazilian dentist", "brazilian", "origin"),
        ("I'm Iranian and I play the cello", "iranian dolls", "origin"),
        ("diabetic, baker", "diabetic syringe", "health"),
        ("pregnant nurse", "pregnant", "health"),
        ("recovering addict turned counselor", "recovering addict", "health"),
        ("dad of Tom, plumber", "tom dad", "people|children"),
        ("my kids Tom and Ella, plumber", "tom ella", "children"),
        ("stay-at-home dad of triplets", "triplets", "children"),
        ("plumber, call +1 415 555 0132", "415 0132", "number"),
        ("plumber, dana.levi@example.org", "example levi", "e-mail"),
        ("plumber, @dana.levi on Instagram", "levi instagram", "handle"),
        ("plumber, linkedin.com/in/dana", "linkedin", "web address"),
        ("born on 04/11/1989, plumber", "1989 04", "date"),
    ],
)
def test_it_stays_off_and_is_told(words: str, never: str, told: str) -> None:
    """None of the words is printed, and a sentence says what kind was left out."""
    made = wish(words)
    printed = box(made).replace("-", " ").split()
    assert set(never.split()) & set(printed) == set()
    assert any(kind in sentence for sentence in made.left_out for kind in told.split("|"))


def test_sensitive_words_are_not_repeated() -> None:
    """Health, belief, politics and love are told by kind only."""
    made = wish("gay Catholic diabetic Republican plumber. I'm diabetic. I'm gay. I'm Catholic.")
    said = " ".join(made.left_out).lower()
    assert not {"gay", "catholic", "diabetic", "republican"} & set(said.split())


def test_given_lines_may_say_what_they_like() -> None:
    """The title and the line below it are the person's own choice."""
    made = wish("nurse", title="Ana of Leeds", subtitle="Mother of two, 29")
    assert (made.title, made.subtitle) == ("ANA OF LEEDS", "MOTHER OF TWO, 29")


def test_fields_of_a_job_stay() -> None:
    """What somebody works on is no place."""
    assert wish("Head of Marketing at Nestlé").title == "HEAD OF MARKETING"
    assert wish("PhD candidate in quantum physics").title == "PHD CANDIDATE IN QUANTUM PHYSICS"
    assert wish("Spanish teacher").title == "SPANISH TEACHER"
