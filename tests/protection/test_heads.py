"""The shape of a head: around the face, tilted like it, inside the picture."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.core.finding import Finding, Kind
from facevalue.core.photo import Picture
from facevalue.core.places import Region, Size
from facevalue.findings.picture.faces import FACES
from facevalue.protection.heads import extent, head_of, pose
from tests.photographs import astronaut


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


def looking(yaw: float, tilt: float = 0.0) -> Finding:
    """A face of a round head that looks to the picture's right by ``yaw`` (-1..1), tilted."""
    box = Region(200, 200, 300, 320)
    flat = [(-0.2, -0.1), (0.2, -0.1), (0.55 * yaw, 0.1), (-0.15, 0.26), (0.15, 0.26)]
    cos, sin = math.cos(tilt), math.sin(tilt)
    marks = tuple(
        (250 + 120 * (x * cos - y * sin), 260 + 120 * (x * sin + y * cos)) for x, y in flat
    )
    return Finding(Kind.FACE, box, 0.9, "faces", "why", landmarks=marks)


@given(st.floats(-1.4, 1.4))
def test_the_tilt_is_that_of_eyes_and_mouth_together(tilt: float) -> None:
    """The whole face says how it is tilted."""
    assert pose(looking(0.0, tilt))[0] == pytest.approx(tilt, abs=1e-6)


def test_a_profile_is_covered_further_behind_than_before_the_face() -> None:
    """The back of the head and the ear are on the other side of the nose."""
    size = Size(600, 600)
    left, straight, right = (head_of(looking(yaw)).bounds(size) for yaw in (-0.6, 0.0, 0.6))
    assert left is not None
    assert straight is not None
    assert right is not None
    assert left.right > straight.right + 15
    assert right.left < straight.left - 15
    assert pose(looking(0.6))[1] > 0.5
    assert pose(looking(-0.6))[1] < -0.5


def test_a_larger_head_keeps_its_middle() -> None:
    """Growing goes to all sides alike."""
    head = head_of(looking(0.3, 0.2))
    grown = head.times(1.5)
    assert (grown.x, grown.y) == (head.x, head.y)
    assert grown.half_width == pytest.approx(1.5 * head.half_width)


@given(st.integers(-3, 3))
def test_a_lying_face_is_measured_along_its_eyes(quarters: int) -> None:
    """Turned by a quarter, the sides of the box change places and the head is the same."""
    tilt = quarters * math.pi / 2
    box = Region(200, 200, 300, 320) if quarters % 2 == 0 else Region(190, 210, 310, 310)
    wide, tall = extent(face(box, tilt), tilt)
    assert wide == pytest.approx(100)
    assert tall == pytest.approx(120)


EDGES = ((222, 16), (168, 70), (276, 75), (222, 184), (262, 140))
"""Of the astronaut's head: crown, hair at both sides, chin, an ear."""


@pytest.mark.parametrize("degrees", [0, 90, 180, 270, 45])
def test_a_turned_head_is_covered_with_hair_chin_and_ears(degrees: int) -> None:
    """However a person lies in the picture, the same places of the head are hidden, and no more."""
    from skimage.transform import rotate

    pixels = (rotate(astronaut(), degrees, resize=True) * 255).astype(np.uint8)
    picture = Picture(pixels)
    whole = Region(0, 0, pixels.shape[1], pixels.shape[0])
    hidden = head_of(FACES.found(picture)[0]).mask(whole)  # without help from the person mask
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    middle = (pixels.shape[1] / 2, pixels.shape[0] / 2)
    for x, y in EDGES:
        dx, dy = x - 256, y - 256
        at = middle[0] + dx * cos + dy * sin, middle[1] + dy * cos - dx * sin
        assert hidden[round(at[1]), round(at[0])], (x, y)
    assert hidden.sum() < 0.14 * astronaut().shape[0] ** 2
