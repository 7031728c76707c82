"""The measures of a face's quality move with what they are named after, and with little else."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter, rotate

from facevalue.engines import face_finder, face_mesh
from facevalue.engines.face_finder import Face
from facevalue.engines.face_quality import Quality, quality, sharpness
from tests.photographs import astronaut, smaller

Pixels = NDArray[np.uint8]


def found(pixels: Pixels) -> Face:
    """The surest face of a picture."""
    return face_finder.find(pixels)[0]


def measured(pixels: Pixels, *, with_mesh: bool = True) -> Quality:
    """The quality of the surest face."""
    face = found(pixels)
    return quality(pixels, face, face_mesh.mesh(pixels, face) if with_mesh else None)


def painted(top: float, bottom: float, colour: int) -> Quality:
    """With a bar across the face, rows by the distance from eyes (0) to mouth (1)."""
    face, pixels = found(astronaut()), astronaut().copy()
    eyes, mouth = face.landmarks[0][1], face.landmarks[3][1]
    rows = [round(eyes + share * (mouth - eyes)) for share in (top, bottom)]
    left, right = round(face.box[0]), round(face.box[2])
    pixels[rows[0] : rows[1], left:right] = colour
    return quality(pixels, face)


def test_a_good_portrait_is_good_all_over() -> None:
    """Large, sharp, lit, level, whole."""
    good = measured(astronaut())
    assert 90 < good.height < 130
    assert 35 < good.eyes_apart < 50
    assert good.sharpness > 0.4
    assert 0.3 < good.light.level < 0.8
    assert good.light.under + good.light.over < 0.1
    assert abs(good.pose.roll) < 10
    assert good.hidden.mouth < 0.5
    assert good.hidden.cut == 0
    assert good.hidden.mesh is not None
    assert good.hidden.mesh > 0.9


def test_half_the_size_is_half_as_high() -> None:
    """Height and the distance of the eyes are pixels of the picture."""
    full, half = measured(astronaut()), measured(smaller(2))
    assert half.height == pytest.approx(full.height / 2, rel=0.06)
    assert half.eyes_apart == pytest.approx(full.eyes_apart / 2, rel=0.06)


def test_blur_lowers_sharpness_and_contrast_does_not() -> None:
    """A washed-out photo is not a blurred one."""
    grey = np.random.default_rng(0).uniform(0, 255, (80, 60)).astype(np.float32)
    blurred = gaussian_filter(grey, 2)
    assert sharpness(blurred) < sharpness(gaussian_filter(grey, 1)) < sharpness(grey)
    assert sharpness(grey * np.float32(0.2) + 100) == pytest.approx(sharpness(grey), abs=0.01)
    assert sharpness(np.zeros((30, 30), np.float32)) == 0
    soft = gaussian_filter(astronaut().astype(np.float32), (4, 4, 0)).astype(np.uint8)
    assert quality(soft, found(astronaut())).sharpness < measured(astronaut()).sharpness / 2


def test_dark_is_dark_and_bright_is_bright() -> None:
    """Level and the shares at either end."""
    face = found(astronaut())
    dark = quality((astronaut() * 0.1).astype(np.uint8), face).light
    bright = quality((astronaut() / 5 + 204).astype(np.uint8), face).light
    assert dark.level < 0.1
    assert dark.under > 0.9
    assert bright.over > 0.02
    assert bright.level > 0.9
    assert bright.contrast < measured(astronaut()).light.contrast


def test_light_from_one_side_is_told() -> None:
    """One half of the face in shadow."""
    face, pixels = found(astronaut()), astronaut().copy()
    pixels[:, : round(face.landmarks[2][0])] //= 5
    assert quality(pixels, face).light.one_sided > 0.9
    assert quality(astronaut(), face).light.one_sided < 0.9


@pytest.mark.parametrize("with_mesh", [True, False])
def test_a_mirrored_face_is_turned_the_other_way(with_mesh: bool) -> None:
    """Yaw and roll change their sign, pitch does not, by mesh as by landmarks."""
    one = measured(astronaut(), with_mesh=with_mesh).pose
    other = measured(np.ascontiguousarray(astronaut()[:, ::-1]), with_mesh=with_mesh).pose
    assert other.yaw == pytest.approx(-one.yaw, abs=5)
    assert other.roll == pytest.approx(-one.roll, abs=4)
    assert other.pitch == pytest.approx(one.pitch, abs=6)


def test_a_leaning_head_has_roll() -> None:
    """Fifteen degrees clockwise are fifteen more."""
    leaning = rotate(astronaut(), -15, reshape=False, order=1)
    assert measured(leaning).pose.roll == pytest.approx(measured(astronaut()).pose.roll + 15, abs=4)


def test_a_nose_to_the_right_is_a_head_turned_to_the_right() -> None:
    """By landmarks alone."""
    face = found(astronaut())
    marks = list(face.landmarks)
    marks[2] = (marks[2][0] + 12, marks[2][1])
    turned = quality(astronaut(), replace(face, landmarks=tuple(marks))).pose
    assert turned.yaw > measured(astronaut(), with_mesh=False).pose.yaw + 20


def test_a_covered_mouth_and_dark_glasses_are_told() -> None:
    """Each by its own measure."""
    assert painted(0.5, 1.8, 210).hidden.mouth > 0.9
    assert painted(-0.3, 0.3, 10).hidden.eyes < 0.35 < painted(0.5, 1.8, 210).hidden.eyes


def test_a_face_cut_by_the_edge_is_told() -> None:
    """By its landmarks: the finder's box ends at the edge."""
    face = found(astronaut())
    until = round(face.landmarks[2][0])
    cut = quality(np.ascontiguousarray(astronaut()[:, :until]), face).hidden.cut
    assert cut == pytest.approx(0.5, abs=0.15)
