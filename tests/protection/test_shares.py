"""Which head a pixel belongs to where covers meet."""

from __future__ import annotations

import numpy as np

from facevalue.core.places import Region, Size
from facevalue.protection.heads import head_of
from facevalue.protection.shares import shared
from tests.protection.test_heads import face


def test_every_pixel_of_every_head_has_one_owner() -> None:
    """The cells together are the heads together, and each middle is its own head's."""
    size = Size(400, 300)
    heads = [head_of(face(Region(x, 100, x + 60, 175))) for x in (100, 165, 250)]
    hidden, cells = shared(heads, size)
    whole = Region(0, 0, 400, 300)
    union = np.any([head.mask(whole) for head in heads], 0)
    assert ((cells >= 0) == union).all()
    assert (hidden | ~union).all()
    assert [int(cells[round(h.y), round(h.x)]) for h in heads] == [0, 1, 2]


def test_a_head_outside_the_picture_owns_nothing() -> None:
    """It is no error, and nobody else's number changes."""
    heads = [head_of(face(Region(900, 900, 940, 950))), head_of(face(Region(20, 20, 60, 70)))]
    _, cells = shared(heads, Size(100, 100))
    assert set(np.unique(cells)) == {-1, 1}
