"""Ages, dates and money in six languages."""

from __future__ import annotations

import pytest

from facevalue.findings.words.addresses import addresses
from facevalue.findings.words.facets import Facet
from facevalue.findings.words.moments import moments

FOUND = [
    ("she is 41 years old", Facet.AGE, "41 years old"),
    ("forty-one year old", Facet.AGE, "forty-one year old"),
    ("I'm 29, tall", Facet.AGE, "29"),
    ("in her late twenties", Facet.AGE, "in her late twenties"),
    ("ich bin 34 Jahre alt", Facet.AGE, "34 Jahre alt"),
    ("j'ai 34 ans", Facet.AGE, "j'ai 34 ans"),
    ("tengo 34 años", Facet.AGE, "tengo 34 años"),
    ("אני בן 34", Facet.AGE, "בן 34"),
    ("عمري ٣٤", Facet.AGE, "عمري ٣٤"),
    ("on 3 May 1988", Facet.DATE, "3 May 1988"),
    ("am 3. Oktober 1990", Facet.DATE, "3. Oktober 1990"),
    ("le 14 juillet 2001", Facet.DATE, "14 juillet 2001"),
    ("el 5 de enero de 2010", Facet.DATE, "5 de enero de 2010"),
    ("2021-04-30", Facet.DATE, "2021-04-30"),
    ("since 1994", Facet.DATE, "1994"),
    ("$72,000 a year", Facet.INCOME, "$72,000 a year"),
    ("1500 euros", Facet.INCOME, "1500 euros"),
    ("85k per year", Facet.INCOME, "85k per year"),
]


@pytest.mark.parametrize(("text", "facet", "value"), FOUND)
def test_a_moment_is_found(text: str, facet: Facet, value: str) -> None:
    """With the words that make it an age, a date or a sum."""
    found = {(said.facet, text[said.start : said.end]) for said in moments(text)}
    assert (facet, value) in found


@pytest.mark.parametrize(
    "text",
    ["a 1920s poster", "f/1.8, 50mm", "I'm 5 minutes late", "three trees", "scale 1.5", "4k"],
)
def test_sizes_and_styles_are_no_moments(text: str) -> None:
    """Decades of a style, lenses and counts are not of anybody's life."""
    assert moments(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "221 Baker Street",
        "1600 W Elm Ave Apt 4, Springfield, IL 62704",
        "Lindenstraße 12a",
        "14 rue des Lilas",
        "Calle Mayor 7",
        "P.O. Box 1182",
        "רחוב הרצל 12",
        "شارع النيل 15",
    ],
)
def test_an_address_is_found_whole(text: str) -> None:
    """As it is written where it lies."""
    (found,) = addresses(f"{text}")
    assert text[found.start : found.end] == text


@pytest.mark.parametrize("text", ["rue de la paix des braves", "a street in the rain", "12 roses"])
def test_streets_without_a_number_are_no_address(text: str) -> None:
    """A street alone leads to no door."""
    assert addresses(text) == []
