"""Reading English: age and requests first, then the name, the job, and what is liked."""

from __future__ import annotations

import re
from collections.abc import Callable

from . import names
from .asked import without_request
from .catalogue import is_job, job_of, thing_of
from .clauses import clauses
from .clothes import worn_in
from .hobbies import ALIKE, Find, by_words, content, plain_words, thing_for
from .known import Known
from .languages import anywhere
from .places import is_place
from .private import AGE, INSIDE, kind_of, lowered, note
from .roles import role_done, role_in

CLAUSES = 40
"""Clauses that are read: a box holds a few things."""

SEATED = re.compile(
    r"\b(?:(?:use|using|in|uses|with|have|has|my|a|his|her)\s+(?:a\s+"
    r"|my\s+)?(?:\w+\s+)?wheelchairs?|wheelchair[- ](?:user|basketball|rugby|tennis|rac\w+"
    r"|athlete|danc\w+|fencing|bound|sports?"
    r"|curling))\b|^wheelchair$",
    re.IGNORECASE,
)
"""Says that the doll sits in a wheelchair."""

CHAIR = re.compile(
    r"\b(?:i )?(?:use|uses|using|am in|is in)?\s*(?:an? |my |his |her )?(?:\w+ )?wheelchair"
    r"(?: user)?\b",
    re.IGNORECASE,
)
"""The words that say so, to be taken out."""

PLACED = re.compile(
    r"^(?:\w+ )?(?:from|in|at|based in|living in|lives? in|born in|works? (?:at|for)|goes to"
    r"|go to"
    r"|moving to|moved to)\s+(?:the )?[^\W\d_a-z]",
)
"""Says where somebody is from, lives, works or learns."""

DISLIKED = re.compile(
    r"^(?:\w+ ){0,2}(?:hates?|hating|dislikes?|can't stand|cannot stand|don't like|doesn't like"
    r"|not a fan|never|no|without|afraid of|scared of|terrified of|detests?"
    r"|loathes?)\s+(?!without)",
    re.IGNORECASE,
)

"""Says what somebody does not like."""

LIVING = re.compile(
    r"^(?:i |he |she |they )?(?P<what>.+?) (?:for a living|for work|for money|professionally)$",
    re.IGNORECASE,
)

Way = Callable[[str], tuple[str, str]]


def read(known: Known, text: str) -> None:
    """Fill in what an English text says."""
    known.loose = _loose(text)
    left = [clause for clause in (_bare(known, each) for each in clauses(text)[:CLAUSES]) if clause]
    for clause in _employed(known, _named(known, left)):
        plain = "" if by_words(clause) else anywhere(clause)
        if plain and not known.job and is_job(plain):
            known.job, known.family = clause, job_of(plain)
        else:
            _liked(known, plain or clause)


def _loose(text: str) -> frozenset[str]:
    """Words with a capital inside a sentence, where few have one: names of something."""
    inside = re.findall(r"(?<=[^.!?\s])[\s\"'(]+([^\W\d_][\w'-]*)", text)
    capital = [word for word in inside if word[:1].isupper()]
    return frozenset(capital if len(capital) * 2 < len(inside) else ())


def _bare(known: Known, clause: str) -> str:
    """A clause without wheelchair, clothes, age and request; blank when nothing is left."""
    if SEATED.search(clause):
        known.seated = True
        clause = CHAIR.sub("", clause).strip()
    worn, clause = worn_in(clause)
    known.worn = known.worn or worn
    clause = without_request(_without_age(known, clause))
    return clause if re.search(r"\w", clause) else ""


def _without_age(known: Known, clause: str) -> str:
    if AGE.match(clause.strip()):
        known.left_out.append(note("age"))
        return ""
    shorter, found = INSIDE.subn(" ", clause)
    if found:
        known.left_out.append(note("age"))
    return shorter.strip()


def _named(known: Known, left: list[str]) -> list[str]:
    """Find the name, the surest way first, and give back the clauses without it."""
    ways: tuple[Callable[[list[str]], list[str] | None], ...] = (
        lambda them: _found(known, them, names.forced_name),
        lambda them: _found(known, them, names.said_name),
        lambda them: _found(known, them, names.closing_name),
        lambda them: _opening(known, them),
        lambda them: _before_a_job(known, them),
        lambda them: _found(known, them, names.kin_name),
    )
    rest = next((rest for rest in (way(left) for way in ways) if rest is not None), left)
    return [clause for clause in rest if not (known.name and _says_again(clause, known.name))]


