"""Colour worlds."""

from __future__ import annotations

import pytest

from facevalue.core.errors import Unknown
from facevalue.studio.doll.box.art.patterns import PATTERNS
from facevalue.studio.doll.box.worlds import WHITE, WORLDS, World, contrast, world

SMALL_TEXT, GRAPHICS = 4.5, 3.0
"""Lowest contrasts by WCAG 2.2 for small text and for graphics."""

each = pytest.mark.parametrize("one", WORLDS, ids=lambda one: one.name)


@each
def test_small_text_can_be_read(one: World) -> None:
    """White on the band and the ribbon, ink on the seal and on white."""
    assert contrast(WHITE, one.band) >= SMALL_TEXT
    assert contrast(WHITE, one.ink) >= SMALL_TEXT
    assert contrast(one.ink, one.pop) >= SMALL_TEXT
    assert contrast(one.ink, WHITE) >= SMALL_TEXT


@each
def test_the_title_stands_out(one: World) -> None:
    """Its letters from their dark line at both ends of their gradient, that line from the front."""
    for fill in (WHITE, one.tint):
        assert contrast(fill, one.ink) >= SMALL_TEXT
    assert contrast(one.ink, one.top) >= GRAPHICS


def test_six_worlds_differ() -> None:
    """In name, pattern and front; every pattern that is named exists and is used."""
    assert len(WORLDS) >= 6
    for of in ("name", "pattern", "top"):
        assert len({getattr(one, of) for one in WORLDS}) == len(WORLDS)
    assert {one.pattern for one in WORLDS} == set(PATTERNS)


def test_the_seed_chooses_when_nobody_does() -> None:
    """All worlds are reached, the same seed gives the same one, a name wins."""
    assert {world(None, seed) for seed in range(6)} == set(WORLDS)
    assert world(None, 9) == world(None, 9)
    assert world("teal", 3).name == "teal"


def test_an_unknown_world_is_named() -> None:
    """With those that there are."""
    with pytest.raises(Unknown, match="coral"):
        world("beige")


def test_contrast_is_that_of_the_standard() -> None:
    """Black on white is 21, and the order does not matter."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#767676") == contrast("#767676", "#ffffff")
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.01)
