"""Hair that hangs: followed down beside the jaw, past the neck, to where it ends."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from facevalue.studio.likeness import hair, tail
from facevalue.studio.likeness.sight import Floats, Mask, Sight
from facevalue.studio.likeness.signs import Signs, signs
from facevalue.studio.likeness.strands import Head, strands
from tests.studio.likeness.people import large, seen

BROWN = np.array([28.0, 8.0, 14.0])


@cache
def plain() -> tuple[Sight, Floats]:
    """The astronaut with one colour of hair, a blue chest, and nobody else in the photo."""
    sight, tone = seen(large())
    head = Head(sight, tone)
    lab, person = sight.lab.copy(), sight.person.copy()
    lab[strands(head).mask] = BROWN
    under = head.y > head.chin + 0.1
    lab[under] = (40.0, 5.0, -40.0)
    person[under & (np.abs(head.x) < 0.9)] = 1.0
    here = np.ones_like(sight.here)
    return replace(sight, lab=lab, person=person, here=here), tone


def with_hair(down: float, waves: float = 0.0) -> tuple[Sight, Floats]:
    """The same with brown hair beside the face, so many faces down from the chin."""
    sight, tone = plain()
    head = Head(sight, tone)
    place = (head.edge > 0.005) & (np.abs(head.x) > 0.3) & (np.abs(head.x) < 0.62)
    place &= (head.y > -0.2) & (head.y < head.chin + down)
    lab, person = sight.lab.copy(), sight.person.copy()
    lab[place] = BROWN
    bent = head.x + waves * np.sin(head.y * 2 * np.pi / 0.25)
    lab[..., 0] += np.where(place, 7 * np.sin(bent * 2 * np.pi / 0.05), 0.0)
    person[place] = 1.0
    return replace(sight, lab=lab, person=person), tone


def measured(sight: Sight, tone: Floats) -> tuple[Head, Mask, Signs]:
    """The head, where its hair is, and what is measured of it."""
    head = Head(sight, tone)
    found = strands(head)
    return head, found.mask, signs(head, found)


@pytest.mark.parametrize(("down", "kinds"), [(0.25, {"bob"}), (0.8, {"long"})])
def test_the_end_of_the_hair_tells_a_bob_from_long_hair(down: float, kinds: set[str]) -> None:
    """Hair is followed to where it ends, whatever the clothes are."""
    sight, tone = with_hair(down)
    sign = measured(sight, tone)[2]
    assert sign.hanging > 0.7
    assert sign.reach == pytest.approx(down, abs=0.1)
    assert hair.find(sight, tone)[0]["hair"][0] in kinds


def test_short_hair_does_not_hang() -> None:
    """With the jaw free the measure is near nothing."""
    sign = measured(*plain())[2]
    assert sign.hanging < 0.4
    assert sign.reach == 0.0


def test_where_the_photo_ends_the_length_is_unknown() -> None:
    """Hair that runs out of the photo may be of any length, and is not called a bob."""
    sight, tone = with_hair(0.8)
    head = Head(sight, tone)
    cut = replace(sight, here=head.y < head.chin + 0.3)
    assert measured(cut, tone)[2].reach is None
    assert hair.find(cut, tone)[0]["hair"][0] == "long"


def test_waves_are_told_from_straight_hair() -> None:
    """Strands that bend to and fro run in many directions."""
    head, mask, _ = measured(*with_hair(0.8))
    bent, place, sign = measured(*with_hair(0.8, waves=0.06))
    assert tail.waves(head, mask) < hair.WAVES < tail.waves(bent, place)
    assert hair.find(bent.sight, bent.skin)[0]["hair"][0] in ("wavy", "curly", "afro")
    assert sign.reach is None or sign.reach > hair.SHOULDERS


def test_a_hidden_ear_needs_hair_and_not_only_something_at_the_jaw() -> None:
    """Collars and neighbours beside the jaw are no long hair while the ears are bare."""
    sight, tone = with_hair(0.3)
    head = Head(sight, tone)
    lab = sight.lab.copy()
    lab[(head.edge < 0.2) & (head.y > -0.1) & (head.y < 0.3) & (head.edge > 0)] = tone
    sign = measured(replace(sight, lab=lab), tone)[2]
    assert sign.hanging < 0.53


def test_something_brown_below_a_gap_is_not_the_hair() -> None:
    """A bag on the chest does not make a bob long."""
    sight, tone = with_hair(0.25)
    head = Head(sight, tone)
    lab = sight.lab.copy()
    lab[(head.y > head.chin + 0.6) & (np.abs(head.x) > 0.25) & (np.abs(head.x) < 0.7)] = BROWN
    sign = measured(replace(sight, lab=lab), tone)[2]
    assert sign.reach == pytest.approx(0.25, abs=0.1)


def test_fair_hair_beside_the_jaw_is_hair_though_it_is_like_skin() -> None:
    """Clear of the face and above the chin there is no skin that it could be."""
    sight, tone = with_hair(0.3)
    head = Head(sight, tone)
    lab = sight.lab.copy()
    lab[strands(head).mask] = tone - np.array([37.0, 0.0, 0.0])
    fair = (head.edge > 0.005) & (np.abs(head.x) < 0.62) & (head.y > 0.28)
    lab[fair & (head.y < head.chin + 0.05)] = tone - np.array([16.0, 0.0, 0.0])
    assert measured(replace(sight, lab=lab), tone)[2].hanging > 0.7
