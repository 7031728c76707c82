"""The profile of a person in words: job, tastes, family, health, belief and the rest.

Rules give marks (numbers, addresses, dates), lists, meanings and a learned tagger of names give
clues, and the project's own tagger reads all of them together.
"""

from __future__ import annotations

from collections.abc import Iterable

from ...core.errors import Missing
from ...core.finding import Answer, Skip
from .addresses import addresses
from .clues import clues, listed, phrases
from .contacts import contacts
from .elsewhere import PARTLY, elsewhere
from .facets import KIND, Facet, Said
from .grammar import hints
from .identity import FACETS, identity
from .known import known
from .languages import NAMES, language
from .meaning import meanings
from .moments import moments
from .numbers import numbers
from .tagger import TAGGED, tagged
from .tokens import tokens

ALONE = 0.8
"""How sure the tagger of names must be of what the profile's tagger does not see."""


def marks_of(text: str) -> list[Said]:
    """What rules find, in no order."""
    return [*contacts(text), *numbers(text), *addresses(text), *moments(text)]


def told(text: str) -> tuple[list[Said], list[str]]:
    """What is found in an English text, and what each missing model says of itself."""
    words = tokens(text)
    if not words:
        return [], []
    asked = phrases(words)
    missing: list[str] = []
    named = named_in(text, missing)
    try:
        meant = meanings(asked) if asked else None
    except Missing as error:
        meant = None
        missing.append(str(error))
    seen = clues(words, [*marks_of(text), *hints(text)], meant, listed(words), named)
    named = [said for said in grounded(named, text) if likely(said, text)]
    first = [said for said in named if said.facet not in TAGGED]
    found = united(first, [said for said in tagged(words, seen) if likely(said, text)])
    alone = [said for said in named if said.score >= ALONE]
    return united(united(found, known(words)), alone), missing


def grounded(named: list[Said], text: str) -> list[Said]:
    """Without lone numbers: a postcode or a house number stands beside a street or a city."""
    found = []
    for place, said in enumerate(named):
        lone = said.facet is Facet.ADDRESS and not any(
            map(str.isalpha, text[said.start : said.end])
        )
        beside = named[max(0, place - 1) : place] + named[place + 1 : place + 2]
        near = (max(said.start, each.start) - min(said.end, each.end) for each in beside)
        if not lone or any(gap <= BESIDE for gap in near):
            found.append(said)
    return found


BESIDE = 4
"""Letters between a number and what it belongs to."""


def likely(said: Said, text: str) -> bool:
    """Whether the letters can be what they are taken for."""
    value = text[said.start : said.end]
    figures = any(map(str.isdigit, value))
    if said.facet is Facet.ADDRESS:
        return figures  # a street without one leads to no door
    if said.facet is Facet.AGE and value.isdecimal():
        return 0 < int(value) <= OLDEST
    return said.facet is not Facet.PLACE or not value.islower() or text.islower()


OLDEST = 115
"""Years; a larger number is not an age."""


def named_in(text: str, missing: list[str]) -> list[Said]:
    """What ``identity`` finds; nothing, and why in ``missing``, when its model is not here."""
    try:
        return identity(text)
    except Missing as error:
        missing.append(str(error))
        return []


def united(first: list[Said], second: list[Said]) -> list[Said]:
    """Both; where both speak of the same letters the first has them."""
    found, place, rows = list(first), 0, sorted(first)
    for one in sorted(second):
        while place < len(rows) and rows[place].end <= one.start:
            place += 1
        if place == len(rows) or rows[place].start >= one.end:
            found.append(one)
    return found


class Profile:
    """The detector of a profile: all of it in English, little of it in five other languages."""

    name = "profile"
    kinds = frozenset(KIND[facet] for facet in (*TAGGED, *FACETS.values()))

    def look(self, thing: str) -> Iterable[Answer]:
        """What the tagger finds, and a Skip for what could not be read, and why."""
        code = language(thing)
        if code != "en":
            found, missing = elsewhere(thing, code), list[str]()
            found = united(found, named_in(thing, missing))
            yield Skip(self.name, unread(code))
        else:
            found, missing = told(thing)
        yield from (said.finding(thing, self.name) for said in found)
        yield from (Skip(self.name, why, missing=True) for why in missing)


def unread(code: str) -> str:
    """What does not work in a language that is not English."""
    name = NAMES.get(code, f"in letters of another script ({code})")
    if code in PARTLY:
        return (
            f"these words look {name}: contacts, numbers, dates, ages, cities, given names and the "
            "commonest jobs were looked for; tastes, family, health, belief, employers and the "
            "rest are read in English only"
        )
    return (
        f"these words look {name}: only contacts, numbers, dates and cities were looked for; "
        "everything else is read in English only"
    )


PROFILE = Profile()
