"""Words that mean one thing wherever they stand: told even where the tagger saw nothing.

Only in texts that speak of a person at all: a mother bear and a gay old time are in others too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from .clues import whose
from .facets import Facet, Said
from .tables import table
from .tokens import Token, tokens

LISTS = {
    "sure_kin": Facet.FAMILY,
    "sure_health": Facet.HEALTH,
    "sure_religion": Facet.RELIGION,
    "sure_orientation": Facet.SEXUALITY,
}
SCORE = 0.6
"""A word alone, without what stands around it."""

MOST = 3
"""Words of the longest entry."""


def known(words: Sequence[Token]) -> list[Said]:
    """Every such word, in order; nothing when the text speaks of nobody."""
    if whose(words) == "none":
        return []
    found, place = [], 0
    lows = [token.low for token in words]
    while place < len(words):
        most = min(MOST, len(words) - place)
        size = next((n for n in range(most, 0, -1) if tuple(lows[place : place + n]) in _sure()), 0)
        if size:
            facet = _sure()[tuple(lows[place : place + size])]
            found.append(Said(words[place].start, words[place + size - 1].end, facet, SCORE))
        place += size or 1
    return found


@cache
def _sure() -> Mapping[tuple[str, ...], Facet]:
    return {
        tuple(token.low for token in tokens(row)): facet
        for name, facet in LISTS.items()
        for row in table(name)
    }
