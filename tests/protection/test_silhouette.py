"""Hair, hats and ears that reach out of the ellipse, and when the mask is of no use."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from facevalue.core.errors import NoEngine
from facevalue.core.finding import Finding
from facevalue.core.photo import Picture
from facevalue.core.places import Region
from facevalue.engines import person_mask
from facevalue.findings.picture.faces import FACES
from facevalue.protection.grid import Silhouette
from facevalue.protection.silhouette import WINDOW, silhouette
from tests.photographs import astronaut
from tests.protection.test_heads import face

BOX = Region(350, 350, 450, 470)
UNIT = 256 / WINDOW
"""Steps of the network's mask for the height of the face."""


def seen(*boxes: tuple[float, float, float, float]) -> NDArray[np.float32]:
    """A person mask: boxes in heights of the face from its middle (left, top, right, bottom)."""
    mask = np.zeros((256, 256), np.float32)
    for left, top, right, bottom in boxes:
        rows, columns = (_steps(*pair) for pair in ((top, bottom), (left, right)))
        mask[rows, columns] = 1
    return mask


def _steps(low: float, high: float) -> slice:
    return slice(max(0, int(128 + UNIT * low)), int(128 + UNIT * high))


HEAD = (-0.5, -0.8, 0.5, 0.6)
BODY = (-1.2, 0.75, 1.2, 2.1)


def shape(
    monkeypatch: pytest.MonkeyPatch,
    mask: NDArray[np.float32],
    others: tuple[Finding, ...] = (),
    pixels: NDArray[np.uint8] | None = None,
) -> Silhouette | None:
    monkeypatch.setattr(person_mask, "mask", lambda *_: mask)
    grey = np.full((800, 800, 3), 128, np.uint8)
    return silhouette(grey if pixels is None else pixels, face(BOX), 0.0, others)


def covers(found: Silhouette | None, x: float, y: float) -> bool:
    """Whether a place, in heights of the face from its middle, is inside."""
    assert found is not None
    at, down = round(400 + 120 * x), round(410 + 120 * y)
    return bool(found.mask(Region(at, down, at + 1, down + 1))[0, 0])


def test_a_tall_hat_with_a_wide_brim_is_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hat does not stick out, and the shoulders stay."""
    found = shape(monkeypatch, seen(HEAD, (-1.0, -0.75, 1.0, -0.6), (-0.4, -1.4, 0.4, -0.7), BODY))
    assert covers(found, 0.0, -1.35)
    assert covers(found, -0.9, -0.68)
    assert covers(found, 0.9, -0.68)
    assert not covers(found, -1.0, 1.0)
    assert not covers(found, 0.0, 1.0)


def test_a_crowd_all_around_gives_no_silhouette(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where everything is person, the ellipse alone is the cover."""
    assert shape(monkeypatch, np.ones((256, 256), np.float32)) is None


def test_a_mask_that_misses_the_face_gives_no_silhouette(monkeypatch: pytest.MonkeyPatch) -> None:
    """A network that does not see the person is not believed about their hair."""
    assert shape(monkeypatch, seen(BODY)) is None


def test_a_neighbour_is_not_taken_for_hair(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is nearer to another face belongs to it."""
    other = face(Region(500, 350, 600, 470))
    near = (0.5, -0.8, 1.2, 0.3)
    assert covers(shape(monkeypatch, seen(HEAD, near)), 0.9, -0.3)
    assert not covers(shape(monkeypatch, seen(HEAD, near), (other,)), 0.9, -0.3)


def test_long_hair_is_followed_over_the_shoulder_and_a_shirt_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Below the chin the colour decides."""
    pixels = np.full((800, 800, 3), (200, 150, 120), np.uint8)
    pixels[300:560, 440:500] = (40, 25, 20)
    pixels[300:350, 340:500] = (40, 25, 20)
    pixels[500:, :440] = (230, 230, 240)
    hair = (0.35, -0.9, 0.82, 1.2)
    found = shape(monkeypatch, seen(HEAD, hair, BODY), pixels=pixels)
    assert covers(found, 0.6, 1.0)
    assert not covers(found, -0.3, 1.0)


def test_a_small_face_has_its_ellipse(monkeypatch: pytest.MonkeyPatch) -> None:
    """The network is not asked about a face of a few pixels."""
    monkeypatch.setattr(person_mask, "mask", lambda *_: pytest.fail("it was asked"))
    small = face(Region(10, 10, 26, 30))
    assert silhouette(np.zeros((60, 60, 3), np.uint8), small, 0.0, ()) is None


def test_without_the_network_there_is_the_ellipse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Covering works with what is installed."""

    def missing(*_: object) -> None:
        raise NoEngine("not here")

    monkeypatch.setattr(person_mask, "mask", missing)
    assert silhouette(np.zeros((800, 800, 3), np.uint8), face(BOX), 0.0, ()) is None


def test_all_hair_of_a_real_head_is_inside() -> None:
    """On the astronaut: temple, crown and both sides of her hair."""
    (found,) = FACES.found(Picture(astronaut()))
    outline = silhouette(astronaut(), found, 0.0, ())
    assert outline is not None
    mask = outline.mask(Region(0, 0, 512, 512))
    for x, y in ((225, 12), (170, 60), (268, 60), (165, 110)):
        assert mask[y, x]
    assert not mask[300:].any()
