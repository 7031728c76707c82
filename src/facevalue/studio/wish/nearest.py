"""What stands nearest to words that no catalogue has: by meaning, not by letters.

Every word of the catalogues is a direction (``engines/sentence.py``); the row of the one that
points most alike is the nearest. Making the directions takes 3 CPU-s for things and 1 for
jobs, so they are made when first needed and kept: in this process, and in a file if there is
a folder for it. Only the catalogue's words are kept, never a person's.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy as np

from ...core.errors import Missing
from ...engines import weights
from ...engines.sentence import MODEL, WIDTH, Floats, directions
from . import catalogue
from .catalogue import Job, Row

Pairs = tuple[tuple[str, ...], tuple[str, ...]]
"""Names of rows and one word of each, as long as one another."""


@dataclass(slots=True)
class Nearest:
    """Looks in the catalogues by meaning; ``kept`` is a folder for directions, or None.

    Where the model is not here nothing is near (a cosine of -1), and ``missing`` says why.
    """

    kept: Path | None = None
    missing: str = ""

    def thing(self, phrase: str) -> tuple[Row, float]:
        """The thing whose words mean the most similar, and the cosine, -1..1."""
        name, _, alike = self._best(phrase, _thing_words)
        return catalogue.things()[name], alike

    def job(self, phrase: str) -> tuple[Job, float]:
        """The family whose jobs mean the most similar, and the cosine, -1..1."""
        name, _, alike = self._best(phrase, _job_words)
        return next(job for job in catalogue.jobs() if job.name == name), alike

    def job_word(self, phrase: str) -> tuple[str, float]:
        """The job that means the most similar, in the singular, and the cosine, -1..1."""
        _, word, alike = self._best(phrase, _job_words)
        return word, alike

    def _best(self, phrase: str, words: Callable[[], Pairs]) -> tuple[str, str, float]:
        names, said = words()
        try:
            alike = _directions(said, self.kept) @ directions([phrase])[0]
        except Missing as error:
            self.missing = str(error)
            return names[0], said[0], -1.0
        best = int(alike.argmax())
        return names[best], said[best], float(alike[best])


@cache
def _thing_words() -> Pairs:
    return _pairs([(row.name, (row.label, *row.words)) for row in catalogue.things().values()])


@cache
def _job_words() -> Pairs:
    return _pairs([(job.name, job.words) for job in catalogue.jobs()])


def _pairs(rows: Sequence[tuple[str, Sequence[str]]]) -> Pairs:
    """Rows and their words, each word once."""
    owners: dict[str, str] = {}
    for name, words in rows:
        for word in words:
            owners.setdefault(catalogue.folded(word), name)
    return tuple(owners.values()), tuple(owners)


@cache
def _directions(words: tuple[str, ...], kept: Path | None) -> Floats:
    """The directions of a catalogue's words, from the folder if they are there."""
    if kept is None:
        return directions(words)
    key = "\n".join((weights.asset(MODEL).sha256, *words))
    file = kept / f"words-{sha256(key.encode()).hexdigest()[:32]}.npy"
    found = _read(file, len(words))
    if found is None:
        found = directions(words)
        _write(file, found)
    return found


def _read(file: Path, count: int) -> Floats | None:
    """What the file holds; None when it is not there, damaged or of another shape."""
    try:
        stored = np.load(file, allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return None
    if stored.shape != (count, WIDTH) or stored.dtype != np.float16:
        return None
    found: Floats = stored.astype(np.float32)
    return found


def _write(file: Path, found: Floats) -> None:
    """All of the file or nothing; a folder that cannot be written is no reason to stop."""
    part = ""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(suffix=".part", dir=file.parent)
        with os.fdopen(handle, "wb") as stream:
            np.save(stream, found.astype(np.float16))
        Path(part).replace(file)
    except OSError:
        if part:
            Path(part).unlink(missing_ok=True)
