"""Photographs for tests: a real one (public domain) and ones made by the code."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from facevalue.core.photo import Photo
from facevalue.demo.phone import dressed
from facevalue.photos.open import open_photo


@cache
def astronaut() -> NDArray[np.uint8]:
    """NASA's portrait of Eileen Collins, 512 x 512, one large face."""
    import skimage.data

    pixels: NDArray[np.uint8] = skimage.data.astronaut()
    return pixels


def saved(pixels: NDArray[np.uint8], form: str = "JPEG", **options: object) -> bytes:
    """The pixels as a file."""
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, form, **options)
    return out.getvalue()


def shown(data: bytes) -> NDArray[np.uint8]:
    """What a viewer shows of a file, as RGB."""
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))


@cache
def phone_photo() -> Photo:
    """The astronaut as a telephone would write it: place, time, serial number, thumbnail."""
    jpeg = saved(astronaut(), quality=90)
    thumbnail = saved(astronaut()[::4, ::4], quality=70)
    return replace(open_photo(dressed(jpeg, thumbnail)), name="astronaut.jpg")


def smaller(by: int) -> NDArray[np.uint8]:
    """The astronaut a whole number of times smaller, properly averaged."""
    side = 512 // by
    return np.asarray(Image.fromarray(astronaut()).resize((side, side), Image.Resampling.BOX))


def group(copies: int = 3) -> NDArray[np.uint8]:
    """Several faces of falling size beside each other."""
    sheet = np.full((520, 520 * copies, 3), 190, np.uint8)
    for number in range(copies):
        small = smaller(number + 1)
        left = 520 * number
        sheet[: small.shape[0], left : left + small.shape[1]] = small
    return sheet
