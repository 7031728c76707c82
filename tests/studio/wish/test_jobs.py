"""A job is found, dressed and made fit for a box, whether or not it is in the lists."""

from __future__ import annotations

import pytest

from facevalue.studio.wish.read import wish


@pytest.mark.parametrize(
    ("words", "job", "outfit", "thing"),
    [
        ("I work as a senior data engineer", "SENIOR DATA ENGINEER", "hoodie", "laptop"),
        ("I teach maths", "MATHS TEACHER", "shirt", "abacus"),
        ("I restore pipe organs", "PIPE ORGAN RESTORER", "overalls", "piano"),
        ("Student of architecture", "STUDENT OF ARCHITECTURE", "sweater", "triangle-ruler"),
        ("stay at home mum", "STAY AT HOME MUM", "sweater", "teddy"),
        ("police officer who bakes", "POLICE OFFICER", "uniform", "shield"),
        ("gym instructor", "GYM INSTRUCTOR", "sports", "stopwatch"),
        ("Ex-marine, now kindergarten teacher", "KINDERGARTEN TEACHER", "sweater", "crayon"),
        ("Job: pharmacist", "PHARMACIST", "labcoat", "pill"),
        ("real estate agent", "REAL ESTATE AGENT", "blazer", "house"),
        ("Create an action figure of a brave astronaut", "ASTRONAUT", "spacesuit", "rocket"),
    ],
)
def test_jobs(words: str, job: str, outfit: str, thing: str) -> None:
    """The words of the job, its clothes and its most telling thing."""
    made = wish(words)
    assert (made.title, made.outfit, made.things[0].name) == (job, outfit, thing)


@pytest.mark.parametrize(
    ("words", "outfits", "thing"),
    [
        ("oncology fellow and physician", {"labcoat", "scrubs"}, "stethoscope"),
        ("hydrogeologist", {"overalls", "labcoat", "shirt"}, ""),
        ("arborculturist", {"overalls", "shirt"}, ""),
        ("patissier", {"chef", "apron"}, ""),
    ],
)
def test_jobs_in_no_list_wear_what_similar_ones_wear(
    words: str, outfits: set[str], thing: str
) -> None:
    """The nearest family lends its clothes."""
    made = wish(words)
    assert made.title == words.split(" and ")[-1].upper() or made.title == words.upper()
    assert made.outfit in outfits
    assert not thing or thing in {each.name for each in made.things}


@pytest.mark.parametrize(
    "words", ["football fan", "night owl", "wine lover", "mother", "vegetarian"]
)
def test_pastimes_and_relatives_are_no_jobs(words: str) -> None:
    """The title stays neutral."""
    assert wish(f"I'm a {words}").title == "ONE OF A KIND"
