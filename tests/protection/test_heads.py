"""The shape of a head: around the face, tilted like it, inside the picture."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.core.finding import Finding, Kind
from facevalue.core.places import Region, Size
from facevalue.protection.heads import head_of


def face(box: Region, tilt: float = 0.0) -> Finding:
    """A face whose eyes lie on a line of that tilt, in radians."""
    x, y = (box.left + box.right) / 2, box.top + box.height * 0.4
    dx, dy = math.cos(tilt) * box.width / 4, math.sin(tilt) * box.width / 4
    marks = ((x - dx, y - dy), (x + dx, y + dy), (x, y), (x, y), (x, y))
    return Finding(Kind.FACE, box, 0.9, "faces", "why", landmarks=marks)


@given(
    st.integers(0, 180),
    st.integers(0, 180),
    st.integers(4, 200),
    st.integers(4, 200),
    st.floats(-3.2, 3.2),
)
def test_a_cover_hides_the_whole_box(
    left: int, top: int, width: int, height: int, tilt: float
) -> None:
    """Whatever the tilt, every pixel of the face box is under the cover."""
    size = Size(600, 600)
    box = Region(left + 100, top + 100, left + 100 + width, top + 100 + height)
    head = head_of(face(box, tilt))
    bounds = head.bounds(size)
    assert bounds is not None
    assert head.mask(box).all()


def test_a_cover_reaches_beyond_the_box_for_hair_and_ears() -> None:
    """More above than below, and at both sides."""
    box = Region(200, 200, 300, 320)
    bounds = head_of(face(box)).bounds(Size(600, 600))
    assert bounds is not None
    assert bounds.top < 160
    assert bounds.left < 180
    assert bounds.right > 320
    assert 200 - bounds.top > bounds.bottom - 320


def test_a_tilted_head_is_covered_along_its_tilt() -> None:
    """The crown moves with the tilt of the eyes."""
    box = Region(200, 200, 300, 320)
    assert head_of(face(box, 0.5)).x > head_of(face(box)).x


def test_a_head_at_the_rim_stays_inside_the_picture() -> None:
    """What lies outside is cut; a head wholly outside has no bounds."""
    bounds = head_of(face(Region(0, 0, 40, 50))).bounds(Size(50, 60))
    assert bounds is not None
    assert (bounds.left, bounds.top) == (0, 0)
    assert bounds.right <= 50
    assert bounds.bottom <= 60
    assert head_of(face(Region(900, 900, 940, 950))).bounds(Size(50, 60)) is None


def test_a_face_without_landmarks_has_an_upright_head() -> None:
    """No eyes, no tilt."""
    bare = Finding(Kind.FACE, Region(10, 10, 40, 50), 0.9, "faces", "why")
    assert head_of(bare).tilt == pytest.approx(0.0)
