"""From a found face to the shape of its head: what a cover has to hide."""

from __future__ import annotations

import cmath
import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..core.finding import Finding
from ..core.places import Region, Size
from .grid import Box, Silhouette

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WIDTH = 1.75
"""Width of the cover over the width of the face box: ears and hair at the sides stick out."""

HEIGHT = 1.65
"""Height of the cover over the height of the face box: the box ends below the hairline."""

UP = 0.12
"""How far the centre moves towards the crown, in box heights: there is more hair than neck."""

SQUARENESS = 2.5
"""Exponent of the superellipse: a little squarer than an ellipse (2), as heads with hair are."""

ROUNDING = 1.001
"""A corner exactly on the rim counts as covered whatever the last bit says."""

BEHIND = 0.42
"""How far the centre moves away from the nose at a full profile, in box heights: the face is the
front half of the head then, and the back of the head and the ear are behind it."""

YAW = 1.86
"""Radians of yaw by how far the nose lies beside the middle of the eyes, in distances from eyes to
mouth. A line through 167 faces whose face mesh was sure; its error is 3.8 degrees (one standard
deviation), up to 47 degrees."""

PITCH, LEVEL = 1.6, 0.56
"""Radians of pitch by how far down the nose lies, and where it lies in a level face. On the same
faces the error is 8 degrees of a spread of 10: a hint."""

TALL = 2.35
"""Least height of a face by the distance from eyes to mouth. Upright faces have 2.6 to 2.9; only
one that leans by half a quarter turn has a box too low for it, as its box is nearly square."""

MOST_YAW, MOST_PITCH = math.radians(75), math.radians(25)


@dataclass(frozen=True, slots=True)
class Head:
    """An ellipse around a head, in pixels; ``tilt`` in radians, clockwise in the picture.

    ``yaw`` is positive when the face looks to the picture's right, ``pitch`` when it looks
    down, both in radians. ``landmarks`` are those of the face. ``beyond`` is what of hair,
    hat and ears reaches out of the ellipse, where that is known.
    """

    x: float
    y: float
    half_width: float
    half_height: float
    tilt: float
    yaw: float = 0.0
    pitch: float = 0.0
    landmarks: tuple[tuple[float, float], ...] = ()
    beyond: Silhouette | None = None

    def wider(self, pixels: float) -> Head:
        """The head with that many pixels more on every side of its ellipse."""
        return replace(
            self, half_width=self.half_width + pixels, half_height=self.half_height + pixels
        )

    def times(self, factor: float) -> Head:
        """The same head larger or smaller, its middle where it was."""
        beyond = self.beyond and self.beyond.times(factor, (self.x, self.y))
        return replace(_scaled(self, factor), beyond=beyond)

    def bounds(self, size: Size) -> Region | None:
        """The box around the head inside the picture; None when it lies outside."""
        cos, sin = math.cos(self.tilt), math.sin(self.tilt)
        wide = math.hypot(self.half_width * cos, self.half_height * sin)
        high = math.hypot(self.half_width * sin, self.half_height * cos)
        box = (self.x - wide, self.y - high, self.x + wide, self.y + high)
        if self.beyond:
            box = _around(box, self.beyond.bounds())
        left, top = max(0, math.floor(box[0])), max(0, math.floor(box[1]))
        right = min(size.width, math.ceil(box[2]) + 1)
        bottom = min(size.height, math.ceil(box[3]) + 1)
        return Region(left, top, right, bottom) if left < right and top < bottom else None

    def mask(self, box: Region) -> NDArray[np.bool_]:
        """Which pixels of ``box`` the head covers; shape (box height, box width)."""
        import numpy as np

        down, across = np.ogrid[box.top : box.bottom, box.left : box.right]
        dx, dy = across - self.x, down - self.y
        cos, sin = math.cos(self.tilt), math.sin(self.tilt)
        along = np.abs(dx * cos + dy * sin) / self.half_width
        upward = np.abs(dy * cos - dx * sin) / self.half_height
        inside: NDArray[np.bool_] = along**SQUARENESS + upward**SQUARENESS <= 1
        return inside | self.beyond.mask(box) if self.beyond else inside


