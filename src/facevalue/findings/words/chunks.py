"""Runs of words with a meaning of their own: what stands between marks and small words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from .tables import table
from .tokens import Token

MOST = 5
"""Words of a run that are read together; of a longer one the last."""


@cache
def small() -> frozenset[str]:
    """Words that end a run. "of" joins: "head of accounting"."""
    return frozenset(table("small"))


def chunks(words: Sequence[Token]) -> list[tuple[int, int]]:
    """First and last-plus-one token of every run, in order."""
    found = []
    start = -1
    for place, token in enumerate(words):
        part = token.low not in small() and token.low[:1].isalnum()
        parted = part and token.first and start >= 0
        if start >= 0 and (not part or parted):
            found.append((start, place))
            start = -1
        if part and start < 0 and token.low != "of":
            start = place
    if start >= 0:
        found.append((start, len(words)))
    return [(max(first, last - MOST), last) for first, last in found]
