"""The things that can stand beside a doll, and the jobs; found by their words.

Both come from TOML files beside this one. A word is found in any number and spelling of
hyphens: what is compared is ``folded``.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Row:
    """A thing that a doll can have; ``words`` is what it stands for."""

    name: str
    label: str
    words: tuple[str, ...]
    holds: bool


@dataclass(frozen=True, slots=True)
class Job:
    """A family of jobs: what it wears and has, the most telling thing first."""

    name: str
    outfit: str
    things: tuple[str, ...]
    words: tuple[str, ...]


@cache
def things() -> Mapping[str, Row]:
    """Every thing by its name, in the order of things.toml."""
    rows = toml("things.toml")["thing"]
    return {
        row["name"]: Row(row["name"], row["label"], tuple(row["words"]), row.get("holds", False))
        for row in rows
    }


@cache
def jobs() -> tuple[Job, ...]:
    """Every family of jobs, in the order of jobs.toml."""
    return tuple(
        Job(row["name"], row["outfit"], tuple(row["things"]), tuple(row["words"]))
        for row in toml("jobs.toml")["job"]
    )


def thing_of(phrase: str) -> Row | None:
    """The thing that a phrase names, or has among its words."""
    return next((things()[_things()[form]] for form in forms(phrase) if form in _things()), None)


def job_of(phrase: str) -> Job | None:
    """The family of a job, known by its last words: a pediatric nurse is a nurse.

    Where there is an "of" or "in", the words before it are tried last: a head of marketing, a
    student of architecture (who is an architecture student first).
    """
    return _jobs().get(known_part(phrase))


def known_part(phrase: str) -> str:
    """The folded part of a job that the catalogue has; blank when it has none."""
    head, of, *_ = [*re.split(r" (?:of|in) ", folded(phrase)), ""]
    for said in (folded(phrase), f"{of} {head}" if of else "", head if of else ""):
        words = said.split()
        for start in range(len(words)):
            if " ".join(words[start:]) in _jobs():
                return " ".join(words[start:])
    return ""


def is_job(phrase: str) -> bool:
    """Whether a phrase as a whole is a job of the catalogue."""
    return folded(phrase) in _jobs()


def forms(phrase: str) -> Iterable[str]:
    """A folded phrase as it is, then, when it is one word, as what a verb is called doing it."""
    plain = folded(phrase)
    yield plain
    if plain.endswith(("is", "us")):  # martinis, beside tennis
        yield plain[:-1]
    if plain and " " not in plain:
        yield from (f"{plain}ing", f"{plain[:-1]}ing", f"{plain}{plain[-1]}ing")


def folded(phrase: str) -> str:
    """Lower case, no accents on Latin letters, spaces for hyphens, words in the singular."""
    lowered = unicodedata.normalize("NFKD", phrase.lower())
    bare = re.sub(r"(?<=[a-z])[\u0300-\u036f]+", "", lowered)
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", bare).replace("'", ""))
    return " ".join(_singular(word) for word in words)


SPELLINGS = {
    "center": "centre", "theater": "theatre", "color": "colour", "watercolor": "watercolour",
    "counselor": "counsellor", "jeweler": "jeweller", "jewelry": "jewellery", "gray": "grey",
    "traveler": "traveller", "archeologist": "archaeologist", "mom": "mum", "mommy": "mummy",
    "organizer": "organiser", "aluminum": "aluminium", "donut": "doughnut", "yoghurt": "yogurt",
    "pediatrician": "paediatrician", "anesthesiologist": "anaesthesiologist", "tire": "tyre",
    "paleontologist": "palaeontologist", "paleontology": "palaeontology", "fiber": "fibre",
    "behavior": "behaviour", "favorite": "favourite", "harbor": "harbour", "caliber": "calibre",
}  # fmt: skip
"""American spelling, and the one that is compared."""


def _singular(word: str) -> str:
    word = SPELLINGS.get(
        word, SPELLINGS.get(word[:-1], "") + "s" if word[:-1] in SPELLINGS else word
    )
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    return word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]


@cache
def _things() -> Mapping[str, str]:
    """Names of things by folded word; a row's own label or name goes before others' words."""
    found = {folded(row.label): name for name, row in things().items()}
    for name, row in things().items():
        for word in (name, *row.words):
            found.setdefault(folded(word), name)
    return found


@cache
def _jobs() -> Mapping[str, Job]:
    found: dict[str, Job] = {}
    for job in jobs():
        for word in job.words:
            found.setdefault(folded(word), job)
    return found


@cache
def joined_words() -> tuple[str, ...]:
    """Phrases of the catalogues that hold an "and", which does not part two things there."""
    every = [word for row in things().values() for word in (row.label, *row.words)]
    every += [word for job in jobs() for word in job.words]
    return tuple(sorted({word for word in every if " and " in word}))


def table(name: str) -> dict[str, list[str]]:
    """One of the word lists beside this file: lists of words by their names."""
    rows: dict[str, list[str]] = toml(f"{name}.toml")
    return rows


@cache
def toml(name: str) -> dict[str, Any]:
    """One of the files beside this one."""
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
