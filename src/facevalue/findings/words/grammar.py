"""What stands before a fact: "I work as", "dreams of", "my sister". Clues for the tagger.

English only. A mark from here is a hint; the tagger weighs it with everything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .facets import Facet, Said
from .tables import table

_I = re.IGNORECASE
WORD = r"[^\W\d_][\w'’&-]{0,30}"
TITLE = r"(?-i:[A-ZÀ-Þ][\w'’&-]{0,30})"
REST = r"[^\n.,;:!?()\"“”/|]{2,70}"

PICTURE = (
    r"look|see|be (?:in|on|shown|drawn|the one)|have (?:it|this|that|the|me)|use"
    r"|show|create|make (?:it|a|an|this|me)"
    r"|get (?:a|an|this|one)|add|keep|put|turn|try|ask|order|print|change|wear|hold"
    r"|include|say|thank|give|post|share"
    r"|send|upload|join|do (?:this|it|the)|generate|draw me|go (?:with|for)|fit"
    r"|match|appear|stay|fly over"
)
"""What somebody wants of a picture, not of life."""

ALL = (
    (
        Facet.AMBITION,
        r"\b(?:wants?|wanted|hopes?|hoping|plans?|planning|wish(?:es)?|aspires?"
        r"|aspiring|aims?|aiming|trying|tries"
        r"|saving(?: up)?|would (?:love|like)|i'?d (?:love|like)|longs?|dreams?"
        r"|determined|working hard|can'?t wait"
        rf"|on (?:my|her|his) way|going|learning|about) to (?P<it>(?!{PICTURE}){REST})",
    ),
    (Facet.AMBITION, rf"\b(?:dream(?:s|ing|ed)?|thinking) (?:of|about) (?P<it>{WORD}ing\b{REST})"),
    (
        Facet.AMBITION,
        r"\b(?:dreams?|goals?|ambitions?|bucket list|plans?|wish(?:es)?|aims?|vision"
        r"|next step|mission|resolutions?)"
        rf"(?: (?:for|in|of) [\w ]{{1,20}})?(?:\s?[:=-]\s?|\s(?:is|are|was)\s)"
        rf"(?:to )?(?P<it>{REST})",
    ),
    (
        Facet.AMBITION,
        r"\b(?:one day|some ?day|when i'm old|next year) i(?:'ll| will| want to"
        rf"|'d like to)? (?P<it>{REST})",
    ),
    (
        Facet.OCCUPATION,
        r"\b(?:works?|worked|working|employed|job) (?:\w+ )?as (?:an? "
        rf"|the )?(?P<it>{WORD}(?: {WORD}){{0,3}})",
    ),
    (
        Facet.OCCUPATION,
        r"\b(?:job|occupation|profession|work|role|career|trade|position|day job)\s?"
        rf"(?:[:=]|is)\s?(?:an? )?(?P<it>{WORD}(?: {WORD}){{0,4}})",
    ),
    (
        Facet.OCCUPATION,
        rf"\b(?:i'?m|i am|she'?s|he'?s|she is|he is|who is|is) an? (?P<it>{WORD}"
        rf"(?: {WORD}){{0,3}})",
    ),
    (
        Facet.EMPLOYER,
        r"\b(?:works?|worked|working|employed|intern|job|team|colleagues) (?:at|for"
        rf"|with|by) (?P<it>(?:the )?{TITLE}(?: (?:&|of|and|{TITLE})){{0,4}})",
    ),
    (
        Facet.PERSON,
        r"\b(?:named|called|name(?:'s|s)?(?: is)?|call me|meet|names?:|i'?m|i am"
        rf"|this is)\s?:?\s?[\"“']?(?P<it>{TITLE}(?: {TITLE}){{0,2}})",
    ),
    (
        Facet.PLACE,
        r"\b(?:lives?|living|live|born|moved|based|raised|from|near|grew up|visiting"
        rf"|trip) (?:in |to |from |near )?(?P<it>{TITLE}(?:,? {TITLE}){{0,2}})",
    ),
    (
        Facet.HEALTH,
        r"\b(?:diagnosed with|suffer(?:s|ing)? from|allergic to|intolerant to"
        r"|survivor of|recovering from|living with"
        r"|lives with|treated for|medication for|because of (?:my|her|his)"
        rf"|struggl\w+ with) (?P<it>(?:an? )?{WORD}(?: {WORD}){{0,3}})",
    ),
    (
        Facet.HOBBY,
        r"\b(?:i|we|she|he|they|who)(?: also| really| just| often| always| still"
        r"| love to| like to| loves to| likes to)*"
        r" (?P<it>(?:runs?|hikes?|swims?|climbs?|knits?|bakes?|cooks?|paints?|dances?"
        r"|sings?|surfs?|skis?|skates?|cycles?"
        r"|rows?|sails?|gardens?|plays?|collects?|restores?|builds?|rides?|crochets?"
        r"|sews?|fish(?:es)?|hunts?|brews?"
        r"|jogs?|kayaks?|camps?|reads?|writes?|draws?|coach(?:es)?|juggles?|quilts?"
        rf"|skateboards?|snowboards?)(?: {WORD}){{0,3}})",
    ),
    (
        Facet.HOBBY,
        r"\b(?:hobby|hobbies|interests?|passions?|pastimes?|free time|likes?|loves?"
        r"|into|obsessed with|fan of|addicted to"
        rf"|enjoys?|crazy about|passionate about)\s?(?:[:=]|is|are)?\s(?P<it>{WORD}"
        rf"(?: {WORD}){{0,3}})",
    ),
    (
        Facet.SCHOOL,
        r"\b(?:stud(?:y|ies|ied|ying)|student|goes|went|graduated|enrolled|school"
        rf"|university|uni|phd)(?: \w+){{0,3}} (?:at|from|to|in) (?P<it>{TITLE}(?: (?:of"
        rf"|{TITLE})){{0,4}})",
    ),
    (
        Facet.VEHICLE,
        r"\b(?:drives?|driving|rides?|riding|hood of|wheel of|my car,?|car:"
        rf"|leaning on) (?:an? |my |his |her |our )?(?P<it>{WORD}"
        rf"(?: [\w-]{{1,20}}){{0,3}})",
    ),
    (
        Facet.PET,
        r"\b(?:dog|cat|puppy|kitten|hamster|rabbit|horse|parrot|pet|bulldog|terrier"
        rf"|retriever)s?,? (?:named |called )?(?P<it>{TITLE})",
    ),
)
NUMBER = r"(?:an?|one|two|three|four|five|six|seven|eight|\d)"
AGAIN = r"(?:\w+ ){0,2}?"


@cache
def _rules() -> tuple[tuple[Facet, re.Pattern[str]], ...]:
    kin = "|".join(sorted(map(re.escape, table("kin")), key=len, reverse=True))
    family = (
        rf"\b(?:my|our|his|her|their|wife|husband) (?P<it>{AGAIN}(?:{kin}))\b",
        r"\b(?P<it>(?:mother|father|mom|mum|dad|parent|grandma|grandmother|grandfather"
        rf"|grandpa) (?:of|to) {NUMBER})\b",
        rf"\b(?:have|has|had|with|and|got|raising|raised) (?P<it>{NUMBER} {AGAIN}(?:{kin}))\b",
    )
    rows = [(facet, re.compile(pattern, _I)) for facet, pattern in ALL]
    return (*rows, *((Facet.FAMILY, re.compile(pattern, _I)) for pattern in family))


def hints(text: str) -> Iterator[Said]:
    """What follows a word that announces it; linear in the length of the text."""
    for facet, pattern in _rules():
        for match in pattern.finditer(text):
            yield Said(*match.span("it"), facet, 0.5)
