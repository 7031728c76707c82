"""Keeping one person open: sure of them, or nobody; and references that are none are refused."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

import facevalue.engines.face_print.same as module
from facevalue.core.errors import BadChoice
from facevalue.engines import face_finder
from facevalue.engines.face_finder import Face
from facevalue.engines.face_print.catalogue import RECOGNISERS
from facevalue.engines.face_print.same import Recognition, gathered, recognised
from tests.photographs import astronaut, smaller

Pixels = NDArray[np.uint8]
BLANK: Pixels = np.full((300, 300, 3), 120, np.uint8)


def decided(
    monkeypatch: pytest.MonkeyPatch, scores: Sequence[tuple[float, float]]
) -> list[Recognition]:
    """What is answered when the recognisers give the faces these scores."""
    monkeypatch.setattr(module, "_scores", lambda *_: np.array(scores).reshape(-1, 2))
    face = face_finder.find(astronaut())[0]
    return recognised(astronaut(), [face] * len(scores), [astronaut()])


def kept(monkeypatch: pytest.MonkeyPatch, *scores: tuple[float, float]) -> list[int]:
    """The faces that are taken for the person."""
    return [one.index for one in decided(monkeypatch, scores) if one.me]


def test_the_person_is_found_among_others() -> None:
    """A smaller copy, with a place beside it that is no face at all."""
    pixels = smaller(2)
    face = face_finder.find(pixels)[0]
    moved = tuple((x - 80, y + 100) for x, y in face.landmarks)
    answers = recognised(pixels, [replace(face, landmarks=moved), face], [astronaut(), smaller(3)])
    assert [one.me for one in answers] == [False, True]
    assert [one.index for one in answers] == [0, 1]
    assert answers[1].because.startswith("both recognisers are sure")
    assert all(match.match for match in answers[1].matches)
    assert [match.recogniser for match in answers[0].matches] == [e.name for e in RECOGNISERS]


def test_one_recogniser_is_not_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is a score that only just reaches the usual lines."""
    assert kept(monkeypatch, (0.9, 0.39), (0.1, 0.2)) == []
    assert kept(monkeypatch, (0.2, 0.9)) == []
    assert kept(monkeypatch, (0.42, 0.9)) == []
    assert kept(monkeypatch, (0.46, 0.46)) == [0]
    only = decided(monkeypatch, [(0.9, 0.39)])[0].because
    assert only.startswith("only fr_feature")
    assert "not surely" in decided(monkeypatch, [(0.42, 0.9)])[0].because


def test_of_two_like_faces_none_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twins, or a brother: which of them it is cannot be told."""
    assert kept(monkeypatch, (0.6, 0.5), (0.55, 0.5), (0.1, 0.1)) == []
    assert kept(monkeypatch, (0.6, 0.5), (0.58, 0.41)) == []
    assert "none is taken" in decided(monkeypatch, [(0.6, 0.5), (0.55, 0.5)])[0].because


def test_a_face_far_ahead_is_taken_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """To both recognisers: ahead to one and behind to the other is a tie."""
    assert kept(monkeypatch, (0.45, 0.45), (0.8, 0.6)) == [1]
    assert kept(monkeypatch, (0.9, 0.46), (0.5, 0.54)) == []
    assert "much liker" in decided(monkeypatch, [(0.45, 0.45), (0.8, 0.6)])[0].because


def test_a_collage_may_show_the_person_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """If both recognisers are very sure of each; one doubtful rival, and none is taken."""
    assert kept(monkeypatch, (0.8, 0.6), (0.2, 0.1), (0.75, 0.65)) == [0, 2]
    assert kept(monkeypatch, (0.8, 0.6), (0.75, 0.65), (0.45, 0.58)) == []


def test_of_many_references_two_must_agree() -> None:
    """The likest of one or two counts; of three and more the mean of the two likest."""
    assert gathered([0.3]) == 0.3
    assert gathered([0.3, 0.7]) == 0.7
    assert gathered([0.3, 0.7, 0.1]) == pytest.approx(0.5)
    assert gathered([0.5, 0.1, 0.2, 0.9, 0.4]) == pytest.approx(0.7)


def test_faces_that_cannot_be_compared_are_not_the_person() -> None:
    """Too small, or without landmarks: said as such, with no score."""
    tiny = face_finder.find(smaller(10))[0]
    bare = Face(tiny.box, tiny.score, ())
    for one in recognised(smaller(10), [tiny, bare], [astronaut()]):
        assert not one.me
        assert [match.score for match in one.matches] == [None, None]
        assert "too small" in one.because
    assert recognised(astronaut(), [], [astronaut()]) == []


@pytest.mark.parametrize(
    ("references", "says"),
    [
        ([], "one to 5"),
        ([BLANK] * 6, "one to 5"),
        ([astronaut(), BLANK], "photo 2 shows no face"),
        ([smaller(10)], r"photo 1 is only 1\d pixels"),
    ],
)
def test_references_of_no_use_are_refused(references: list[Pixels], says: str) -> None:
    """With the number of the photo, before anything is compared."""
    with pytest.raises(BadChoice, match=says):
        recognised(astronaut(), [], references)


def test_references_of_two_people_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is in the wrong one would be left open."""
    unlike = tuple(replace(each, likeness=lambda *_: 0.1) for each in RECOGNISERS)
    monkeypatch.setattr(module, "RECOGNISERS", unlike)
    with pytest.raises(BadChoice, match="does not show the person of the others"):
        recognised(astronaut(), [], [astronaut(), smaller(2)])
    assert recognised(astronaut(), [], [astronaut()]) == []


def test_the_largest_face_of_a_reference_counts() -> None:
    """A small stranger in the background does not."""
    pixels = np.full((512, 700, 3), 90, np.uint8)
    pixels[:, :512] = astronaut()
    pixels[300:428, 560:688] = smaller(4)[:, ::-1]
    face = face_finder.find(astronaut())[0]
    assert recognised(astronaut(), [face], [pixels])[0].matches[0].score == pytest.approx(
        1, abs=0.05
    )


def test_an_answer_holds_no_print() -> None:
    """It may be logged and stored: scores, a place and a sentence."""
    face = face_finder.find(astronaut())[0]
    one = recognised(astronaut(), [face], [astronaut()])[0]
    assert len(pickle.dumps(one)) < 2000
    assert "Print" not in repr(one)
