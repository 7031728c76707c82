"""Rows are traced in bands, and only where something is wanted."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.studio.doll.render import trace
from facevalue.studio.doll.render.camera import View

VIEW = View(np.zeros(3), np.array([0.0, 0.0, -1.0]), 30.0, 20, 50)
"""With 16 rows to a band: 0, 16, 32, and the last two from 48 on."""


@pytest.fixture
def tops(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The first rows of the bands that were traced; a band's pixels are its first row and 1."""
    done: list[int] = []

    def wave(band: trace.Band, wanted: trace.Mask | None) -> np.ndarray:
        done.append(band.top)
        pixels = np.ones((band.height, band.view.width, 2), np.float32)
        pixels[..., 0] = band.top
        return pixels if wanted is None else pixels * wanted[..., None]

    monkeypatch.setattr(trace, "BAND", 16 * 20 * 4)
    monkeypatch.setattr(trace, "compiled", lambda: True)
    monkeypatch.setattr(trace, "_camera", lambda view, samples: None)
    monkeypatch.setattr(trace, "_wave", wave)
    return done


def test_every_row_is_in_one_band(tops: list[int]) -> None:
    """Without a mask all bands are traced, in order, the last one as high as is left."""
    heard: list[float] = []
    made = trace.traced(None, VIEW, None, 4, 0, heard.append)
    assert tops == [0, 16, 32, 48]
    assert made.shape == (50, 20, 2)
    assert (made[..., 0] == np.repeat([0, 16, 32, 48], [16, 16, 16, 2])[:, None]).all()
    assert heard[-1] == 1.0


def test_a_band_where_nothing_is_wanted_is_left_out(tops: list[int]) -> None:
    """Its pixels are zero, and those that are wanted are where they belong."""
    wanted = np.zeros((50, 20), bool)
    wanted[17, 3] = wanted[49, 0] = True
    heard: list[float] = []
    made = trace.traced(None, VIEW, None, 4, 0, heard.append, wanted)
    assert tops == [16, 48]
    assert (made[..., 1] == wanted).all()
    assert heard == sorted(heard)
    assert heard[-1] == 1.0


def test_nothing_wanted_is_a_mistake(tops: list[int]) -> None:
    """There would be no telling how many channels the zeros have."""
    with pytest.raises(ValueError, match="no pixel is wanted"):
        trace.traced(None, VIEW, None, 4, 0, wanted=np.zeros((50, 20), bool))
    assert tops == []
