"""Where the light comes from, on a face lit by code."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from facevalue.studio.painted.scene import light as lights
from tests.studio.painted.scene.pictures import portrait


@pytest.mark.parametrize("side", [-1.0, 1.0])
def test_the_light_comes_from_the_lit_side(side: float) -> None:
    """A face that gets lighter to one side is lit from there, and warmer there when it is."""
    seen = portrait()
    (person,) = seen.people
    across = (np.arange(seen.width) - person.mesh[1, 0]) / person.height
    lab = np.full_like(seen.lab, 60.0)
    lab[..., 0] += (25 * side * across).astype(np.float32)
    lab[..., 2] = 15 + (8 * side * across).astype(np.float32)
    found = lights.light(lab, [person])
    assert found.direction[0] * side > 0.6
    assert found.warmth > 2
    assert found.sureness > 0.5
    assert np.linalg.norm(found.direction) == pytest.approx(1)


def test_without_a_face_the_light_is_the_usual_one() -> None:
    """Nobody drawn, no sureness."""
    (person,) = portrait().people
    assert lights.light(portrait().lab, []).sureness == 0
    assert lights.light(portrait().lab, [replace(person, drawn=False)]).sureness == 0
