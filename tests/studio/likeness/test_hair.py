"""Hair: found where it is, in its colour; cloth over it is told from it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from facevalue.studio.likeness import clothes, cover, hair
from facevalue.studio.likeness.filters import disorder, guided
from facevalue.studio.likeness.sight import SIDE, Sight
from facevalue.studio.likeness.signs import Signs, signs
from facevalue.studio.likeness.strands import Head, Strands, strands
from tests.studio.likeness.people import large, seen

SHORT = Signs(
    ear=(0.1, 0.1),
    jaw=(0.0, 0.0),
    low=(0.0, 0.0),
    reach=0.0,
    neck=0.0,
    whole=1.0,
    high=0.35,
    wide=0.1,
    fringe=(0.0, 0.0),
    smooth=2.5,
    darker=-40.0,
    light=60.0,
    tint=0.4,
    curls=0.2,
    contrast=2.0,
    waves=0.2,
    knot=0.0,
)
"""What is measured of short dark hair."""

DOWN: dict[str, Any] = {"ear": (0.9, 0.9), "jaw": (0.9, 0.9)}
"""Hair that hangs down beside the face."""

SOME = Strands(np.zeros((2, 2), bool), np.array([20.0, 5.0, 8.0]), 0.8, 0.4)


def test_the_hair_is_over_the_face() -> None:
    """Of the astronaut: above the forehead and beside the eyes, not on the cheeks or the suit."""
    sight, tone = seen(large())
    head = Head(sight, tone)
    found = strands(head)
    assert found.mask[head.crown].mean() > 0.6
    assert found.mask[head.face].mean() < 0.05
    assert found.mask[head.y > head.chin + 0.2].mean() < 0.02
    assert found.colour is not None
    assert found.colour[0] < tone[0] - 20


def recoloured(a: float, b: float, light: float) -> tuple[Sight, np.ndarray]:
    """The astronaut with everything over and beside the face in one colour."""
    sight, tone = seen(large())
    lab = sight.lab.copy()
    lab[strands(Head(sight, tone)).mask] = (light, a, b)
    return replace(sight, lab=lab), tone


@pytest.mark.parametrize(("a", "b", "brightest"), [(2.0, -45.0, 2), (-40.0, 20.0, 1)])
def test_blue_or_green_hair_is_cloth(a: float, b: float, brightest: int) -> None:
    """No hair grows so: something covers it, in that colour."""
    answer, _ = hair.find(*recoloured(a, b, 45.0))
    assert answer["hair"][0] in ("cap", "turban", "beanie", "hijab")
    shade = [int(str(answer["cover_colour"][0])[at : at + 2], 16) for at in (1, 3, 5)]
    assert shade.index(max(shade)) == brightest


def test_brown_hair_is_hair() -> None:
    """The astronaut's own, and the same in black."""
    for a, b, light in ((8.0, 16.0, 35.0), (1.0, 1.0, 12.0)):
        answer, _ = hair.find(*recoloured(a, b, light))
        assert "cover_colour" not in answer


@pytest.mark.parametrize(
    ("changes", "kinds"),
    [
        ({}, {"short"}),
        (DOWN | {"reach": 0.9}, {"long"}),
        (DOWN | {"reach": None}, {"long"}),
        (DOWN | {"reach": 0.3}, {"bob"}),
        (DOWN | {"ear": (0.9, None), "reach": 0.9, "waves": 0.4}, {"wavy"}),
        (DOWN | {"wide": 0.4, "high": 0.6, "curls": 0.5}, {"afro"}),
        (DOWN | {"wide": 0.25, "curls": 0.5}, {"curly"}),
        (DOWN | {"ear": (0.05, 0.05)}, {"short"}),
        ({"ear": (0.8, 0.8), "wide": 0.25}, {"bob"}),
        ({"ear": (0.8, 0.8), "wide": 0.25, "curls": 0.4}, {"curly"}),
        ({"ear": (0.8, 0.8), "wide": 0.25, "curls": 0.4, "fringe": (0.9, 1.0)}, {"bob"}),
        ({"smooth": 0.8, "darker": 2.0, "tint": 1.0}, {"bald"}),
        (DOWN | {"reach": 0.9, "smooth": 0.8, "darker": 2.0, "tint": 1.0}, {"long"}),
        ({"fringe": (0.9, 0.1)}, {"side"}),
        ({"high": 0.58}, {"quiff"}),
    ],
)
def test_each_kind_has_its_signs(changes: dict[str, Any], kinds: set[str]) -> None:
    """What reaches the neck is long, what ends at the jaw a bob, and so on."""
    assert hair.kind_of(replace(SHORT, **changes), SOME)[0] in kinds


def test_a_head_that_is_cut_off_says_little() -> None:
    """Where the photo ends at the brows, the kind is a guess."""
    kind, sureness = hair.kind_of(replace(SHORT, whole=0.1), SOME)
    assert kind == "short"
    assert sureness < 0.4


