"""A text as words and marks, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+(?:['’.&+_-][^\W_]+)*|[^\s\w]|_+")
"""A word with what joins its parts, or one mark of punctuation."""

LONGEST = 40
"""Characters of a word that are looked at; nobody's job is longer."""

QUOTES = str.maketrans("’‘`´", "''''")

HIDDEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
"""Signs without a shape: they turn or join letters."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word: start..end in the text, as written, and in small letters without 's."""

    start: int
    end: int
    text: str
    low: str
    first: bool
    """Whether a sentence, a line or a quotation begins here."""


def tokens(text: str) -> list[Token]:
    """All words of a text, in order; linear in its length."""
    found: list[Token] = []
    first, last = True, 0
    for match in WORD.finditer(text):
        word = match.group()[:LONGEST]
        first = first or "\n" in text[last : match.start()]
        found.append(Token(match.start(), match.end(), word, lowered(word), first))
        first, last = word in '.!?:"“”„«»•*()|/;' and len(word) == 1, match.end()
    return found


def lowered(word: str) -> str:
    """Small letters, plain apostrophes, no possessive ending."""
    low = HIDDEN.sub("", word).lower().translate(QUOTES)
    return low[:-2] if low.endswith("'s") and low[:-2] not in CONTRACTED else low


CONTRACTED = frozenset(["he", "she", "it", "that", "there", "here", "what", "who", "let", "name"])
"""What 's is short for is after these."""
