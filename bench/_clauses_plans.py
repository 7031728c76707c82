"""How the two shipped models are learned: the one place for these numbers."""

from __future__ import annotations

from collections.abc import Sequence

from _clauses_data import CLASSES, Corpus, Labelled, flags_of
from _clauses_fit import Plan, fit
from _clauses_hints import HINTS
from facevalue.core.terms import Topic
from facevalue.terms.model import Model

GENERAL = Plan(cost=0.4, positive=None, most=20_000, least=2, neighbours=True, hints=HINTS)
TOPICS = Plan(cost=0.1, positive=3, most=6000, least=2, neighbours=False)


def general(corpus: Corpus, kept: Sequence[int]) -> Model:
    """The model of the general classes, from these sentences of the corpus."""
    return fit(
        [corpus.texts[at] for at in kept],
        corpus.flags[kept],
        list(CLASSES.values()),
        GENERAL,
        corpus.documents[kept],
    )


def topics(rows: list[Labelled]) -> Model:
    """The model of the project's own topics from labelled sentences."""
    names = [topic.value for topic in Topic]
    return fit([row.text for row in rows], flags_of(rows), names, TOPICS)