def test_cloth_round_the_face_is_a_hijab() -> None:
    """Smooth, over ears, jaw and throat; strands over a collar are not."""
    wrapped = replace(SHORT, ear=(1.0, 1.0), jaw=(1.0, 1.0), neck=0.95, contrast=0.8)
    assert cover.kind_of(wrapped, cover.wraps(wrapped)) == "hijab"
    assert cover.wraps(replace(wrapped, contrast=3.5)) == 0
    assert cover.wraps(replace(wrapped, neck=0.1)) == 0


def test_the_signs_of_the_astronaut() -> None:
    """All of the head is in the photo, the jaw is free, shares are shares."""
    sight, tone = seen(large())
    head = Head(sight, tone)
    sign = signs(head, strands(head))
    assert sign.whole > 0.9
    assert 0.15 < sign.high < 0.7
    assert all(share is None or 0 <= share <= 1 for share in (*sign.ear, *sign.jaw, *sign.low))
    assert max(share or 0 for share in sign.low) < 0.2


def patterned(stripes: int) -> tuple[Sight, np.ndarray]:
    """The astronaut with a chest of grey cloth, lines across it in one direction or two."""
    sight, _ = seen(large())
    chest = np.zeros((SIDE, SIDE), bool)
    chest[360:590, 180:440] = True
    rows, columns = np.mgrid[:SIDE, :SIDE]
    light = (
        50 + 25.0 * ((columns // 7) % 2) * (stripes > 0) + 25.0 * ((rows // 7) % 2) * (stripes > 1)
    )
    lab = sight.lab.copy()
    lab[chest] = np.dstack([light, 0 * light, 0 * light])[chest]
    return replace(sight, lab=lab), chest


@pytest.mark.parametrize(("lines", "name"), [(0, "plain"), (1, "stripes"), (2, "check")])
def test_lines_that_repeat_are_a_pattern(lines: int, name: str) -> None:
    """In one direction stripes, in two a check, none plain."""
    kind, sureness = clothes.pattern(*patterned(lines))
    assert kind == name
    assert sureness > 0.5


def test_lines_that_run_one_way_are_in_order() -> None:
    """Stripes have one direction, noise has none."""
    rows, columns = np.mgrid[:60, :60]
    stripes = 20.0 * np.sin(columns / 3.0) + 0 * rows
    noise = np.random.default_rng(1).normal(0, 20, (60, 60))
    assert disorder(stripes, 5)[1][20:40, 20:40].mean() > 0.95
    assert disorder(noise, 5)[1][20:40, 20:40].mean() < 0.5


def test_the_guided_filter_keeps_the_guide_s_edge() -> None:
    """A soft plane gets its edge where the guide has one."""
    guide = np.zeros((40, 40))
    guide[:, 20:] = 1
    ramp = np.clip((np.arange(40) - 12) / 16, 0, 1) * np.ones((40, 1))
    sharp = guided(guide, ramp, 6, 1e-4)
    assert sharp[20, 20] - sharp[20, 19] > 3 * (ramp[20, 20] - ramp[20, 19])


def test_cloth_is_not_read_from_a_blurred_face_or_from_long_hair() -> None:
    """A small face has smooth hair too, and coloured strands that hang down are no cap."""
    sight, tone = recoloured(2.0, -45.0, 45.0)
    head = Head(sight, tone)
    found = strands(head)
    wrapped = replace(SHORT, **DOWN, neck=0.95, contrast=0.8)
    assert cover.find(head, found, wrapped)["hair"][0] == "hijab"
    small = Head(replace(sight, pixels=50.0), tone)
    assert cover.find(small, found, wrapped)["hair"][0] != "hijab"
    assert cover.find(head, found, replace(SHORT, **DOWN)) == {}
    assert "cover_colour" in cover.find(head, found, SHORT)


def test_a_knot_on_the_head_is_seen_on_large_faces_only() -> None:
    """Behind a small face stands a crowd, and its heads look like knots."""
    sight, tone = seen(large())
    high = replace(SHORT, high=0.8)
    assert hair.tied(sight, tone, high)
    assert not hair.tied(replace(sight, pixels=50.0), tone, high)
    assert not hair.tied(sight, tone, SHORT)


def test_hair_keeps_the_colour_of_its_middle_tones() -> None:
    """Neither the shadows between strands nor their sheen is the colour of hair."""
    tones = np.concatenate([np.full(10, 5.0), np.full(70, 40.0), np.full(20, 80.0)])
    sight, tone = seen(large())
    head = Head(sight, tone)
    lab = sight.lab.copy()
    place = strands(head).mask
    lab[place] = (40.0, 8.0, 16.0)
    lab[place, 0] = np.resize(tones, int(place.sum()))
    found = strands(Head(replace(sight, lab=lab), tone)).colour
    assert found is not None
    assert abs(found[0] - 40) < 3
