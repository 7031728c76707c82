"""The limits fit each other, and hold exactly where they say."""

from __future__ import annotations

import struct

import pytest

from facevalue.core.errors import TooBig
from facevalue.photos import limits
from facevalue.photos.open import open_photo

from .formats.jpeg_files import small


def declaring(wide: int, high: int) -> bytes:
    """A small JPEG whose header says that it is of this size."""
    jpeg = bytearray(small())
    struct.pack_into(">HH", jpeg, jpeg.index(b"\xff\xc0") + 5, high, wide)
    return bytes(jpeg)


def test_limits_fit_each_other() -> None:
    """The largest picture fits the memory of the child twice, and each part fits its whole."""
    assert 2 * 3 * limits.PIXELS < limits.DECODE_BYTES
    assert limits.SIDE < limits.PIXELS < limits.FRAMES_PIXELS
    assert limits.METADATA_BYTES < limits.FILE_BYTES < limits.DECODE_BYTES
    assert limits.DECODE_SECONDS < limits.WALL_SECONDS


@pytest.mark.parametrize(
    ("wide", "high"), [(limits.SIDE, 1), (1, limits.SIDE), (20_000, limits.PIXELS // 20_000)]
)
def test_a_photo_may_be_as_large_as_the_limits(wide: int, high: int) -> None:
    """At the limit a header is accepted; one pixel more in either direction is refused."""
    size = open_photo(declaring(wide, high)).size
    assert (size.width, size.height) == (wide, high)
    for more in ((wide + 1, high + (high > 1)), (wide + (wide > 1), high + 1)):
        with pytest.raises(TooBig):
            open_photo(declaring(*more))
