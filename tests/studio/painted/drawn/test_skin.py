"""Skin in drawings: nobody lighter, everybody in their own tone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from facevalue.studio.painted.drawn import flesh, quiet, tint
from facevalue.studio.painted.drawn.ink import ink
from facevalue.studio.painted.drawn.marks import marks
from facevalue.studio.painted.drawn.pencil import pencil
from facevalue.studio.painted.drawn.riso import riso
from facevalue.studio.painted.scene.scene import Floats, Scene, cielab
from facevalue.studio.painted.touch import Touch

from .heads import head, painted

STYLES = pytest.mark.parametrize("paint", [ink, pencil, riso])


def face(of: Scene) -> Floats:
    """Where the face is, 0..1."""
    return quiet.mask(of, [marks(of, one, 1.0).oval for one in of.people], 2.0)


def toned(light: float) -> Scene:
    """The head with its person (not the place) at so many times their lightness."""
    of = head()
    lab = of.lab.copy()
    share = 1 - (1 - light) * of.person
    lab[..., 0] *= share
    lab[..., 1:] *= np.sqrt(share)[..., None]
    return replace(of, lab=lab)


def printed(paint: Any, of: Scene) -> Any:
    """The mean CIELAB of the face's skin in the picture."""
    rows, columns = flesh.bare(of, of.people[0])
    picture = painted(paint, of)[..., :3]
    return cielab(picture[rows, columns][None])[0].mean(0)


@STYLES
@pytest.mark.parametrize("light", [1.0, 0.6, 0.4])
def test_nobody_becomes_lighter_and_hues_stay(paint: Any, light: float) -> None:
    """Of light, medium and deep skin the mean moves by at most 4 L* and 8 degrees of hue."""
    of = toned(light)
    before, after = of.lab[flesh.bare(of, of.people[0])].mean(0), printed(paint, of)
    assert abs(after[0] - before[0]) < 4
    hues = [np.degrees(np.arctan2(each[2], each[1])) for each in (before, after)]
    assert abs(hues[0] - hues[1]) < 8


def test_skin_is_the_face_without_gaps_and_not_the_place() -> None:
    """A highlight on the forehead is skin, the wall behind is not."""
    of = head()
    lab = of.lab.copy()
    y, x = of.people[0].mesh[151, 1::-1].astype(int)
    lab[y - 4 : y + 5, x - 6 : x + 7] = (99, 0, 2)
    found = flesh.flesh(replace(of, lab=lab), face(of))
    assert found is not None
    assert found.where[y, x] > 0.8
    assert found.where[(of.person < 0.02) & (face(of) < 0.01)].max() < 0.05
    nose = of.people[0].mesh[1, 1::-1].astype(int)
    assert found.where[tuple(nose)] > 0.9


def test_a_face_that_the_person_mask_misses_is_skin_all_the_same() -> None:
    """In a dark photo nobody may be seen but the mesh: the face is not left paper white."""
    of = replace(head(), person=0 * head().person, skin=0 * head().skin, hair=0 * head().hair)
    found = flesh.flesh(of, face(of))
    assert found is not None
    assert found.where[flesh.bare(of, of.people[0])].min() > 0.9


def test_without_people_nothing_is_tinted() -> None:
    """A place has no skin, and its tones stay as they are."""
    nobody = replace(head(), people=())
    assert flesh.flesh(nobody, np.zeros_like(nobody.skin)) is None
    plain = head().lab[..., 0] * np.float32(0.01)
    assert flesh.lit(plain, nobody, None) is plain


def test_whites_of_eyes_are_paper_in_a_light_face_and_toned_in_a_dark_one() -> None:
    """Nobody stares out of a dark face with white eyes."""
    paper = (244, 241, 234)
    one = marks(head(), head().people[0], 1.0)
    assert tint.white(head(), one, paper) == paper
    assert max(tint.white(toned(0.4), one, paper)) < 200


def test_two_people_keep_their_own_tones() -> None:
    """Who is darker in the photo is darker in the picture, side by side on one sheet."""
    of = head()
    lab, side = of.lab.copy(), of.width
    lab[..., 0] *= 1 - 0.5 * of.person
    both: dict[str, Any] = {
        name: np.concatenate([getattr(of, name)] * 2, 1)
        for name in ("pixels", "person", "hair", "skin", "cloth", "sky", "plants", "water",
                     "ground", "away", "angle", "order", "edge")
    }  # fmt: skip
    moved = replace(of.people[0], mesh=of.people[0].mesh + np.array([side, 0, 0]))
    pair = replace(of, **both, lab=np.concatenate([of.lab, lab], 1), people=(*of.people, moved))
    found = flesh.flesh(pair, face(pair))
    assert found is not None

    def draw(canvas: Any) -> None:
        ink(canvas, pair, Touch())

    seen = tint.seen(pair, found, draw)
    assert np.abs(seen[:, 0] - found.means[:, 0]).max() < 4
    assert seen[0, 0] > seen[1, 0] + 15
