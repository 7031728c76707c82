"""Ink, pencil and print on a real head."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from facevalue.studio.painted import canvas
from facevalue.studio.painted.drawn import quiet
from facevalue.studio.painted.drawn.ink import ink
from facevalue.studio.painted.drawn.marks import marks
from facevalue.studio.painted.drawn.pencil import pencil
from facevalue.studio.painted.drawn.riso import riso
from facevalue.studio.painted.touch import Touch

from .heads import head, lightness, painted, recorded, with_light

STYLES = pytest.mark.parametrize("paint", [ink, pencil, riso])


def _face() -> Any:
    one = head()
    return quiet.mask(one, [marks(one, one.people[0], 0.7).oval], 0) > 0.5


@STYLES
def test_same_seed_same_bytes_another_seed_other_strokes(paint: Any) -> None:
    """A seed decides every stroke."""
    first = painted(paint, head(), Touch(seed=3))
    assert np.array_equal(first, painted(paint, head(), Touch(seed=3)))
    if paint is not riso:  # its chance only chooses among nearly equal inks
        assert not np.array_equal(first, painted(paint, head(), Touch(seed=4)))


@STYLES
def test_tiles_meet_and_size_changes_nothing(paint: Any) -> None:
    """A tile is its part of the whole, and twice the size is the same drawing.

    Skia's coverage of an edge may differ in its last bits where a path is clipped.
    """
    drawing, side = recorded(paint, head()), head().width
    large = canvas.played(drawing, 2.0, (0, 0, 2 * side, 2 * side))
    half = canvas.played(drawing, 2.0, (0, side, 2 * side, 2 * side))
    off = np.abs(large[:, side:].astype(int) - half).max(-1)
    assert (off > 16).mean() < 1e-3
    assert off.mean() < 0.1
    small = lightness(canvas.played(drawing, 1.0, (0, 0, side, side)))
    means = lightness(large).reshape(side, 2, side, 2).mean((1, 3))
    assert np.abs(means - small).mean() < 0.03


@STYLES
def test_a_dark_photo_keeps_its_paper(paint: Any) -> None:
    """Underexposed by two stops the drawing is still no black sheet; skin is as dark as it was."""
    dark = with_light(head(), 0.35 * head().lab[..., 0])
    light = lightness(painted(paint, dark))[head().person < 0.05]
    assert (light < 0.25).mean() < 0.3
    assert light.mean() > 0.4


@STYLES
def test_darker_skin_is_drawn_darker(paint: Any) -> None:
    """With the same surroundings, a face of half the lightness comes out clearly darker."""
    face = _face()
    light = head().lab[..., 0]
    darker = with_light(head(), np.where(face, 0.5 * light, light))
    before, after = (lightness(painted(paint, of))[face].mean() for of in (head(), darker))
    assert after < before - 0.08


@STYLES
def test_a_face_is_clean(paint: Any) -> None:
    """Cheeks and forehead stay free of black: a light face is mostly light."""
    light = lightness(painted(paint, head()))[_face()]
    assert (light < 0.3).mean() < 0.12
    assert light.mean() > 0.6
