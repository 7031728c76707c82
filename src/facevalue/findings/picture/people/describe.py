"""Every face with its person: enrolled how well, subject or bystander, perhaps a child."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ....core.errors import Missing
from ....core.finding import Answer, Finding, Kind, Skip
from ....core.person import Person

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ....engines.face_finder import Face
    from ....engines.face_mesh import FaceMesh

CHILDLIKE = "a machine finds a face here, and it could be a child's"

LEAST = 12.0
"""Faces lower than this, in pixels, get no mesh: its network would only guess."""

MESH, RECOGNISERS, CHILDREN, BYSTANDERS = "face mesh", "recognisers", "children", "bystanders"
QUESTIONS = frozenset({MESH, RECOGNISERS, CHILDREN, BYSTANDERS})
"""Whose Skip says that a question about people could not be asked; faces are found all the same."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Faces with their findings and the pixels (height x width x 3, uint8) that show them."""

    pixels: NDArray[np.uint8]
    faces: Sequence[Face]
    findings: Sequence[Finding]


def described(seen: Seen) -> Iterator[Answer]:
    """The findings with their persons; a Skip for every question that could not be asked."""
    if not seen.faces:
        return
    people = [Person() for _ in seen.faces]
    meshes: list[FaceMesh | None] = [None] * len(seen.faces)
    try:
        meshes = [_mesh(seen.pixels, face) for face in seen.faces]
    except Missing as error:
        # Every question can be asked without it, a little worse: nothing is missing for an answer.
        yield Skip(MESH, f"ages and poses are judged by five landmarks only: {error}")
    for name, ask in ASK.items():
        try:
            people = ask(people, seen, meshes)
        except Missing as error:
            yield Skip(name, str(error), missing=True)
    for finding, person in zip(seen.findings, people, strict=True):
        yield _finding(finding, person)


def _mesh(pixels: NDArray[np.uint8], face: Face) -> FaceMesh | None:
    from ....engines.face_mesh import mesh

    return mesh(pixels, face) if face.box[3] - face.box[1] >= LEAST else None


def _enrolled(people: list[Person], seen: Seen, meshes: Sequence[FaceMesh | None]) -> list[Person]:
    from .enrol import verdicts

    told = verdicts(seen.pixels, seen.faces, meshes)
    return [
        replace(person, enrol=verdict, enrol_because=because)
        for person, (verdict, because) in zip(people, told, strict=True)
    ]


def _aged(people: list[Person], seen: Seen, meshes: Sequence[FaceMesh | None]) -> list[Person]:
    from .child import guesses

    told = guesses(seen.pixels, seen.faces, meshes)
    return [
        replace(person, child=one.child, may_be_child=one.may_be_child, age_says=one.says)
        for person, one in zip(people, told, strict=True)
    ]


def _placed(people: list[Person], seen: Seen, meshes: Sequence[FaceMesh | None]) -> list[Person]:
    from .role import roles

    told = roles(seen.pixels, seen.faces, meshes)
    return [
        replace(person, role=role, role_because=because)
        for person, (role, because) in zip(people, told, strict=True)
    ]


ASK = {RECOGNISERS: _enrolled, CHILDREN: _aged, BYSTANDERS: _placed}
"""The questions in their order, by name."""


def _finding(finding: Finding, person: Person) -> Finding:
    if not person.may_be_child or person.child is None:  # too small to tell is no child found
        return replace(finding, person=person)
    return replace(finding, kind=Kind.CHILD, because=CHILDLIKE, person=person)
