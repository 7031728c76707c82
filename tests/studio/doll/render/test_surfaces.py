"""Surfaces come in few kinds, and fillers make every scene alike for the compiler."""

from __future__ import annotations

import pytest

from facevalue.studio.doll.parts import VINYL, Material
from facevalue.studio.doll.render.surfaces import KINDS, SHAPES, USUAL, fillers, kind


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


@pytest.mark.parametrize("parts", [0, 1, 80, 121, 122, 300])
def test_with_fillers_the_number_of_shapes_is_round(parts: int) -> None:
    """And all usual kinds are there, first and in the same order."""
    made = fillers(parts)
    assert (parts + len(made)) % SHAPES == 0
    kinds = [(KINDS.index(kind(f.material)), f.material.texture is not None) for f in made]
    assert tuple(kinds[: len(USUAL)]) == USUAL
