"""Street addresses by how they are written in English, German, French, Spanish and Italian."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...core.finding import Finding, Kind
from .facets import Facet, Said

WAYS = (
    "Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Court|Ct|Boulevard|Blvd|Place"
    "|Pl|Terrace|Way|Close|Crescent"
    "|Square|Sq|Circle|Cir|Parkway|Pkwy|Highway|Hwy|Trail|Row|Gardens|Grove|Hill"
    "|Mews|Walk|Quay|Loop|Alley|Plaza"
)
WORD = r"[A-ZÀ-Þ0-9][\w.'’-]{0,24}"
NUMBER = r"\d{1,6}(?:[-/]\d{1,5})?[A-Za-z]?"
ROOM = r"(?:[,\s]{1,3}(?:Apt|Apartment|Suite|Unit|Flat|Floor|Fl|Rm|Room|#)\.?\s?#?[\w-]{1,6})?"
TAIL = (
    r"(?:[,\s]{1,3}(?:[A-ZÀ-Þ][\w.'’-]{1,24}[ \n]?){1,3})?"
    r"(?:[,\s]{1,3}[A-Z]{2})?(?:[,\s]{1,3}(?:\d{4,6}(?:-\d{4})?|[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}))?"
)
PATTERNS = (
    re.compile(rf"(?<!\w){NUMBER},?\s(?:{WORD}\s){{1,4}}(?:{WAYS})\b\.?{ROOM}{TAIL}"),
    re.compile(
        r"(?<!\w)[A-ZÄÖÜ][\w.-]{1,28}(?:\s[A-ZÄÖÜ][\w.-]{1,28})?(?:straße|strasse|str\."
        r"|weg|allee|platz|gasse|ring|ufer"
        r"|damm|gata|gatan|vej|straat|laan|gracht)\s\d{1,4}\s?[a-z]?(?!\w)"
        r"(?:,?\s\d{4,5})?(?:,?\s[A-ZÄÖÜ][\w-]{2,24})?"
    ),
    re.compile(
        r"(?<!\w)(?:\d{1,4}(?:\s?bis)?,?\s)?(?:rue|Rue|avenue|boulevard|Via|via|Viale"
        r"|Piazza|Calle|calle|C/|Avenida|Av\."
        r"|Paseo|Plaza|Rua|Travessa|Straße des|Str\.)\s(?:(?:de|del|della|di|la|las|los"
        rf"|les|des|du|da|dos|l')\s?){{0,3}}"
        rf"{WORD}(?:\s{WORD}){{0,3}}(?:,?\s\d{{1,4}}(?!\d))?"
    ),
    re.compile(r"\bP\.?\s?O\.?\s?Box\s\d{1,6}" + TAIL, re.IGNORECASE),
    re.compile(
        r"(?:רחוב|רח')\s[\u05d0-\u05ea\"' ]{2,30}\s\d{1,4}"
        r"|شارع\s[\u0621-\u064a ]{2,30}\s?[\d٠-٩]{1,4}"
    ),
)


def addresses(text: str) -> list[Said]:
    """All street addresses; the last pattern is of Hebrew and Arabic."""
    found = []
    for number, pattern in enumerate(PATTERNS):
        for match in pattern.finditer(text):
            if number == 2 and not re.search(r"\d", match.group()):
                continue
            trimmed = match.group().rstrip(" ,\n")
            found.append(Said(match.start(), match.start() + len(trimmed), Facet.ADDRESS, 0.9))
    return found


class Addresses:
    """The detector of street addresses."""

    name = "addresses"
    kinds = frozenset({Kind.WHERE})

    def look(self, thing: str) -> Iterable[Finding]:
        """Street addresses of a text."""
        return [said.finding(thing, self.name) for said in addresses(thing)]


ADDRESSES = Addresses()
