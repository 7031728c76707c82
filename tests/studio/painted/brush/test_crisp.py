"""The fine brush draws outlines, lines and glints, not pebbles."""

from __future__ import annotations

import dataclasses

import numpy as np

from facevalue.studio.painted import palette
from facevalue.studio.painted.brush import crisp, field, seen

from .scenes import halves, scene


def _far() -> np.ndarray:
    return np.full((120, 160), 1e4, np.float32)


def test_steep_is_where_the_border_is() -> None:
    """The border of two lightnesses and a pixel beside it, nothing in the flat."""
    pixels = np.full((120, 160, 3), 60, np.uint8)
    pixels[:, 80:] = 190
    steep = crisp.steep(palette.oklab(pixels))
    assert steep[:, 78:82].min() == 1
    assert steep[:, :76].max() == steep[:, 84:].max() == 0


def test_pebbles_are_left_to_broader_brushes() -> None:
    """Where edges are everywhere and run anywhere little is drawn; on people everything is."""
    made = dataclasses.replace(scene(halves()), order=np.zeros((120, 160), np.float32))
    busy = np.ones((120, 160), np.float32)
    assert crisp.drawn(made, busy, _far()).max() < 0.3
    person = dataclasses.replace(made, person=busy)
    assert crisp.drawn(person, busy, _far()).min() == 1


def test_lines_and_outlines_are_drawn() -> None:
    """What runs in lines (fur) and the edges of larger things are, and lone edges too."""
    made = scene(halves())
    busy, quiet = np.ones((120, 160), np.float32), np.zeros((120, 160), np.float32)
    pebbles = dataclasses.replace(made, order=quiet)
    assert crisp.drawn(made, busy, _far()).min() > 0.7
    assert crisp.drawn(pebbles, busy, quiet).min() > 0.9
    assert crisp.drawn(pebbles, quiet, _far()).min() > 0.9


def test_an_eye_gets_its_glint() -> None:
    """A weak light in a small dark spot becomes stronger, one on a bright wall does not."""
    light = np.full((80, 120), 0.7, np.float32)
    light[34:46, 30:42] = 0.15
    light[38:40, 34:36] = 0.24
    light[38:40, 90:92] = 0.79
    lift = seen.glints(light)
    assert lift[38:40, 34:36].max() > 0.15
    assert lift[:, 60:].max() == 0


def test_the_sharp_view_has_what_the_fine_one_left_out() -> None:
    """A faint pixel is nearly gone from the fine view and whole in the sharp one."""
    pixels = np.full((120, 160, 3), 120, np.uint8)
    pixels[60, 80] = 146
    made = scene(pixels)
    photo = palette.oklab(pixels)
    manner = palette.own(photo, np.random.default_rng(0))
    views = seen.read(made, photo, manner, field.read(made))
    faint = [view[60, 80, 0] - view[60, 70, 0] for view in (views.fine, views.sharp)]
    assert faint[1] > 2 * faint[0]
    assert faint[1] > 0.05


def test_ready_colours_are_not_graded_again() -> None:
    """A picture whose colours are ready keeps its lightness in the fine view."""
    photo = palette.oklab(halves())
    made = scene(halves())
    own = palette.own(photo, np.random.default_rng(0))
    ready = dataclasses.replace(own, ready=True)
    off = [
        np.abs(seen.read(made, photo, each, field.read(made)).fine - photo)[:, :70].max()
        for each in (own, ready)
    ]
    assert off[1] < 0.01 < off[0]
