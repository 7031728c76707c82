"""Ages, dates and money: what has figures or their names in it.

In English, German, French, Spanish, Hebrew and Arabic.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...core.finding import Finding, Kind
from .facets import Facet, Said

UNITS = "one|two|three|four|five|six|seven|eight|nine"
TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
SPOKEN = rf"(?:(?:{TENS})(?:[ -](?:{UNITS}))?|{TEENS}|{UNITS})"
NUMBER = rf"(?:1[01]\d|[1-9]?\d|{SPOKEN})"

_I = re.IGNORECASE
AGES = [
    (re.compile(rf"\b{NUMBER}[ -]?(?:years?|yrs?|months?)[ -]?old\b", _I), 0.97),
    (re.compile(rf"\b{NUMBER}[ -]?y/?o\b", _I), 0.97),
    (re.compile(rf"\baged?(?:\s(?:of|is))?\s?[:=-]?\s?{NUMBER}\b(?!\s?(?:%|px|cm))", _I), 0.95),
    (re.compile(rf"\b(?:turn(?:s|ed|ing)?)\s{NUMBER}\b", _I), 0.9),
    (re.compile(rf"\b{NUMBER}(?:st|nd|rd|th)\s(?:birthday|b-?day)\b", _I), 0.85),
    (
        re.compile(
            r"\b(?:in\s(?:my|her|his|their)\s)(?:(?:early|mid|late)[ -])?(?:[2-9]0'?s|"
            r"(?:twen|thir|for|fif|six|seven|eigh|nine)ties)\b",
            _I,
        ),
        0.9,
    ),
    (
        re.compile(
            r"\b(?:early|mid|late)[ -](?:[2-9]0'?s|(?:twen|thir|for|fif|six|seven|eigh"
            r"|nine)ties)\b",
            _I,
        ),
        0.75,
    ),
    (
        re.compile(
            r"\b(?:i'?m|i am|she'?s|he'?s|she is|he is|who is|who's)\s(?:now |only |just "
            rf"|already )?(?P<it>{NUMBER})(?=\s?(?:[,.;!)\n]|and\b|but\b|$))",
            _I,
        ),
        0.85,
    ),
    (
        re.compile(
            r"\b(?:jahre?n?|alter)\s?[:=]?\s?\d{1,2}\b|\b\d{1,3}[ -]?(?:jahre(?:\salt)?"
            r"|jährige[rns]?)\b",
            _I,
        ),
        0.9,
    ),
    (re.compile(r"\b(?:j'ai|âgée?s?\sde|âge\s?:)\s?\d{1,3}(?:\sans)?\b|\b\d{1,3}\sans\b", _I), 0.9),
    (re.compile(r"\b(?:tengo|tiene|edad\s?:?)\s?\d{1,3}(?:\saños)?\b|\b\d{1,3}\saños\b", _I), 0.9),
    (re.compile(r"(?:בן|בת|גיל)\s?:?\s?\d{1,3}"), 0.9),
    (
        re.compile(
            r"(?:عمري|عمرها|عمره|العمر)\s?:?\s?[\d٠-٩]{1,3}|[\d٠-٩]{1,3}\s?(?:سنة|عاما"
            r"|عامًا|سنوات)"
        ),
        0.9,
    ),
]

MONTH = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
    "|januar|februar|märz|mai|juni|juli|oktober|dezember"
    "|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre"
    "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    "|ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר"
    "|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
)
YEAR = r"(?:1[89]|20)\d\d"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
DATES = [
    (re.compile(rf"(?<![\d./-]){DAY}[./-]{DAY}[./-](?:{YEAR}|\d\d)(?![\d/-]|\.\d)"), 0.95),
    (re.compile(rf"(?<![\d./-]){YEAR}[./-]{DAY}[./-]{DAY}(?![\d/-])"), 0.95),
    (
        re.compile(
            rf"(?<!\w)(?:the\s)?{DAY}(?:st|nd|rd|th|\.|er)?[\s-](?:of\s|de\s|ב)?"
            rf"(?:{MONTH})\b\.?(?:,?[\s-](?:de\s|del\s)?(?:{YEAR}|'\d\d))?",
            _I,
        ),
        0.9,
    ),
    (
        re.compile(rf"\b(?:{MONTH})\.?\s{DAY}(?:st|nd|rd|th)?\b(?![:.]\d|\d)(?:,?\s{YEAR})?", _I),
        0.9,
    ),
    (re.compile(rf"\b(?:{MONTH})\s(?:of\s)?{YEAR}\b", _I), 0.85),
    (
        re.compile(
            r"\b(?:born|since|in|from|until|year|class of|summer|winter|spring|autumn|fall"
            r"|est\.?|dob|geboren|seit|né en|née en|desde|about|circa|around)\s(?:of\s"
            rf"|in\s)?(?P<it>{YEAR})\b(?!\s?(?:x|px|style|s\b))",
            _I,
        ),
        0.7,
    ),
]

PIECE = r"\d{1,3}(?:[.,' ]\d{3}){1,3}|\d{1,9}(?:[.,]\d{1,2})?"
COIN = (
    "dollars?|usd|bucks|euros?|eur|pounds?|quid|gbp|shekels?|nis|ils|francs?|chf"
    "|rupees?|inr|yen|yuan|pesos?|reais|real"
    '|kronor|kroner|zloty|lira|dirhams?|riyals?|שקל(?:ים)?|ש"ח|ريال|درهم|دولار|يورو'
)
MONEY = [
    (
        re.compile(
            rf"(?<!\w)[$€£₪¥₹]\s?(?:{PIECE})(?:\s?(?:k|m|million|thousand|grand))?\b(?:\s"
            r"(?:a|per|an)\s(?:year|month|week|hour|night))?",
            _I,
        ),
        0.8,
    ),
    (
        re.compile(
            rf"(?<![\w.])(?:{PIECE})(?:\s?(?:k|thousand|million|grand))?\s?(?:[€£₪₹]|"
            rf"(?:{COIN})\b)(?:\s(?:a|per)\s(?:year|month|week|hour))?",
            _I,
        ),
        0.8,
    ),
    (
        re.compile(
            r"(?<![\w.])\d{1,3}k\s(?:a|per)\s(?:year|month)\b|\b(?:salary|income|earn(?:s"
            r"|ing)?|make|makes|rent|wage)\s(?:is|of|about|around|:)?\s?(?:about "
            r"|around )?[$€£]?(?P<it>\d[\d.,]{1,9}k?)\b",
            _I,
        ),
        0.75,
    ),
]


def moments(text: str) -> list[Said]:
    """Ages, dates and money of a text, in no order; linear in its length."""
    found: list[Said] = []
    for facet, rows in ((Facet.AGE, AGES), (Facet.DATE, DATES), (Facet.INCOME, MONEY)):
        for pattern, score in rows:
            found += _said(pattern, text, facet, score)
    return found


def _said(pattern: re.Pattern[str], text: str, facet: Facet, score: float) -> Iterator[Said]:
    named = "it" if "it" in pattern.groupindex else 0
    for match in pattern.finditer(text):
        group = named if match[named] else 0
        yield Said(*match.span(group), facet, score)


class Moments:
    """The detector of ages, dates and money."""

    name = "moments"
    kinds = frozenset({Kind.AGE, Kind.WHEN, Kind.MONEY})

    def look(self, thing: str) -> Iterable[Finding]:
        """Ages, dates and money of a text."""
        return [said.finding(thing, self.name) for said in moments(thing)]


MOMENTS = Moments()
