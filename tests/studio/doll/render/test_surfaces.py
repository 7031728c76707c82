"""Surfaces come in few kinds, and fillers make every scene alike for the compiler."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.studio.doll.parts import VINYL, Material, Part
from facevalue.studio.doll.render.surfaces import (
    KINDS,
    MATERIALS,
    SHAPES,
    USUAL,
    fillers,
    kind,
    paint,
)
from tests.studio.doll.render.sample import square


@pytest.mark.parametrize(
    ("material", "names"),
    [
        (Material(), ()),
        (VINYL, ("clearcoat",)),
        (Material(metallic=0.9), ("metallic", "clearcoat")),
        (Material(flatness=0.3), ("clearcoat", "flatness")),
        (Material(sheen=0.2, metallic=0.1), KINDS[-1]),
    ],
)
def test_a_material_is_of_the_first_kind_that_does(
    material: Material, names: tuple[str, ...]
) -> None:
    """Nothing that it needs is missing, and no more than the kind has is paid for."""
    assert kind(material) == names


@pytest.mark.parametrize("count", [0, 1, 57, 58, 80, 121, 122, 300])
@pytest.mark.parametrize("alike", [True, False])
def test_with_fillers_the_numbers_are_round(count: int, alike: bool) -> None:
    """Shapes and materials are; all usual kinds are there, first and in the same order."""
    parts = [
        Part("part", square(0.3, 0.0, 1.0), Material(roughness=0.3 if alike else 0.2 + at / 1000))
        for at in range(count)
    ]
    made = fillers(parts)
    assert (len(parts) + len(made)) % SHAPES == 0
    assert len({paint(part.material) for part in [*made, *parts]}) % MATERIALS == 0
    kinds = [(KINDS.index(kind(f.material)), f.material.texture is not None) for f in made]
    assert tuple(kinds[: len(USUAL)]) == USUAL


def test_only_what_is_equal_shares_a_surface() -> None:
    """One colour, one number or one picture apart is another paint."""
    picture = np.zeros((2, 2, 3), np.uint8)
    usual = Material("#112233", picture)
    assert paint(usual) == paint(Material("#112233", picture))
    others = [
        Material("#112234", picture),
        Material("#112233", picture.copy()),
        Material("#112233", picture, roughness=0.41),
        Material("#112233"),
    ]
    assert len({paint(usual), *map(paint, others)}) == 5