def head_of(face: Finding, grow: float = 1.0) -> Head:
    """The ellipse of the head around a found face; ``grow`` enlarges it (1.0 = as usual)."""
    assert isinstance(face.where, Region)
    box = face.where
    tilt, yaw, pitch = pose(face)
    wide, tall = extent(face, tilt)
    up, back = UP * tall, -BEHIND * math.sin(yaw) * tall
    head = Head(
        (box.left + box.right) / 2 + math.sin(tilt) * up + math.cos(tilt) * back / 2,
        (box.top + box.bottom) / 2 - math.cos(tilt) * up + math.sin(tilt) * back / 2,
        max(wide * WIDTH / 2, tall * HEIGHT * 0.36, 3.0) + abs(back) / 2,
        max(tall * HEIGHT / 2, 4.0),
        tilt,
        yaw,
        pitch,
        face.landmarks,
    )
    return _scaled(head, max(_reach(head, box) * ROUNDING, 1.0) * grow)


def extent(face: Finding, tilt: float) -> tuple[float, float]:
    """Width of a face along its eyes and its height across them, in pixels.

    A box stands upright whatever the face does: of one that lies the sides change places, and
    in between each is a mixture, as high as the landmarks ask for.
    """
    assert isinstance(face.where, Region)
    width, height = face.where.width, face.where.height
    lying = math.sin(tilt) ** 2
    wide, tall = (a + (b - a) * lying for a, b in ((width, height), (height, width)))
    if len(face.landmarks) < 5:
        return wide, tall
    right, left, _, *mouth = (complex(x, y) for x, y in face.landmarks[:5])
    needs = TALL * abs(mouth[0] + mouth[1] - right - left) / 2
    return wide, max(tall, min(needs, 1.2 * max(width, height)))


def pose(face: Finding) -> tuple[float, float, float]:
    """Tilt, yaw and pitch of a face by its landmarks, in radians; 0 where they do not tell.

    The tilt goes by the line of the eyes and by the line from eyes to mouth, each as far as
    it is long: in a profile both eyes are nearly one point.
    """
    if len(face.landmarks) < 5:
        return 0.0, 0.0, 0.0
    right, left, nose, *mouth = (complex(x, y) for x, y in face.landmarks[:5])
    eyes, down = (right + left) / 2, (mouth[0] + mouth[1]) / 2 - (right + left) / 2
    level = (left - right) + down * -1j
    if abs(level) < 2:
        return 0.0, 0.0, 0.0
    level /= abs(level)
    if abs(down) < 2:
        return cmath.phase(level), 0.0, 0.0
    beside = (nose - eyes) / level / abs(down)
    yaw = max(-MOST_YAW, min(YAW * beside.real, MOST_YAW))
    pitch = max(-MOST_PITCH, min(PITCH * (beside.imag - LEVEL), MOST_PITCH))
    return cmath.phase(level), yaw, pitch


def _reach(head: Head, box: Region) -> float:
    """How much the head must grow so that all four corners of the face box lie under it."""
    cos, sin = math.cos(head.tilt), math.sin(head.tilt)
    worst = 0.0
    for x in (box.left, box.right):
        for y in (box.top, box.bottom):
            dx, dy = x - head.x, y - head.y
            along = abs(dx * cos + dy * sin) / head.half_width
            upward = abs(dy * cos - dx * sin) / head.half_height
            worst = max(worst, (along**SQUARENESS + upward**SQUARENESS) ** (1 / SQUARENESS))
    return worst


def _around(one: Box, other: Box) -> Box:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )


def _scaled(head: Head, by: float) -> Head:
    return replace(head, half_width=head.half_width * by, half_height=head.half_height * by)
