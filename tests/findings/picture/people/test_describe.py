"""Each face gets its person; a question that could not be asked is a Skip and costs no face."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace

import numpy as np
import pytest

from facevalue.core.errors import NoEngine
from facevalue.core.finding import Finding, Kind, Skip
from facevalue.core.person import Enrol, Role
from facevalue.core.places import Region
from facevalue.engines.face_finder import Face
from facevalue.findings.picture.people import child, describe, enrol, role
from facevalue.findings.picture.people.describe import ASK, QUESTIONS, Seen, described

MARKS = ((12.0, 11.0), (18.0, 11.0), (15.0, 14.0), (12.0, 18.0), (18.0, 18.0))
FACES = [Face((10.0, 10.0, 40.0, 50.0), 0.9, MARKS), Face((60.0, 10.0, 90.0, 50.0), 0.8, MARKS)]
FOUND = [
    Finding(Kind.FACE, Region(10, 10, 40, 50), 0.9, "faces", "why", None, MARKS),
    Finding(Kind.FACE, Region(60, 10, 90, 50), 0.8, "faces", "why", None, MARKS),
]
SEEN = Seen(np.full((60, 100, 3), 120, np.uint8), FACES, FOUND)


def guess(share: float | None, *, may: bool) -> SimpleNamespace:
    """An answer about an age."""
    return SimpleNamespace(child=share, may_be_child=may, says="perhaps")


@pytest.fixture
def engines(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Every question answered without a network."""
    monkeypatch.setattr(describe, "_mesh", lambda *_: None)
    monkeypatch.setattr(enrol, "verdicts", lambda *_: [(Enrol.YES, ("sharp",)), (Enrol.NO, ())])
    monkeypatch.setattr(role, "roles", lambda *_: [(Role.SUBJECT, "large")] * 2)
    answers = [guess(0.9, may=True), guess(0.1, may=False)]
    monkeypatch.setattr(child, "guesses", lambda *_: answers)
    return monkeypatch


def told(seen: Seen = SEEN) -> tuple[list[Finding], list[Skip]]:
    """Findings and skips."""
    answers = list(described(seen))
    skips = [each for each in answers if isinstance(each, Skip)]
    return [each for each in answers if isinstance(each, Finding)], skips


@pytest.mark.usefixtures("engines")
def test_every_face_gets_the_answers_that_are_its_own() -> None:
    """In the order of the faces, place and score untouched; a possible child has its kind."""
    (one, other), skips = told()
    assert skips == []
    assert (one.kind, other.kind) == (Kind.CHILD, Kind.FACE)
    assert (one.where, one.score) == (FOUND[0].where, FOUND[0].score)
    assert one.person is not None
    assert one.person.enrol is Enrol.YES
    assert one.person.enrol_because == ("sharp",)
    assert one.person.role is Role.SUBJECT
    assert other.person is not None
    assert (other.person.enrol, other.person.child) == (Enrol.NO, 0.1)


def test_too_small_to_tell_is_no_child_found(engines: pytest.MonkeyPatch) -> None:
    """The face stays a face, and its person still says that it may be a child's."""
    engines.setattr(child, "guesses", lambda *_: [guess(None, may=True)] * 2)
    for face in told()[0]:
        assert face.kind is Kind.FACE
        assert face.person is not None
        assert face.person.may_be_child


@pytest.mark.parametrize(
    ("module", "name", "by"),
    [
        (enrol, "verdicts", "recognisers"),
        (child, "guesses", "children"),
        (role, "roles", "bystanders"),
    ],
)
def test_a_missing_engine_costs_one_answer_and_no_face(
    engines: pytest.MonkeyPatch, module: object, name: str, by: str
) -> None:
    """The others are still asked, and the skip says what to install."""

    def refuse(*_: object) -> Sequence[object]:
        raise NoEngine("its weights are not here")

    engines.setattr(module, name, refuse)
    faces, skips = told()
    assert len(faces) == 2
    assert [(skip.by, skip.reason, skip.missing) for skip in skips] == [
        (by, "its weights are not here", True)
    ]
    assert by in QUESTIONS


def test_without_the_mesh_every_question_is_still_asked(engines: pytest.MonkeyPatch) -> None:
    """Its library is not in the smallest install; the answers then do without it."""

    def refuse(*_: object) -> object:
        raise NoEngine("ai-edge-litert is not installed")

    engines.setattr(describe, "_mesh", refuse)
    faces, skips = told()
    assert [(skip.by, skip.missing) for skip in skips] == [("face mesh", False)]
    assert all(face.person is not None and face.person.role for face in faces)
    assert set(ASK) < QUESTIONS


@pytest.mark.usefixtures("engines")
def test_nobody_is_described_where_nobody_was_found() -> None:
    """No face, no answer, no skip."""
    with pytest.MonkeyPatch.context() as patch:
        for module, name in ((enrol, "verdicts"), (child, "guesses"), (role, "roles")):
            patch.setattr(module, name, lambda *_: [])
        assert told(Seen(SEEN.pixels, [], [])) == ([], [])
