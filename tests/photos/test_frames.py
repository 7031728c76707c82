"""Moving pictures and stills of our own frames: right size, right speed, no metadata."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from facevalue.photos.fields import metadata
from facevalue.photos.frames import animated, still
from facevalue.photos.open import open_photo


def frames(count: int = 5) -> list[np.ndarray]:
    """A bright square that goes from left to right."""
    made = []
    for step in range(count):
        frame = np.full((40, 60, 3), (30, 60, 120), np.uint8)
        frame[10:30, 8 * step : 8 * step + 16] = (250, 200, 40)
        made.append(frame)
    return made


@pytest.mark.parametrize("kind", ["webp", "gif"])
def test_frames_come_out_in_order_at_their_speed(kind: str) -> None:
    """Every frame is there, near its colours, shown as long as asked, for ever."""
    sent = frames()
    with Image.open(io.BytesIO(animated(sent, 90, kind))) as image:
        assert getattr(image, "n_frames", 1) == len(sent)
        assert image.info["loop"] == 0
        for index, frame in enumerate(sent):
            image.seek(index)
            image.load()
            assert image.info["duration"] == 90
            shown = np.asarray(image.convert("RGB")).astype(int)
            assert np.abs(shown - frame).mean() < 6


@pytest.mark.parametrize("kind", ["webp", "gif"])
def test_a_moving_picture_carries_nothing_else(kind: str) -> None:
    """There is no comment, profile or tag in it."""
    found = metadata(open_photo(animated(frames(), 90, kind)))
    assert not found.tags
    assert not found.copies


def test_the_same_frames_give_the_same_bytes() -> None:
    """Nothing of the clock gets in."""
    for kind in ("webp", "gif"):
        assert animated(frames(), 90, kind) == animated(frames(), 90, kind)


def test_wrong_frames_are_refused() -> None:
    """Another kind, no frame and frames of two sizes are said."""
    with pytest.raises(ValueError, match="webp or gif"):
        animated(frames(), 90, "mp4")
    with pytest.raises(ValueError, match="one size"):
        animated([], 90, "gif")
    with pytest.raises(ValueError, match="one size"):
        animated([frames()[0], frames()[0][:20]], 90, "webp")


def test_a_still_is_a_small_jpeg() -> None:
    """A texture gets no larger than asked, in its own shape and colours."""
    pixels = frames()[0].repeat(20, 0).repeat(20, 1)
    data = still(pixels, 300)
    with Image.open(io.BytesIO(data)) as image:
        assert image.format == "JPEG"
        assert image.size == (300, 200)
        shown = np.asarray(image).astype(int)
    assert np.abs(shown[100, 40] - pixels[400, 160]).max() < 8
    assert b"Exif" not in data
