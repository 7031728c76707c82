"""The faces of a look in words: one row a face, the same for the terminal and the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..core.finding import FACES, Finding, Kind, Look
from ..core.lab import FaceLab, Judged
from ..core.person import Enrol, Person, Role
from ..core.places import Region
from ..protection.lab import BODIES

ENROLS = {
    Enrol.YES: "a face matcher can keep it",
    Enrol.POORLY: "a face matcher can keep it, poorly",
    Enrol.NO: "today's matchers hardly keep it",
}
ROLES = {Role.SUBJECT: "the photo is of them", Role.BYSTANDER: "seems to be just there"}
LIMITS = f'{BODIES} "Not found" is not "not there".'


@dataclass(frozen=True, slots=True)
class FaceRow:
    """One face: ``says`` are short statements, the child's first where there is one."""

    number: int
    region: Region
    child: bool
    says: tuple[str, ...]


def faces_of(look: Look) -> list[Finding]:
    """The faces in the order of their numbers."""
    return [found for found in look.findings if found.kind in FACES]


def face_rows(look: Look) -> list[FaceRow]:
    """A row for every face of a look."""
    return [_row(number, face) for number, face in enumerate(faces_of(look), 1)]


def _row(number: int, face: Finding) -> FaceRow:
    assert isinstance(face.where, Region)
    says = (f"{face.where.height} pixels high", *_about(face.person or Person()))
    return FaceRow(number, face.where, face.kind is Kind.CHILD, says)


def _about(person: Person) -> Iterator[str]:
    if person.age_says:
        yield person.age_says
    if person.enrol is not None:
        yield _because(ENROLS[person.enrol], ", ".join(person.enrol_because))
    if person.role is not None:
        yield _because(ROLES[person.role], person.role_because)


def _because(says: str, reason: str) -> str:
    return f"{says} ({reason})" if reason else says


def lab_says(judge: Judged) -> str:
    """One recogniser's scores in a line: before, after, after JPEG and at half size."""
    after = ", ".join(
        f"{name} {_score(score)}"
        for name, score in (("JPEG", judge.jpeg), ("half size", judge.half))
    )
    return (
        f"{judge.recogniser}: {_score(judge.before)} → {_score(judge.after)} ({after}; its line "
        f"{judge.threshold:.2f})"
    )


def _score(score: float | None) -> str:
    return "nothing to compare" if score is None else f"{score:.2f}"


def worst_lab(lab: Sequence[FaceLab]) -> list[FaceLab]:
    """The face labs, those that still match first, then by the nearest score to its line."""
    return sorted(lab, key=_distance)


def _distance(face: FaceLab) -> float:
    """How far the likest score stays under its line; inf where nothing could be compared."""
    return min(
        (
            judge.threshold - score
            for judge in face.judges
            for score in (judge.after, judge.jpeg, judge.half)
            if score is not None
        ),
        default=float("inf"),
    )
