"""Is the sentence that a fact rests on still in the text? And then: the sentence itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..core.terms import Fact, Service
from .text import Sentence, sentences


@dataclass(frozen=True, slots=True)
class Checked:
    """A fact with the sentence that it rests on; None where the text does not hold it.

    ``read`` is False where no text of its document was given, so that nothing could be checked.
    """

    fact: Fact
    sentence: Sentence | None
    read: bool

    @property
    def holds(self) -> bool:
        """Whether the sentence stands in the text; a silent fact rests on none."""
        return self.sentence is not None


def verified(service: Service, texts: Mapping[str, str]) -> tuple[Checked, ...]:
    """Every fact of a service with its sentence, found by digest in ``texts``, by document."""
    known = {name: _first_by_digest(text) for name, text in texts.items()}
    return tuple(
        Checked(fact, known.get(fact.document, {}).get(fact.digest), fact.document in known)
        for fact in service.facts
        if fact.digest
    )


def _first_by_digest(text: str) -> dict[str, Sentence]:
    """The sentences by digest; of equal ones, as in terms for several regions, the first."""
    known: dict[str, Sentence] = {}
    for each in sentences(text):
        known.setdefault(each.digest, each)
    return known


def matched(service: Service, texts: Sequence[str]) -> tuple[Checked, ...]:
    """As ``verified``, for texts of which nobody said which documents they are.

    Each text is taken for the document of which it holds most sentences; one that holds none
    is taken for every document that no other text is, so that its facts show as gone.
    """
    digests = [{each.digest for each in sentences(text)} for text in texts]
    wanted = {
        document.name: {fact.digest for fact in service.facts if fact.document == document.name}
        for document in service.documents
    }
    chosen: dict[str, str] = {}
    for text, known in zip(texts, digests, strict=True):
        hits = {name: len(wanted[name] & known) for name in wanted}
        best = max(hits, key=lambda name: hits[name])
        for name in [best] if hits[best] else wanted:
            chosen[name] = text if hits[name] or name not in chosen else chosen[name]
    return verified(service, chosen)
