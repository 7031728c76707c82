"""What somebody does: the job in a clause, made fit for a box."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .catalogue import Job, folded, is_job, job_of, thing_of
from .names import TRADES
from .places import is_place
from .private import QUOTED, kind_of, listed, lowered, note

STRONG = re.compile(
    r"\b(?:work(?:s|ing|ed)? as|employed as|my (?:job|profession|occupation) is(?: being)?"
    r"|make a living as|trained as|turned)\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
"""What stands before a job and before nothing else."""

SAID = re.compile(
    r"^(?:.*\b)?(?:i'm|i am|im|he's|she's|he is|she is|they are|they're|we are|being"
    r"|as(?= an?\b))\s+(?:(?:also|just|currently|really|now|both"
    r"|basically)\s+)*(?P<rest>(?:an?\s|the\s"
    r"|your\s)?.+)$",
    re.IGNORECASE,
)

FIELD = re.compile(r"\b(?:work(?:s|ing)? in|career in)\s+(?P<rest>\w[\w ]+)$", re.I)

DOES = re.compile(
    r"^(?:(?:i|he|she|they)\s+)?(?:(?:also|mostly|professionally)\s+)?(?P<verb>teach(?:es)?"
    r"|restores?|repairs?|builds?|designs?|tunes?|breeds?|drives?|stud(?:y|ies)|owns?|manages?"
    r"|runs? an?|sells?"
    r"|trains?(?! for)|writes? code|codes?)\b\s*(?P<what>[^\d]*?)(?:\s+for a living|\s+by day)?$",
    re.IGNORECASE,
)
"""Work said with a verb."""

NOUNS = {
    "teach": "teacher", "restore": "restorer", "repair": "repairer", "build": "builder",
    "design": "designer", "tune": "tuner", "breed": "breeder", "drive": "driver",
    "stud": "student", "own": "owner", "manage": "manager", "run": "owner", "sell": "seller",
    "train": "trainer", "write code": "programmer", "code": "programmer",
}  # fmt: skip
"""What somebody is called who does it, by the verb's stem."""

ENDINGS = re.compile(
    r"(?:er|or|ist|ian|eer|smith|wright|man|woman|monger|herd|ographer|eur|euse|rix|naut)$"
)
"""Endings of English words for people who do something."""

VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|loves?|likes?|plays?)\b", re.IGNORECASE)
"""Words of a sentence, which no job has."""

CUT = re.compile(
    r"\s+(?=(?:at|in|from|for|near|by|on|since|based|currently|after|before|working|living|under"
    r"|during)\b|of\s+(?:[A-Z0-9]|(?:\w+\s+)?(?:two|three|four|five|six|my|our|the)\b))"
)
"""Where what follows a job begins: at which firm, for whom, since when."""


@dataclass(frozen=True, slots=True)
class Role:
    """A job as said, and its family if there is one; ``sure`` when it can be nothing else.

    ``about`` is what is worked on ("pipe organs"), where that was said first.
    """

    words: str
    family: Job | None
    sure: bool
    about: str = ""


def role_in(clause: str, bare: bool = True) -> tuple[Role | None, list[str]]:
    """The job that a clause tells, and sentences about what was left off it.

    ``bare`` also takes a clause that is nothing but a job.
    """
    strong = STRONG.search(clause)
    field = FIELD.search(clause)
    field = field if field and _is_field(f"in {field['rest']}") else None
    said = strong or field or SAID.match(clause)
    if not said and not bare:
        return None, []
    phrase, notes = trimmed(said["rest"] if said else clause)
    before = kind_of(lowered(clause[: strong.start()])) if strong else None
    notes += [note(before)] if before and before not in QUOTED else []
    family = job_of(phrase)
    if _is_leisure(phrase, family) and not strong:
        return None, []
    if VERB.search(phrase):
        return None, []
    if family or strong or field or _ends_like_one(phrase):
        was = re.match(r"(?:ex|former|retired)\b", phrase, re.IGNORECASE)
        return Role(phrase, family, bool(family or strong or _is_trade(phrase)) and not was), notes
    return None, []


def role_done(clause: str) -> Role | None:
    """The job of somebody who says what they do: "I restore pipe organs"."""
    found = DOES.match(clause)
    if not found:
        return None
    verb = found["verb"].lower()
    stem = next(stem for stem in sorted(NOUNS, key=len, reverse=True) if verb.startswith(stem))
    what, _ = trimmed(re.sub(r"\b(?:my|his|her|their|own|some)\b", "", found["what"]).strip())
    if NOUNS[stem] == "programmer":
        return Role("programmer", job_of("programmer"), True)
    if not what:
        return Role("teacher", job_of("teacher"), True) if stem == "teach" else None
    if len(what.split()) > 3:
        return None
    words = [
        *what.split()[:-1],
        _one(what.split()[-1]) if stem not in ("teach", "stud") else what.split()[-1],
    ]
    phrase = f"{' '.join(words)} {NOUNS[stem]}"
    return Role(phrase, job_of(phrase), False, what)


