"""Other languages: how each is told, and the English of its commonest words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from .catalogue import folded, toml
from .private import listed


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One table of foreign.toml; ``words`` gives the English for folded words."""

    code: str
    script: tuple[str, ...]
    name: tuple[str, ...]
    job: tuple[str, ...]
    marks: frozenset[str]
    strip: frozenset[str]
    cut: frozenset[str]
    und: tuple[str, ...]
    around: tuple[tuple[str, str], ...]
    words: Mapping[str, str]


@cache
def languages() -> tuple[Language, ...]:
    """Every language of foreign.toml."""
    return tuple(_language(code, row) for code, row in toml("foreign.toml").items())


def _language(code: str, row: Mapping[str, Any]) -> Language:
    words = {folded(said): plain for plain, every in row["words"].items() for said in every}
    return Language(
        code, tuple(row.get("script", ())), tuple(row["name"]), tuple(row["job"]),
        frozenset(row["marks"]), frozenset(row["strip"]), frozenset(row["cut"]),
        tuple(row["und"]), tuple(map(tuple, row.get("around", ()))), words,
    )  # fmt: skip


def language_of(text: str) -> Language | None:
    """The language of a text when it is not English: by its letters, or by its small words."""
    letters = Counter(
        unicodedata.name(letter, "?").split()[0] for letter in text if letter.isalpha()
    )
    if not letters:
        return None
    script = letters.most_common(1)[0][0]
    for language in languages():
        if script in language.script:
            return language
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", text.lower())
    counts = {language: sum(word in language.marks for word in words) for language in languages()}
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] >= 2 and counts[best] > _english(words) else None


def _english(words: list[str]) -> int:
    return sum(word in listed("small") for word in words)


def english_of(text: str, language: Language) -> str:
    """The English of the longest known part, the last one first; German compounds by their end."""
    text = re.sub(r"\b(?:l|d|j|m|t|s|c|n|qu|un|dell|all|nell|dall)'", " ", text, flags=re.I)
    words = [word for word in folded(text).split() if word not in language.strip]
    for size in range(min(3, len(words)), 0, -1):
        for start in range(len(words) - size, -1, -1):
            found = _said(" ".join(words[start : start + size]), language)
            if found:
                return found
    if language.code == "cjk":
        return next((english for said, english in language.words.items() if said in text), "")
    return _compound(words, language) if language.code in ("de", "ar", "he") else ""


def anywhere(clause: str) -> str:
    """The English of a short clause that some language has as a whole; else blank."""
    said = folded(clause)
    return next((each.words[said] for each in languages() if said in each.words), "")


def says_nothing(clause: str, language: Language) -> bool:
    """Whether a clause is a greeting, or words that stand around others."""
    return all(word in language.strip for word in re.findall(r"[^\W\d_]+", clause.lower()))


def _said(part: str, language: Language) -> str:
    """The English of a part; German verbs also as "I" says them ("klettere")."""
    found = language.words.get(part, "")
    if not found and language.code == "de" and part.endswith("e"):
        ends = (f"{part}n", f"{part[:-1]}n", f"{part[:-1]}en")
        found = next((language.words[end] for end in ends if end in language.words), "")
    return found


def _compound(words: list[str], language: Language) -> str:
    """By the end of a word; prefixes of Arabic and Hebrew (the, and, in) end that way too."""
    for word in reversed(words):
        for said, english in language.words.items():
            if len(said) > 3 and len(word) > len(said) and word.endswith(said):
                return english
    return ""
