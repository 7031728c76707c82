"""Who and where by a learned tagger of names and addresses (engines.ner)."""

from __future__ import annotations

from collections.abc import Iterator

from .facets import Facet, Said
from .tokens import Token, tokens

FACETS = {
    "GIVEN_NAME": Facet.PERSON,
    "SURNAME": Facet.PERSON,
    "EMAIL": Facet.EMAIL,
    "PHONE": Facet.PHONE,
    "URL": Facet.URL,
    "TAX_ID": Facet.ID,
    "BANK_ACCOUNT": Facet.ID,
    "ROUTING_NUMBER": Facet.ID,
    "GOVERNMENT_ID": Facet.ID,
    "PASSPORT": Facet.ID,
    "DRIVERS_LICENSE": Facet.ID,
    "BUILDING_NUMBER": Facet.ADDRESS,
    "STREET_NAME": Facet.ADDRESS,
    "SECONDARY_ADDRESS": Facet.ADDRESS,
    "CITY": Facet.PLACE,
    "STATE": Facet.PLACE,
    "ZIP_CODE": Facet.ADDRESS,
}
"""What each of the model's labels is here."""

LEAST = 0.5
"""How probable a reading must be, as the model's keepers have it."""


def identity(text: str) -> list[Said]:
    """Names, places and numbers in the order of the text. Raises NoEngine or BadAsset."""
    from ...engines.ner import readings

    words = tokens(text)
    return list(_runs(words, readings([token.text for token in words]))) if words else []


def _runs(words: list[Token], read: list[tuple[str, float]]) -> Iterator[Said]:
    """Neighbours of one facet are one: a given name and a surname, a number and its street."""
    start = 0
    while start < len(words):
        facet = _facet(read[start])
        end = start + 1
        while facet and end < len(words) and _facet(read[end]) is facet:
            end += 1
        if facet and any(token.text[:1].isalnum() for token in words[start:end]):
            score = sum(sure for _, sure in read[start:end]) / (end - start)
            yield Said(words[start].start, words[end - 1].end, facet, round(min(score, 1.0), 3))
        start = end


def _facet(reading: tuple[str, float]) -> Facet | None:
    label, sure = reading
    return FACETS[label] if label and sure >= LEAST else None
