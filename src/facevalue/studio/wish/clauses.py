"""Words cut into clauses: one thought each, in the order they were said."""

from __future__ import annotations

import re
from functools import cache

from .catalogue import joined_words, table
from .private import TAKEN

BREAK = re.compile(
    r"[.,;:!?()\[\]{}\"/|•·*~\n،؛。、！？：；]+|\s[-–—]+\s|[–—]"
    r"|\s(?:and|&|\+|plus|but|who|which|that|with|whose|then|because|while|when|or|as well as)\s",
    re.IGNORECASE,
)
"""Where one clause ends and the next begins."""

LABELS = re.compile(
    r"\b(?:name|title|job|profession|occupation|work|hobby|hobbies|interests?|likes|loves|outfit"
    r"|about me|age|accessor(?:y|ies)|things|props|items|extras|features|bio|description|theme"
    r"|style"
    r"|includes?|including)\s*:\s*",
    re.IGNORECASE,
)
"""Headings of a filled-in form."""

MEANS = {"name": "my name is", "title": "my name is", "age": "aged"}
JOBS = ("job", "profession", "occupation", "work")

DOING = "playing|loving|obsessed|drinking|wearing|crazy|mad|addicted|collecting|eating|riding"
"""Behind a hyphen these make a pastime of the word before ("violin-playing")."""

JOINT = "\N{INFORMATION SEPARATOR ONE}"
"""Stands for a space that does not part clauses; ``cleaned`` leaves none in the words."""


def clauses(text: str) -> list[str]:
    """The clauses of a cleaned text, without empty ones."""
    text = LABELS.sub(_said, text)
    text = re.sub(rf"\b({_honours()})\.\s*", r"\1 ", text, flags=re.IGNORECASE)
    text = re.sub(r"\b(St|Jr|Sr|[A-Z])\.(?=\s+\w)", r"\1", text)
    text = re.sub(r"(?<=\d)[.,](?=\d)", "", text)
    text = re.sub(rf"\b([^\W_]+)-(?:{DOING})\b", r"\1, ", text)
    text = _joints().sub(lambda joined: joined[0].replace(" ", JOINT), text)
    parts = BREAK.split(f" {text} ".replace(" & ", " and "))
    found = (part.replace(JOINT, " ").strip(" '-") for part in parts)
    return [part for part in map(_without_taken, found) if re.search(r"\w", part)]


def _without_taken(clause: str) -> str:
    """A clause around an address or a number says nothing else, unless it gives a name."""
    if TAKEN not in clause:
        return clause
    says_who = re.match(
        r"(?:hi|hello|hey)?\s*(?:i'm|i am|my name|this is)\b", clause, re.IGNORECASE
    )
    return clause.replace(TAKEN, " ").strip() if says_who else ""


def _said(label: re.Match[str]) -> str:
    word = label[0].rstrip(": \t").lower()
    return f". {'I work as a' if word in JOBS else MEANS.get(word, '')} "


@cache
def _joints() -> re.Pattern[str]:
    every = sorted(joined_words(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, every))})\b", re.IGNORECASE)


@cache
def _honours() -> str:
    return "|".join(map(re.escape, table("words")["honours"]))
