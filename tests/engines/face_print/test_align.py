"""Faces laid upright into a square: landmarks land where they should, at any size and turn."""

from __future__ import annotations

import cmath

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from facevalue.engines.face_print.align import aligned
from facevalue.engines.face_print.dlib_resnet import FRAME as DLIB
from facevalue.engines.face_print.fr_feature import FRAME

SIDE = 112


def spread(scale: float, turn: float, shift: complex) -> list[tuple[float, float]]:
    """The frame's landmarks in a picture, scaled, turned and moved."""
    points = [cmath.rect(scale, turn) * complex(*point) + shift for point in FRAME]
    return [(point.real, point.imag) for point in points]


def spotted(landmarks: list[tuple[float, float]], size: int, radius: float) -> NDArray[np.uint8]:
    """A black picture with a white spot on every landmark."""
    rows, columns = np.mgrid[0:size, 0:size]
    pixels = np.zeros((size, size, 3), np.uint8)
    for x, y in landmarks:
        pixels[(columns - x) ** 2 + (rows - y) ** 2 < radius**2] = 255
    return pixels


@settings(deadline=None, max_examples=30)
@given(st.floats(0.6, 6), st.floats(-3, 3))
def test_every_landmark_lands_on_its_place(scale: float, turn: float) -> None:
    """A spot on each comes out within a pixel of where the frame has it."""
    centre = 500 + 500j - cmath.rect(scale, turn) * complex(SIDE / 2, SIDE / 2)
    square = aligned(
        spotted(spread(scale, turn, centre), 1000, 4 * scale),
        spread(scale, turn, centre),
        FRAME,
        SIDE,
    )
    rows, columns = np.mgrid[0:SIDE, 0:SIDE]
    for x, y in FRAME:
        near = ((columns - x) ** 2 + (rows - y) ** 2 < 49) * square[..., 0].astype(float)
        assert near.sum() > 0
        middle = ((near * columns).sum() / near.sum(), (near * rows).sum() / near.sum())
        assert middle == pytest.approx((x, y), abs=1.0)


def test_an_upright_face_of_the_right_size_is_copied() -> None:
    """No blur where nothing has to be scaled."""
    pixels = np.random.default_rng(1).integers(0, 256, (SIDE, SIDE, 3), np.uint8)
    assert (aligned(pixels, FRAME, FRAME, SIDE) == pixels).all()


def test_a_large_face_is_averaged() -> None:
    """Noise becomes grey instead of speckles."""
    pixels = np.random.default_rng(2).integers(0, 256, (896, 896, 3), np.uint8)
    assert aligned(pixels, spread(8, 0, 0j), FRAME, SIDE)[4:-4, 4:-4].std() < 12


def test_averaging_moves_nothing() -> None:
    """Ramps of brightness to either side lie where they were: rounding shifts both alike."""
    ramp = np.broadcast_to(np.arange(192, dtype=np.uint8)[:, None], (192, 192, 3))
    wanted = 6 * np.arange(32)
    rising = aligned(ramp, spread(6, 0, 0j), FRAME, 32)[5, :, 0] - wanted
    falling = aligned(191 - ramp, spread(6, 0, 0j), FRAME, 32)[5, :, 0] - (191 - wanted)
    assert rising[2:-2] == pytest.approx(falling[2:-2], abs=1)
    assert rising[2:-2] == pytest.approx(0, abs=1)


def test_outside_of_the_picture_is_black() -> None:
    """A face at the edge is filled up, one that lies outside altogether as well."""
    pixels = np.full((60, 60, 3), 200, np.uint8)
    square = aligned(pixels, spread(1, 0, 0j), FRAME, SIDE)
    assert square[:55, :55].min() == 200
    assert square[65:].max() == 0
    assert aligned(pixels, spread(1, 0, 900 + 900j), FRAME, SIDE).max() == 0


@pytest.mark.parametrize("landmarks", [(), ((1, 2),) * 4, ((5.0, 5.0),) * 5])
def test_impossible_landmarks_are_refused(landmarks: tuple[tuple[float, float], ...]) -> None:
    """Too few, or all in one place."""
    with pytest.raises(ValueError, match="landmarks"):
        aligned(np.zeros((9, 9, 3), np.uint8), landmarks, FRAME, SIDE)


def test_the_frame_of_dlib_has_a_quarter_around_the_face() -> None:
    """Eyes at 48 and 101 of 150 pixels across: a face from brow to chin fills two thirds."""
    eye, other, _, corner, _ = DLIB
    assert (eye[0], other[0]) == pytest.approx((47.5, 100.5), abs=0.5)
    assert (eye[1], corner[1]) == pytest.approx((46.6, 103.0), abs=0.5)
