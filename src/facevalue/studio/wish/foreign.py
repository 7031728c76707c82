"""Reading other languages: names after "ich bin" and the like, common jobs and pastimes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .catalogue import is_job, job_of
from .clauses import clauses
from .hobbies import Find, by_words
from .known import STRANGE, Known
from .languages import Language, english_of, says_nothing
from .names import is_name
from .private import AGE, note

SEATED = re.compile(
    r"rollstuhl|fauteuil roulant|silla de ruedas|sedia a rotelle|carrozzina|cadeira de rodas"
    r"|rolstoel|инвалидн\w+ коляск|כיסא גלגלים|كرسي متحرك|車椅子|轮椅|휠체어",
    re.IGNORECASE,
)
"""Says that the doll sits in a wheelchair."""

CLAUSES = 40
"""Clauses that are read."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a foreign clause says: a name, a job as said with its English, or a thing's English."""

    name: str = ""
    job: str = ""
    english: str = ""
    cut: str = ""


def read(known: Known, text: str, language: Language) -> None:
    """Fill in what a text in another language says."""
    strange = False
    for whole in clauses(text)[:CLAUSES]:
        if SEATED.search(whole):
            known.seated = True
        elif AGE.match(whole):
            known.left_out.append(note("age"))
        else:
            for part in split(whole, language):
                strange |= not _take(known, part, language)
    if strange:
        known.left_out.append(STRANGE)


def _take(known: Known, clause: str, language: Language) -> bool:
    """Fill in one clause; whether anything was understood."""
    said = said_in(clause, language)
    if said.cut:
        known.left_out.append(note("place", said.cut))
    if said.name:
        known.name = known.name or said.name
    elif said.job and not known.job:
        known.job, known.family = said.job, job_of(said.english) if said.english else None
    elif said.english or clause.isascii():
        row = by_words(said.english or clause)
        known.finds += [Find(clause, row, 1.0)] if row else []
        return row is not None or says_nothing(clause, language)
    return bool(said.name or said.job) or says_nothing(clause, language)


def split(text: str, language: Language) -> list[str]:
    """Clauses at the language's own "and" as well."""
    if not language.und:
        return [text]
    words = "|".join(re.escape(word) for word in language.und)
    gap = "" if language.around else r"\s+"
    parts = re.split(rf"{gap}(?:{words}){gap}", text, flags=re.IGNORECASE)
    return [part.strip() for part in parts if part.strip()]


def said_in(clause: str, language: Language) -> Said:
    """A name, a job or a thing in one clause; all blank when nothing is understood."""
    name = _around(clause, language) or _name(*_after(clause, language.name), language)
    if name:
        return Said(name=name)
    said, lead = _after(clause, language.job)
    said, cut = _cut(said, language)
    english = _job_english(said, language) or english_of(said, language)
    short = len(said.split()) <= 3
    if english and job_of(english) and (lead or short):
        return Said(job=_job(said, english, language), english=english, cut=cut)
    # "I am ..." may say anything of a person; only "I work as ..." tells a job that is in no list.
    if lead and lead not in language.name and short and not english:
        return Said(job=_job(said, "", language), cut=cut)
    return Said(english=english or english_of(clause, language))


def _job_english(said: str, language: Language) -> str:
    """The English of the first word that is a job: "profesor de música" is a teacher."""
    plain = (english_of(word, language) for word in said.split())
    return next((english for english in plain if english and is_job(english)), "")


def _around(clause: str, language: Language) -> str:
    """A name between two words, where words are not parted by spaces."""
    for before, behind in language.around:
        found = re.search(rf"{re.escape(before)}\s*(.+?)\s*(?:{re.escape(behind)})?\s*$", clause)
        if found and not english_of(found[1], language):
            return found[1]
    return ""


def _after(clause: str, leads: tuple[str, ...]) -> tuple[str, str]:
    """What follows the longest lead at the beginning of a clause, and the lead."""
    for lead in sorted(leads, key=len, reverse=True):
        found = re.match(rf"^(?:\w+\s+)?{re.escape(lead)}\s+(.+)$", clause, re.IGNORECASE)
        if found:
            return found[1], lead
    return clause, ""


def _name(rest: str, lead: str, language: Language) -> str:
    """The name at the beginning: capitals, or in scripts without them one or two strange words."""
    taken: list[str] = []
    if not lead:
        return ""
    for word in rest.split()[:4]:
        if not is_name(word) or english_of(word, language) or word.lower() in language.strip:
            break
        taken.append(word)
    caseless = taken and taken[0][:1].lower() == taken[0][:1].upper()
    if caseless and (len(taken) > 2 or len(rest.split()) > 2):
        return taken[0] if len(taken) == len(rest.split()) else ""
    return " ".join(taken)


def _cut(text: str, language: Language) -> tuple[str, str]:
    """A job without its place, and the place."""
    words = text.split()
    for index, word in enumerate(words[1:], 1):
        follows = words[index + 1] if index + 1 < len(words) else ""
        if word.lower() in language.cut and (follows[:1].isupper() or not follows[:1].islower()):
            return " ".join(words[:index]), " ".join(words[index:])
    return text, ""


def _job(said: str, english: str, language: Language) -> str:
    """A job without the articles before it; where words are not parted, its own word."""
    if language.around:
        own = (word for word, plain in language.words.items() if plain == english and word in said)
        return next(own, said)
    words = said.split()
    while len(words) > 1 and words[0].lower() in language.strip:
        words = words[1:]
    return " ".join(words)
