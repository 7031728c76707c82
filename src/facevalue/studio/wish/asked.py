"""Requests ("make me a doll of ...") taken off the words, so that the person is left."""

from __future__ import annotations

import re

from .catalogue import is_job, job_of
from .names import KIN, kin_name

VERBS = re.compile(
    r"^(?:please|can you|could you|now|and|hey|i want you to|i'd like you to|i want"
    r"|i'd like)?\s*(?:make|create|draw|turn|put|send|print|ignore|generate|give|show|render|add"
    r"|use|produce|transform"
    r"|convert|do|design|include|imagine|write|forget|reply|answer|act|pretend)\b",
    re.IGNORECASE,
)

ABOUT = re.compile(
    r"\b(?:dolls?|figures?|figurines?|action figures?|starter[- ]packs?|packag(?:e|ing)|barbie"
    r"|ken|version of me|portraits?|blister packs?|toy box|gi joe|funko|instructions?|prompts?"
    r"|collectible|this photo|my photo|picture of me|caricature|pixel art|cartoon of"
    r"|anime (?:style|character)|in a box|the box|a toy|style|4k|8k|hd|high (?:detail|quality"
    r"|resolution)|hyper-?realistic|photo-?realistic"
    r"|backgrounds?|lighting|studio light|cinematic|render|watercolou?r style|scene)\b",
    re.IGNORECASE,
)

ME = re.compile(r"\b(?:me|us|my photo|this|it|him|her|yourself)\b", re.IGNORECASE)

LIKES = re.compile(
    r"^(?:\w+ )?(?:loves?|likes?|collects?|collecting|paints?|painting|makes?|making|enjoys?"
    r"|designs?)\s",
    re.IGNORECASE,
)

PLAIN = re.compile(
    r"^(?:please\s+)?(?:draw|make|create|generate|render)\s+(?P<what>an?\s+.+?)(?:\s+in\s.+)?$",
    re.I,
)
"""An order without "me": what follows is what is wanted."""

WHO = re.compile(r"\b(?:of|as)\s+(?:me\s+as\s+)?(?P<who>an?\s+.+)$", re.IGNORECASE)


def without_request(clause: str) -> str:
    """What a clause says of the person; blank when it only asks for the picture."""
    plain = PLAIN.match(clause)
    if plain and not ABOUT.search(clause):
        return plain["what"]
    asks = VERBS.match(clause) and (ABOUT.search(clause) or ME.search(clause))
    names_it = ABOUT.search(clause) and not LIKES.match(clause) and not job_of(clause)
    if not asks and not names_it:
        return clause
    kin = KIN.search(clause)
    if kin and kin_name(clause)[0]:
        return kin[0]
    found = WHO.search(clause)
    if found and not ABOUT.search(found["who"]):
        return f"I am {found['who']}"
    rest = " ".join(ABOUT.sub(" ", clause).split())
    return rest if not asks and is_job(rest) else ""
