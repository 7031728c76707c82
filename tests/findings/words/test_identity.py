"""Names and addresses by the learned tagger, as facets of the project."""

from __future__ import annotations

import pytest

from facevalue.engines import ner
from facevalue.findings.words.facets import Facet, Said
from facevalue.findings.words.identity import FACETS, identity
from facevalue.findings.words.profile import united


def test_a_name_and_an_address_are_one_each() -> None:
    """A given name and a surname are one name, a number and its street one address."""
    text = "My name is Ottilie Brandt and I live at 12 Elm Road, Leeds."
    found = {(said.facet, text[said.start : said.end]) for said in identity(text)}
    assert found == {
        (Facet.PERSON, "Ottilie Brandt"),
        (Facet.ADDRESS, "12 Elm Road"),
        (Facet.PLACE, "Leeds"),
    }


def test_every_label_of_the_model_has_a_facet() -> None:
    """A label that is new would be lost silently."""
    assert set(FACETS) == set(ner.LABELS)


@pytest.mark.parametrize("text", ["", "   ", "🎁", "a cake"])
def test_nothing_is_found_in_nothing(text: str) -> None:
    """No word, no name."""
    assert identity(text) == []


def test_where_both_speak_of_a_letter_the_profile_has_it() -> None:
    """What is found beside it is kept, and nothing is there twice."""
    job = Said(10, 20, Facet.OCCUPATION, 0.9)
    inside, before, touching = (
        Said(12, 15, Facet.PERSON, 0.9),
        Said(0, 4, Facet.PERSON, 0.9),
        Said(20, 25, Facet.PLACE, 0.9),
    )
    assert sorted(united([job], [inside, before, touching])) == [before, job, touching]
