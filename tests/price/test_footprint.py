"""Energy: an interval that follows from the seconds, with sources for both of its ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.price.footprint import cloud_wh, energy_says, energy_wh, ranges


def test_an_hour_of_one_core_is_its_watts() -> None:
    """Watt-hours, not joules or kilowatt-hours."""
    core = ranges()["core"]
    assert energy_wh(3600) == (core.low, core.high)


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_the_estimate_grows_with_the_work(one: float, other: float) -> None:
    """It is an interval, and two pieces of work add up."""
    low, high = energy_wh(one)
    assert 0 <= low <= high
    both = energy_wh(one + other)
    assert both == pytest.approx(
        [a + b for a, b in zip((low, high), energy_wh(other), strict=True)]
    )


@pytest.mark.parametrize("seconds", [-1.0, float("nan")])
def test_impossible_work_is_refused(seconds: float) -> None:
    """Rather than an energy below zero or none at all."""
    with pytest.raises(ValueError, match="seconds"):
        energy_wh(seconds)


def test_every_range_says_what_it_is_and_where_it_comes_from() -> None:
    """Low below high, a unit, a sentence, a source."""
    for row in ranges().values():
        assert 0 < row.low < row.high
        assert row.unit in ("W", "Wh")
        assert row.says.endswith(".")
        assert row.source


def test_the_cloud_is_the_figure_of_the_field() -> None:
    """0.10 to 2.2 Wh for a picture of 1024 x 1024 pixels."""
    assert cloud_wh() == (0.10, 2.2)


def test_the_sentence_has_both_intervals_and_says_estimate() -> None:
    """Nobody takes it for a measurement."""
    says = energy_says(energy_wh(120))
    assert "0.12 to 0.80 Wh" in says
    assert "0.10 to 2.2 Wh" in says
    assert "estimate" in says
