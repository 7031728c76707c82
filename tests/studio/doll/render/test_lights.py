"""The lights grow with the box and hang where the camera does not see them."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.studio.doll.render.lights import INSIDE, LIGHTS, around, lights, within
from tests.studio.doll.render.sample import scene


def test_lights_grow_with_the_box() -> None:
    """A box of twice the size gets the same picture: places and sizes double."""
    small = (np.array([-1, 0, -1.0]), np.array([1, 4, 1.0]))
    large = (np.array([-2, 0, -2.0]), np.array([2, 8, 2.0]))
    for light in LIGHTS.values():
        one, two = around(light, small), around(light, large)
        assert np.allclose(np.array(one.at) * 2, two.at)
        assert np.allclose(np.array(one.size) * 2, two.size)
        assert one.radiance == two.radiance


@pytest.mark.parametrize("name", INSIDE)
def test_lamps_in_the_box_are_in_the_box(name: str) -> None:
    """None reaches through the card."""
    low, high = np.array([-2.8, 1, -1.6]), np.array([2.8, 6.7, 1.6])
    at = np.array(within(INSIDE[name], (low, high)).at)
    assert (at > low).all()
    assert (at < high).all()


def test_a_scene_without_a_room_has_no_lamps_in_it() -> None:
    """Lamps in the box are hung only where there is a box."""
    shown = scene()
    assert len(lights(shown)) == len(LIGHTS) + len(INSIDE)
