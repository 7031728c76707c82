"""The tones that a drawn head can have."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from facevalue.core.finding import Finding, Kind
from facevalue.core.places import Region
from facevalue.core.roles import Cover
from facevalue.protection.heads import Head, head_of
from facevalue.studio.covers import doll
from facevalue.studio.covers.doll import DOLL_MATCHED
from facevalue.studio.covers.painted import PAINT_MATCHED
from facevalue.studio.covers.place import seat
from facevalue.studio.covers.skin import cheeks, lightness
from facevalue.studio.covers.tones import HAIR, NEUTRAL, SKIN, matched
from tests.protection.test_covers import disc
from tests.protection.test_heads import looking

Pixels = NDArray[np.uint8]
Mask = NDArray[np.bool_]
WHOLE = Region(0, 0, 500, 500)


def _person(skin: str, hair: str = "#3b2a20") -> Pixels:
    """A flat face with flat hair above, where ``looking`` has its landmarks."""
    pixels = np.full((500, 500, 3), _rgb(skin), np.uint8)
    pixels[:205] = _rgb(hair)
    return pixels


def _rgb(tone: str) -> list[int]:
    return [int(tone[at : at + 2], 16) for at in (1, 3, 5)]


def _light(tone: str) -> float:
    return lightness(np.array(_rgb(tone), float))


def _cheeks(style: Cover, head: Head, size: tuple[float, float, float]) -> Mask:
    """Where the cheeks of that cover lie."""
    across, up = seat(head, WHOLE, size).local((500, 500))
    found: Mask = cheeks(across, up, head.yaw) & head.mask(WHOLE)
    return found


@pytest.mark.parametrize("skin", SKIN[2:-5])
@pytest.mark.parametrize("style", [PAINT_MATCHED, DOLL_MATCHED], ids=lambda style: style.name)
def test_nobody_is_drawn_lighter_and_all_within_five(
    style: Cover, skin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cheeks of the drawn head are as light as the person's, or a little darker (CIELAB).

    Above a lightness of 86 and below 22 the painted head cannot follow.
    """
    monkeypatch.setattr(doll, "_bust", lambda yaw, pitch, side: disc(side))
    pixels, head = _person(skin), head_of(looking(0.0))
    size = doll.SIZE if style is DOLL_MATCHED else (2.26, 1.0, 1.24)
    style.paint(pixels, head.mask(WHOLE), head, WHOLE)
    drawn = np.mean(pixels[_cheeks(style, head, size)], 0)
    assert _light(skin) - 5 < lightness(drawn) <= _light(skin) + 0.5


@pytest.mark.parametrize("hair", HAIR)
def test_hair_has_the_nearest_of_a_few_tones(hair: str) -> None:
    """Each tone is found again."""
    pixels = _person("#be8361", hair)
    found = matched(pixels, np.ones((500, 500), bool), head_of(looking(0.0)), WHOLE, _light)
    assert found.hair == hair


def test_bright_surroundings_make_nobody_lighter() -> None:
    """What is around the head does not choose the tone: the same face has the same one."""
    dark, head = _person("#744b35"), head_of(looking(0.0))
    bright = dark.copy()
    bright[~head.mask(WHOLE)] = 250
    tones = [matched(each, head.mask(WHOLE), head, WHOLE, _light) for each in (dark, bright)]
    assert tones[0] == tones[1]


def test_without_landmarks_the_head_is_the_neutral_one() -> None:
    """Nothing is guessed."""
    bare = Finding(Kind.FACE, Region(10, 10, 40, 50), 0.9, "faces", "why")
    pixels = np.zeros((60, 60, 3), np.uint8)
    box = Region(0, 0, 60, 60)
    assert matched(pixels, np.ones((60, 60), bool), head_of(bare), box, _light) == NEUTRAL
