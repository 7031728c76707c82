"""Names, jobs and cities in German, French, Spanish, Hebrew and Arabic; cities in all others."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from .facets import Facet, Said
from .tables import FOLDER, table
from .tokens import Token, tokens

ATTACHED = ("ב", "מ", "ל", "ו", "ה", "בה", "וב", "ומ", "بال", "ب", "ال", "و", "ل", "في")
"""Small words that Hebrew and Arabic write together with the next one."""

PARTLY = ("de", "fr", "es", "he", "ar")
"""Languages of foreign.toml."""

MOST_CITY = 4
"""Words of the longest name of a city that is looked for."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """What is known of one language."""

    name: str
    before_name: re.Pattern[str]
    jobs: frozenset[str]
    longest_job: int


def elsewhere(text: str, code: str) -> list[Said]:
    """What is found in a text of that language, in order."""
    words = tokens(text)
    found = list(_cities(words))
    tongue = _tongues().get(code)
    if tongue:
        found += _names(text, tongue)
        found += _jobs(words, tongue)
    return sorted(found)


def _names(text: str, tongue: Tongue) -> Iterator[Said]:
    for match in tongue.before_name.finditer(text):
        yield Said(*match.span("it"), Facet.PERSON, 0.85)


def _jobs(words: list[Token], tongue: Tongue) -> Iterator[Said]:
    for place, token in enumerate(words):
        for size in range(tongue.longest_job, 0, -1):
            row = words[place : place + size]
            if len(row) == size and _bare(" ".join(each.low for each in row), tongue.jobs):
                yield Said(token.start, row[-1].end, Facet.OCCUPATION, 0.75)
                break


def _bare(word: str, known: frozenset[str]) -> bool:
    """Whether it is known, as it stands or without a small word that is written onto it."""
    if word in known:
        return True
    fronts = (front for front in ATTACHED if word.startswith(front))
    return any(len(word) > len(front) + 2 and word[len(front) :] in known for front in fronts)


def _cities(words: list[Token]) -> Iterator[Said]:
    place = 0
    while place < len(words):
        size = next((n for n in range(MOST_CITY, 0, -1) if _city(words[place : place + n], n)), 0)
        if size:
            yield Said(words[place].start, words[place + size - 1].end, Facet.PLACE, 0.7)
        place += size or 1


def _city(row: list[Token], size: int) -> bool:
    if len(row) < size or not row[0].text[:1].isalpha() or row[0].text[:1].islower():
        return False
    name = " ".join(token.text for token in row)
    return _bare(name, _known()) if name[0] > "\u0590" else name in _known()


@cache
def _known() -> frozenset[str]:
    return frozenset((*table("city"), *table("country"), *table("city_elsewhere")))


@cache
def _tongues() -> Mapping[str, Tongue]:
    rows = tomllib.loads((FOLDER / "foreign.toml").read_text(encoding="utf-8"))
    return {code: _tongue(row) for code, row in rows.items()}


def _tongue(row: Mapping[str, str | list[str]]) -> Tongue:
    before = "|".join(re.escape(words) for words in row["before_name"])
    name = re.compile(
        rf"(?<!\w)(?i:{before})\s?:?\s?(?P<it>[^\W\d_a-zß-ÿ][\w'’-]{{1,30}}(?:\s[A-ZÀ-Þ][\w'’-]{{1,30}})?)"
    )
    jobs = frozenset(job.lower() for job in row["jobs"])
    return Tongue(str(row["name"]), name, jobs, max(len(job.split()) for job in jobs))
