"""The colours and the painted face."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from facevalue.studio.doll.colours import rgb
from facevalue.studio.doll.head.face import REACH
from facevalue.studio.doll.head.features import features
from facevalue.studio.doll.head.materials import materials
from facevalue.studio.doll.head.tones import lightness, tones
from facevalue.studio.doll.parts import Pixels
from facevalue.studio.doll.spec import HeadSpec
from facevalue.studio.traits import Traits

SKINS = ("#fbe3d2", "#eebf9c", "#d09a70", "#a36c45", "#704329", "#3d2419")


def face(traits: Traits, side: int = 280) -> Pixels:
    """The face's texture."""
    spec = HeadSpec(beard=traits.beard, smile=traits.smile, age=traits.age, lashes=traits.lashes)
    texture = materials(spec, traits, texture=side)["face"].texture
    assert texture is not None
    return texture


def at(picture: Pixels, x: float, y: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """The mean colour (0..1) round a point of the face."""
    side = len(picture)
    column, row = (int((v + REACH) / (2 * REACH) * side) for v in (x, -y))
    return np.asarray(picture[row - 1 : row + 2, column - 1 : column + 2].mean((0, 1)) / 255)


@pytest.mark.parametrize("skin", SKINS)
def test_lips_and_lines_show_on_every_skin(skin: str) -> None:
    """Lips differ from the skin in colour, lines are darker than it."""
    t = tones(Traits(skin=skin))
    assert np.abs(rgb(t.lip) - rgb(skin)).max() > 0.10
    assert lightness(t.line) < lightness(skin) - 0.05


@pytest.mark.parametrize("skin", SKINS)
def test_no_tone_of_a_face_is_ashen(skin: str) -> None:
    """Shade, blush, glow and ears stay warm: red over blue by at least the skin's own share."""
    t, own = tones(Traits(skin=skin)), rgb(skin)
    for tone in (t.shade, t.blush, t.glow, t.ear, t.lid):
        red, _, blue = rgb(tone)
        assert red > blue + 0.02
        assert red / max(blue, 1e-3) > 0.85 * own[0] / own[2]


@pytest.mark.parametrize("skin", SKINS)
def test_the_forehead_is_the_skin(skin: str) -> None:
    """What is asked for is what is painted where nothing else is."""
    assert np.abs(at(face(Traits(skin=skin)), 0.0, 1.1) - rgb(skin)).max() < 0.03


def test_an_open_mouth_shows_teeth() -> None:
    """Laughing shows white under the upper lip; a calm mouth shows none."""
    wide = features(HeadSpec(smile=1.0)).mouth
    spot = float(wide.top(0.0)) - 0.2 * wide.open
    assert at(face(Traits(smile=1.0)), 0.0, spot).min() > 0.75
    assert at(face(Traits(smile=0.0)), 0.0, spot).min() < 0.75


def test_stubble_darkens_the_jaw_and_not_the_forehead() -> None:
    """Painted stubble lies on the chin and leaves the brow as it is."""
    bare, grown = face(Traits()), face(Traits(beard="stubble"))
    assert at(grown, 0.0, -0.85).mean() < at(bare, 0.0, -0.85).mean() - 0.05
    assert np.array_equal(at(grown, 0.0, 0.7), at(bare, 0.0, 0.7))


def test_freckles_and_years_are_drawn() -> None:
    """Both change the picture."""
    plain = face(Traits())
    assert not np.array_equal(plain, face(Traits(freckles=True)))
    assert not np.array_equal(plain, face(Traits(age="older")))


def test_colours_come_through() -> None:
    """Hair, headwear, frame and eyes carry the person's colours."""
    traits = Traits(hair_colour="#aa3311", cover_colour="#115599", glasses_colour="#773388")
    made = materials(HeadSpec(), traits, texture=64)
    assert made["hair"].colour == "#aa3311"
    assert made["cover"].colour == "#115599"
    assert made["frame"].colour == "#773388"
    blue, brown = (
        materials(HeadSpec(), replace(traits, eyes=c), texture=64)["eye"].texture
        for c in ("#3f7fbf", "#5b3f2a")
    )
    assert blue is not None
    assert brown is not None
    assert blue[..., 2].mean() > brown[..., 2].mean()


def test_brows_of_fair_hair_are_darker_than_it() -> None:
    """White and blond hair keep brows that show."""
    for hair in ("#f2f0ec", "#e8c27a"):
        assert lightness(tones(Traits(hair_colour=hair)).brow) < lightness(hair) - 0.08


def test_the_texture_has_the_side_that_was_asked_for() -> None:
    """``texture`` is the face's side in pixels."""
    assert face(Traits(), side=200).shape == (200, 200, 3)
