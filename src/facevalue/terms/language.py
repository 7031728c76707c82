"""Is a text in English? Told by its small words: the commonest ones make up a good part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

SMALL = frozenset(
    re.split(
        " ",
        "the of to and in or a any for that you your we our us is are be by not this with as may "
        "will on it if such from at have an these those which can other all use",
    )
)
"""Words that make up about half of English terms; other languages share one or two of them."""

LEAST = 0.2
"""Part of the words; English terms have 0.3 to 0.5, the next languages under 0.1 (measured)."""

ENOUGH = 2000
"""Words that are looked at, spread over the text."""

_WORD = re.compile(r"[^\W\d_]+")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def is_english(texts: Iterable[str]) -> bool:
    """Whether the sentences of a document are English, as far as small words tell."""
    lines = list(texts)
    step = max(1, sum(map(len, lines)) // 6 // ENOUGH)
    words = [word for line in lines[::step] for word in _words(line)]
    small = sum(1 for word in words if word in SMALL)
    return bool(words) and small >= LEAST * len(words)


def _words(line: str) -> list[str]:
    """The words of a line; a letter of a script without spaces is a word of its own."""
    return _WORD.findall(_WIDE.sub(r" \g<0> ", line.casefold()))
