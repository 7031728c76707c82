"""Whose box it is: a name, found by how it is given; names are in no list."""

from __future__ import annotations

import re

from .catalogue import is_job, job_of, thing_of
from .private import kind_of, listed, lowered

FORCED = re.compile(
    r"^(?:.*?\b)?(?:my (?:full |first |nick)?name(?:'s| is)|(?:the )?names?(?:'s| is)|call me"
    r"|(?:they|friends|people|everyone|everybody) calls? me|known as|goes by"
    r"|i go by)\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
"""What stands before a name and before nothing else."""

NAMED = re.compile(r"^(?P<before>.*?)\s*\b(?:named|called)\s+(?P<rest>.+)$", re.IGNORECASE)

HERE = re.compile(
    r"^(?:(?:.*\b)?(?:i'm|i am|im|this is)|that's|meet|here is|here's|it's)\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
"""What stands before a name or before something else."""

KIN = re.compile(
    r"\b(?:my|our|his|her)\s+(?:\w+\s+)??(?P<kin>\w+)\s+(?P<rest>[^\W\d_]\S*.*)$",
    re.IGNORECASE,
)

KIN_FIRST = re.compile(r"^(?P<kin>\w+)\s+(?P<rest>[^\W\d_]\S*.*)$")

TRADES = re.compile(
    r"^\S+(?:ist|ician|smith|wright|keeper|monger|maker|ographer|ologer|fighter|driver|worker)$"
)
"""Endings of jobs that given names do not have, as many have -er and -ian."""

FRIENDS = ("friend", "boss", "colleague", "bestie", "neighbour", "neighbor", "coach", "flatmate")


def forced_name(clause: str) -> tuple[str, str]:
    """A name that is called one ("my name is ..."), and the rest of the clause; or two blanks."""
    found = FORCED.match(clause)
    if found:
        return _taken(found["rest"], forced=True)
    found = NAMED.match(clause)
    if found and not _somebody_else(found["before"]):
        name, rest = _taken(found["rest"], forced=False)
        return name, f"{found['before']} {rest}".strip() if name else ""
    return "", ""


def said_name(clause: str) -> tuple[str, str]:
    """A name after "I'm" or "this is", and the rest of the clause; or two blanks."""
    found = HERE.match(clause)
    if not found:
        return "", ""
    name, rest = _taken(found["rest"], forced=False)
    if not name and clause.islower() and len(found["rest"].split()) <= 2:
        return _small(found["rest"])
    return name, rest


def kin_name(clause: str) -> tuple[str, str]:
    """The name of a grown-up who is spoken of ("my girlfriend Chloé"); a child's is not taken."""
    found = KIN.search(clause) or KIN_FIRST.match(clause)
    if not found:
        return "", ""
    word = found["kin"].lower()
    if word not in FRIENDS and (kind_of([word], ["family"]) is None or kind_of([word], ["child"])):
        return "", ""
    return _taken(found["rest"], forced=False)


def opening_name(clause: str) -> tuple[str, str]:
    """A name that a clause begins with, and the rest ("is a lawyer"); or two blanks."""
    name, rest = _taken(clause, forced=False)
    after = rest.split()[0] if rest else ""
    if not name or _means_more(name) or (rest and not re.fullmatch(r"is|was|has|[a-z]+s", after)):
        return "", ""
    return name, re.sub(r"^(?:is|was)\b\s*", "I am ", rest)


def closing_name(clause: str) -> tuple[str, str]:
    """A name behind a job ("hairdresser Mia paints"), and the rest, a line each; or blanks."""
    words = clause.split()
    for at in range(1, min(5, len(words))):
        before = " ".join(words[:at])
        name, rest = _taken(" ".join(words[at:]), forced=False)
        titled = at > 1 and all(word[:1].isupper() for word in words[:at])
        if not name or not (job_of(before) or TRADES.search(before)) or titled:
            continue
        if rest[:1].isupper():
            continue
        if not job_of(f"{before} {name}") and len(name.split()) <= 3 and not _means_more(name):
            return name, f"{before}\n{rest}" if rest else before
    return "", ""


def _means_more(name: str) -> bool:
    """Whether a capital word is a thing; those that are given names as well are not."""
    return thing_of(name) is not None and name.lower() not in listed("given")


def _taken(rest: str, forced: bool) -> tuple[str, str]:
    """The name at the beginning of some words, and what follows."""
    words = rest.split()
    while words and words[0].lower().strip(".") in listed("honours"):
        words = words[1:]
    taken: list[str] = []
    for index, word in enumerate(words[:6]):
        joins = taken and _joins(words[index:])
        if not (is_name(word) or joins):
            break
        taken.append(word)
    if not taken and forced and words and words[0].lower() not in listed("stops"):
        taken = _until_stop(words)
    if not taken or (not forced and not _can_be_name(taken, words)):
        return "", ""
    return " ".join(taken).strip("'-"), " ".join(words[len(taken) :])


def _joins(words: list[str]) -> bool:
    """Whether a particle, or several, stand before a name ("van der Berg")."""
    rest = [word for word in words[:3] if word.lower() not in listed("particles")]
    return words[0].lower() in listed("particles") and bool(rest) and is_name(rest[0])


def _small(rest: str) -> tuple[str, str]:
    """A name in small letters: words that mean nothing else."""
    words = rest.split()
    strange = all(
        word not in listed("stops")
        and word not in listed("states")
        and not re.search(r"(?:ing|ed)$|\d", word)
        and kind_of([word]) is None
        for word in words
    )
    known = job_of(rest) or any(_means_more(word) for word in (rest, *words))
    return (rest, "") if strange and not known else ("", "")


def _until_stop(words: list[str]) -> list[str]:
    taken = []
    for word in words[:3]:
        if word.lower() in listed("stops"):
            break
        taken.append(word)
    return taken if len(taken) == len(words) else taken[:1]


def is_name(word: str) -> bool:
    """Whether a word is written as names are: a capital, or a letter that has no small form."""
    letters = word.replace("'", "").replace("-", "").replace(".", "")
    if not letters.isalpha() and not re.fullmatch(r"[^\W\d_]\w*", letters):
        return False
    return letters[:1].isupper() or letters[:1].lower() == letters[:1].upper()


def _can_be_name(taken: list[str], words: list[str]) -> bool:
    """Whether capitals stand for a name, not for a job, a belief, a beginning or an acronym."""
    whole = " ".join(taken)
    first = taken[0].lower()
    if (
        first in listed("stops")
        or first in listed("states")
        or first in ("i", "i'm", "im", "my", "we")
    ):
        return False
    if kind_of(lowered(whole)) or _is_job(taken, words):
        return False
    return whole.lower() not in {word.lower() for word in listed("acronyms")}


def _is_job(taken: list[str], words: list[str]) -> bool:
    first, last = taken[0].lower(), re.split(r"[\s-]", taken[-1])[-1].lower()
    if first in listed("given") and len(words) == len(taken):
        return False
    whole = len(taken) > 1 or "-" in taken[0]
    if whole and last in listed("surnames") and first not in listed("rank"):
        return False
    longer = " ".join(words[: len(taken) + 1])
    return bool(is_job(taken[0]) or job_of(" ".join(taken)) or job_of(longer))


def _somebody_else(before: str) -> bool:
    """Whether an animal, a thing, a relative or a child is named there."""
    words = lowered(before)
    return bool(words) and (words[-1] in listed("pets") or kind_of(words[-3:]) is not None)
