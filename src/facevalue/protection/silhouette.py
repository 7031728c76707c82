"""What of hair, hat, ears and beard reaches out of the ellipse around a head.

A network says which pixels belong to a person (``engines/person_mask``); here the part above the
shoulders is taken, and below the chin what has the colour of the hair or headscarf. Where the
answer is of no use (a crowd, a small face, the network not installed) there is no silhouette and
the ellipse alone is the cover.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..core.errors import Missing
from ..core.finding import Finding
from ..core.places import Region
from .grid import SIDE, Silhouette, joined, softened
from .heads import extent, pose

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Mask = NDArray[np.bool_]

WINDOW = 4.2
"""Side of the square that is looked at, in heights of the face: head and shoulders fill it."""

SMALL = 24
"""A face lower than this, in pixels, has the ellipse alone."""

LEAST_FILLED = 0.55
"""The share of the face box that must be person, else the network did not see the head."""

MOST_FILLED = 0.8
"""From this share of person all around the head the network does not tell it from others."""

WIDE, HIGH = 1.3, 1.75
"""No hair or hat is followed further than this from the middle of the face, sideways and up, in
heights of the face."""

SHOULDERS, EARS, ASIDE = 0.36, 0.0, 0.3
"""A person's pixels count as head down to the first, in heights of the face from its middle: a
little above the chin. Below the second only so far (the third) beside the face: a raised shoulder
or a neighbour is further out."""

HANGING = 1.5
"""Hair is followed so far below the chin, in heights of the face."""

MUCH, SHORT = 1.1, 0.45
"""When more than this (in squares of a face height) below the chin has the colour of the hair, it
is clothes of that colour: then it is followed only so far below the chin."""

ALIKE = 26.0
"""How far a colour may be from one of the hair's (distance in RGB, 0..441)."""

SHADOW, OTHER = 0.45, 0.17
"""Skin in shadow has the face's colour times a number; down to the first it counts as skin, if it
is no further beside that line than the second, as a share of its brightness: else neck and chest
are taken for hair."""

LEAST_HAIR = 0.05
"""So much hair or scarf (in squares of a face height) must be seen to know its colour."""

EDGE = 0.06
"""How much is added around, in heights of the face, for loose hair."""


def silhouette(
    pixels: NDArray[np.uint8], face: Finding, tilt: float, others: Sequence[Finding]
) -> Silhouette | None:
    """The head of one face with its hair or hat; None where nothing useful is seen.

    ``others`` are the other faces of the picture: what is nearer to them is not this head's.
    """
    assert isinstance(face.where, Region)
    box = face.where
    if max(box.width, box.height) < SMALL:
        return None
    from ..engines import person_mask

    wide, tall = extent(face, tilt)
    middle = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    place = Silhouette(middle, tilt, WINDOW * tall / SIDE, _nothing())
    try:
        fine = person_mask.mask(pixels, middle, tilt, WINDOW * tall)
    except Missing:
        return None
    person = fine.reshape(SIDE, 2, SIDE, 2).mean((1, 3))
    view = _View(place, tall, wide / tall, person, others)
    return view.shaped(pixels)


