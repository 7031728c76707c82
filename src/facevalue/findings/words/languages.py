"""Which language a text is in, as far as it matters for what can be read of it."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache

from .tables import FOLDER

SCRIPTS = (
    ("he", 0x0590, 0x05FF),
    ("ar", 0x0600, 0x06FF),
    ("Cyrillic", 0x0400, 0x04FF),
    ("Greek", 0x0370, 0x03FF),
    ("Devanagari", 0x0900, 0x097F),
    ("Thai", 0x0E00, 0x0E7F),
    ("Japanese or Chinese", 0x3040, 0x30FF),
    ("Japanese or Chinese", 0x3400, 0x9FFF),
    ("Korean", 0xAC00, 0xD7AF),
)
"""Blocks of letters (Unicode) and what is written with them."""

SAMPLE = 4000
"""Letters looked at; a text is taken to be in one language."""

NAMES = {
    "en": "English",
    "it": "Italian",
    "pt": "Portuguese",
    "nl": "Dutch",
    "pl": "Polish",
    "tr": "Turkish",
    "sv": "Swedish",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "he": "Hebrew",
    "ar": "Arabic",
}


def language(text: str) -> str:
    """A code of NAMES or the name of a script; "en" where nothing speaks for another."""
    sample = text[:SAMPLE]
    letters = [letter for letter in sample if letter.isalpha()]
    if not letters:
        return "en"
    scripts = Counter(_script(ord(letter)) for letter in letters)
    script, count = scripts.most_common(1)[0]
    if script != "latin" and count * 2 > len(letters):
        return script
    return _spoken(sample)


def _script(code: int) -> str:
    return next((name for name, first, last in SCRIPTS if first <= code <= last), "latin")


def _spoken(sample: str) -> str:
    """The language most of whose small words stand there; English when it is close."""
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", sample.lower().replace("’", "'"))
    counts = {code: sum(word in small for word in words) for code, small in _small().items()}
    best = max(counts, key=lambda code: counts[code])
    enough = counts[best] >= 2 and counts[best] > 1.3 * counts["en"]
    return best if enough else "en"


@cache
def _small() -> Mapping[str, frozenset[str]]:
    rows = tomllib.loads((FOLDER / "languages.toml").read_text(encoding="utf-8"))
    return {code: frozenset(words) for code, words in rows.items()}
