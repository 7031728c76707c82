from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from facevalue.studio.painted import canvas, palette
from facevalue.studio.painted.brush import field as fields
from facevalue.studio.painted.brush import foliage, ribbons, seen, shapes, sky, tips
from facevalue.studio.painted.brush.strokes import SPINE, Strokes

from .scenes import halves, scene


def _stroke(opacity: float = 1.0) -> Strokes:
    x = np.linspace(20, 140, SPINE)
    spine = np.stack([x, np.full(SPINE, 60.0)], 1)[None].astype(np.float32)
    colour = palette.oklab(np.array([[200, 40, 40]], np.uint8))
    return Strokes(
        spine, np.full((1, SPINE), 12, np.float32), colour,
        np.array([opacity], np.float32), np.zeros(1, np.int32),
    )  # fmt: skip


def _drawn(strokes: Strokes, tip: tips.Tip) -> canvas.Pixels:
    ready = ribbons.made(strokes, tip)
    picture = canvas.recorded(160, 120, lambda where: ribbons.put(where, ready))
    return canvas.played(picture, 1, (0, 0, 120, 160))


def test_a_stroke_is_where_its_spine_is() -> None:
    """Paint on the spine in the stroke's colour, none beyond its width or its ends."""
    done = _drawn(_stroke(), tips.bristles(np.random.default_rng(0)))
    assert done[60, 80, 3] == 255
    assert np.abs(done[60, 80, :3].astype(int) - (200, 40, 40)).max() < 30
    assert done[:46, :, 3].max() == 0
    assert done[:, :18, 3].max() == 0


def test_thin_strokes_cover_the_same_place() -> None:
    """Skipping hidden points changes nothing that one sees."""
    tip = tips.bristles(np.random.default_rng(0))
    full, thin = _drawn(_stroke(), tip), _drawn(_stroke().thin(), tip)
    assert np.abs(full[..., 3].astype(int) - thin[..., 3]).mean() < 2


def test_a_stroke_has_the_texture_of_its_row() -> None:
    """With an empty first row and a full second one, only a stroke of the second shows."""
    pixels = np.full((64, 128, 4), 255, np.uint8)
    pixels[:32, :, 3] = 0
    tip = tips.Tip(pixels, 2)
    first = _stroke()
    second = dataclasses.replace(first, row=first.row + 1)
    assert _drawn(first, tip)[55:65, 30:130, 3].max() == 0
    assert _drawn(second, tip)[55:65, 30:130, 3].min() == 255


def test_no_strokes_draw_nothing() -> None:
    """An empty layer is no error."""
    none = _stroke().take(np.zeros(1, bool))
    assert _drawn(none, tips.bristles(np.random.default_rng(0)))[..., 3].max() == 0


@pytest.mark.parametrize("make", [tips.bristles, tips.leaves, tips.wash])
def test_tips_end_before_their_row_does(make: object) -> None:
    """No paint in the first and last texel of a row: rows cannot bleed into each other."""
    tip = make(np.random.default_rng(2))  # type: ignore[operator]
    rows = tip.pixels[..., 3].reshape(tip.rows, -1, tip.pixels.shape[1])
    assert rows.max() > 200
    assert rows[:, [0, -1]].max() == 0


def test_shapes_have_the_area_of_what_is_above() -> None:
    """A disc's outline encloses the disc; a speck is left out unless small things count."""
    y, x = np.mgrid[:80, :80]
    disc = 20 - np.hypot(x - 40, y - 40)
    path = shapes.above(disc.astype(np.float32), 0.0)
    box = path.getBounds()
    assert abs(box.width() - 40) < 2
    speck = (3 - np.hypot(x - 40, y - 40)).astype(np.float32)
    assert shapes.above(speck, 0.0).isEmpty()
    assert not shapes.above(speck, 0.0, least=np.full((80, 80), 9, np.float32)).isEmpty()


def test_skies_come_in_few_tones() -> None:
    """An even run of lightness in the sky gathers around a few values."""
    lab = np.zeros((100, 60, 3), np.float32)
    lab[..., 0] = np.linspace(0.5, 0.9, 100)[:, None]
    calm = sky.clouds(lab, np.ones((100, 60), np.float32))
    run = np.abs(np.diff(calm[10:90, 30, 0]))
    assert run.max() > 2.5 * run.min()
    assert np.array_equal(sky.clouds(lab, np.zeros((100, 60), np.float32)), lab)


def test_air_lies_only_before_what_is_far_off_outdoors() -> None:
    """Neither near things nor rooms become hazy."""
    made = scene(halves())
    keep = np.zeros((120, 160), np.float32)
    far = dataclasses.replace(made, away=keep + 1)
    assert sky.haze(far, keep).max() == 0
    open_air = np.zeros_like(keep)
    open_air[:40] = 1
    air = sky.haze(dataclasses.replace(far, sky=open_air), keep)
    assert air[:40].max() == 0
    assert air[60:].min() == 1


def test_leaves_only_where_plants_have_body() -> None:
    """Rough green gets clumps, darkest first; a picture without plants gets none."""
    chance = np.random.default_rng(3)
    pixels = halves()
    blots = chance.integers(0, 2, (15, 20)).repeat(8, 0).repeat(8, 1)[..., None]
    grain = chance.integers(0, 70, (120, 160, 1))
    pixels = np.clip(np.array([40, 90, 30]) + blots * 70 + grain, 0, 255).astype(np.uint8)
    made = scene(pixels)
    plants = np.zeros((120, 160), np.float32)
    plants[:, 80:] = 1
    green = dataclasses.replace(made, plants=plants)
    photo = palette.oklab(pixels)
    views = seen.read(green, photo, palette.own(photo, chance), fields.read(green))
    where = foliage.crowns(green, views)
    strokes = foliage.clumps(green, views, where, chance)
    assert strokes is not None
    assert strokes.spine[:, SPINE // 2, 0].min() > 70
    assert foliage.clumps(made, views, foliage.crowns(made, views), chance) is None


def test_skin_keeps_its_colours() -> None:
    """Under the skin mask no view moves a colour by more than 0.02 (OKLab); outside it may."""
    made = scene(halves())
    mask = np.zeros((120, 160), np.float32)
    mask[:, 80:] = 1
    bare = dataclasses.replace(made, skin=mask)
    photo = palette.oklab(made.pixels)
    views = seen.read(bare, photo, palette.own(photo, np.random.default_rng(0)), fields.read(bare))
    assert np.abs(views.fine - photo)[:, 90:].max() < 0.02
    assert np.abs(views.fine - photo)[:, :70].max() > 0.02
