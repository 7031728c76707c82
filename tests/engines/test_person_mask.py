"""The person mask tells a person from what is behind them."""

from __future__ import annotations

import numpy as np
import pytest

from facevalue.engines import person_mask
from tests.photographs import astronaut


def test_a_person_is_told_from_the_background() -> None:
    """Face, hair and suit are in, the wall and the flag are out."""
    mask = person_mask.mask(astronaut(), (256.0, 256.0), 0.0, 512.0)
    assert mask.shape == (person_mask.SIDE, person_mask.SIDE)
    assert 0 <= mask.min() <= mask.max() <= 1
    for x, y in ((225, 110), (225, 40), (200, 400)):
        assert mask[y // 2, x // 2] > 0.8
    for x, y in ((330, 60), (20, 100), (400, 200)):
        assert mask[y // 2, x // 2] < 0.2


def test_a_turned_square_has_the_turned_mask() -> None:
    """A photo upside down, looked at upside down, has the same mask."""
    upright = person_mask.mask(astronaut(), (256.0, 256.0), 0.0, 512.0)
    turned = np.ascontiguousarray(astronaut()[::-1, ::-1])
    assert np.abs(person_mask.mask(turned, (256.0, 256.0), np.pi, 512.0) - upright).mean() < 0.02


def test_an_empty_photo_has_nobody() -> None:
    """Plain grey holds no person, and one pixel is no error."""
    grey = np.full((300, 300, 3), 128, np.uint8)
    assert person_mask.mask(grey, (150.0, 150.0), 0.0, 300.0).mean() < 0.2
    assert np.isfinite(person_mask.mask(grey[:1, :1], (0.5, 0.5), 0.0, 50.0)).all()


def test_outside_the_photo_its_edge_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Black beside a photo looks like clothes to the network, so it never gets any."""
    given: list[np.ndarray] = []

    def watched(batch: np.ndarray) -> list[np.ndarray]:
        given.append(batch)
        return [batch[..., :1]]

    monkeypatch.setattr(person_mask, "_model", lambda: watched)
    person_mask.mask(np.full((50, 50, 3), 128, np.uint8), (0.0, 25.0), 0.3, 200.0)
    assert given[0].min() > 0.4
