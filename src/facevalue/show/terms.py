"""What services say, as text for a terminal: facts with their stance, source and age."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import click

from ..core.terms import Document, Fact, Service, Stance, Topic
from ..terms.catalogue import stale
from ..terms.compare import Comparison
from ..terms.verify import Checked
from .clean import clean

WIDTH = 88
COLOURS = {
    Stance.TAKES: "red",
    Stance.LIMITS: "yellow",
    Stance.SILENT: "magenta",
    Stance.REFUSES: "green",
    Stance.OFFERS: "green",
}
TITLES = {
    Topic.TRAINING: "Training on what you send",
    Topic.OPT_OUT: "Saying no to that",
    Topic.LICENCE: "Rights taken on what you send",
    Topic.LIKENESS: "Your face and likeness",
    Topic.SHARING: "Handing on and selling",
    Topic.REVIEW: "People who look at it",
    Topic.KEEPING: "How long it is kept",
    Topic.DELETING: "Deleting",
    Topic.PUBLIC: "Who can see it",
    Topic.AGE: "From what age",
    Topic.CHANGES: "Changing the terms",
    Topic.LIABILITY: "Paying for damage",
}
LIMITS = (
    "Facts from the versions named, read on one day by one person; not legal advice. "
    '"Not stated" means that nothing was found in these documents, not that it is not done.'
)


def list_lines(services: Sequence[Service]) -> Iterator[str]:
    """One line a service: name, title, newest text."""
    for each in services:
        newest = max(document.effective or document.recorded for document in each.documents)
        yield f"  {click.style(f'{each.name:12}', bold=True)} {each.title}, {each.region}, {newest}"


def service_lines(service: Service, today: date) -> Iterator[str]:
    """Everything known of a service, by topic."""
    yield click.style(f"{service.title}, {service.region}", bold=True)
    for document in service.documents:
        yield f"  {document.title}: {_version(document)}"
    for topic in Topic:
        yield ""
        yield click.style(TITLES[topic], bold=True)
        for fact in service.on(topic):
            yield from _fact(fact, "", today)
    yield ""
    yield from textwrap.wrap(LIMITS, WIDTH)


def comparison_lines(comparison: Comparison, today: date) -> Iterator[str]:
    """Topic by topic, the services in one order: the heaviest first."""
    names = {each.name: each.title for each in comparison.services}
    wide = max(map(len, names), default=0)
    for row in comparison.rows:
        yield click.style(TITLES[row.topic], bold=True)
        for service, facts in zip(comparison.services, row.cells, strict=True):
            for fact in facts:
                yield from _fact(fact, f"{service.name:{wide}} ", today)
        yield ""
    yield from textwrap.wrap(LIMITS, WIDTH)


def checked_lines(checked: Sequence[Checked], documents: Mapping[str, str]) -> Iterator[str]:
    """Whether each fact's sentence stands in the texts that were given, and the sentence."""
    for each in checked:
        if not each.read:
            continue
        mark = click.style("holds", fg="green") if each.holds else click.style(" gone", fg="red")
        yield f"{mark}  {TITLES[each.fact.topic]}: {each.fact.says}"
        if each.sentence is not None:
            where = f"{documents[each.fact.document]}, line {each.sentence.line}"
            yield from _wrapped(f"“{clean(each.sentence.text, 700)}” ({where})", "       ")


def _fact(fact: Fact, start: str, today: date) -> Iterator[str]:
    word = "not stated" if fact.stance is Stance.SILENT else fact.stance.value
    mark = click.style(f"{word:>10}", fg=COLOURS[fact.stance])
    says = "" if fact.stance is Stance.SILENT else fact.says
    if stale(fact, today):
        says += f" (read on {fact.read}: stale, read it again)"
    indent = " " * (14 + len(start))
    lines = textwrap.wrap(says, WIDTH - len(indent)) or [""]
    yield f"{mark}  {start}{lines[0]}".rstrip()
    yield from (indent[:-2] + line for line in lines[1:])


def _version(document: Document) -> str:
    since = f"of {document.effective}" if document.effective else "without a date"
    return f"{since}, recorded {document.recorded} by {document.archive} ({document.commit[:12]})"


def _wrapped(text: str, indent: str) -> Iterator[str]:
    yield from (indent + line for line in textwrap.wrap(text, WIDTH - len(indent)))
