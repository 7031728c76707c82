"""The lab report: what recognisers and the face finder make of every covered face.

Measured on the written file, taken apart again: as it is, saved once more as a JPEG of quality
75, and that at half its size. Each time a recogniser looks where the face was, and at every face
that is found there; the likest counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ..core.errors import Unsafe
from ..core.finding import Finding
from ..core.lab import FaceLab, Judged
from ..core.photo import Picture
from ..photos.pixels import resaved
from .cover import Covered
from .matched import LEAST, Original, comparable, halved, near

if TYPE_CHECKING:
    from ..engines.face_print.catalogue import Recogniser

QUALITY = 75
"""Of the JPEG that services make of what they are sent: about what sharing a photo does to it."""

BODIES = (
    "Covers hide heads. Bodies, clothes, hands, tattoos, reflections, voices in a motion photo, "
    "companions and the place are as they were, and whoever knows them knows the person."
)
"""Said with every report."""


def labs(
    before: Picture,
    shown: Picture,
    faces: Sequence[Finding],
    covered: Covered,
    found: Sequence[Finding],
) -> tuple[FaceLab, ...]:
    """A report on every covered face, in the order of ``faces``; those found late come last.

    ``before`` is the photo's picture, ``shown`` that of the written file, ``faces`` the list
    whose numbers people have seen, ``found`` the faces that are found in ``shown``. Raises
    Missing when a recogniser is not here.
    """
    from ..engines.face_print.catalogue import RECOGNISERS

    asked = _ordered(faces, covered.faces)
    if not asked:
        return ()
    views = _Views(before, shown)
    judged = [views.judged(recogniser, asked, found) for recogniser in RECOGNISERS]
    reports = zip(asked, zip(*judged, strict=True), strict=True)
    return tuple(
        _report(number, face, judges, found, covered)
        for number, (face, judges) in zip(_numbers(faces, asked), reports, strict=True)
    )


def matched(reports: Iterable[FaceLab]) -> tuple[Finding, ...]:
    """The faces that a machine still recognises."""
    return tuple(report.face for report in reports if any(judge.matches for judge in report.judges))


def refuse_matched(reports: Iterable[FaceLab]) -> None:
    """Nothing is handed out in which a machine recognises a face that was to be hidden.

    Raises Unsafe when one of the reports says that.
    """
    for report in reports:
        for judge in report.judges:
            if judge.matches:
                raise Unsafe(
                    f"{judge.recogniser} still recognises face {report.number} in the written "
                    "file; nothing was handed out. The solid cover (--style solid) hides most"
                )


class _Views:
    """The pictures that are compared, each made once."""

    def __init__(self, before: Picture, shown: Picture) -> None:
        self._original = Original(before)
        again = resaved(Picture(shown.pixels), QUALITY).pixels
        self._again = resaved(Picture(before.pixels), QUALITY).pixels
        self._after = ((shown.pixels, 1.0), (again, 1.0), (halved(again), 0.5))

    def judged(
        self, recogniser: Recogniser, faces: Sequence[Finding], found: Sequence[Finding]
    ) -> list[Judged]:
        """One recogniser's scores for every face."""
        scores = self._original.scores
        before = scores(recogniser, self._again, faces, ())
        after = [scores(recogniser, view, faces, found, scale) for view, scale in self._after]
        rows = zip(before, *after, strict=True)
        return [Judged(recogniser.name, recogniser.threshold, *row) for row in rows]


def _ordered(faces: Sequence[Finding], covered: Sequence[Finding]) -> list[Finding]:
    known = [face for face in faces if face in covered]
    return [*known, *(face for face in covered if face not in known)]


def _numbers(faces: Sequence[Finding], asked: Sequence[Finding]) -> list[int]:
    """The numbers people know; faces that only the second look found go on counting."""
    known, late = list(faces), len(faces)
    numbers = []
    for face in asked:
        late += face not in known
        numbers.append(known.index(face) + 1 if face in known else late)
    return numbers


def _report(
    number: int,
    face: Finding,
    judges: tuple[Judged, ...],
    found: Sequence[Finding],
    covered: Covered,
) -> FaceLab:
    again = near(face, found)
    score = max((other.score for other in again), default=0.0)
    drawn = all(covered.hides(other) for other in again)
    verdict = _verdict(face, judges, score, drawn=drawn)
    return FaceLab(number, face, judges, (face.score, score), verdict)


def _verdict(face: Finding, judges: Sequence[Judged], score: float, *, drawn: bool) -> str:
    """What it comes to, in one or two plain sentences."""
    return f"{_recognised(face, judges)}; {_seen(score, drawn=drawn)}."


def _recognised(face: Finding, judges: Sequence[Judged]) -> str:
    matching = [judge.recogniser for judge in judges if judge.matches]
    if matching:
        return f"{' and '.join(matching)} still recognised the person: do not send this"
    silent = [judge.recogniser for judge in judges if judge.before is None]
    if len(silent) == len(judges):
        return f"Not measured: nothing could be compared for this face, {_why(face)}"
    if silent:
        others = [judge.recogniser for judge in judges if judge.before is not None]
        return (
            f"{' and '.join(others)} did not take the covered face for the person that was there "
            f"({' and '.join(silent)}: not measured, {_why(face)})"
        )
    return "No recogniser took the covered face for the person that was there"


def _why(face: Finding) -> str:
    """Why a recogniser's answer would mean nothing, whatever the cover."""
    if not comparable(face):
        return f"it was lower than {LEAST:.0f} pixels or had no clear eyes and mouth"
    return "it takes the uncovered face for an empty patch as well"


def _seen(score: float, *, drawn: bool) -> str:
    if not score:
        return "the face finder found nothing in its place"
    if drawn:
        return "what the face finder found there is the drawn cover"
    return "the face finder still found something there"
