"""From a found face to the shape of its head: what a cover has to hide."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..core.finding import Finding
from ..core.places import Region, Size

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


@dataclass(frozen=True, slots=True)
class Head:
    """An ellipse around a head, in pixels; ``tilt`` in radians, clockwise in the picture."""

    x: float
    y: float
    half_width: float
    half_height: float
    tilt: float

    def wider(self, pixels: float) -> Head:
        """The same head with that many pixels more on every side."""
        return replace(
            self, half_width=self.half_width + pixels, half_height=self.half_height + pixels
        )

    def bounds(self, size: Size) -> Region | None:
        """The box around the ellipse inside the picture; None when it lies outside."""
        cos, sin = math.cos(self.tilt), math.sin(self.tilt)
        wide = math.hypot(self.half_width * cos, self.half_height * sin)
        high = math.hypot(self.half_width * sin, self.half_height * cos)
        left, top = max(0, math.floor(self.x - wide)), max(0, math.floor(self.y - high))
        right = min(size.width, math.ceil(self.x + wide) + 1)
        bottom = min(size.height, math.ceil(self.y + high) + 1)
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
        return inside


def head_of(face: Finding, grow: float = 1.0) -> Head:
    """The head around a found face; ``grow`` enlarges it (1.0 = the usual margin)."""
    assert isinstance(face.where, Region)
    box = face.where
    tilt, up = _tilt(face), UP * box.height
    head = Head(
        (box.left + box.right) / 2 + math.sin(tilt) * up,
        (box.top + box.bottom) / 2 - math.cos(tilt) * up,
        max(box.width * WIDTH / 2, box.height * HEIGHT * 0.36, 3.0),
        max(box.height * HEIGHT / 2, 4.0),
        tilt,
    )
    return _scaled(head, max(_reach(head, box) * ROUNDING, 1.0) * grow)


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


def _scaled(head: Head, by: float) -> Head:
    return replace(head, half_width=head.half_width * by, half_height=head.half_height * by)


def _tilt(face: Finding) -> float:
    """The angle of the line through both eyes, 0 when there are no landmarks."""
    if len(face.landmarks) < 2:
        return 0.0
    (x0, y0), (x1, y1) = face.landmarks[:2]
    if math.hypot(x1 - x0, y1 - y0) < 2:
        return 0.0
    return math.atan2(y1 - y0, x1 - x0)
