"""Drawing in a painting's manner, and the dials that reach a drawing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from facevalue.studio.painted import canvas
from facevalue.studio.painted.drawn import kit, plates
from facevalue.studio.painted.drawn.ink import KIT, ink
from facevalue.studio.painted.drawn.pencil import pencil
from facevalue.studio.painted.drawn.riso import riso
from facevalue.studio.painted.palette import oklab
from facevalue.studio.painted.scene.scene import Pixels
from facevalue.studio.painted.touch import Touch

from .heads import head, lightness, painted


def night(rough: int = 0) -> Pixels:
    """A painting in blues, with an orange lamp; ``rough`` is the unrest of its surface."""
    chance = np.random.default_rng(1)
    y, x = np.mgrid[:120, :160]
    picture = np.stack([20 + y, 40 + 1.2 * y, 90 + y + 0 * x], 2)
    picture[50:70, 60:100] = (250, 150, 40)
    picture = picture + rough * chance.standard_normal(picture.shape)
    answer: Pixels = picture.clip(0, 255).astype(np.uint8)
    return answer


def test_without_a_painting_a_style_keeps_its_own_things() -> None:
    """Paper, ink and hand as they are."""
    assert kit.chosen(KIT, head(), Touch()) == KIT
    assert plates.drums(Touch(), KIT) == plates.OURS


def test_a_painting_gives_paper_ink_and_wash() -> None:
    """Light paper, dark ink, and its strongest colour between."""
    found = kit.chosen(KIT, head(), Touch(like=night()))
    tones = oklab(np.array([[found.paper, found.ink, found.wash]], np.uint8))[0]
    assert tones[0, 0] > 0.84
    assert tones[1, 0] < 0.38
    assert found.wash[0] > found.wash[2] + 40, "the lamp is its strongest colour"
    assert found.ink[2] > found.ink[0], "its darks are blue"


def test_a_rough_painting_gives_rough_paper() -> None:
    """Grain is taken too."""
    smooth, rough = (kit.chosen(KIT, head(), Touch(like=night(much))) for much in (0, 14))
    assert rough.rough > smooth.rough + 0.3


@pytest.mark.parametrize("paint", [ink, pencil, riso])
def test_like_is_seen_in_the_picture_and_skin_is_not_changed(paint: Any) -> None:
    """The place takes on the painting's colours; faces keep their lightness."""
    from facevalue.studio.painted.drawn import flesh
    from facevalue.studio.painted.scene.scene import cielab

    plain, like = (painted(paint, head(), Touch(like=of))[..., :3] for of in (None, night()))
    place = head().person < 0.05
    assert np.abs(plain[place].astype(int) - like[place]).mean() > 8
    rows, columns = flesh.bare(head(), head().people[0])
    before = head().lab[rows, columns, 0].mean()
    assert abs(cielab(like[rows, columns][None])[0, :, 0].mean() - before) < 4


@pytest.mark.parametrize("paint", [ink, pencil])
def test_strength_lays_more_on_the_paper(paint: Any) -> None:
    """At 0 much paper is left, at 1 least; the usual lies between."""
    place = head().skin < 0.05
    left = [lightness(painted(paint, head(), Touch(strength=s)))[place].mean() for s in (0, 0.8, 1)]
    assert left[0] > left[1] + 0.02
    assert left[1] > left[2]


def test_strength_slips_the_plates_of_a_print() -> None:
    """At 0 they lie on each other."""
    both = [painted(riso, head(), Touch(strength=s)) for s in (0.0, 1.0)]
    assert np.abs(both[0].astype(int) - both[1]).mean() > 2


def test_a_recorded_drawing_is_the_same_in_any_order_of_tiles() -> None:
    """Nothing is kept from tile to tile."""
    drawing = canvas.recorded(
        head().width, head().height, lambda c: ink(c, head(), replace(Touch(), seed=2))
    )
    first = canvas.played(drawing, 1.5, (0, 0, 200, 200))
    canvas.played(drawing, 1.5, (100, 100, 500, 500))
    assert np.array_equal(first, canvas.played(drawing, 1.5, (0, 0, 200, 200)))
