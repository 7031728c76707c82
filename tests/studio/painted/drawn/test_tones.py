"""Tones, areas, lines and inks."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from facevalue.studio.painted.drawn import areas, contours, plates, tone
from facevalue.studio.painted.drawn.lines import means, outlines, packed, picked, tapered

from .heads import head, with_light


def test_tones_keep_their_order_and_open_the_dark() -> None:
    """Broad steps of lightness come out in the same order, a dark ramp with half its paper."""
    ramp = np.repeat(np.linspace(2, 30, 8), 44)[None].repeat(352, 0)
    found = tone.tones(with_light(head(), ramp))
    steps = found[:, 22::44].mean(0)
    assert (np.diff(steps) > 0.02).all()
    assert (found > 0.5).mean() > 0.35


def test_skin_is_never_lighter_than_its_own_lightness() -> None:
    """Tone mapping may lift a dark photo, but nobody's skin."""
    dark = with_light(head(), 0.4 * head().lab[..., 0])
    face = np.zeros_like(dark.skin)
    face[100:250, 100:250] = 1
    plain = tone.tones(dark)
    held = tone.with_skin(plain, dark, face)
    assert (held <= plain + 1e-6).all()
    own = dark.lab[100:250, 100:250, 0].mean() / 100
    assert held[100:250, 100:250].mean() < 1.15 * own < plain[100:250, 100:250].mean()
    nobody = replace(dark, people=())
    assert np.array_equal(tone.with_skin(plain, nobody, face), plain)


def test_an_area_is_outlined_with_its_hole() -> None:
    """A ring stays a ring."""
    y, x = np.mgrid[:120, :160]
    far = np.hypot(x - 80, y - 60)
    plane = np.where((far < 40) & (far > 15), 0.0, 1.0).astype(np.float32)
    plane[5:8, 5:8] = 0
    shapes = areas.below(plane, 0.5)
    assert len(shapes) == 2
    assert sorted(round(float(np.ptp(s[:, 0]))) // 10 for s in shapes) == [2, 7]
    covered = areas.inside(plane, 0.5)
    assert covered[60, 110]
    assert not covered[60, 80]
    assert not covered[6, 6]


def test_equally_light_colours_have_a_line_between_them() -> None:
    """A green helmet on a brown wall is seen by its colour alone; grey on grey is not."""
    flat = np.full((80, 80), 0.5, np.float32)
    colour = np.zeros((80, 80, 2), np.float32)
    colour[:, 40:] = (-40, 20)
    angle = np.full((80, 80), np.pi / 2, np.float32)
    assert contours.field(flat, angle, colour=colour)[40, 34:46].max() > 0.3
    assert contours.field(flat, angle).max() < 0.01


def test_a_busy_place_has_weaker_lines_than_a_lone_edge() -> None:
    """Grass does not drown a face in ink."""
    plane = np.full((120, 240), 0.7, np.float32)
    plane[:, 40:44] = 0.5
    for left in range(120, 240, 10):
        plane[:, left : left + 4] = 0.5
    field = contours.field(plane, np.full_like(plane, np.pi / 2))
    assert field[60, 36:48].max() > 1.5 * field[60, 160:190].max()


def test_outlines_have_the_pens_width_and_thin_ends() -> None:
    """As wide as asked for in the middle, nearly nothing at the ends."""
    line = np.stack([np.linspace(0, 60, 31), np.full(31, 5.0)], 1)
    lower = line + np.array([0, 20])
    lines = packed([line, lower], [np.full(31, 4.0), np.full(31, 2.0)])
    assert [round(float(np.ptp(s[:, 1])), 6) for s in outlines(lines)] == [4, 2]
    thin = tapered(lines, 10, 0.1)
    assert thin.width[0] == pytest.approx(0.4)
    assert thin.width[15] == pytest.approx(4)
    second = picked(lines, means(lines, lines.width) < 3)
    assert second.number == 1
    assert np.array_equal(second.points, lower)


@pytest.mark.parametrize("wanted", [(60.0, 60.0, 45.0), (50.0, -45.0, 25.0), (45.0, -5.0, -42.0)])
def test_the_inks_can_make_the_picture(wanted: tuple[float, float, float]) -> None:
    """Of a picture in one colour and white, the chosen inks mix that colour nearly."""
    from skimage.color import rgb2lab

    lab = np.full((40, 40, 3), (97, 0, 3), np.float32)
    lab[:30] = wanted
    inks = plates.chosen(lab, np.zeros((40, 40), np.float32), np.random.default_rng(0))
    nobody = np.zeros((40, 40), np.float32)
    cover = np.array([c[5, 5] for c in inks.coverage(lab, nobody)])
    paper = np.array(plates.PAPER) / 255
    mixed = paper * np.prod(1 - cover[:, None] * (1 - np.array(inks.colours) / 255), 0)
    assert np.linalg.norm(rgb2lab(mixed[None, None])[0, 0] - wanted) < 22
    assert max(c[35, 5] for c in inks.coverage(lab, nobody)) < 0.15


def test_a_small_red_thing_keeps_its_ink() -> None:
    """A red coach before a large blue sky is printed red, though it is a fiftieth of it."""
    lab = np.full((100, 100, 3), (55, -8, -40), np.float32)
    lab[40:54, 40:54] = (50, 65, 42)
    lab[70:] = (70, 1, 6)
    inks = plates.chosen(lab, np.zeros((100, 100), np.float32), np.random.default_rng(0))
    assert any(red > 1.5 * max(green, blue) for red, green, blue in inks.colours[1:])


def test_skin_is_printed_with_as_little_of_the_dark_ink_as_goes() -> None:
    """What light inks can mix has no black dots in it."""
    lab = np.full((40, 40, 3), (58, 18, 26), np.float32)
    skin = np.ones((40, 40), np.float32)
    inks = plates.chosen(lab, skin, np.random.default_rng(0))
    assert inks.coverage(lab, skin)[0][20, 20] < 0.15
