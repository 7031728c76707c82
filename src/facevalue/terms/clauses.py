"""Clauses in any text of terms, offline: sentences with their topic, stance and place.

Two readers look at each sentence. Families of wording (``rules.toml``) say topic and stance; a
sparse linear model (``model.py``) that learned from labelled sentences confirms or outvotes them,
and finds what they do not know. General classes of consumer law come from a second model alone.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..core.finding import Skip
from ..core.terms import Clause, General, Stance, Topic
from .compare import HEAVY, WEIGHT
from .language import is_english
from .model import model
from .rules import by_rule, plain, stance_by_turns
from .text import Sentence, sentences

CONFIRMED = -0.8
"""A family of wording is believed when the model's score is above this."""

ALONE = 0.2
"""The model is believed without a family above this; both from ``bench/clauses.py``."""

TOGETHER = 400
"""Sentences that are scored at once: memory stays small for any document."""

GENERAL = frozenset(each.value for each in General)

OTHER_LANGUAGE = Skip(
    "terms.clauses", "the text is not in English, and only English wordings are known"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in a document, in its order; ``skips`` say what could not be looked at."""

    clauses: tuple[Clause, ...]
    sentences: int
    skips: tuple[Skip, ...] = ()


def read(document: str) -> Reading:
    """The clauses of a document; of one in another language none, and a skip that says so."""
    every = list(sentences(document))
    if not is_english(each.text for each in every):
        return Reading((), len(every), (OTHER_LANGUAGE,))
    return Reading(tuple(_found(every)), len(every))


def clauses(document: str) -> Iterator[Clause]:
    """The clauses of a document in its order: time in proportion to its length."""
    yield from read(document).clauses


def worst_first(found: Iterable[Clause]) -> tuple[Clause, ...]:
    """The heaviest stance on the heaviest topic first; equal ones as they stand in the text."""
    return tuple(sorted(found, key=lambda each: (-_heavy(each), each.line)))


def _heavy(clause: Clause) -> int:
    heavy = HEAVY.get(clause.topic, 1) if isinstance(clause.topic, Topic) else 0
    return heavy * WEIGHT[clause.stance]


def _found(every: Sequence[Sentence]) -> Iterator[Clause]:
    for start in range(0, len(every), TOGETHER):
        # One sentence more on each side: the general model looks at those around a sentence.
        before = max(start - 1, 0)
        part = every[before : start + TOGETHER + 1]
        texts = [plain(each.text) for each in part]
        topics = model("topics").scores(texts)
        general = model("general").scores(texts)
        for at in range(start - before, min(start - before + TOGETHER, len(part))):
            yield from on_topics(part[at], texts[at], topics[at])
            yield from _general(part[at], general[at])


def on_topics(sentence: Sentence, text: str, scores: Sequence[float]) -> Iterator[Clause]:
    """What a sentence, in plain ``text`` too, says on each topic.

    ``scores`` are the topic model's, in the order of the topics.
    """
    near = {topic: float(score) for topic, score in zip(Topic, scores, strict=True)}
    near = {topic: score for topic, score in near.items() if score > CONFIRMED}
    said = by_rule(text, near) if near else {}
    for topic, score in near.items():
        if topic in said:
            sure = (1 + _chance(score)) / 2
            yield Clause(topic, said[topic], sentence.text, sentence.line, sure, "rule")
        elif score > ALONE:
            stance = stance_by_turns(topic, text)
            yield Clause(topic, stance, sentence.text, sentence.line, _chance(score), "model")


def _general(sentence: Sentence, scores: Sequence[float]) -> Iterator[Clause]:
    """The general classes that are no topics: all of them give the service something."""
    known = model("general")
    for name, score in zip(known.names, map(float, scores), strict=True):
        if score > 0 and name in GENERAL:
            topic, sure = General(name), _chance(score)
            yield Clause(topic, Stance.TAKES, sentence.text, sentence.line, sure, "model")


def _chance(score: float) -> float:
    """A score of a support vector machine as a number between 0 and 1; no probability."""
    return 1 / (1 + math.exp(-2 * max(-30.0, min(30.0, score))))
