"""What the doll wears and has for its job."""

from __future__ import annotations

from collections.abc import Iterable

from .catalogue import Job, Row, folded, is_job, known_part, thing_of, things
from .hobbies import ALIKE, by_words
from .known import Known
from .nearest import Nearest
from .private import listed

SAME = 0.64
"""Cosine from which two jobs are much the same."""


def dress(known: Known) -> None:
    """Clothes and things of the job; an unknown one gets those of the most similar."""
    if known.family:
        _as_family(known, _closer(known.job, known.family, known.near))
    elif known.job.isascii() and known.job:
        _as_similar(known)
    known.outfit = known.worn or known.outfit


def _as_family(known: Known, family: Job) -> None:
    own = by_words(known.about) if known.about else _own(known.job)
    first, *more = (things()[name] for name in family.things)
    known.outfit = family.outfit
    known.job_rows = _each((own, first, None if own else _side(known.job), *more))


def _own(job: str) -> Row | None:
    """The thing of a job or of its last words, at least as many as tell its family."""
    words = job.split()
    least = len(known_part(job).split())
    tails = (" ".join(words[start:]) for start in range(max(1, len(words) - least + 1)))
    return next((row for row in map(thing_of, tails) if row), None)


def _as_similar(known: Known) -> None:
    family, alike = known.near.job(known.job)
    row, closeness = known.near.thing(known.job)
    own = by_words(known.about) if known.about else thing_of(known.job)
    more = [things()[name] for name in family.things] if alike >= ALIKE else []
    known.outfit = family.outfit if alike >= ALIKE else known.outfit
    known.job_rows = _each((own, row if closeness >= ALIKE else None, *more))


def _each(rows: Iterable[Row | None]) -> tuple[Row, ...]:
    """The rows that there are, each once."""
    return tuple(dict.fromkeys(row for row in rows if row))


def _closer(job: str, family: Job, near: Nearest) -> Job:
    """The family of a job whose last word says little ("gym assistant"): the most similar one."""
    words = folded(job).split()
    if len(words) < 2 or is_job(job) or words[-1] not in listed("heads") or not job.isascii():
        return family
    found, alike = near.job(job)
    return found if alike >= SAME else family


def _side(job: str) -> Row | None:
    """The thing of what stands before a job's last word ("history" professor)."""
    words = job.split()
    return by_words(" ".join(words[:-1])) if len(words) > 1 and not is_job(job) else None
