"""What a service may do with an upload: topics, stances, facts with their sources, clauses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Topic(StrEnum):
    """What a sentence of a service's terms is about; a new topic is a decision."""

    TRAINING = "training"
    OPT_OUT = "opt-out"
    LICENCE = "licence"
    LIKENESS = "likeness"
    SHARING = "sharing"
    REVIEW = "review"
    KEEPING = "keeping"
    DELETING = "deleting"
    PUBLIC = "public"
    AGE = "age"
    CHANGES = "changes"
    LIABILITY = "liability"


class Stance(StrEnum):
    """Whose side a clause is on, the heaviest first.

    ``takes`` gives the service something, ``limits`` gives it with a bound or a condition,
    ``refuses`` keeps it away from it, ``offers`` gives the person something. ``silent`` is an
    answer of its own: nothing about the topic was found in the documents that were read.
    """

    TAKES = "takes"
    LIMITS = "limits"
    SILENT = "silent"
    REFUSES = "refuses"
    OFFERS = "offers"


@dataclass(frozen=True, slots=True)
class Document:
    """One version of one document: ``name`` is its key in the service, dates as it states them.

    ``archive``, ``path`` and ``commit`` say where that version is kept publicly; ``effective``
    is None where the text gives no date.
    """

    name: str
    title: str
    recorded: date
    archive: str
    path: str
    commit: str
    effective: date | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """What a service says on one topic, as it was read on a day.

    ``says`` is our sentence. ``document`` and ``line`` (from 1) say where the sentence stands
    that it rests on, ``digest`` identifies that sentence (``terms/text.py``) without holding it.
    A silent fact has neither.
    """

    topic: Topic
    stance: Stance
    says: str
    read: date
    document: str = ""
    line: int = 0
    digest: str = ""

    def __post_init__(self) -> None:
        if (self.stance is Stance.SILENT) == bool(self.digest):
            raise ValueError(f"a fact rests on a sentence, or is silent: {self.says!r}")


@dataclass(frozen=True, slots=True)
class Service:
    """A service with its documents and facts; ``also`` are other names that people use for it."""

    name: str
    title: str
    region: str
    also: tuple[str, ...]
    documents: tuple[Document, ...]
    facts: tuple[Fact, ...]

    def on(self, topic: Topic) -> tuple[Fact, ...]:
        """The facts on a topic, the heaviest first."""
        order = list(Stance)
        facts = [fact for fact in self.facts if fact.topic is topic]
        return tuple(sorted(facts, key=lambda fact: order.index(fact.stance)))


class General(StrEnum):
    """Clauses of any terms, whatever the service does: the classes of consumer law.

    They are those of the corpus that the model learned from (``terms/learned/README.md``). What
    ``changes`` and ``liability`` mean there is what the topics of those names mean here.
    """

    ARBITRATION = "arbitration"
    JURISDICTION = "jurisdiction"
    LAW = "law"
    REMOVAL = "removal"
    TERMINATION = "termination"
    BY_USE = "by-use"
    PRIVACY_INCLUDED = "privacy-included"


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence that says something on a topic: found in a text, not read by a person.

    ``quote`` is the sentence and ``line`` (from 1) where it stands in the document as it was
    given. ``score`` (0 to 1) is how sure the finder is, ``by`` is "rule" or "model".
    """

    topic: Topic | General
    stance: Stance
    quote: str
    line: int
    score: float
    by: str
