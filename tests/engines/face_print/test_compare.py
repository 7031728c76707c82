"""Comparing a photo with a picture made of it: the likest face counts, and none is no match."""

from __future__ import annotations

import sys

import numpy as np
import pytest
from numpy.typing import NDArray

import facevalue.engines.face_print.compare as module
from facevalue.core.errors import NoEngine
from facevalue.engines import face_finder, weights
from facevalue.engines.face_print.compare import compare
from tests.photographs import astronaut, group, smaller

BLANK: NDArray[np.uint8] = np.full((300, 300, 3), 120, np.uint8)


def test_the_same_person_is_matched_by_all() -> None:
    """A smaller copy among others, without a word on where the faces are."""
    for match in compare(astronaut(), smaller(2)):
        assert match.match
        assert match.score is not None
        assert match.score > match.threshold + 0.2


def test_a_picture_without_a_face_gives_no_score() -> None:
    """Nor does a photo without one: nothing compared is said as None, not as a low score."""
    assert [match.score for match in compare(astronaut(), BLANK)] == [None, None]
    assert [match.score for match in compare(BLANK, astronaut())] == [None, None]
    assert not any(match.match for match in compare(astronaut(), BLANK))


def test_a_known_place_is_compared_where_no_face_is_found() -> None:
    """A figure that the finder takes for no face still gets its score."""
    place = face_finder.find(smaller(2))[0].landmarks
    for match in compare(astronaut(), BLANK, known=[place]):
        assert match.score is not None
        assert not match.match


def test_the_likest_face_counts() -> None:
    """A face that the picture holds beside the known place is not overlooked."""
    elsewhere = tuple((x + 600, y + 200) for x, y in face_finder.find(smaller(2))[0].landmarks)
    alone = compare(astronaut(), BLANK, known=[elsewhere])
    for match, low in zip(compare(astronaut(), group(), known=[elsewhere]), alone, strict=True):
        assert match.match
        assert match.score is not None
        assert low.score is not None
        assert match.score > low.score


def test_a_face_is_laid_out_once() -> None:
    """Where the finder sees the known face, its landmarks count: a second guess would add luck."""
    place = face_finder.find(smaller(2))[0].landmarks
    askew = tuple((x + 4, y - 3) for x, y in place)
    assert compare(astronaut(), smaller(2), known=[askew]) == compare(astronaut(), smaller(2))


def test_the_person_asked_for_is_compared() -> None:
    """Not the largest face of the photo, when landmarks say whom."""
    right = face_finder.find(astronaut())[0].landmarks
    wrong = tuple((x + 150, y + 150) for x, y in right)
    assert all(match.match for match in compare(astronaut(), astronaut(), [right]))
    assert not any(match.match for match in compare(astronaut(), astronaut(), [wrong]))


def test_faces_too_small_to_tell_are_not_compared() -> None:
    """On either side: a low score of ten pixels would say nothing about the person."""
    tiny = smaller(10)
    assert face_finder.find(tiny)
    assert [match.score for match in compare(tiny, astronaut())] == [None, None]
    assert [match.score for match in compare(astronaut(), tiny)] == [None, None]


def test_the_own_face_of_a_picture_is_compared_however_small() -> None:
    """Its place is known, and the picture is what will be posted."""
    tiny = smaller(10)
    place = face_finder.find(tiny)[0].landmarks
    assert None not in [match.score for match in compare(astronaut(), tiny, known=[place])]


def test_the_height_by_landmarks_is_that_of_the_finder() -> None:
    """Within a sixth, so that LEAST means pixels of a face."""
    face = face_finder.find(astronaut())[0]
    tall = face.box[3] - face.box[1]
    assert module.height(face.landmarks) == pytest.approx(tall, rel=1 / 6)


def test_nothing_of_a_print_is_kept() -> None:
    """After the call no module of the package holds an array of a print's length."""
    compare(astronaut(), smaller(2))
    for name, each in sys.modules.items():
        if name.startswith("facevalue."):
            for value in vars(each).values():
                assert not (isinstance(value, np.ndarray) and value.shape in ((128,), (512,)))


def test_missing_weights_are_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Rather than a receipt that nobody signed."""
    from facevalue.engines.face_print import dlib_resnet

    place = face_finder.find(astronaut())[0].landmarks
    dlib_resnet._session.cache_clear()
    monkeypatch.setattr(weights, "FOLDER", tmp_path_factory.mktemp("assets"))
    with pytest.raises(NoEngine):
        compare(astronaut(), astronaut(), [place], [place])
