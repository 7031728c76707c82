"""The tone mapper: print keeps its colours, highlights do not clip."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.studio.doll.render import tone


def test_middle_colours_stay_as_they_are() -> None:
    """Below the compression a colour comes out as it went in, less the reflected 4 %."""
    colour = np.array([[0.5, 0.3, 0.2]], np.float32)
    assert tone.neutral(colour)[0] == pytest.approx(colour[0] - 0.04, abs=1e-6)


def test_dark_colours_go_to_black_softly() -> None:
    """Below 0.08 the published curve is 6.25 times the square of the lowest channel."""
    dark = np.array([[0.04, 0.04, 0.04], [0.02, 0.05, 0.1]], np.float32)
    out = tone.neutral(dark)
    assert out[0] == pytest.approx([0.01] * 3, abs=1e-6)
    assert out[1] == pytest.approx([0.0025, 0.0325, 0.0825], abs=1e-6)


def test_known_values_of_the_formula() -> None:
    """Grey of 1 and of 4 as worked out by hand from the published formula."""

    def expected(value: float) -> float:
        peak = value - 0.04
        room = 1 - tone.START
        return 1 - room * room / (peak + room - tone.START)

    for value in (1.0, 4.0):
        grey = np.full((1, 3), value, np.float32)
        assert tone.neutral(grey)[0] == pytest.approx([expected(value)] * 3, abs=1e-6)


def test_brighter_is_never_darker() -> None:
    """The curve rises and stays below white."""
    ramp = np.repeat(np.linspace(0, 30, 4000, dtype=np.float32)[:, None], 3, 1)
    out = tone.neutral(ramp)[:, 0]
    assert (np.diff(out) >= -1e-7).all()
    assert out.max() < 1
    assert out.min() >= 0


def test_pixels_are_srgb() -> None:
    """Black is 0 and strong light nearly white; negative light counts as none."""
    light = np.array([[[-1, -1, -1], [0, 0, 0], [50, 50, 50]]], np.float32)
    assert tone.developed(light).tolist()[0][:2] == [[0, 0, 0], [0, 0, 0]]
    assert tone.developed(light)[0, 2].min() > 250
