"""Faces become findings: boxes inside the picture, the largest first, and no face without one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.core.errors import BadAsset, Missing, NoEngine
from facevalue.core.finding import Finding, Kind, Miss, Skip
from facevalue.core.photo import Picture
from facevalue.core.places import Region
from facevalue.engines import face_finder, weights
from facevalue.engines.face_finder import Box, Face
from facevalue.findings.picture.faces import FACES
from tests.findings.tables import CALM
from tests.photographs import astronaut, group

WIDTH, HEIGHT = 200, 100
MARKS = ((12.0, 11.0), (18.0, 11.0), (15.0, 14.0), (12.0, 18.0), (18.0, 18.0))


def looked(*boxes: Box, score: float = 0.7) -> tuple[Finding, ...]:
    """What is found in a picture of 200 x 100 in which the finder finds these boxes."""
    picture = Picture(np.zeros((HEIGHT, WIDTH, 3), np.uint8))
    faces = [Face(box, score, MARKS) for box in boxes]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(face_finder, "search", lambda _: face_finder.Search(faces, []))
        return FACES.found(picture)


@pytest.mark.parametrize(
    ("box", "region"),
    [
        ((10.0, 10.0, 20.0, 20.0), (10, 10, 20, 20)),
        ((10.4, 10.4, 19.6, 20.4), (10, 10, 20, 20)),
        ((-7.0, -3.5, 20.0, 20.0), (0, 0, 20, 20)),
        ((150.0, 60.0, 230.0, 120.0), (150, 60, 200, 100)),
        ((-9.0, -9.0, 900.0, 900.0), (0, 0, 200, 100)),
        ((50.2, 50.2, 50.4, 50.4), (50, 50, 51, 51)),
        ((199.8, 99.9, 205.0, 104.0), (199, 99, 200, 100)),
        ((-20.0, -20.0, -5.0, -5.0), (0, 0, 1, 1)),
        ((300.0, 300.0, 320.0, 320.0), (199, 99, 200, 100)),
    ],
)
def test_a_box_is_rounded_and_cut_to_the_picture(box: Box, region: tuple[int, ...]) -> None:
    """Half outside, thinner than a pixel or wholly outside: a box of at least one pixel inside."""
    (found,) = looked(box)
    assert found.where == Region(*region)


edges = st.floats(-1e6, 1e6)


@given(st.tuples(edges, edges, edges, edges))
@CALM
def test_no_box_can_break_a_look(box: Box) -> None:
    """Whatever the network answers, the face lies inside the picture and is not lost."""
    (found,) = looked(box)
    assert isinstance(found.where, Region)
    assert found.where.right <= WIDTH
    assert found.where.bottom <= HEIGHT


def test_the_largest_face_comes_first() -> None:
    """--keep largest and the numbers of faces count in this order; equal ones from the left."""
    small, right, left = (0.0, 0.0, 9.0, 9.0), (90.0, 0.0, 120.0, 30.0), (40.0, 0.0, 70.0, 30.0)
    assert [one.where for one in looked(small, right, left)] == [
        Region(40, 0, 70, 30),
        Region(90, 0, 120, 30),
        Region(0, 0, 9, 9),
    ]


def test_a_face_has_a_score_landmarks_and_no_value() -> None:
    """What the finder says is handed on; a face has no text that could leak."""
    (found,) = looked((10.0, 10.0, 20.0, 20.0), score=0.42)
    assert (found.kind, found.by, found.score) == (Kind.FACE, "faces", 0.42)
    assert found.landmarks == MARKS
    assert found.value is None
    assert "machine" in found.because


def test_without_a_face_nothing_is_found() -> None:
    """An empty answer is no error."""
    assert looked() == ()


def test_a_real_photograph_has_its_face() -> None:
    """Through the real finder: where it is, and three of falling size in their order."""
    (face,) = FACES.found(Picture(astronaut()))
    assert isinstance(face.where, Region)
    assert face.where.overlap(Region(180, 65, 272, 180)) > 0.6 * face.where.area
    areas = [
        one.where.area for one in FACES.found(Picture(group())) if isinstance(one.where, Region)
    ]
    assert areas == sorted(areas, reverse=True)
    assert len(areas) == 3


@pytest.mark.parametrize(("content", "error"), [(None, NoEngine), (b"other", BadAsset)])
def test_missing_or_damaged_weights_are_said(
    content: bytes | None,
    error: type[Missing],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """No face is claimed to be absent when the finder cannot be had."""
    if content is not None:
        (tmp_path / "centerface.onnx").write_bytes(content)
    monkeypatch.setattr(weights, "FOLDER", tmp_path)
    face_finder._session.cache_clear()
    with pytest.raises(error):
        list(FACES.look(Picture(astronaut())))
    face_finder._session.cache_clear()


def test_a_face_in_the_transparency_alone_is_found_and_covered() -> None:
    """Black all over, and a portrait on any light page: the colours are not the picture."""
    seen = 255 - astronaut().mean(2).astype(np.uint8)
    picture = Picture(np.zeros((512, 512, 3), np.uint8), seen)
    assert len(FACES.found(picture)) == 1
    assert FACES.found(Picture(picture.pixels)) == ()
    (miss,) = [each for each in FACES.look(picture) if isinstance(each, Miss)]
    assert "no face was found" not in miss.says


def test_a_look_says_of_every_face_whose_it_may_be_and_what_may_be_missing() -> None:
    """The same faces as found, in the same order, each with its person; and the risk of a miss."""
    picture = Picture(group())
    answers = list(FACES.look(picture))
    faces = [each for each in answers if isinstance(each, Finding)]
    assert [face.where for face in faces] == [face.where for face in FACES.found(picture)]
    for face in faces:
        assert face.person is not None
        assert face.person.enrol is not None
        assert face.person.role is not None
        assert face.person.child is not None
        assert face.person.age_says
    assert any(isinstance(each, Miss) for each in answers)
    assert not any(isinstance(each, Skip) for each in answers)
