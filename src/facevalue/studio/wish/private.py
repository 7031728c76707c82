"""What is said of a person and stays off the box: others will see it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from .catalogue import table

CONTACTS = {
    "an e-mail address": r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    "a web address": r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|de|fr|es"
    "|it"
    r"|uk|eu|me|dev|app|tv|co|info|example)\b(?:/\S*)?",
    "a handle": r"(?<!\w)@[\w.]+|(?<!\w)[ur]/\w+",
    "a date": r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b",
    "a number": r"\+?\(?\d[\d\s()./-]{5,}\d|#\s?\d+|\b\d{4,}\b",
}
"""Patterns of what reaches or names a person; taken out before anything else is read."""

AGE = re.compile(
    r"^(?:(?:i'?m|i am|he'?s|she'?s|he is|she is|aged?|turning|born|born in"
    r"|born on)\s+)?(?:just |only |almost )?[1-9]\d{0,2}s?(?:\s*(?:years?|yrs?|yo|y/o|jahre|ans"
    r"|años|anni|anos|лет)?(?:\s*(?:old|alt|young))?)$"
    r"|^in my (?:\w+ )?\w+ies$|^\d+-year-old$|^born\b.*$",
    re.IGNORECASE,
)
"""A clause that says how old somebody is."""

INSIDE = re.compile(
    r"\b(?:aged? \d+|\d+[- ]years?[- ]old|\d+ ?(?:yo|y/o)|\d{1,2} jahre alt)\b", re.I
)
"""The same inside a longer clause."""

TAKEN = "\N{INFORMATION SEPARATOR TWO}"
"""Stands where an address or a number was; ``cleaned`` leaves none in the words."""

SAYS = {
    "child": "left out, children are not put on the box",
    "family": "left out, people in your life are not put on the box",
    "health": "what was said of health is left out",
    "belief": "what was said of belief is left out",
    "politics": "what was said of politics is left out",
    "sexuality": "what was said of love and gender is left out",
    "origin": "what was said of origin is left out",
    "place": "left out, employers, schools and places are not put on the box",
    "age": "the age is left out",
}
"""What is told of each kind; family and places may be quoted, the rest is not repeated."""

QUOTED = ("child", "family", "place")


def without_contacts(text: str) -> tuple[str, list[str]]:
    """The text with TAKEN for addresses, handles and numbers, and a sentence for each kind."""
    notes = []
    for kind, pattern in CONTACTS.items():
        text, found = re.subn(pattern, f" {TAKEN} ", text, flags=re.IGNORECASE)
        if found:
            notes.append(f"{kind}: left out, nothing that reaches or names you goes on the box")
    return text, notes


def note(kind: str, words: str = "") -> str:
    """The sentence about something left out."""
    quoted = f"'{words[:60]}': " if words and kind in QUOTED else ""
    return quoted + SAYS[kind]


def kind_of(words: Iterable[str], kinds: Iterable[str] = tuple(SAYS)) -> str | None:
    """The first kind of private word among folded words, or None."""
    said = set(words)
    joined = f" {' '.join(words)} "
    for kind in kinds:
        single, several = _words(kind)
        if said & single or any(f" {phrase} " in joined for phrase in several):
            return kind
    return None


@cache
def _words(kind: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The single words of a kind, and its phrases."""
    rows = [row.replace("-", " ") for row in table("words").get(kind, [])]
    return (
        frozenset(row for row in rows if " " not in row),
        tuple(row for row in rows if " " in row),
    )


@cache
def listed(name: str) -> frozenset[str]:
    """One list of words.toml, in lower case."""
    return frozenset(row.lower() for row in table("words")[name])


def lowered(text: str) -> list[str]:
    """The words of a text in lower case; hyphens part them."""
    return re.findall(r"[^\W_]+", text.lower().replace("'", ""))
