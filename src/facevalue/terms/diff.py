"""What changed between two versions of one document: clauses that appeared, vanished, turned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..core.finding import Skip
from ..core.terms import Clause, General, Stance, Topic
from .clauses import Reading, worst_first
from .text import digest

LIKE = 0.6
"""From which likeness of their words two sentences are one that was reworded."""

MOST_PAIRS = 3_000
"""Pairs of sentences of one topic that are compared; beyond it nothing counts as reworded."""


@dataclass(frozen=True, slots=True)
class Turned:
    """A sentence that was reworded: what it says on one topic before and after."""

    old: Clause
    new: Clause

    @property
    def stance_changed(self) -> bool:
        """Whether it is on another side now."""
        return self.old.stance is not self.new.stance


@dataclass(frozen=True, slots=True)
class Change:
    """Clauses of the new text that were not in the old one, those that are gone, the reworded."""

    appeared: tuple[Clause, ...]
    vanished: tuple[Clause, ...]
    turned: tuple[Turned, ...]
    skips: tuple[Skip, ...] = ()


def diff(old: Reading, new: Reading) -> Change:
    """The clauses in which two readings differ, worst first.

    A sentence whose words stand in both texts is no change, wherever it moved. Of the rest, two
    that are alike in their words are one that was reworded.
    """
    gone, come = _apart(old.clauses, new.clauses)
    turned: list[Turned] = []
    for topic in [*Topic, *General]:
        turned += _reworded(
            [each for each in gone if each.topic is topic],
            [each for each in come if each.topic is topic],
        )
    before = {id(each.old) for each in turned}
    after = {id(each.new) for each in turned}
    return Change(
        worst_first(each for each in come if id(each) not in after),
        worst_first(each for each in gone if id(each) not in before),
        tuple(sorted(turned, key=lambda each: not each.stance_changed)),
        tuple(dict.fromkeys((*old.skips, *new.skips))),
    )


def stances(clauses: Sequence[Clause]) -> Mapping[Topic | General, frozenset[Stance]]:
    """Every stance that a text has on each topic: two of them contradict each other."""
    found: dict[Topic | General, set[Stance]] = {}
    for each in clauses:
        found.setdefault(each.topic, set()).add(each.stance)
    return {topic: frozenset(several) for topic, several in found.items()}


def _apart(
    old: Sequence[Clause], new: Sequence[Clause]
) -> tuple[tuple[Clause, ...], tuple[Clause, ...]]:
    """The clauses of each side whose sentence says nothing of the kind on the other side."""
    before = {(each.topic, digest(each.quote)) for each in old}
    after = {(each.topic, digest(each.quote)) for each in new}
    gone = tuple(_once(old, after))
    return gone, tuple(_once(new, before))


def _once(clauses: Sequence[Clause], other: set[tuple[Topic | General, str]]) -> Iterator[Clause]:
    """Each clause that the other side does not have; a sentence that stands twice counts once."""
    seen = set(other)
    for each in clauses:
        key = (each.topic, digest(each.quote))
        if key not in seen:
            seen.add(key)
            yield each


def _reworded(old: Sequence[Clause], new: Sequence[Clause]) -> Iterator[Turned]:
    """Pairs of one topic that are alike, the most alike first, each clause in one pair."""
    if len(old) * len(new) > MOST_PAIRS:
        return
    alike = [
        (likeness, before, after)
        for before, first in enumerate(old)
        for after, second in enumerate(new)
        if (likeness := _likeness(first.quote, second.quote)) >= LIKE
    ]
    left, right = set(range(len(old))), set(range(len(new)))
    for _, before, after in sorted(alike, key=lambda each: (-each[0], each[1], each[2])):
        if before in left and after in right:
            left.discard(before)
            right.discard(after)
            yield Turned(old[before], new[after])


def _likeness(first: str, second: str) -> float:
    """How much of their words two sentences share in order: 0 to 1."""
    one, two = first.casefold().split()[:400], second.casefold().split()[:400]
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    if matcher.real_quick_ratio() < LIKE or matcher.quick_ratio() < LIKE:
        return 0.0
    return matcher.ratio()
