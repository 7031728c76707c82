"""Parts are moved, turned and coloured as one expects."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.studio.doll.colours import hexadecimal, linear, mixed, rgb
from facevalue.studio.doll.parts import Mesh, rotation


def test_placing_scales_then_turns_then_moves() -> None:
    """A point one to the right, doubled, turned a quarter about y, moved up."""
    mesh = Mesh(
        np.array([[1, 0, 0]], np.float32),
        np.zeros((0, 3), np.int32),
        np.array([[1, 0, 0]], np.float32),
    )
    moved = mesh.placed((0, 5, 0), rotation(0, 90, 0), 2.0)
    assert moved.points[0] == pytest.approx([0, 5, -2], abs=1e-6)
    assert moved.normals[0] == pytest.approx([0, 0, -1], abs=1e-6)
    assert mesh.points[0] == pytest.approx([1, 0, 0])


@pytest.mark.parametrize("angles", [(10, 20, 30), (-170, 0, 90), (0, 0, 0)])
def test_rotations_keep_lengths_and_handedness(angles: tuple[float, float, float]) -> None:
    """Orthonormal with determinant one: a mirrored part would be inside out."""
    turn = rotation(*angles)
    assert turn @ turn.T == pytest.approx(np.eye(3), abs=1e-6)
    assert np.linalg.det(turn) == pytest.approx(1, abs=1e-6)


def test_bounds_hold_every_point() -> None:
    """Lowest and highest corner."""
    points = np.array([[0, 2, -1], [3, -4, 1]], np.float32)
    low, high = Mesh(points, np.zeros((0, 3), np.int32), points).bounds()
    assert low.tolist() == [0, -4, -1]
    assert high.tolist() == [3, 2, 1]


@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#c98d68", "#0a0b0c"])
def test_colours_survive_the_way_there_and_back(colour: str) -> None:
    """Text to numbers to text."""
    assert hexadecimal(rgb(colour)) == colour


def test_mixing_ends_at_both_colours() -> None:
    """No share is the first, a whole share the second."""
    assert mixed("#102030", "#ffeedd", 0) == "#102030"
    assert mixed("#102030", "#ffeedd", 1) == "#ffeedd"


def test_linear_light_is_that_of_the_standard() -> None:
    """Mid grey #bcbcbc is half of white's light (IEC 61966-2-1)."""
    assert linear("#bcbcbc") == pytest.approx([0.5] * 3, abs=0.005)
    assert linear("#ffffff") == pytest.approx([1, 1, 1])


@pytest.mark.parametrize("wrong", ["", "red", "#12345", "#12345g", "#1234567", "# 12345"])
def test_other_than_six_digits_is_no_colour(wrong: str) -> None:
    """A colour from the command line is checked before it is used."""
    with pytest.raises(ValueError, match=r".+"):
        rgb(wrong)
