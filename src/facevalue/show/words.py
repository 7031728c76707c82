"""Words with what they give away marked, in parts that a page can show."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from ..core.finding import Finding
from ..core.places import Span

LONGEST = 20_000
"""Letters of the words that are shown; nobody reads more on a page."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the words; ``kind`` is what it gives away, empty where it gives nothing."""

    text: str
    kind: str = ""


def marked(words: str, findings: Sequence[Finding]) -> list[Part]:
    """The words from beginning to end, cut where a finding begins and ends.

    Signs that would turn or hide letters are shown as a replacement mark. Of findings that
    overlap, the one that begins first is shown.
    """
    spans = [(found.where, found) for found in findings if isinstance(found.where, Span)]
    parts: list[Part] = []
    at, end = 0, min(len(words), LONGEST)
    for span, found in sorted(spans, key=lambda pair: (pair[0].start, -pair[0].end)):
        if span.start < at or span.end > end:
            continue
        if span.start > at:
            parts.append(Part(_visible(words[at : span.start])))
        parts.append(Part(_visible(span.of(words)), found.kind.value))
        at = span.end
    if at < end:
        parts.append(Part(_visible(words[at:end])))
    if len(words) > LONGEST:
        parts.append(Part(" …"))
    return parts


def _visible(text: str) -> str:
    """Every letter as it is, line breaks too; control and format characters as a visible sign."""
    return "".join(
        letter
        if letter in "\n\t" or unicodedata.category(letter)[0] != "C"
        else "\N{REPLACEMENT CHARACTER}"
        for letter in text
    )