def trimmed(phrase: str) -> tuple[str, list[str]]:
    """A job without what stays off the box, and sentences about that."""
    notes = []
    phrase = re.sub(
        r"^(?:(?:now|currently|then|also|just)\s+)*(?:an?|the|your|my|our|some|one|his|her)\s+"
        r"|^(?:now|currently|then|also|just)\s+",
        "",
        phrase.strip(),
        flags=re.I,
    )
    if is_job(phrase):
        return phrase, []
    phrase, after = _parted(phrase)
    if re.search(r"\b(?:at|in|from|for|of)\s+\S", after):
        notes.append(note("place", after))
    head, _, of = phrase.partition(" of ")
    if of and kind_of(lowered(of), ("child", "family")):
        notes.append(note("child", f"of {of}"))
        phrase = head
    words = phrase.split()
    kept, dropped = _kept(words)
    notes += [note(kind, word) for word, kind in dropped]
    return " ".join(kept), notes


def _parted(phrase: str) -> tuple[str, str]:
    """A job, with its field ("of Marketing", "in quantum physics"), and what follows it."""
    job, *rest = CUT.split(phrase)
    while rest and _is_field(rest[0]):
        job = f"{job} {rest.pop(0)}"
    return job, " ".join(rest)


def _is_field(after: str) -> bool:
    preposition, _, field = after.partition(" ")
    known = field.islower() and len(field.split()) < 4 and thing_of(field) is not None
    return preposition in ("of", "in") and (known or field.lower() in listed("fields"))


def _kept(words: list[str]) -> tuple[list[str], list[tuple[str, str]]]:
    """The words of a job that can stand on a box, and the others with their kind."""
    kept: list[str] = []
    dropped = []
    for index, word in enumerate(words):
        last = index == len(words) - 1
        if is_job(" ".join(words[index:])):
            kept += words[index:]
            break
        kind = None if last else _kind(word, words, index)
        if kind:
            dropped.append((word, kind))
        elif last or word.lower() not in listed("proud"):
            kept.append(word)
    while len(kept) > 1 and kept[0].lower() in ("and", "a", "an", "the", "of"):
        kept = kept[1:]
    return kept, dropped


def _kind(word: str, words: list[str], index: int) -> str | None:
    """Why a word stays off: belief and the like, or a capital that hints at an employer."""
    lower = word.lower()
    if lower in listed("languages") and words[index + 1].lower() in listed("taught"):
        return None
    if lower in listed("employers") or _is_home(word):
        return "place"
    kind = kind_of(lowered(word), ("belief", "politics", "sexuality", "origin"))
    if kind or lower in listed("conditions"):
        return kind or "health"
    titled = sum(other[:1].isupper() for other in words) > len(words) / 2
    capital = word[:1].isupper() and index > 0 and not titled
    return "place" if capital and lower not in listed("acronyms") and not thing_of(word) else None


def _is_home(word: str) -> bool:
    """Whether a capital word before a job is a place ("Berlin DJ", "London-based")."""
    name = re.sub(r"-(?:based|born)$", "", word)
    ordinary = name.lower() in listed("ordinary") or thing_of(name) is not None
    return name != word or (word[:1].isupper() and not ordinary and is_place(name))


def _is_trade(phrase: str) -> bool:
    """Whether the last word ends as only jobs do."""
    return bool(TRADES.match(phrase.split()[-1].lower()))


def _is_leisure(phrase: str, family: Job | None) -> bool:
    """Whether a phrase is a pastime, a relative or a condition rather than a job."""
    words = folded(phrase).split()
    if not words:
        return True
    if is_job(phrase):
        return False
    fans = {folded(fan) for fan in listed("fans")}
    return words[-1] in fans or (family is None and kind_of(lowered(phrase)) is not None)


def _ends_like_one(phrase: str) -> bool:
    words = phrase.split()
    last = words[-1].lower() if words else ""
    long_enough = len(last) > 4 and len(words) <= 4 and not re.search(r"\d", phrase)
    return bool(
        long_enough and ENDINGS.search(last) and not thing_of(last) and not thing_of(phrase)
    )


def _one(word: str) -> str:
    """A plural in the singular."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
