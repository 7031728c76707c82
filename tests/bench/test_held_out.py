"""The bench's own sums: intervals that hold, folds that are even, a line in the middle."""

from __future__ import annotations

import numpy as np
import pytest

import _held_out as held

AGES = np.array([*range(1, 13), 13, 14, 15, 13, 14, 15, *range(16, 26), *range(26, 66)], float)


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"), [(0, 10, 0, 0.278), (10, 10, 0.722, 1), (81, 263, 0.255, 0.366)]
)
def test_wilsons_interval(hits: int, of: int, low: float, high: float) -> None:
    """As tabled for the score method (Newcombe 1998, Statistics in Medicine 17:857)."""
    found = held.interval(hits, of)
    assert found["share"] == pytest.approx(hits / of, abs=5e-4)
    assert found["low"] == pytest.approx(low, abs=1e-3)
    assert found["high"] == pytest.approx(high, abs=1e-3)


def test_nothing_asked_is_nothing_known() -> None:
    """Of no faces every share is possible."""
    found = held.interval(0, 0)
    assert (found["low"], found["high"]) == (0, 1)
    assert np.isnan(found["share"])


def test_every_fold_has_its_share_of_each_band() -> None:
    """They differ by at most one face a band, and every face is in one."""
    fold = held.folds(AGES, np.random.default_rng(3))
    for band in held.BANDS:
        if band == "over 40":
            continue
        counts = np.bincount(fold[held.within(AGES, band)], minlength=held.FOLDS)
        assert counts.max() - counts.min() <= 1


def test_the_line_is_in_the_middle() -> None:
    """Halfway between the oldest-looking child and the youngest quarter of the adults."""
    years = np.where(AGES < 16, 10.0, np.where(AGES < 26, 20.0, 40.0))
    years[AGES == 15] = 12.0
    assert held.put(years, AGES) == pytest.approx(26, abs=0.1)


def test_a_face_is_judged_by_lines_it_did_not_put() -> None:
    """One child that looks fifty is missed held out, although a line put by it would be higher."""
    years = AGES.copy()
    years[5] = 50.0
    found = held.held_out(years, AGES)
    assert found.flagged[5] == 0
    assert found.flagged[0] == 1
    assert found.lines.shape == (held.FOLDS * held.REPEATS,)
    assert held.put(years, AGES) > found.lines.min()
