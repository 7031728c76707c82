"""Sky, plants, water, ground and distance in drawn pictures."""

from __future__ import annotations

import numpy as np

from facevalue.studio.painted.scene import depth, ground, plants, sky, water
from tests.studio.painted.scene.pictures import (
    DUSK,
    HEIGHT,
    WALL,
    landscape,
    leafy,
    noise,
    sea,
    seen,
)


def test_a_blue_sky_is_found_down_to_the_horizon() -> None:
    """The upper half is sky, the lower is not."""
    mask = sky.mask(seen(landscape()))
    middle = mask.shape[0] // 2
    assert mask[: middle - 4].mean() > 0.97
    assert mask[middle + 4 :].mean() < 0.02


def test_an_overcast_sky_is_found_and_so_is_dusk() -> None:
    """A light grey one over darker land, and a deep blue one."""
    for over, under in (((222, 224, 228), (96, 88, 70)), (DUSK, (20, 18, 16))):
        mask = sky.mask(seen(landscape(over, under)))
        assert mask[: mask.shape[0] // 2 - 4].mean() > 0.9


def test_a_wall_behind_a_person_is_no_sky() -> None:
    """Pale and smooth is not enough beside a large face; neither is a backdrop to the floor."""
    assert sky.mask(seen(landscape(WALL, (96, 88, 70)), close=0.25)).max() == 0
    whole = np.full((HEIGHT, 320, 3), (90, 150, 230), np.uint8)
    assert sky.mask(seen(whole)).max() == 0


def test_what_does_not_touch_the_upper_edge_is_no_sky() -> None:
    """A blue door is a door."""
    picture = landscape((120, 90, 60), (120, 90, 60))
    picture[60:160, 100:200] = (110, 160, 225)
    assert sky.mask(seen(picture)).max() == 0


def test_leaves_are_plants_and_a_green_wall_is_none() -> None:
    """Green must be rough to be leaves."""
    cues = seen(leafy())
    mask = plants.mask(cues, sky.mask(cues))
    assert mask[mask.shape[0] // 2 + 6 :].mean() > 0.9
    assert mask[: mask.shape[0] // 2 - 6].mean() < 0.02
    flat = np.full((HEIGHT, 320, 3), (96, 140, 84), np.uint8)
    assert plants.mask(seen(flat), np.zeros((120, 160), np.float32)).max() == 0


def test_stones_and_dry_grass_are_no_plants() -> None:
    """Brown and sand-coloured grain is not green."""
    cues = seen(landscape())
    assert plants.mask(cues, sky.mask(cues)).max() == 0


def test_a_sea_is_water_and_its_beach_is_not() -> None:
    """The sheet under the horizon is found, sky and sand are left out."""
    cues = seen(sea())
    above = sky.mask(cues)
    mask = water.mask(cues, above, plants.mask(cues, above))
    times = mask.shape[0] / HEIGHT
    assert mask[int(126 * times) : int(184 * times)].mean() > 0.85
    assert mask[: int(112 * times)].mean() < 0.03
    assert mask[int(196 * times) :].mean() < 0.03


def test_blue_hills_are_no_water() -> None:
    """Without a straight level upper edge nothing is water."""
    picture = landscape().astype(np.float32)
    columns = np.arange(320)
    top = (95 + 30 * np.sin(columns / 30)).astype(int)
    for column, row in zip(columns, top, strict=True):
        picture[row:190, column] = np.array((60, 95, 140)) + noise(3.0)[row:190, column]
    cues = seen(picture.clip(0, 255).astype(np.uint8))
    above = (np.arange(120)[:, None] < top[None, ::2] / 2 - 1).astype(np.float32)
    assert water.mask(cues, above, np.zeros_like(above)).max() == 0


def test_ground_lies_below_and_only_outdoors() -> None:
    """Sand under a sky is ground; the same under a wall is not called so."""
    cues = seen(landscape())
    above = sky.mask(cues)
    nothing = np.zeros_like(above)
    mask = ground.mask(cues, above, nothing, nothing)
    assert mask[int(0.75 * len(mask)) :].mean() > 0.9
    assert mask[: len(mask) // 2 - 4].mean() < 0.02
    assert ground.mask(cues, nothing, nothing, nothing).max() == 0


def test_far_is_up_and_the_sky_is_farthest() -> None:
    """Distance falls from the horizon to the lower edge, and people are near."""
    cues = seen(landscape())
    far = depth.away(cues, sky.mask(cues))
    half = len(far) // 2
    assert far[: half - 4].min() > 0.9
    assert far[half + 8].mean() > far[int(0.75 * len(far))].mean() > far[-1].mean()
    assert far[-1].mean() < 0.1
