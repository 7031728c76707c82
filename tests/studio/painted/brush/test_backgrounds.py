from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from facevalue.studio.painted import canvas, palette
from facevalue.studio.painted.brush.gouache import gouache
from facevalue.studio.painted.brush.watercolour import watercolour
from facevalue.studio.painted.scene.scene import Scene
from facevalue.studio.painted.touch import Touch

from .scenes import halves, scene

Background = Callable[[Any, Scene, Touch], None]
Pixels = NDArray[np.uint8]

both = pytest.mark.parametrize("paint", [gouache, watercolour])


def _painted(paint: Background, touch: Touch, pixels: Pixels | None = None) -> Any:
    made = scene(halves() if pixels is None else pixels)
    return canvas.recorded(made.width, made.height, lambda where: paint(where, made, touch))


@both
def test_the_same_seed_gives_the_same_bytes(paint: Background) -> None:
    """Twice with one seed is equal, with another seed is not."""
    box = (0, 0, 120, 160)
    first, same = (canvas.played(_painted(paint, Touch(seed=3)), 1, box) for _ in range(2))
    assert np.array_equal(first, same)
    assert not np.array_equal(first, canvas.played(_painted(paint, Touch(seed=4)), 1, box))


@both
def test_tiles_meet_without_a_seam(paint: Background) -> None:
    """A picture played in four parts is the picture played at once, within 8 of 255."""
    picture = _painted(paint, Touch())
    whole = canvas.played(picture, 2.5, (0, 0, 300, 400))
    parts = np.zeros_like(whole)
    for top in (0, 150):
        for left in (0, 200):
            box = (top, left, top + 150, left + 200)
            parts[top : top + 150, left : left + 200] = canvas.played(picture, 2.5, box)
    assert np.abs(whole.astype(int) - parts).max() <= 8


@both
def test_everything_is_covered(paint: Background) -> None:
    """No pixel of a background is left without paint."""
    assert canvas.played(_painted(paint, Touch()), 1, (0, 0, 120, 160))[..., 3].min() == 255


@both
def test_the_picture_stays_readable(paint: Background) -> None:
    """Blue stays blue and orange orange, and the border stays where it was."""
    lab = palette.oklab(canvas.played(_painted(paint, Touch()), 1, (0, 0, 120, 160))[..., :3])
    assert lab[:, :70, 2].mean() < -0.05
    assert lab[:, 90:, 2].mean() > 0.05
    assert (lab[10:110, 76, 2] < 0).mean() > 0.9
    assert (lab[10:110, 84, 2] > 0).mean() > 0.9


@both
def test_calm_places_stay_calm(paint: Background) -> None:
    """A flat colour gets brush marks, not noise: lightness varies by less than 0.03 (OKLab)."""
    flat = np.full((120, 160, 3), (150, 170, 120), np.uint8)
    done = canvas.played(_painted(paint, Touch(), flat), 1, (0, 0, 120, 160))
    assert palette.oklab(done[..., :3])[..., 0].std() < 0.03


@both
def test_another_painting_changes_the_colours(paint: Background) -> None:
    """With a green painting as model the orange turns towards green."""
    chance = np.random.default_rng(0)
    green = chance.integers(0, 60, (90, 90, 3)).astype(np.uint8) + np.array([40, 120, 40], np.uint8)
    box = (0, 0, 120, 160)
    own = palette.oklab(canvas.played(_painted(paint, Touch()), 1, box)[..., :3])
    like = palette.oklab(canvas.played(_painted(paint, Touch(like=green)), 1, box)[..., :3])
    assert like[:, 100:, 1].mean() < own[:, 100:, 1].mean() - 0.04


@pytest.mark.parametrize("size", [(40, 300), (300, 40), (64, 64)])
@both
def test_odd_shapes_are_painted(paint: Background, size: tuple[int, int]) -> None:
    """Panoramas, slips and tiny pictures come out, of full cover."""
    pixels = halves(*size)
    done = canvas.played(_painted(paint, Touch(), pixels), 1, (0, 0, *size))
    assert done[..., 3].min() == 255
