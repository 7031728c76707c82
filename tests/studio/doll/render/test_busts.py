"""A head rendered alone and cut out."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.studio.doll.parts import Material, Part
from facevalue.studio.doll.render.busts import busts, neck, turn
from facevalue.studio.doll.shapes.turned import lathe


def test_a_pose_turns_to_the_right_and_down() -> None:
    """The tip of the nose goes where the pose says."""
    nose = np.array([0.0, 0.0, 1.0])
    assert (turn((40.0, 0.0)) @ nose)[0] > 0.6
    assert (turn((0.0, 12.0)) @ nose)[1] < -0.2


def test_a_head_is_cut_out_and_its_parts_are_told_apart() -> None:
    """Covered where the ball is, skin on it, hair on the cap, nothing beside it."""
    pytest.importorskip("mitsuba")
    angles = np.linspace(-np.pi / 2, np.pi / 2, 17)
    ball = lathe(np.stack([np.cos(angles), np.sin(angles)], 1))
    cap = lathe(np.array([(0.0, 0.6), (1.1, 0.6), (0.8, 1.2), (0.0, 1.3)]))
    parts = [
        Part("skin", ball, Material("#c08060")),
        Part("hair", cap, Material("#402010")),
        Part("neck", neck().mesh, Material("#c08060")),
    ]
    (shown,) = busts(parts, [(0.0, 0.0)], (1, 2, 1), 64, None)
    assert shown.shape == (64, 64, 6)
    assert shown[2, 2, 3] == 0
    middle, top = shown[32, 32], shown[13, 32]
    assert middle[3] == 255
    assert (middle[4], middle[5]) == (255, 0)
    assert (top[4], top[5]) == (0, 255)
    assert int(middle[0]) > int(middle[2]) + 20
