"""The bench of covers: foils are what they say, and pairs are taken evenly."""

from __future__ import annotations

import numpy as np
import pytest

from _foils import FOILS, deface, mosaic
from _pairs import Pair
from cover import chosen, wilson

BOX = (20, 20, 60, 70)


@pytest.mark.parametrize("name", [name for name in FOILS if name != "nothing"])
def test_a_foil_hides_something_near_the_face_and_nothing_far(name: str) -> None:
    """The rest of the picture and the picture that was handed in stay."""
    pixels = np.random.default_rng(0).integers(0, 255, (100, 100, 3)).astype(np.uint8)
    before = pixels.copy()
    shown = FOILS[name](pixels, BOX)
    assert (pixels == before).all()
    assert (shown[40:50, 35:45] != pixels[40:50, 35:45]).mean() > 0.8
    assert (shown[:4] == pixels[:4]).all()
    assert (shown[:, 80:] == pixels[:, 80:]).all()


def test_a_mosaic_has_so_many_blocks_across() -> None:
    """As many colours in a row as it says."""
    pixels = np.random.default_rng(0).integers(0, 255, (100, 100, 3)).astype(np.uint8)
    row = mosaic(8)(pixels, BOX)[30, 20:60]
    assert len(np.unique(row, axis=0)) == 8


def test_defaces_ellipse_reaches_beyond_the_box() -> None:
    """Three tenths on each side, and its corners stay."""
    pixels = np.random.default_rng(0).integers(0, 255, (100, 100, 3)).astype(np.uint8)
    changed = (deface(pixels, BOX) != pixels).any(-1)
    assert changed[45, 10:70].mean() > 0.9
    assert not changed[7, 10]


def test_of_each_subset_so_many_first_pictures_are_taken_with_all_their_pairs() -> None:
    """Evenly, and nobody's pairs in part."""
    pairs = [
        Pair(s, f"{s}{i}", f"{s}{j}", i % 2 == 0) for s in "ab" for i in range(9) for j in (1, 2)
    ]
    kept = chosen(pairs, 3)
    assert {pair.one for pair in kept} == {"a0", "a2", "a6", "b0", "b2", "b6"}
    assert len(kept) == 12


def test_the_interval_of_a_share() -> None:
    """None of a hundred is not zero for sure (Wilson's interval, by a table of it)."""
    assert wilson(0, 100) == pytest.approx((0, 0.037), abs=0.001)
    assert wilson(50, 100) == pytest.approx((0.404, 0.596), abs=0.001)
