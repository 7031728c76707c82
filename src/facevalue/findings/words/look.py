"""Run every detector over words; each letter is told once."""

from __future__ import annotations

from bisect import bisect_left

from ...core.errors import Missing
from ...core.finding import Answer, Finding, Look, Miss, Skip
from ...core.places import Span
from .catalogue import WORDS


def look_words(text: str) -> Look:
    """What words give away, in their order, and every look that did not happen."""
    answers: list[Answer] = []
    for detector in WORDS:
        try:
            found = list(detector.look(text))
        except Missing as error:
            found = [Skip(detector.name, str(error), missing=True)]
        answers += sorted(found, key=_sureness)
    findings = settled([each for each in answers if isinstance(each, Finding)])
    skips = tuple(each for each in answers if isinstance(each, Skip))
    return Look(tuple(findings), skips, tuple(each for each in answers if isinstance(each, Miss)))


def _sureness(answer: Answer) -> tuple[float, int]:
    """The surest first, and of equals the longest."""
    if isinstance(answer, Finding) and isinstance(answer.where, Span):
        return -answer.score, answer.where.start - answer.where.end
    return 0.0, 0


def settled(findings: list[Finding]) -> list[Finding]:
    """One finding per place: the first that claims a letter has it. In the order of the text."""
    starts: list[int] = []
    kept: list[Finding] = []
    for found in findings:
        assert isinstance(found.where, Span)
        place = bisect_left(starts, found.where.start)
        free = place == 0 or _end(kept[place - 1]) <= found.where.start
        if free and (place == len(kept) or starts[place] >= found.where.end):
            starts.insert(place, found.where.start)
            kept.insert(place, found)
    return kept


def _end(found: Finding) -> int:
    assert isinstance(found.where, Span)
    return found.where.end
