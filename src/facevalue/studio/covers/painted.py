"""A painted head over the head: flat brush tones and a few lines, turned as it was turned.

Its features are the same for everybody: nothing of the face is read, and where somebody chose
matched tones, one of a few tones of skin and hair. It is drawn in the manner of the painted
pictures (``studio/painted``), with their canvas.
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache

import numpy as np

from ...core.places import Region
from ...core.roles import Shape
from ..painted.canvas import played, recorded
from .drawn import Drawn
from .features import draw
from .ground import Floats, Mask, Pixels, around, filled
from .place import elsewhere, laid, lit, seat
from .skin import cheeks, lightness
from .tones import NEUTRAL, matched

SIZE = (2.26, 1.0, 1.24)
"""Width of the painted head in its units, how far its chin is down and its crown up."""

BRUSH = 0.045
"""How much lighter or darker strokes of the brush are."""


class Painted(Drawn):
    """A painted head; ``matched`` gives it one of a few tones near the person's.

    With ``aside`` (1, 2) it looks elsewhere than the person does.
    """

    def paint(
        self, pixels: Pixels, mask: Mask, head: Shape, box: Region, hidden: Mask | None = None
    ) -> None:
        """Replace the pixels under the mask, in place. Raises NoEngine without Skia."""
        tones = NEUTRAL
        if self.matched:
            tones = matched(pixels, mask, head, box, _lightness)
        unknown = mask if hidden is None else mask | hidden
        ground, light = filled(pixels, unknown), around(pixels, unknown)
        place = seat(head, box, SIZE)
        height, width = mask.shape
        yaw = elsewhere(head.yaw, self.aside)

        def on(canvas: object) -> None:
            canvas.translate(place.x, place.y)  # type: ignore[attr-defined]
            canvas.rotate(math.degrees(place.tilt))  # type: ignore[attr-defined]
            canvas.scale(place.unit, place.unit)  # type: ignore[attr-defined]
            draw(canvas, yaw, head.pitch, tones)

        drawn = played(recorded(width, height, on), 1.0, (0, 0, height, width)).astype(np.float32)
        colours = drawn[..., :3] * _strokes(place.local(mask.shape))[..., None]
        # the photo's light is in matched tones already
        colours = colours if self.matched else lit(colours, light)
        laid(pixels, mask, ground, colours, np.asarray(drawn[..., 3] / 255, np.float32))


@cache
def _lightness(tone: str) -> float:
    """How light the cheeks of the painted face are in a tone of skin: CIELAB, 0..100."""

    def on(canvas: object) -> None:
        canvas.translate(32, 32)  # type: ignore[attr-defined]
        canvas.scale(32, 32)  # type: ignore[attr-defined]
        draw(canvas, 0.0, 0.0, replace(NEUTRAL, skin=tone))

    drawn = played(recorded(64, 64, on), 1.0, (0, 0, 64, 64))[..., :3]
    place = (np.arange(64) + 0.5) / 32 - 1
    return lightness(np.mean(drawn[cheeks(place[None], -place[:, None])], 0))


def _strokes(local: tuple[np.ndarray[tuple[int, ...], np.dtype[np.float64]], ...]) -> Floats:
    """The brush: strokes across the head, a little lighter and darker, the same every time."""
    x, y = local
    chance = np.random.default_rng(5)
    waves = np.zeros_like(x)
    for _ in range(9):
        angle, fine = chance.normal(0.5, 0.25), chance.uniform(9, 34)
        across = x * math.sin(angle) + y * math.cos(angle)
        along = x * math.cos(angle) - y * math.sin(angle)
        bend = 0.12 * np.sin(along * chance.uniform(1, 3) + chance.uniform(0, 6))
        waves += np.sin((across + bend) * fine + chance.uniform(0, 6)) / 3
    brush: Floats = (1 + BRUSH * waves).astype(np.float32)
    return brush


_ASIDE = tuple(Painted("paint", aside=way) for way in (1, 2))
_MATCHED_ASIDE = tuple(Painted("paint-matched", matched=True, aside=way) for way in (1, 2))
PAINT = Painted("paint", _ASIDE)
PAINT_MATCHED = Painted("paint-matched", (*_MATCHED_ASIDE, PAINT), matched=True)
