"""What the verification benches work out, on cases whose answer is known."""

from __future__ import annotations

import numpy as np
import pytest

import _pairs as pairs


def test_the_area_under_the_curve_counts_ties_by_half() -> None:
    """All apart is one, all alike a half, upside down nothing."""
    same = np.array([True, True, False, False])
    assert pairs.auc(np.array([3.0, 4.0, 1.0, 2.0]), same) == 1
    assert pairs.auc(np.array([1.0, 2.0, 3.0, 4.0]), same) == 0
    assert pairs.auc(np.ones(4), same) == 0.5
    assert pairs.auc(np.array([2.0, 4.0, 1.0, 3.0]), same) == 0.75


def test_a_pair_that_was_drawn_twice_counts_twice() -> None:
    """Weights stand for repeats."""
    values = np.array([2.0, 4.0, 1.0, 3.0])
    same = np.array([True, True, False, False])
    weight = np.array([2.0, 1.0, 1.0, 1.0])
    repeated = pairs.auc(np.append(values, 2.0), np.append(same, True))
    assert pairs.auc(values, same, weight) == pytest.approx(repeated)


def test_an_interval_holds_the_value_and_closes_where_all_are_told_apart() -> None:
    """Ten people with two photos each; scores with noise, and without."""
    names = [f"{person}{photo}" for person in "abcdefghij" for photo in "12"]
    who = {name: name[0] for name in names}
    table = [
        pairs.Pair("s", one, other, one[0] == other[0])
        for index, one in enumerate(names)
        for other in names[:index]
    ]
    same = np.array([pair.same for pair in table])
    noisy = same + np.random.default_rng(0).normal(0, 0.7, len(same))
    low, high = pairs.interval(noisy, table, who)
    assert low < pairs.auc(noisy, same) < high
    assert 0.02 < high - low < 0.4
    assert pairs.interval(same.astype(float), table, who) == (1, 1)
