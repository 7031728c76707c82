from __future__ import annotations

import numpy as np
import pytest

from facevalue.studio.painted import paper


@pytest.mark.parametrize("scale", [0.5, 1.0, 2.7, 5.9])
def test_tiles_of_the_sheet_meet(scale: float) -> None:
    """A part of the sheet is the same whether it is made alone or with its surroundings."""
    whole = paper.grain((0, 0, 200, 260), scale)
    assert np.allclose(whole[60:130, 90:240], paper.grain((60, 90, 130, 240), scale), atol=1e-5)


def test_grain_is_even() -> None:
    """No tilt and no loud places: mean near 0, deviation near 1, in each quarter."""
    grain = paper.grain((0, 0, 400, 400), 1.0)
    for part in (grain[:200, :200], grain[200:, :200], grain[:200, 200:], grain[200:, 200:]):
        assert abs(part.mean()) < 0.15
        assert 0.7 < part.std() < 1.3


def test_seeds_make_other_sheets() -> None:
    """Paper differs from seed to seed."""
    box = (0, 0, 50, 50)
    assert not np.allclose(paper.grain(box, 1.0, 0), paper.grain(box, 1.0, 1))


def test_pigment_settles_in_middle_tones_not_on_white() -> None:
    """By share of their lightness, middle tones show the grain at least twice as much."""
    grey = paper.granulated(np.full((64, 64, 3), 128, np.uint8), (0, 0), 1.0)
    white = paper.granulated(np.full((64, 64, 3), 235, np.uint8), (0, 0), 1.0)
    assert grey.std() / 128 > 2 * white.std() / 235


@pytest.mark.parametrize("finish", [paper.granulated, paper.toothed])
def test_paper_changes_no_tone_on_the_whole(finish: object) -> None:
    """The mean moves by less than one of 255."""
    grey = np.full((256, 256, 3), (120, 90, 70), np.uint8)
    done = finish(grey, (0, 0), 1.0)  # type: ignore[operator]
    assert np.abs(done.mean((0, 1)) - (120, 90, 70)).max() < 1
    assert not np.array_equal(done, grey)
