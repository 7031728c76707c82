"""The face finder: real faces are found where they are, nothing is found where nobody is."""

from __future__ import annotations

import math

import numpy as np
import pytest

from facevalue.core.errors import BadAsset
from facevalue.engines import face_finder, weights
from facevalue.engines.boxes import overlap
from facevalue.engines.centerface import Finds, free_sizes, unturned
from facevalue.engines.face_finder import Face
from facevalue.engines.views import halved, resized
from tests.photographs import astronaut, group, smaller


def test_a_portrait_has_its_one_face_where_it_is() -> None:
    """Box around the face, score near 1, eyes above the mouth, the left eye first."""
    faces = face_finder.find(astronaut())
    assert len(faces) == 1
    left, top, right, bottom = faces[0].box
    assert (160 < left < 200, 40 < top < 80, 255 < right < 290, 160 < bottom < 200) == (True,) * 4
    assert faces[0].score > 0.8
    eye, other, nose, *mouth = faces[0].landmarks
    assert eye[0] < nose[0] < other[0]
    assert max(eye[1], other[1]) < nose[1] < min(corner[1] for corner in mouth)


@pytest.mark.parametrize("scale", [0.25, 0.5, 3])
def test_a_face_is_found_at_any_size(scale: float) -> None:
    """The same face, small or large, lies at the same place of the picture."""
    size = int(512 * scale)
    rows = (np.arange(size) / scale).astype(int)
    faces = face_finder.find(astronaut()[rows][:, rows])
    assert len(faces) == 1
    assert math.isclose(faces[0].box[0] / scale, 179, abs_tol=14)


def test_a_mirrored_picture_has_the_mirrored_face() -> None:
    """Left is always left as seen in the picture."""
    eye, other, *_ = face_finder.find(np.ascontiguousarray(astronaut()[:, ::-1]))[0].landmarks
    assert eye[0] < other[0]


def roll(face: Face) -> float:
    """The angle of the line from the person's right eye to the left one, in degrees."""
    (x0, y0), (x1, y1) = face.landmarks[:2]
    return math.degrees(math.atan2(y1 - y0, x1 - x0))


def off(angle: float, wanted: float) -> float:
    """How far two angles are apart, in degrees."""
    return abs((angle - wanted + 180) % 360 - 180)


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_photo_that_lies_has_its_face_and_the_eyes_say_how_far_it_is_turned(
    quarters: int,
) -> None:
    """One face where it went, and the person's right eye first: the roll is the true one."""
    upright = face_finder.find(astronaut())[0]
    faces = face_finder.find(np.ascontiguousarray(np.rot90(astronaut(), quarters)))
    assert len(faces) == 1
    one = Finds(
        np.array([faces[0].box], np.float32),
        np.ones(1, np.float32),
        np.array([faces[0].landmarks], np.float32),
        np.zeros(1, np.int64),
    )
    back = unturned(one, quarters, 512, 512)
    assert overlap(np.array(upright.box, np.float32), back.boxes)[0] > 0.8
    assert np.allclose(back.points[0], upright.landmarks, atol=12)
    assert off(roll(faces[0]), -90 * quarters) < 20
    assert faces[0].score > 0.7


@pytest.mark.parametrize("quarters", [1, 2])
def test_a_single_lying_head_among_upright_ones_is_found_with_its_roll(quarters: int) -> None:
    """Four stand; the fifth is small and lies, where the upright looks do not find it."""
    sheet = np.full((520, 900, 3), 190, np.uint8)
    sheet[20:190, 20:700] = np.hstack([smaller(3)] * 4)[:, :680]
    sheet[250:352, 300:402] = np.rot90(smaller(5), quarters)
    rolls = [roll(face) for face in face_finder.find(sheet)]
    assert len(rolls) == 5
    assert sum(abs(each) < 20 for each in rolls) == 4
    assert sum(off(each, -90 * quarters) < 20 for each in rolls) == 1


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_small_head_in_a_photo_that_lies_is_found(quarters: int) -> None:
    """The upright looks find nothing here; the turned ones do."""
    sheet = np.full((520, 700, 3), 190, np.uint8)
    sheet[:102, 100:202] = np.rot90(smaller(5), quarters)
    (face,) = face_finder.find(sheet)
    assert off(roll(face), -90 * quarters) < 20


