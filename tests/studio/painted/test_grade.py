"""The film's colours: sunnier and richer, whites white, and skin as the photo shows it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from facevalue.studio.painted import grade, palette
from facevalue.studio.painted.scene.scene import Scene

from .brush.scenes import scene

Floats = NDArray[np.float32]


def _lab(made: Scene) -> Floats:
    return palette.oklab(made.pixels)


def _chroma(lab: Floats) -> Floats:
    answer: Floats = np.hypot(lab[..., 1], lab[..., 2])
    return answer


def _stripes(*colours: tuple[int, int, int]) -> Scene:
    """Upright stripes of 40 pixels, 120 high."""
    row = np.array(colours, np.uint8).repeat(40, 0)
    return scene(np.broadcast_to(row, (120, *row.shape)).copy())


def test_a_dark_photo_becomes_sunnier_and_keeps_its_order() -> None:
    """Middle tones rise, the darkest stays darkest, nothing is cut off at white."""
    before = _stripes((20, 20, 24), (60, 55, 50), (90, 80, 70), (130, 120, 110), (190, 185, 180))
    light = _lab(grade.film(before))[60, 20::40, 0]
    assert light[2] > _lab(before)[60, 100, 0] + 0.05
    assert (np.diff(light) > 0.02).all()
    assert light.max() < 0.99


def test_dull_colours_gain_more_than_strong_ones() -> None:
    """As shares of their chroma; and none becomes stronger than paint (0.3)."""
    before = _stripes((100, 125, 155), (210, 90, 40), (128, 128, 128))
    one, other = (_chroma(_lab(made))[60, 20::40] for made in (before, grade.film(before)))
    gain = other / one
    assert gain[0] > 1.2
    assert gain[0] > gain[1] > 0.9
    assert other.max() < 0.3


def test_white_stays_white() -> None:
    """White paper beside dark cloth has no more chroma than 0.012 and hardly darkens."""
    before = _stripes((252, 252, 252), (40, 60, 80), (120, 110, 100))
    white = _lab(grade.film(before))[60, 20]
    assert _chroma(white) < 0.012
    assert white[0] > 0.95


def test_shade_is_cool_and_not_black() -> None:
    """A grey shade turns towards blue and opens."""
    before = _stripes((16, 16, 16), (120, 120, 120), (220, 220, 220))
    shade = _lab(grade.film(before))[60, 20]
    assert shade[2] < -0.015
    assert shade[0] > _lab(before)[60, 20, 0]


@pytest.mark.parametrize("tone", [(235, 200, 180), (190, 140, 110), (70, 45, 35)])
def test_skin_keeps_its_colour(tone: tuple[int, int, int]) -> None:
    """Light or deep, no more than rounding, though all round it is graded."""
    before = _stripes((60, 70, 60), tone, (90, 90, 110))
    mask = np.zeros(before.lab.shape[:2], np.float32)
    mask[:, 40:80] = 1
    after = grade.film(replace(before, skin=mask))
    assert np.abs(after.pixels[:, 40:80].astype(int) - tone).max() <= 1
    assert np.abs(after.lab - before.lab)[:, :40].max() > 4


def test_a_pale_sky_becomes_blue_above_and_stays_light() -> None:
    """From its top to the horizon blue gives way to white, without a step."""
    pixels = np.full((200, 120, 3), (225, 226, 228), np.uint8)
    pixels[120:] = (90, 100, 70)
    sky = np.zeros((200, 120), np.float32)
    sky[:120] = 1
    lab = _lab(grade.film(replace(scene(pixels), sky=sky)))
    assert lab[5, 60, 2] < -0.03
    assert lab[5, 60, 2] < lab[60, 60, 2] - 0.005 < lab[112, 60, 2]
    assert lab[5:110, 60, 0].min() > 0.8
    assert np.abs(np.diff(lab[5:110, 60], axis=0)).max() < 0.02


def test_greens_are_yellow_in_the_light_and_blue_in_the_shade() -> None:
    """The hues of a lit and a shaded green part."""
    before = _stripes((150, 170, 80), (45, 70, 40), (120, 120, 120))
    turned = []
    for made in (before, grade.film(before)):
        lab = _lab(made)[60, [20, 60]]
        turned.append(np.degrees(np.arctan2(lab[:, 2], lab[:, 1])))
    (lit, shade), (sunny, cool) = turned
    assert sunny < lit
    assert cool > shade


def test_a_photo_that_is_all_skin_stays_as_it_is() -> None:
    """Nothing to grade: no numbers break."""
    before = _stripes((190, 140, 110), (185, 138, 108))
    whole = replace(before, skin=np.ones(before.lab.shape[:2], np.float32))
    assert np.abs(grade.film(whole).pixels.astype(int) - before.pixels).max() <= 1
