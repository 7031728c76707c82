"""Findings and a service's terms together become lines of the bill."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ..core.finding import Finding, Kind, Look
from ..core.places import Span
from ..core.report import Exposure, Level
from ..core.terms import Fact, Service, Stance, Topic


@dataclass(frozen=True, slots=True)
class Row:
    """A row of ``agreed.toml``: findings of which kinds, facts on which topic, how heavy."""

    name: str
    kinds: frozenset[Kind]
    topic: Topic
    level: Mapping[Stance, Level]
    title: str
    says: str
    remedy: str
    source: str
    words: bool = False


def agreed(look: Look, service: Service) -> tuple[Exposure, ...]:
    """The lines that the terms add to the bill of a look, the heaviest first.

    More findings or a worse stance never make a line lighter or take one away.
    """
    lines = [line for row in rows() for line in _line(row, look, service)]
    return tuple(sorted(lines, key=lambda line: -line.level))


@cache
def rows() -> tuple[Row, ...]:
    """The rows in their order."""
    text = resources.files("facevalue.price").joinpath("agreed.toml").read_text("utf-8")
    return tuple(_row(row) for row in tomllib.loads(text)["line"])


def _row(row: dict[str, object]) -> Row:
    kinds, level = row["kinds"], row["level"]
    assert isinstance(kinds, list)
    assert isinstance(level, dict)
    words = {key: str(row[key]) for key in ("name", "title", "says", "remedy", "source")}
    return Row(
        kinds=frozenset(map(Kind, kinds)),
        topic=Topic(str(row["topic"])),
        level={Stance(stance): Level[str(word).upper()] for stance, word in level.items()},
        words=bool(row.get("words", False)),
        **words,
    )


def _line(row: Row, look: Look, service: Service) -> Iterator[Exposure]:
    """One line, or none."""
    found = sorted(
        (
            each
            for each in look.findings
            if each.kind in row.kinds and isinstance(each.where, Span) is row.words
        ),
        key=_surest,
        reverse=True,
    )
    facts = [fact for fact in service.on(row.topic) if fact.stance in row.level]
    if not found or not facts:
        return
    yield Exposure(
        title=row.title.format(service=service.title),
        level=max(row.level[fact.stance] for fact in facts),
        says=row.says.format(says=" ".join(dict.fromkeys(map(_said(service), facts)))),
        remedy=row.remedy,
        findings=tuple(found),
        facts=tuple(facts),
    )


def _surest(found: Finding) -> float:
    return found.score


class _said:  # noqa: N801 - reads as a word where it is used
    """A fact as a sentence with the document that it stands in."""

    def __init__(self, service: Service) -> None:
        self._titles = {document.name: document for document in service.documents}

    def __call__(self, fact: Fact) -> str:
        document = self._titles[fact.document]
        version = document.effective or document.recorded
        return f"{fact.says[:-1]} ({document.title} of {version}, line {fact.line})."