class _View:
    """One face's surroundings on the grid: ``x`` and ``y`` in heights of the face."""

    def __init__(
        self, place: Silhouette, tall: float, wide: float, person: Floats, others: Sequence[Finding]
    ) -> None:
        import numpy as np

        self.place, self.person = place, person
        self.unit = SIDE / WINDOW
        row = (np.arange(SIDE) - SIDE / 2 + 0.5) / self.unit
        self.x, self.y = row[None, :], row[:, None]
        self.half = wide / 2
        self.own = self._nearest(tall, others)

    def shaped(self, pixels: NDArray[np.uint8]) -> Silhouette | None:
        """The head above the shoulders, and hair below; None when the mask is of no use."""
        seen = (self.person > 0.5) & self.own
        face = (abs(self.x) < self.half) & (abs(self.y) < 0.5)
        if seen[face].mean() < LEAST_FILLED or self._drowned():
            return None
        reach = (self.x / WIDE) ** 2 + (self.y.clip(None, 0) / HIGH) ** 2 < 1
        beside = (self.y < EARS) | (abs(self.x) < self.half + ASIDE)
        head = joined(seen & reach & beside & (self.y < SHOULDERS), face & seen)
        head = head | self._hanging(seen, head, pixels)
        return replace(self.place, field=softened(head, max(1, round(EDGE * self.unit))))

    def _drowned(self) -> bool:
        """Whether all around the head is person too: then nothing is told apart."""
        round_it = (self.x / 1.3) ** 2 + ((self.y + 0.15) / 1.5) ** 2
        ring = (round_it > 0.75) & (round_it < 1) & (self.y < 0.1)
        return bool((self.person[ring] > 0.5).mean() > MOST_FILLED)

    def _hanging(self, seen: Mask, head: Mask, pixels: NDArray[np.uint8]) -> Mask:
        """What hangs down beside the face and has the colour of the hair, not of the skin."""
        import numpy as np

        colours = _shown(pixels, self.place)
        skin = np.median(colours[(abs(self.x) < self.half / 2) & (abs(self.y) < 0.25)], 0)
        unlike = ~_skinny(colours, skin)
        beside = (abs(self.x) > self.half * 1.08) | (self.y < -0.58)
        crown = head & beside & unlike & (self.y < 0.2) & (self.person > 0.8)
        if crown.sum() < LEAST_HAIR * self.unit**2:
            return np.zeros_like(head)
        alike = _alike(colours, colours[crown]) & seen & unlike & (abs(self.x) < WIDE)
        strands = alike & (abs(self.x) > self.half * 0.9) & (self.y > 0.1) & (self.y < SHOULDERS)
        found = joined(alike & (self.y > 0.1) & (self.y < 0.5 + HANGING), strands & head)
        if found.sum() > MUCH * self.unit**2:
            found &= self.y < 0.5 + SHORT
        return found

    def _nearest(self, tall: float, others: Sequence[Finding]) -> Mask:
        """What is nearer to this face than to any other, each by its own size."""
        import numpy as np

        cos, sin = math.cos(self.place.tilt), math.sin(self.place.tilt)
        mine, own = self.x**2 + self.y**2, np.ones((SIDE, SIDE), bool)
        for other in others:
            assert isinstance(other.where, Region)
            box = other.where
            dx = ((box.left + box.right) / 2 - self.place.centre[0]) / tall
            dy = ((box.top + box.bottom) / 2 - self.place.centre[1]) / tall
            if math.hypot(dx, dy) < WINDOW:
                x, y = dx * cos + dy * sin, dy * cos - dx * sin
                size = extent(other, pose(other)[0])[1] / tall
                own &= mine <= ((self.x - x) ** 2 + (self.y - y) ** 2) / size**2
        return own


def _nothing() -> Floats:
    import numpy as np

    return np.zeros((SIDE, SIDE), np.float32)


def _shown(pixels: NDArray[np.uint8], place: Silhouette) -> Floats:
    """The colours of the window on the grid, averaged where the picture is finer."""
    from ..engines.crops import Window, seen

    return seen(pixels, Window(place.centre, place.tilt, place.scale, SIDE, SIDE), stretched=True)


def _skinny(colours: Floats, skin: Floats) -> Mask:
    """Where a colour could be the face's skin, in light or in shadow."""
    import numpy as np

    times = colours @ skin / max(float(skin @ skin), 1.0)
    beside = np.linalg.norm(colours - times[..., None] * skin, axis=-1)
    far = OTHER * np.linalg.norm(colours, axis=-1) + 6
    skinny: Mask = (times > SHADOW) & (beside < far)
    return skinny


def _alike(colours: Floats, hair: Floats) -> Mask:
    """Where a colour is near one of the hair's: five, from its darkest to its lightest."""
    import numpy as np

    order = hair[np.argsort(hair.sum(-1))]
    parts = np.array_split(order, 5)
    near = np.zeros(colours.shape[:2], bool)
    for part in parts:
        near |= np.linalg.norm(colours - np.median(part, 0), axis=-1) < ALIKE
    return near
