"""The window's film: reflections only where it is, clear in the middle."""

from __future__ import annotations

import numpy as np

from facevalue.studio.doll.render import film
from facevalue.studio.doll.render.camera import framed
from facevalue.studio.doll.render.settings import Settings
from tests.studio.doll.render.sample import scene, square


def test_only_what_reaches_in_front_hides_the_film() -> None:
    """Parts behind the film are not traced for it."""
    shown = scene()
    assert shown.film is not None
    assert [part.name for part in film.in_front(shown.parts, shown.film)] == ["disc"]


def test_streaks_leave_the_middle_clear() -> None:
    """What the film mirrors is weakest where the face is."""
    mesh = square(0.9, 0.55)
    view = framed((np.array([-1, 0, -0.6]), np.array([1, 2, 0.6])), Settings(90, 120, 4))
    across = np.linspace(-0.9, 0.9, 90, dtype=np.float32)
    place = np.zeros((120, 90, 3), np.float32)
    place[..., 0], place[..., 2] = across, 0.55
    place[..., 1] = np.linspace(1.9, 0.1, 120, dtype=np.float32)[:, None]
    normal = np.zeros_like(place)
    normal[..., 2] = 1
    light = film.mirrored(place, normal, view.rays(slice(None)), mesh)[..., 0]
    assert light[:, 25:50].max() < 0.25 * light.max()
    assert light.min() > 0


def test_the_layer_adds_light_only_where_there_is_film() -> None:
    """Without film a pixel stays; with it, it loses a little and gains the reflection."""
    behind = np.full((1, 2, 3), 0.5, np.float32)
    added = np.array([[[0.0], [0.2]]], np.float32)
    share = np.array([[[0.0], [1.0]]], np.float32)
    out = film.over(behind, (added, share))
    assert np.allclose(out[0, 0], 0.5)
    assert np.allclose(out[0, 1], 0.5 * (1 - film.LOSS) + 0.2)
    assert film.over(behind, None) is behind
