"""A document of terms as sentences, each with its place and a digest.

Documents come as Markdown, as plain text, or as text that was taken out of a web page. A digest
is of the words alone, so that a sentence is known again whatever emphasis, links, quotation
marks or line breaks a crawler put around it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

DIGITS = 16
"""Hexadecimal digits of a digest: sentences of a library of terms do not meet by chance."""

LONGEST = 3000
"""Characters of a sentence at most; a longer one is cut at a semicolon, comma or space."""

_LINK = re.compile(r"!?\[([^\[\]]*+)\]\((?:[^()\s]++|\([^()\s]*+\))*+(?:\s++[^()]{0,300}+)?\)")
"""Possessive throughout: text that only looks like a link costs no second reading."""

_MARKS = re.compile(
    r"[*_`~]{1,3}|\\(?=[\W_])|^\s{0,8}(?:#{1,6}|>|[-*+]|\d{1,3}[.)])\s+|<[^<>]{1,300}>"
)
_END = re.compile(r"""[.!?…](?:["'”’)\]]{0,3})(?=\s+["'“‘(\[]{0,3}[A-Z0-9À-ÞΑ-ΩА-Я])|[。！？]""")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|No|Nos|Art|Sec|Inc|Ltd|Corp|Co|LLC|Mr|Mrs|Ms|Dr|St|U\.S|U\.K|E\.U"
    r"|a\.m|p\.m|cf|approx|para|Cal|Civ|Fed|Reg)|\b[A-Z]|^\s*\d{1,3})\.$"
)
_BREAK = re.compile(r"[;,] |\s")
_WORD = re.compile(r"\w+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as people read it; ``line`` counts from 1 in the document as it was given."""

    text: str
    line: int

    @property
    def digest(self) -> str:
        """What identifies its words."""
        return digest(self.text)


def sentences(document: str) -> Iterator[Sentence]:
    """The sentences of a document in their order; headings and list items stand alone.

    Ends in time linear in the length. A paragraph is a line: archives and web pages write
    it as one; a line broken in the middle of a sentence becomes two.
    """
    for number, line in enumerate(document.splitlines(), 1):
        words = _plain(line)
        for part in _split(words):
            if _WORD.search(part):
                yield Sentence(part, number)


def digest(sentence: str) -> str:
    """DIGITS hexadecimal digits of SHA-256 over the words, small letters, one space between."""
    words = _WORD.findall(unicodedata.normalize("NFKC", _plain(sentence)).casefold())
    return sha256(" ".join(words).encode("utf-8", "replace")).hexdigest()[:DIGITS]


def _plain(line: str) -> str:
    """A line without Markdown: links become their words, marks go."""
    line = _LINK.sub(r"\1", _LINK.sub(r"\1", line))
    return " ".join(_MARKS.sub("", line).split())


def _split(words: str) -> Iterator[str]:
    start = 0
    for found in _END.finditer(words):
        if _ABBREVIATION.search(words, max(start, found.start() - 12), found.start() + 1):
            continue
        yield from _short(words[start : found.end()].strip())
        start = found.end()
    yield from _short(words[start:].strip())


def _short(part: str) -> Iterator[str]:
    """A sentence in pieces of at most LONGEST characters."""
    at = 0
    while len(part) - at > LONGEST:
        breaks = [found.end() for found in _BREAK.finditer(part, at + LONGEST // 2, at + LONGEST)]
        end = breaks[-1] if breaks else at + LONGEST
        yield part[at:end].strip()
        at = end
    if rest := part[at:].strip():
        yield rest