def _found(known: Known, left: list[str], way: Way) -> list[str] | None:
    """The clauses without the first name that is found this way."""
    for index, clause in enumerate(left):
        name, rest = way(clause)
        if name:
            known.name = name
            return [*left[:index], *rest.splitlines(), *left[index + 1 :]]
    return None


def _opening(known: Known, left: list[str]) -> list[str] | None:
    """A name that a clause begins with, when what follows tells of a person."""
    for index, clause in enumerate(left):
        name, rest = names.opening_name(clause)
        says_who = rest.startswith("I am ") if index else rest or _speaks_of_somebody(left[1:])
        if name and says_who:
            known.name = name
            return [*left[:index], *([rest] if rest else []), *left[index + 1 :]]
    return None


def _before_a_job(known: Known, left: list[str]) -> list[str] | None:
    """A full name that is a clause of its own, before a job."""
    for index, clause in enumerate(left[1:-1], 1):
        name, rest = names.opening_name(clause)
        if name and not rest and " " in name and role_in(left[index + 1])[0]:
            known.name = name
            return [*left[:index], *left[index + 1 :]]
    return None


def _says_again(clause: str, name: str) -> bool:
    """Whether a clause does no more than name the same or another name."""
    again, rest = names.said_name(clause)
    return bool(names.forced_name(clause)[0]) or (again == name and not rest)


def _speaks_of_somebody(left: list[str]) -> bool:
    """Whether the clauses after a lone capital word tell of a person."""
    verb = re.compile(r"^(?:is|was|has|he|she|they|who|works?|[a-z]{2,}s|i)\b")
    return any(role_in(clause)[0] or verb.match(clause) for clause in left)


def _employed(known: Known, left: list[str]) -> list[str]:
    """Find the job, and give back the clauses without it."""
    roles = [role_in(clause) for clause in left]
    sure = [index for index, (role, _) in enumerate(roles) if role and role.sure]
    likely = [index for index, (role, _) in enumerate(roles) if role]
    for index in (*sure, *likely):
        role, notes = roles[index]
        if role:
            known.job, known.family = role.words, role.family
            known.left_out += notes
            return [*left[:index], *left[index + 1 :]]
    for index, clause in enumerate(left):
        done = role_done(clause)
        if done:
            known.job, known.family, known.about = done.words, done.family, done.about
            return [*left[:index], *left[index + 1 :]]
    return _earning(known, left)


def _earning(known: Known, left: list[str]) -> list[str]:
    """The job of somebody who does something for a living, by what it means."""
    for index, clause in enumerate(left):
        found = LIVING.match(clause)
        word, alike = known.near.job_word(found["what"]) if found else ("", 0.0)
        if found and alike >= ALIKE:
            known.job, known.family, known.about = word, job_of(word), found["what"]
            return [*left[:index], *left[index + 1 :]]
    return left


def _liked(known: Known, clause: str) -> None:
    """A thing for one clause, or a sentence about why there is none."""
    phrase = content(clause)
    if not phrase:
        return
    if DISLIKED.match(clause):
        known.left_out.append(f"'{clause[:60]}': left out, the box shows what you like")
        return
    exact = thing_of(phrase)
    kind = None if exact else _private_kind(clause, phrase)
    if kind:
        known.left_out.append(note(kind, clause))
        return
    strange = phrase in known.loose and not by_words(phrase)
    known.finds.append(Find(phrase, None, 0.0) if strange else thing_for(phrase, known.near))


def _private_kind(clause: str, phrase: str) -> str | None:
    """Why a clause has no thing: what it says of the person, or a place by its capitals."""
    kinds = ("child", "family", "health", "belief", "politics", "sexuality")
    words = lowered(phrase)
    if kind_of(words[-1:], ["family"]) and thing_of(" ".join(words[:-1])):
        return None
    kind = kind_of(lowered(phrase), kinds)
    if kind or by_words(phrase, sure=True):
        return kind
    if not plain_words(phrase) or _lone_place(phrase) or is_place(phrase):
        return kind_of(lowered(phrase), ("origin",)) or "place"
    return "place" if PLACED.match(clause) else None


def _lone_place(phrase: str) -> bool:
    """Whether a single small word is left beside capitals ("base Frankfurt")."""
    words = phrase.split()
    return words[-1][:1].isupper() and len(words) > 1 and len(plain_words(phrase).split()) < 2
