"""What no box says: hate is refused, and so is anything sexual near a child.

The list is short and knows whole words only, so that Scunthorpe, Essex, a cockpit and Dick
Turner pass. It keeps the plain cases off; it does not judge what people mean.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import cache

from ...core.errors import Unwanted
from .catalogue import table

DIGITS = str.maketrans("013457@$!|", "oieastasil")
"""Signs that stand for letters, put back inside words."""

HATE = "the words ask for a picture that is not made: they put hate on a box"
CHILD = (
    "the words ask for a picture that is not made: nothing sexual goes with a child or with "
    "a child-like figure"
)


def checked(text: str, childlike: bool) -> tuple[str, bool]:
    """The text without sexual words, and whether there were any.

    ``childlike`` says that the figure is. Raises Unwanted, which never repeats the words.
    """
    compared = _compared(text)
    if any(_pattern("hate").search(form) for form in compared):
        raise Unwanted(HATE)
    if any(_pattern("always").search(form) for form in compared):
        raise Unwanted(CHILD)
    if not any(_pattern("sexual").search(_pattern("fine").sub(" ", form)) for form in compared):
        return text, False
    if childlike or any(_pattern("young").search(form) for form in compared):
        raise Unwanted(CHILD)
    return _without(text), True


def _without(text: str) -> str:
    """The text without each part between commas or stops that has a sexual word."""
    parts = re.split(r"([,.;:!?\n]+|\band\b|\bwith\b)", text)
    return "".join(part for part in parts if not _sexual(part))


def _sexual(part: str) -> bool:
    forms = (_pattern("fine").sub(" ", form) for form in _compared(part))
    return any(_pattern("sexual").search(form) for form in forms)


def _compared(text: str) -> tuple[str, ...]:
    """Lower-case words without accents: as they are, with letters put back, and closed up."""
    lowered = unicodedata.normalize("NFKD", text.lower()).replace("'", "")
    bare = re.sub(r"[\u0300-\u036f]", "", lowered)
    close = re.sub(r"(?<!\w)(?:\w[\W_]+){2,}\w(?!\w)", _closed, bare)
    letters = re.sub(r"\S*[^\W\d_]\S*", lambda word: word[0].translate(DIGITS), close)
    calm = re.sub(r"([^\W\d_])\1{2,}", r"\1\1", letters)
    return tuple(" ".join(re.findall(r"[^\W_]+", form)) for form in (bare, letters, calm))


def _closed(spaced: re.Match[str]) -> str:
    return re.sub(r"[\W_]+", "", spaced[0])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    rows = [codecs.decode(row, "rot13") for row in table("blocked")[name]]
    return re.compile(rf"(?<!\w)(?:{'|'.join(rows)})(?!\w)")
