"""Blocks around things and words, and none elsewhere."""

from __future__ import annotations

import numpy as np

from facevalue.studio.doll.render.apart import BLOCK, EDGE, REACH, apart
from facevalue.studio.doll.render.camera import framed
from facevalue.studio.doll.render.settings import Settings
from tests.studio.doll.render.sample import scene, square

VIEW = framed(scene().extents, Settings(301, 403, 4))


def test_a_block_is_apart_where_a_triangle_reaches() -> None:
    """Inside the square and its reach all of it, further away than a block nothing."""
    mesh = square(0.3, 0.2)
    for things, prints, share in (([mesh], [], REACH), ([], [mesh], EDGE)):
        found = apart(things, prints, VIEW)
        assert found.shape == (403, 301)
        seen, reach = VIEW.project(mesh.points), share * VIEW.height
        (left, top), (right, low) = seen.min(0) - reach, seen.max(0) + reach
        assert found[int(top) : int(low), int(left) : int(right)].all()
        outside = np.ones_like(found)
        rows = slice(int(top) - BLOCK, int(low) + BLOCK + 1)
        outside[rows, int(left) - BLOCK : int(right) + BLOCK + 1] = False
        assert not found[outside].any()


def test_what_is_outside_of_the_picture_marks_nothing_in_it() -> None:
    """A mesh beyond an edge does not wrap around to the other one."""
    assert not apart([square(0.2, 0.0, 30.0)], [], VIEW)[100:].any()
    assert not apart([], [], VIEW).any()
