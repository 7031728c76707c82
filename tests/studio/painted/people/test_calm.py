"""People are calmed before they are painted: surfaces, not features, and never their colour."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from facevalue.studio.likeness.regions import OVAL
from facevalue.studio.painted.people.calm import calm, features
from facevalue.studio.painted.scene.scene import Scene
from facevalue.studio.painted.touch import Touch
from tests.studio.painted.people.faces import scene


def whole(tint: float = 1.0) -> Scene:
    """The astronaut with everything counted as person."""
    seen = scene(tint)
    return replace(seen, person=np.ones_like(seen.person))


def cheeks(seen: Scene) -> NDArray[np.bool_]:
    """Pixels between eye and mouth."""
    mask = np.zeros(seen.person.shape, np.bool_)
    for point in (50, 280, 205, 425):
        x, y = seen.people[0].mesh[point, :2].astype(int)
        mask[y - 6 : y + 7, x - 6 : x + 7] = True
    return mask


def skin(seen: Scene) -> NDArray[np.bool_]:
    """The face without its features."""
    from skimage.draw import polygon

    corners = seen.people[0].mesh[list(OVAL), :2]
    corners = corners.mean(0) + 0.85 * (corners - corners.mean(0))
    mask = np.zeros(seen.person.shape, np.bool_)
    mask[polygon(corners[:, 1], corners[:, 0], mask.shape)] = True
    return mask & (features(seen) < 0.05)


def grain(seen: Scene, mask: NDArray[np.bool_]) -> float:
    """Fine unrest of the lightness."""
    light = seen.lab[..., 0]
    return float(np.abs(light - gaussian_filter(light, 3))[mask].mean())


def test_skin_becomes_calm() -> None:
    """Less than two thirds of its fine unrest is left."""
    before, after = whole(), calm(whole(), Touch(strength=1.0))
    assert grain(after, cheeks(before)) < 0.66 * grain(before, cheeks(before))


def test_eyes_and_mouth_stay_as_they_are() -> None:
    """Where features are, the photo is untouched."""
    before, after = whole(), calm(whole(), Touch(strength=1.0))
    heart = features(before) > 0.995
    assert heart.any()
    off = np.abs(before.pixels[heart].astype(int) - after.pixels[heart].astype(int))
    assert off.mean() < 1.5


def test_skin_keeps_its_tone() -> None:
    """Light or deep, its mean moves by less than 1 L* and 3 degrees of hue."""
    for tint in (1.0, 0.4):
        before, after = whole(tint), calm(whole(tint), Touch(strength=1.0))
        one, other = (seen.lab[skin(before)].mean(0) for seen in (before, after))
        assert abs(other[0] - one[0]) < 1
        hue = np.degrees(np.arctan2(other[2], other[1]) - np.arctan2(one[2], one[1]))
        assert abs(hue) < 3


def test_who_is_not_there_is_not_calmed() -> None:
    """Without people the photo stays as it is."""
    empty = replace(scene(), people=())
    assert calm(empty, Touch()) is empty


def test_hair_keeps_its_strands() -> None:
    """Nine tenths of its fine unrest is left."""
    before = whole()
    crown = np.zeros_like(before.hair)
    x, y = before.people[0].mesh[10, :2].astype(int)
    crown[y - 40 : y - 10, x - 30 : x + 31] = 1
    before = replace(before, hair=crown)
    heart = gaussian_filter(crown, 2.0) > 0.99
    assert heart.any()
    assert grain(calm(before, Touch(strength=1.0)), heart) > 0.9 * grain(before, heart)


def test_what_is_worn_stays() -> None:
    """A thin dark chain over a cheek keeps three quarters of its contrast."""
    before = whole()
    x, y = before.people[0].mesh[50, :2].astype(int)
    pixels = before.pixels.copy()
    pixels[y : y + 2, x - 15 : x + 16] = 40
    off = [
        float(seen.pixels[y : y + 2, x - 8 : x + 9].mean())
        - float(seen.pixels[y - 8 : y - 5, x - 8 : x + 9].mean())
        for seen in (replace(before, pixels=pixels), calm(replace(before, pixels=pixels), Touch()))
    ]
    assert off[0] < -40
    assert off[1] < 0.75 * off[0]
