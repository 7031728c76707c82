"""Mail, web, telephone and handles by their shape."""

from __future__ import annotations

import pytest

from facevalue.findings.words.contacts import contacts
from facevalue.findings.words.facets import Facet

FOUND = [
    ("write to ana.lopez+box@post.example.org!", Facet.EMAIL, "ana.lopez+box@post.example.org"),
    ("ana (at) post (dot) example", Facet.EMAIL, "ana (at) post (dot) example"),
    ("see www.my-shop.de/a?b=1.", Facet.URL, "www.my-shop.de/a?b=1"),
    ("on https://x.example/y, please", Facet.URL, "https://x.example/y"),
    ("my page is kim-draws.art", Facet.URL, "kim-draws.art"),
    ("follow @kim.draws_", Facet.HANDLE, "@kim.draws_"),
    ("insta: kim.draws", Facet.HANDLE, "kim.draws"),
    ("I am u/tallhat on there", Facet.HANDLE, "u/tallhat"),
    ("player xx_wolf_xx", Facet.HANDLE, "xx_wolf_xx"),
    ("call +49 170 1234567 now", Facet.PHONE, "+49 170 1234567"),
    ("(212) 555-0147", Facet.PHONE, "(212) 555-0147"),
    ("212-555-0147 x33", Facet.PHONE, "212-555-0147 x33"),
    ("Telefon 030 1234567", Facet.PHONE, "030 1234567"),
    ("טלפון 052-1234567", Facet.PHONE, "052-1234567"),
    ("هاتف 0501234567", Facet.PHONE, "0501234567"),
]

NOTHING = [
    "35mm, f/1.8, 1920x1080",
    "scale 1:10, 16:9, 2000-2010",
    "on 12.05.2021",
    "I like it.It is nice",
    "seed 1234567890123",
    "a figure with 1,000,000 sequins",
    "@ home",
]


@pytest.mark.parametrize(("text", "facet", "value"), FOUND)
def test_a_contact_is_found_whole(text: str, facet: Facet, value: str) -> None:
    """Nothing else is found beside it, and no letter more or less."""
    found = contacts(text)
    assert (facet, value) in {(said.facet, text[said.start : said.end]) for said in found}
    assert {said.facet for said in found} == {facet}


@pytest.mark.parametrize("text", NOTHING)
def test_figures_of_pictures_are_no_contacts(text: str) -> None:
    """Sizes, ratios, dates and seeds reach nobody."""
    assert contacts(text) == []
