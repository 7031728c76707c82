"""Services side by side, topic by topic, the worst first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..core.terms import Fact, Service, Stance, Topic

WEIGHT = {
    Stance.TAKES: 3,
    Stance.LIMITS: 2,
    Stance.SILENT: 1,
    Stance.REFUSES: 0,
    Stance.OFFERS: 0,
}
"""How heavy a stance is: silence promises nothing, so it is worse than a refusal."""

HEAVY = {Topic.LICENCE: 3, Topic.LIKENESS: 3, Topic.TRAINING: 3, Topic.PUBLIC: 2, Topic.SHARING: 2}
"""Topics that decide what becomes of a photo; the others count once."""


@dataclass(frozen=True, slots=True)
class Row:
    """One topic: the facts of each service, in the order of the services."""

    topic: Topic
    cells: tuple[tuple[Fact, ...], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """``services`` the heaviest first, ``weights`` in the same order, ``rows`` by topic."""

    services: tuple[Service, ...]
    weights: tuple[int, ...]
    rows: tuple[Row, ...]


def weight(service: Service) -> int:
    """How much a service takes, over all topics: an order among services and nothing more."""
    return sum(HEAVY.get(topic, 1) * heaviest(service.on(topic)) for topic in Topic)


def heaviest(facts: Sequence[Fact]) -> int:
    """The weight of the heaviest of the facts on one topic."""
    return max((WEIGHT[fact.stance] for fact in facts), default=0)


def compare(services: Sequence[Service]) -> Comparison:
    """The services with their facts, worst first; topics on which they differ most come first."""
    order = tuple(sorted(services, key=lambda each: (-weight(each), each.name)))
    rows = [Row(topic, tuple(each.on(topic) for each in order)) for topic in Topic]
    rows.sort(key=_spread, reverse=True)
    return Comparison(order, tuple(weight(each) for each in order), tuple(rows))


def _spread(row: Row) -> tuple[int, int]:
    """How far the services are apart on a topic, and how heavy the worst is."""
    weights = [HEAVY.get(row.topic, 1) * heaviest(cell) for cell in row.cells]
    worst = max(weights, default=0)
    return (worst - min(weights, default=0), worst)
