"""Numbers and codes that stand for one person or thing; check digits where there are any."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...core.finding import Finding, Kind
from . import checks
from .facets import Facet, Said

CARD = re.compile(r"(?<![\w.-])\d(?:[ -]?\d){12,18}(?![\w-])")
IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)")
SOCIAL = re.compile(r"(?<![\w-])(?!000|666)\d{3}-(?!00)\d\d-(?!0000)\d{4}(?![\w-])")
"""United States: three, two and four digits, none of them all nought."""

BRITISH = re.compile(r"(?<!\w)[A-CEGHJ-PR-TW-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D](?!\w)")
"""National Insurance number."""

SPANISH = re.compile(r"(?<!\w)(?:\d{8}|[XYZ]\d{7})-?[A-Z](?!\w)")
FRENCH = re.compile(r"(?<!\w)[12] ?\d\d ?\d\d ?(?:\d\d|2[AB]) ?\d{3} ?\d{3} ?\d\d(?!\w)")
NINE, ELEVEN = re.compile(r"(?<![\w.-])\d{9}(?![\w.-])"), re.compile(r"(?<![\w.-])\d{11}(?![\w.-])")

CALLED = re.compile(
    r"\b(?:(?:employee|staff|badge|student|passport|licen[cs]e|driver'?s|account"
    r"|policy|member|membership|customer"
    r"|patient|case|serial|tax|insurance|social security|registration|matriculation"
    r"|matrikel|ausweis|personal)"
    r"(?:\s(?:id|number|no|nr|plate|card|code))?|ssn|id|dni|nif|nie|pesel|vin|"
    r"(?:license|licence|number)\splate"
    r"|plate|kennzeichen|matrícula|ת\.?ז\.?|מספר זהות|رقم الهوية)\.?\s?(?:number|no\.?|nr\.?)?"
    r"\s?(?:is|says|reads|says:|[:#=-])?\s?[\"“']?(?P<it>#?[A-Za-z0-9][A-Za-z0-9-]{2,24})(?!\w)",
    re.IGNORECASE,
)
PLATE = re.compile(
    r"\bplates?\s?(?:number|says|reads|is|:|with)?\s?[\"“']?(?P<it>[A-Z0-9]{1,4}"
    r"(?:[ -][A-Z0-9]{1,4}){0,2})(?!\w)"
)
MIXED = re.compile(
    r"(?<![\w./@-])(?=[A-Z0-9-]{0,24}\d)(?=[A-Z0-9-]{0,24}[A-Z])[A-Z0-9]{1,8}"
    r"(?:-[A-Z0-9]{1,8}){0,3}(?![\w/])"
)
LEAST = 4
"""Digits of a mixed code that is taken for one without being called one."""

SIZES = re.compile(
    r"\d+(?:X\d+|MM|CM|K|FPS|PX|P|MP|GB|TB|ML|KG|KM|AM|PM|D|S|TH|ST|ND|RD|ISO)?$"
    r"|F\d+|ISO-?\d+|MP\d|PS\d"
)
"""Sizes, speeds and the like, which painters' prompts are full of."""


def numbers(text: str) -> list[Said]:
    """All numbers and codes, in no order; several may be said of one place."""
    found = [*_bank(text), *_personal(text), *_called(text)]
    for match in MIXED.finditer(text):
        word = match.group()
        if sum(letter.isdigit() for letter in word) >= LEAST and not SIZES.fullmatch(word):
            found.append(Said(*match.span(), Facet.ID, 0.6))
    return found


def _called(text: str) -> Iterator[Said]:
    """What is called a number of something, with at least three figures; a plate with one."""
    for pattern, least in ((CALLED, 3), (PLATE, 1)):
        for match in pattern.finditer(text):
            if sum(letter.isdigit() for letter in match["it"]) >= least:
                yield Said(*match.span("it"), Facet.ID, 0.85)


def _bank(text: str) -> Iterator[Said]:
    for match in CARD.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if checks.luhn(digits) and len(set(digits)) > 1:
            yield Said(*match.span(), Facet.CARD, 0.97)
    for match in IBAN.finditer(text):
        if checks.iban(match.group().replace(" ", "")):
            yield Said(*match.span(), Facet.IBAN, 0.99)


def _personal(text: str) -> Iterator[Said]:
    for pattern in (SOCIAL, BRITISH):
        for match in pattern.finditer(text):
            yield Said(*match.span(), Facet.ID, 0.9)
    for pattern, fits in CHECKED:
        for match in pattern.finditer(text):
            if fits(match.group().replace(" ", "").replace("-", "")):
                yield Said(*match.span(), Facet.ID, 0.9)


CHECKED = (
    (SPANISH, checks.spanish),
    (FRENCH, checks.french),
    (NINE, checks.luhn),
    (ELEVEN, lambda digits: checks.polish(digits) or checks.german_tax(digits)),
)
"""Personal numbers with a check digit; nine digits are Israel's."""


class Numbers:
    """The detector of numbers."""

    name = "numbers"
    kinds = frozenset({Kind.NUMBER})

    def look(self, thing: str) -> Iterable[Finding]:
        """Numbers and codes of a text."""
        return [said.finding(thing, self.name) for said in numbers(thing)]


NUMBERS = Numbers()
