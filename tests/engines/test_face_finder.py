"""The face finder: real faces are found where they are, nothing is found where nobody is."""

from __future__ import annotations

import math

import numpy as np
import pytest

from facevalue.core.errors import BadAsset
from facevalue.engines import face_finder, weights
from facevalue.engines.centerface import free_sizes
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
