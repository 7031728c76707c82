"""What stands for a clause that is no name and no job: one thing, by its words or its meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .catalogue import Row, folded, is_job, job_of, thing_of, things
from .nearest import Nearest
from .private import kind_of, listed, lowered

ALIKE = 0.55
"""Cosine from which a thing stands for words that no catalogue has."""

SURE = 0.65
"""The same for a single capital word, which may as well be a place."""

LEADS = re.compile(
    r"^(?:(?:and|but|also|plus|then|so|i|i'm|i am|he|she|they|we|he's|she's|am|is|are|my|his|her"
    r"|their|our|the|an?|some|any|all|both|too|many|much|far|lots of|a lot of|a bit of"
    r"|a couple of|two|three|four|five|six|seven|eight|nine|ten|\d+|always|never|often|usually"
    r"|sometimes|really|very|just|only|even|still|recently|currently|mostly|probably|secretly"
    r"|loves?|loving|likes?|liking|enjoys?|adores?|into|obsessed|crazy about|passionate about"
    r"|addicted to|huge|big|massive|total|true|fans? of|lovers? of|live for|lives for"
    r"|can't live without|cannot live without|never without|not without|hobby is|hobbies are"
    r"|hobbies|hobby|interests? (?:are|include)|interested in|free time|spare time|weekends?|in"
    r"|on|at|for|of|about|favou?rite|to|do|does|doing|go|goes|going|plays?|playing|collects?"
    r"|collecting|watch(?:es)?|watching|listens? to|listening to|drinks?|drinking|eats?|eating"
    r"|owns?|have|has|having|had|got|makes?|making|practi[sc]es?|spends?|spending|time|tries"
    r"|trying|try|wants?|want|need|needs|restores?|restoring|repairs?|fixes|fixing|builds?"
    r"|building|uses?|using|keeps?|keeping|attends?|learns?|learning|studies|study|studying"
    r"|teach(?:es)?|around|dreams? of|dreaming of|hope to|goal is|goals are|dream is|become"
    r"|becoming|me|people|know|knows|who|old|new|little|own|good|best|great|every|day|with"
    r"|without|please|accessor(?:y|ies)|things?|plenty|occasional|amateur|hobby|part-time"
    r"|competitive"
    r"|weekend)\s+)+",
    re.IGNORECASE,
)
"""What comes before the thing itself; verbs that say what thing it is ("bake", "run") stay."""

TAILS = re.compile(
    r"\s+(?:by night|by day|on (?:\w+days?|the side|weekends)|at (?:night|home|weekends"
    r"|the weekend)|every \w+|everywhere|always|too|a lot|all day|all the time|very much"
    r"|in (?:winter|summer|my \w+"
    r"(?: \w+)?)|for fun|with (?:me|him|her)|(?:named|called)\b.*|since\b.*|once\b.*|when\b.*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Find:
    """A thing for a phrase; ``alike`` is 1 for a word of the catalogue, else a cosine."""

    phrase: str
    row: Row | None
    alike: float


def content(clause: str) -> str:
    """The clause without what stands around its thing; may be blank."""
    before = ""
    phrase = clause.strip()
    while phrase != before and not thing_of(phrase):
        before = phrase
        phrase = TAILS.sub("", LEADS.sub("", phrase)).strip(" '-")
    bare = lowered(phrase)
    empty = all(
        word in listed("empty") or word in listed("states") or word in listed("proud")
        for word in bare
    )
    return "" if empty and not thing_of(phrase) else _without_pet_names(phrase)


def thing_for(phrase: str, near: Nearest) -> Find:
    """What stands for a phrase: by the whole, by a job, by a part, by meaning."""
    row = by_words(phrase, sure=True)
    if row:
        return Find(phrase, row, 1.0)
    part, _ = _by_part(phrase)
    asked = plain_words(phrase)
    row, alike = near.thing(asked) if re.search("[A-Za-z]", asked) else (None, 0.0)
    if asked[:1].isupper() and " " not in asked and alike < SURE:
        return Find(phrase, part, alike)
    if part and alike < max(ALIKE, 0.6):
        return Find(phrase, part, 1.0)
    return Find(phrase, row if alike >= ALIKE else None, alike)


def of_sign(sign: str) -> Row | None:
    """The thing of a pictograph, by its Unicode name."""
    return thing_of(sign) or thing_of(sign.removesuffix(" face")) or thing_of(sign.split()[-1])


def plain_words(phrase: str) -> str:
    """A phrase without what names a place, a firm or an origin: that has no thing."""
    words = phrase.split()
    if words and words[-1][:1].islower():
        return phrase
    kept = [word for word in words if not word[:1].isupper() or word.lower() in listed("acronyms")]
    kept = kept or (words if len(words) == 1 else [])
    return " ".join(word for word in kept if kind_of(lowered(word), ("origin",)) is None)


def by_words(phrase: str, sure: bool = False) -> Row | None:
    """By words only; ``sure`` leaves out a small part in the middle of much else."""
    row = thing_of(phrase)
    if not row and is_job(phrase):
        row = _of_job(phrase)
    part, certain = _by_part(phrase)
    return row or (part if certain else None) or _of_job(phrase) or (None if sure else part)


def _of_job(phrase: str) -> Row | None:
    words = folded(phrase).split()
    if not words or words[-1] in {folded(fan) for fan in listed("fans")}:
        return None
    job = job_of(phrase)
    return things()[job.things[0]] if job else None


def _by_part(phrase: str) -> tuple[Row | None, bool]:
    """The thing of a part; sure when it ends the phrase or is more than one word."""
    words = folded(phrase).split()
    fans = {folded(fan) for fan in listed("fans")}
    if len(words) > 1 and words[-1] in fans:
        words = words[:-1]
    doing = len(words) > 1 and words[-1].endswith("ing")
    for start, end in _parts(len(words), len(words) - doing):
        part = " ".join(words[start:end])
        row = None if (end - start == 1 and part in listed("weak")) else thing_of(part)
        if row and kind_of(lowered(part), ("child", "family", "belief", "health")) is None:
            return row, end - start > 1 or end >= len(words) - doing or len(words) == 2
    return None, False


def _parts(count: int, last: int) -> list[tuple[int, int]]:
    """Parts of a phrase, those up to ``last`` first: English puts there what matters."""
    every = [(start, end) for end in range(count, 0, -1) for start in range(max(0, end - 4), end)]
    return sorted(every, key=lambda part: (part[1] != last, part[0] - part[1], -part[1]))


def _without_pet_names(phrase: str) -> str:
    """A capital behind an animal is its name ("dog Biscuit")."""
    words = phrase.split()
    kept = [
        word
        for index, word in enumerate(words)
        if not (
            index
            and word[:1].isupper()
            and words[index - 1].lower() in listed("pets")
            and not thing_of(" ".join(words[index - 1 : index + 1]))
        )
    ]
    return " ".join(kept)
