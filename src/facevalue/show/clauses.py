"""Clauses found in a text, as text for a terminal: what was found, where, and what is not known."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

import click

from ..core.codec import Json, clause_to_json
from ..core.finding import Skip
from ..core.terms import Clause, General, Topic
from ..terms.clauses import Reading, worst_first
from ..terms.diff import Change, Turned, stances
from .clean import clean
from .terms import COLOURS, TITLES, WIDTH

QUOTED = 700
"""Characters of a sentence that are shown."""

GENERAL = {
    General.ARBITRATION: "Disputes before an arbitrator",
    General.JURISDICTION: "Which court",
    General.LAW: "Which law",
    General.REMOVAL: "Taking down what you post",
    General.TERMINATION: "Ending your account",
    General.BY_USE: "Agreed to by using it",
    General.PRIVACY_INCLUDED: "The privacy policy comes with it",
}
LIMITS = (
    "Found by rules and a small model, not read by a person; sentences are missed and misread. "
    "Nothing found does not mean that nothing is said. Not legal advice."
)


def reading_lines(reading: Reading, *, whole: bool) -> Iterator[str]:
    """The clauses of a document by topic, worst first, then on what nothing was found."""
    yield from _skips(reading.skips)
    if reading.skips:
        return
    shown = [each for each in worst_first(reading.clauses) if whole or _ours(each)]
    several = stances(shown)
    for topic in dict.fromkeys(each.topic for each in shown):
        against = "  (says different things)" if len(several[topic]) > 1 else ""
        yield click.style(f"{_title(topic)}{against}", bold=True)
        for clause in (each for each in shown if each.topic is topic):
            yield from _clause(clause)
        yield ""
    silent = [TITLES[topic] for topic in Topic if topic not in several]
    if silent:
        yield from textwrap.wrap(f"Nothing found on: {'; '.join(silent)}.", WIDTH)
    yield from _hidden(reading.clauses, whole=whole)
    yield from textwrap.wrap(LIMITS, WIDTH)


def change_lines(change: Change, *, whole: bool) -> Iterator[str]:
    """What appeared, what changed its stance, what was reworded, what is gone."""
    yield from _skips(change.skips)
    if change.skips:
        return
    turned = [each for each in change.turned if each.stance_changed]
    reworded = [each for each in change.turned if not each.stance_changed]
    yield from _part("New", (each for each in change.appeared if whole or _ours(each)))
    yield from _pairs("On another side now", turned, whole=whole)
    yield from _pairs("Reworded, on the same side", reworded, whole=whole)
    yield from _part("Gone", (each for each in change.vanished if whole or _ours(each)))
    every = [*change.appeared, *change.vanished, *(each.new for each in change.turned)]
    if not any(whole or _ours(each) for each in every):
        yield "No clause that was found changed."
    yield from _hidden(every, whole=whole)
    yield from textwrap.wrap(LIMITS, WIDTH)


def change_to_json(change: Change) -> Json:
    """A change as ``terms diff --json`` prints it."""
    return {
        "appeared": [clause_to_json(each) for each in change.appeared],
        "vanished": [clause_to_json(each) for each in change.vanished],
        "reworded": [
            {
                "old": clause_to_json(each.old),
                "new": clause_to_json(each.new),
                "stance_changed": each.stance_changed,
            }
            for each in change.turned
        ],
        "skips": [{"by": skip.by, "reason": skip.reason} for skip in change.skips],
    }


def _part(title: str, clauses: Iterable[Clause]) -> Iterator[str]:
    some = list(clauses)
    if some:
        yield click.style(title, bold=True)
    for each in some:
        yield from _clause(each, titled=True)
    if some:
        yield ""


def _pairs(title: str, pairs: Sequence[Turned], *, whole: bool) -> Iterator[str]:
    some = [each for each in pairs if whole or _ours(each.new)]
    if some:
        yield click.style(title, bold=True)
    for each in some:
        yield from _clause(each.new, titled=True)
        was = (
            f"was {each.old.stance.value}, line {each.old.line}: “{clean(each.old.quote, QUOTED)}”"
        )
        yield from _wrapped(was)
    if some:
        yield ""


def _clause(clause: Clause, *, titled: bool = False) -> Iterator[str]:
    mark = click.style(f"{clause.stance.value:>8}", fg=COLOURS[clause.stance])
    start = f"{_title(clause.topic)}, " if titled else ""
    sure = "" if clause.by == "rule" else ", less sure"
    lines = textwrap.wrap(f"{start}line {clause.line}{sure}", WIDTH - 10)
    yield f"{mark}  {lines[0]}"
    yield from _wrapped(f"“{clean(clause.quote, QUOTED)}”")


def _hidden(clauses: Sequence[Clause], *, whole: bool) -> Iterator[str]:
    """A word on the clauses that were not shown."""
    count = sum(1 for each in clauses if not _ours(each))
    if count and not whole:
        yield f"{count} more that any terms may have (courts, law, endings): --all shows them."


def _skips(skips: Sequence[Skip]) -> Iterator[str]:
    for skip in skips:
        yield click.style("Not looked at: ", fg="magenta", bold=True) + skip.reason


def _ours(clause: Clause) -> bool:
    return isinstance(clause.topic, Topic)


def _title(topic: Topic | General) -> str:
    return TITLES[topic] if isinstance(topic, Topic) else GENERAL[topic]


def _wrapped(text: str) -> Iterator[str]:
    indent = " " * 10
    yield from (indent + line for line in textwrap.wrap(text, WIDTH - len(indent)))
