from __future__ import annotations

import dataclasses

import numpy as np

from facevalue.studio.painted import palette
from facevalue.studio.painted.brush import field as fields
from facevalue.studio.painted.brush.lay import Layer, laid
from facevalue.studio.painted.brush.strokes import SPINE, Strokes, along, joined

from .scenes import halves, scene


def _layer(
    layer: Layer, so_far: palette.Floats | None = None, seed: int = 0, angle: float = np.pi / 2
) -> Strokes:
    made = scene(halves())
    made = dataclasses.replace(made, angle=np.full_like(made.angle, angle))
    seen = palette.oklab(made.pixels)
    room = fields.room(seen, 0.05)
    need = np.ones(seen.shape[:2], np.float32)
    return laid(layer, seen, so_far, need, room, fields.read(made), np.random.default_rng(seed))


def test_no_stroke_crosses_the_border() -> None:
    """Every stroke, with its width, stays on its side of an edge (two pixels of grace)."""
    strokes = _layer(Layer(8.0))
    assert len(strokes) > 20
    x = strokes.spine[..., 0]
    left = x[:, SPINE // 2] < 80
    assert (x + strokes.width)[left].max() < 82
    assert (x - strokes.width)[~left].min() > 78


def test_a_stroke_stops_where_the_colour_changes() -> None:
    """With lines running across the border, no spine gets more than a brush over it."""
    layer = Layer(5.0, reach=8, least=0)
    x = _layer(layer, angle=0.0).spine[..., 0]
    left = x[:, SPINE // 2] < 80
    assert left.any()
    assert x[left].max() < 86
    assert x[~left].min() > 74


def test_strokes_follow_the_flow() -> None:
    """Where lines run upright and nothing stops the brush, strokes do too."""
    strokes = _layer(Layer(5.0))
    way = strokes.spine[:, -1] - strokes.spine[:, 0]
    assert np.median(np.abs(way[:, 1]) / (np.abs(way[:, 0]) + 1e-3)) > 4


def test_nothing_is_laid_where_the_canvas_is_right() -> None:
    """A layer goes only where the canvas is still wrong."""
    seen = palette.oklab(halves())
    assert len(_layer(Layer(5.0), seen)) == 0


def test_strokes_go_where_the_canvas_is_wrong() -> None:
    """Only the half that is still wrong gets strokes."""
    so_far = palette.oklab(halves()).copy()
    so_far[:, 80:] = 0.5
    strokes = _layer(Layer(5.0), so_far)
    assert len(strokes) > 10
    assert strokes.spine[:, SPINE // 2, 0].min() > 75


def test_the_same_chance_lays_the_same_strokes() -> None:
    """Equal random numbers give equal strokes."""
    first, same, other = _layer(Layer(5.0)), _layer(Layer(5.0)), _layer(Layer(5.0), seed=1)
    assert np.array_equal(first.spine, same.spine)
    assert np.array_equal(first.colour, same.colour)
    assert first.spine.shape != other.spine.shape or not np.array_equal(first.spine, other.spine)


def test_colours_stay_close_to_what_is_seen() -> None:
    """The jitter is small: no stroke is further than 0.1 (OKLab) from one of the two colours."""
    strokes = _layer(Layer(5.0))
    both = palette.oklab(np.array([[60, 90, 180], [220, 140, 60]], np.uint8))
    apart = np.linalg.norm(strokes.colour[:, None] - both[None], axis=2).min(1)
    assert apart.max() < 0.1


def test_along_goes_from_start_to_end() -> None:
    """A spine over part of a path has its ends at the given places."""
    path = np.stack([np.arange(9.0), np.zeros(9)], 1)[None].astype(np.float32)
    spine = along(path, np.array([2], np.int32), np.array([8], np.int32))
    assert spine[0, :, 0].tolist() == [2, 3, 4, 5, 6, 7, 8]


def test_joining_keeps_the_order() -> None:
    """Later strokes stay on top."""
    strokes = _layer(Layer(8.0))
    both = joined([strokes.take(np.arange(3)), strokes.take(np.arange(3, 5))])
    assert np.array_equal(both.spine, strokes.spine[:5])


def test_room_is_the_distance_to_the_border() -> None:
    """In pixels, from the nearest edge of a plain shape."""
    room = fields.room(palette.oklab(halves()), 0.05)
    assert room[60, 80] <= 1
    assert abs(room[60, 100] - 20) <= 1
    assert abs(fields.room(palette.oklab(halves()), 0.05, 2)[60, 100] - 20) <= 3


def test_calm_places_are_painted_in_one_direction() -> None:
    """Where the photo only has faint noise, strokes run alike: there are no swirls."""
    made = scene(halves())
    chance = np.random.default_rng(5)
    noise = chance.uniform(0, np.pi, made.angle.shape).astype(np.float32)
    calm = dataclasses.replace(made, angle=noise, order=np.full_like(noise, 0.3))
    field = fields.read(calm)
    mean = np.hypot(
        (field.across**2 - field.down**2).mean(), (2 * field.across * field.down).mean()
    )
    assert mean > 0.9


def test_strokes_vary_little_on_skin_and_in_the_sky() -> None:
    """By less than half as much as behind people."""
    made = scene(halves())
    mask = np.zeros_like(made.angle)
    mask[:, :80] = 1
    for calm in (dataclasses.replace(made, skin=mask), dataclasses.replace(made, sky=mask)):
        vary = fields.read(calm).vary
        assert vary[:, :80].max() < 0.5 * vary[:, 80:].min()
