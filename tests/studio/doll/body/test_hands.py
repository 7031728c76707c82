"""Hands: five fingers that can be told apart, left and right."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.studio.doll.body.hands import HOLDS, hand
from facevalue.studio.doll.parts import Mesh

from .test_build import open_edges


def groups(mesh: Mesh, height: float) -> int:
    """How many separate shapes of the mesh there are below a height."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    below = (mesh.points[mesh.faces][:, :, 1] < height).all(1)
    faces = mesh.faces[below]
    used, index = np.unique(faces, return_inverse=True)
    pairs = index.reshape(-1, 3)
    rows, columns = np.append(pairs[:, 0], pairs[:, 1]), np.append(pairs[:, 1], pairs[:, 2])
    graph = coo_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(used),) * 2)
    return int(connected_components(graph, directed=False)[0])


def test_an_open_hand_has_four_fingers_and_a_thumb() -> None:
    """Below the knuckles of an open hand there are four fingers; the thumb is apart at the side."""
    mesh = hand("open", 0.012)
    assert groups(mesh, -0.31) == 4
    thumb = mesh.points[mesh.points[:, 2] > 0.2]
    assert len(thumb) > 20
    assert thumb[:, 1].max() > -0.2


def test_a_relaxed_hand_keeps_its_fingers_apart() -> None:
    """The tips of relaxed fingers do not melt into a mitten."""
    assert groups(hand("relaxed", 0.012), -0.28) >= 3


@pytest.mark.parametrize("kind", HOLDS)
def test_hands_are_closed_and_not_cut_off(kind: str) -> None:
    """Every kind of hand is a closed surface, so nothing reached out of its grid."""
    mesh = hand(kind, 0.014)
    assert open_edges(mesh) == 0


@pytest.mark.parametrize("kind", ["fist", "grip"])
def test_closed_hands_are_shorter(kind: str) -> None:
    """Fingers of a fist or grip are bent to the palm (-x)."""
    shut, flat = hand(kind, 0.014), hand("open", 0.014)
    assert shut.points[:, 1].min() > flat.points[:, 1].min() + 0.08
    assert shut.points[:, 0].min() < flat.points[:, 0].min() - 0.04


def test_the_right_hand_mirrors_the_left() -> None:
    """Left and right are mirror images."""
    left, right = hand("relaxed", 0.014), hand("relaxed", 0.014, right=True)
    assert np.allclose(left.points * [-1, 1, 1], right.points)
