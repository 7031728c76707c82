"""The painted head: turned as the head was, the same for everybody."""

from __future__ import annotations

import numpy as np

from facevalue.core.places import Region
from facevalue.protection.heads import head_of
from facevalue.studio.covers.painted import PAINT
from tests.protection.test_heads import looking

BOX = Region(100, 100, 400, 420)


def _painted(yaw: float, tilt: float = 0.0) -> np.ndarray[tuple[int, ...], np.dtype[np.int16]]:
    head = head_of(looking(yaw, tilt))
    pixels = np.full((320, 300, 3), (90, 140, 200), np.uint8)
    PAINT.paint(pixels, head.mask(BOX), head, BOX)
    return pixels.astype(np.int16)


def _white(pixels: np.ndarray[tuple[int, ...], np.dtype[np.int16]]) -> float:
    """The mean column of what is whitest: the eyes."""
    bright = pixels.min(-1)
    return float(np.nonzero(bright >= bright.max() - 12)[1].mean())


def test_the_features_move_with_the_yaw() -> None:
    """Eyes go to the side that the head looks to."""
    left, straight, right = (_white(_painted(yaw)) for yaw in (-0.5, 0.0, 0.5))
    assert left < straight - 8
    assert right > straight + 8


def test_what_the_head_leaves_free_is_the_surroundings() -> None:
    """The corner of the ellipse shows the wall, not a flat colour of its own."""
    head = head_of(looking(0.0))
    mask = head.mask(BOX)
    painted = _painted(0.0)
    rim = mask & (np.abs(painted - [90, 140, 200]).max(-1) <= 2)
    assert rim.sum() > 0.05 * mask.sum()


def test_a_tilted_head_is_drawn_tilted() -> None:
    """The eyes' line turns with the head."""
    level, tilted = _painted(0.0), _painted(0.0, 0.4)
    assert (level != tilted).any(-1).mean() > 0.1
