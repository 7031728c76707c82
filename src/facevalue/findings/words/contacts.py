"""What reaches a person: mail, web, telephone, handles; by shape and by what stands before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...core.finding import Finding, Kind
from .facets import Facet, Said

MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}(?:@|\s?[\[(]at[\])]\s?)[\w-]{1,63}(?:(?:\."
    r"|\s?[\[(]dot[\])]\s?)[\w-]{1,63}){1,5}"
)
ENDINGS = (
    "com|org|net|io|de|fr|es|it|uk|eu|me|dev|app|tv|co|info|biz|edu|gov|ch|at|nl"
    "|be|pl|ru|il|ca|us|au|in|jp|br"
    "|se|no|dk|fi|ie|pt|gr|cz|example|shop|blog|art|studio|online|site|xyz|ai|gg|ly"
)
WEB = re.compile(
    r"\bhttps?://[^\s<>\"'()]{1,300}|\bwww\.[^\s<>\"'()]{1,300}"
    rf"|(?<![\w@.-])(?:[a-zA-Z0-9-]{{1,63}}\.){{1,4}}(?:{ENDINGS})\b(?![.@]\w)"
    rf"(?:/[^\s<>\"'()]{{0,200}})?",
    re.IGNORECASE,
)
FILES = re.compile(r"\.(?:co|me|in|is|it|at|no|be|us|so)$", re.IGNORECASE)
"""Endings that a missing space after a full stop makes as well ("done.it")."""

AT = re.compile(r"(?<![\w@/.])@\w[\w.-]{0,38}\w|\b[ur]/\w{3,30}", re.IGNORECASE)
PLATFORMS = (
    "instagram|insta|ig|tiktok|tik tok|twitter|snapchat|snap|handle|username"
    "|user name|user|gamertag|gamer tag"
    "|discord|twitch|telegram|psn|steam|youtube|threads|bluesky|mastodon|reddit"
    "|operator|callsign|nickname on"
)
SAID = re.compile(
    rf"\b(?:{PLATFORMS})(?:\s(?:id|name|handle|is))?\s?(?:[:=-]\s?|\s)(?P<it>@?\w[\w.-]{{2,38}})",
    re.IGNORECASE,
)
MADE_UP = re.compile(r"(?<![\w@./-])(?=\w{0,38}[a-zA-Z])\w{1,38}_\w{1,38}(?![\w@])")
"""Words with an underscore: only names on platforms (and files) have one."""

TELEPHONE = re.compile(
    r"(?<![\w.+,/-])(?:\+\s?|00)?\(?\d{1,4}\)?(?:[ .\-/\N{NO-BREAK SPACE}]{0,2}\(?\d{1,8}\)?){1,6}"
    r"(?:\s?(?:x|ext\.?)\s?\d{1,6})?(?![\w%])",
    re.IGNORECASE,
)
CALL = re.compile(
    r"(?:phone|tel|telephone|call|text|mobile|cell|whatsapp|number|nr|fax|ring"
    r"|hotline|contact|reach"
    r"|telefon|handy|anrufen|tél|téléphone|appelez|portable|teléfono|llama|móvil"
    r"|טלפון|נייד|هاتف|تلفون|جوال)"
    r"[^\d\n]{0,25}$",
    re.IGNORECASE,
)
DATE = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|(?:19"
    r"|20)\d\d\s?[-–/]\s?(?:19|20)\d\d"
)


def contacts(text: str) -> list[Said]:
    """All that reaches somebody, in the order of the text; linear in its length."""
    found = [Said(*match.span(), Facet.EMAIL, 0.99) for match in MAIL.finditer(text)]
    found += _webs(text)
    found += [Said(*match.span(), Facet.HANDLE, 0.95) for match in AT.finditer(text)]
    found += _handles(text)
    found += [Said(*span, Facet.PHONE, score) for span, score in _telephones(text)]
    return found


def _webs(text: str) -> Iterator[Said]:
    for match in WEB.finditer(text):
        bare = not re.match(r"https?:|www\.", match.group(), re.IGNORECASE)
        if bare and FILES.search(match.group()) and match.group().count(".") == 1:
            continue
        end = match.end() - len(match.group()) + len(match.group().rstrip(".,;:!?"))
        yield Said(match.start(), end, Facet.URL, 0.8 if bare else 0.97)


def _handles(text: str) -> Iterator[Said]:
    for match in SAID.finditer(text):
        word = match["it"]
        if word.startswith("@") or re.search(r"[\d_.]\w|^\w+[A-Z]", word):
            yield Said(*match.span("it"), Facet.HANDLE, 0.85)
    for match in MADE_UP.finditer(text):
        yield Said(*match.span(), Facet.HANDLE, 0.6)


def _telephones(text: str) -> Iterator[tuple[tuple[int, int], float]]:
    for match in TELEPHONE.finditer(text):
        score = _dialled(match.group(), text[max(0, match.start() - 40) : match.start()])
        if score:
            start = match.start()
            yield (start, start + len(match.group().rstrip(" (./-"))), score


def _dialled(shown: str, before: str) -> float:
    """How surely these digits are a telephone number; 0 when they are none."""
    digits = sum(letter.isdigit() for letter in re.sub(r"(?:x|ext).*", "", shown, flags=re.I))
    if not 7 <= digits <= 15 or DATE.fullmatch(shown.strip()):
        return 0
    called = CALL.search(before) is not None
    if shown.lstrip().startswith("+") or shown.startswith("00"):
        return 0.95
    parted = len(re.findall(r"\d+", shown)) >= 2
    if called:
        return 0.9 if digits <= 13 else 0.5
    if not parted or digits < 9:
        return 0
    return 0.75 if shown.startswith(("(", "0", "1")) or re.search(r"\d{3}\D+\d{3,4}", shown) else 0


class Contacts:
    """The detector of contacts."""

    name = "contacts"
    kinds = frozenset({Kind.CONTACT})

    def look(self, thing: str) -> Iterable[Finding]:
        """Mail, web, telephone and handles of a text."""
        return [said.finding(thing, self.name) for said in contacts(thing)]


CONTACTS = Contacts()