def test_an_empty_room_stays_empty_however_it_is_turned() -> None:
    """The further looks find nothing where nothing is."""
    import skimage.data

    for quarters in (1, 2, 3):
        assert (
            face_finder.find(np.ascontiguousarray(np.rot90(skimage.data.coffee(), quarters))) == []
        )


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_what_is_found_in_a_turned_view_is_turned_back_to_where_it_is(turn: int) -> None:
    """A marked corner of a picture and of its turned copy are one place."""
    picture = np.zeros((40, 70), np.float32)
    picture[5:9, 50:62] = 1
    row, column = np.nonzero(np.rot90(picture, turn))
    box = (column.min(), row.min(), column.max() + 1, row.max() + 1)
    seen = Finds(
        np.array([box], np.float32),
        np.ones(1, np.float32),
        np.array([[box[:2], box[2:]]], np.float32),
        np.zeros(1, np.int64),
    )
    back = unturned(seen, turn, 40, 70)
    assert back.boxes.tolist() == [[50, 5, 62, 9]]
    assert sorted(back.points[0][:, 0].tolist()) == [50, 62]


def test_what_was_half_seen_is_a_doubt_beside_the_faces() -> None:
    """Doubts are below the line, no face covers one, and ``find`` gives the faces alone."""
    sheet = group()
    tiny = smaller(32)
    sheet[300:316, 1300:1316] = tiny
    sheet[400:416, 1300:1316] = tiny
    seen = face_finder.search(sheet)
    assert seen.faces == face_finder.find(sheet)
    assert seen.doubts
    assert all(face.score >= face_finder.BELIEVED for face in seen.faces)
    boxes = np.array([face.box for face in seen.faces], np.float32)
    for doubt in seen.doubts:
        assert 0 <= doubt.score < face_finder.BELIEVED
        assert overlap(np.array(doubt.box, np.float32), boxes).max() < 0.3


def test_every_face_of_a_group_is_found() -> None:
    """Three of falling size."""
    assert len(face_finder.find(group())) == 3


@pytest.mark.parametrize("shape", [(1, 1), (5, 900), (33, 3000), (64, 64)])
def test_odd_shapes_without_a_face_have_none(shape: tuple[int, int]) -> None:
    """Neither an error nor a find."""
    assert face_finder.find(np.full((*shape, 3), 120, np.uint8)) == []


def test_photographs_without_people_have_no_face() -> None:
    """A coffee cup, a page of text, a rocket."""
    import skimage.data

    for name in ("coffee", "page", "rocket"):
        pixels = getattr(skimage.data, name)()
        pixels = np.dstack([pixels] * 3) if pixels.ndim == 2 else pixels
        assert face_finder.find(pixels) == []


def test_small_heads_in_a_large_photo_are_looked_at_from_closer() -> None:
    """Twelve faces of 30 pixels in 12 megapixels are found, or nearly all."""
    sheet = np.full((3000, 4000, 3), 140, np.uint8)
    small = smaller(4)
    for number in range(12):
        top, left = 300 + 700 * (number // 4), 400 + 900 * (number % 4)
        sheet[top : top + small.shape[0], left : left + small.shape[1]] = small
    assert len(face_finder.find(sheet)) >= 10


def test_another_model_file_is_refused() -> None:
    """The patch of the file's sizes fits one file only."""
    with pytest.raises(ValueError, match="CenterFace"):
        free_sizes(b"\x08\x04" + b"x" * 100)


def test_damaged_weights_are_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A digest that differs ends in a sentence, not in a wrong answer."""
    folder = tmp_path_factory.mktemp("assets")
    (folder / "centerface.onnx").write_bytes(b"other")
    monkeypatch.setattr(weights, "FOLDER", folder)
    with pytest.raises(BadAsset):
        weights.load("centerface.onnx")


def test_a_view_keeps_the_brightness_and_fills_up_with_black() -> None:
    """Resizing neither brightens nor darkens; sides become multiples of 64."""
    pixels = np.full((301, 407, 3), 200, np.uint8)
    view = resized(pixels, 100, 130)
    assert view.shape == (3, 128, 192)
    assert np.allclose(view[:, :100, :130], 200, atol=0.01)
    assert not view[:, 100:].any()
    assert np.allclose(halved(view)[:, :50, :65], 200, atol=0.01)
