"""Colours of clothes: whose top follows the photo, and what goes with what."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from facevalue.studio.doll.body.materials import materials, palette
from facevalue.studio.doll.body.palettes import PALETTES, PERSONAL
from facevalue.studio.doll.body.patterns import MIDDLE, SIDE, WIDE
from facevalue.studio.doll.colours import rgb
from facevalue.studio.doll.spec import OUTFITS, BodySpec
from facevalue.studio.traits import PATTERNS, Traits

SKINS = ("#f5d6bd", "#d8a47f", "#c98d68", "#8a5a3c", "#5a3a28", "#3a241a")
TOPS = ("#ffffff", "#111111", "#c0392b", "#2f5fa8", "#3f5f8a", "#7f8c5a", "#f2c230", "#c98d68")


@pytest.mark.parametrize("outfit", OUTFITS)
def test_only_personal_outfits_follow_the_photo(outfit: str) -> None:
    """A T-shirt takes the colour of the photo's top; scrubs and uniforms keep their own."""
    spec = BodySpec(outfit)
    seen = materials(spec, Traits(), "#7d3c98", None)
    own = materials(spec, Traits(), None, None)
    changed = any(seen[role].colour != own[role].colour for role in own)
    assert changed is (outfit in PERSONAL)


@pytest.mark.parametrize("skin", SKINS)
@pytest.mark.parametrize("outfit", OUTFITS)
def test_trousers_differ_from_skin_and_top(outfit: str, skin: str) -> None:
    """Whatever the skin and the top, trousers do not look like bare legs or a boiler suit."""
    for top in (None, *TOPS):
        colours = palette(BodySpec(outfit), Traits(skin=skin), top)
        if outfit == "dress":
            continue
        assert np.linalg.norm(rgb(colours["bottom"]) - rgb(skin)) > 0.14
        if outfit != "scrubs":
            assert np.linalg.norm(rgb(colours["bottom"]) - rgb(colours["top"])) > 0.14


def test_skin_is_the_persons() -> None:
    """Skin has the trait's colour."""
    assert materials(BodySpec(), Traits(skin="#8a5a3c"), None, None)["skin"].colour == "#8a5a3c"


@pytest.mark.parametrize("pattern", [p for p in PATTERNS if p != "plain"])
def test_patterns_are_woven_in_two_colours(pattern: str) -> None:
    """A patterned top has a texture with its colour and another one in it."""
    traits = dataclasses.replace(Traits(), pattern=pattern)
    texture = materials(BodySpec("tshirt"), traits, "#c0392b", None)["top"].texture
    assert texture is not None
    colours, counts = np.unique(texture.reshape(-1, 3), axis=0, return_counts=True)
    main = np.rint(rgb("#c0392b") * 255)
    assert (np.abs(colours - main).max(1) <= 1).any()
    assert np.sort(counts)[-2] > texture.shape[0] * texture.shape[1] * 0.04


def test_a_print_is_on_the_chest() -> None:
    """The print's pixels are in the middle of the chest, unmirrored, and only there."""
    art = np.zeros((40, 40, 4), np.uint8)
    art[..., 3] = 255
    art[:, :20, 0], art[:, 20:, 2] = 255, 255
    texture = materials(BodySpec("tshirt"), Traits(), "#ffffff", art)["top"].texture
    assert texture is not None
    row = int((0.5 - (1.93 - MIDDLE) / WIDE) * SIDE)
    assert tuple(texture[row, SIDE // 2 - 20]) == (255, 0, 0)
    assert tuple(texture[row, SIDE // 2 + 20]) == (0, 0, 255)
    assert tuple(texture[10, 10]) == (255, 255, 255)
    assert (texture != 255).any(2).mean() < 0.03


def test_a_print_is_for_t_shirts_only() -> None:
    """Art does not end up on a uniform."""
    art = np.full((8, 8, 4), 255, np.uint8)
    assert materials(BodySpec("uniform"), Traits(), None, art)["top"].texture is None


def test_a_light_top_is_the_shirt_below_a_blazer() -> None:
    """With a light top the shirt takes the photo's colour, with a dark one the jacket."""
    light = palette(BodySpec("blazer"), Traits(), "#f0f0f0")
    dark = palette(BodySpec("blazer"), Traits(), "#402020")
    assert light["top"] == "#f0f0f0"
    assert dark["top2"] == "#402020"
    assert dark["top"] == dict(PALETTES["blazer"].colours)["top"]
