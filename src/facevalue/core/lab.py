"""The lab report: what two recognisers and a face finder make of every covered face."""

from __future__ import annotations

from dataclasses import dataclass

from .finding import Finding


@dataclass(frozen=True, slots=True)
class Judged:
    """One recogniser's scores for one face against its original, on its own scale.

    ``threshold`` is where it says "the same person". ``before`` is the original against itself
    saved once more, ``after`` the written file, ``jpeg`` that saved as a JPEG of quality 75,
    ``half`` that at half its size. None where there was no face to compare.
    """

    recogniser: str
    threshold: float
    before: float | None
    after: float | None
    jpeg: float | None
    half: float | None

    @property
    def matches(self) -> bool:
        """Whether any of the scores after says: the same person."""
        scores = (self.after, self.jpeg, self.half)
        return any(score is not None and score >= self.threshold for score in scores)


@dataclass(frozen=True, slots=True)
class FaceLab:
    """What was measured about one covered face.

    ``number`` is the face's number in the list of the check, ``found`` the finder's score for
    it before and after (0 when it finds nothing there), ``verdict`` a plain sentence.
    """

    number: int
    face: Finding
    judges: tuple[Judged, ...]
    found: tuple[float, float]
    verdict: str
