"""Decoding is upright and sRGB whatever the file; encoding writes pixels and nothing else."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from facevalue.core.photo import Picture
from facevalue.photos.fields import metadata
from facevalue.photos.open import open_photo
from facevalue.photos.pixels import decode, decode_bytes, encode, preview
from tests.photographs import astronaut, phone_photo, saved, shown


@pytest.mark.parametrize("orientation", range(1, 9))
def test_pixels_are_upright(orientation: int) -> None:
    """A turned photo decodes as a viewer shows it, and its size says so before decoding."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    photo = open_photo(saved(astronaut()[:300], exif=exif))
    picture = decode(photo)
    assert picture.size == photo.size
    assert (picture.size.width > picture.size.height) == (orientation < 5)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_mode_of_png_decodes(mode: str) -> None:
    """Grey, palette, transparency, sixteen bits: three channels of eight bits come out."""
    image = Image.fromarray(astronaut()[:64, :64])
    image = image.convert("L").convert(mode) if mode in ("1", "LA", "I;16") else image.convert(mode)
    out = io.BytesIO()
    image.save(out, "PNG")
    picture = decode_bytes(out.getvalue())
    assert picture.pixels.shape == (64, 64, 3)


def test_sixteen_bits_keep_their_brightness() -> None:
    """The high byte is what is shown."""
    deep = Image.fromarray(np.full((8, 8), 40_000, np.uint16))
    out = io.BytesIO()
    deep.save(out, "PNG")
    assert abs(int(decode_bytes(out.getvalue()).pixels[0, 0, 0]) - 40_000 // 257) <= 1


def test_cmyk_decodes() -> None:
    """Print colours come out as screen colours."""
    out = io.BytesIO()
    Image.fromarray(astronaut()).convert("CMYK").save(out, "JPEG")
    assert abs(decode_bytes(out.getvalue()).pixels.mean() - astronaut().mean()) < 12


def test_transparency_is_kept_and_opaque_is_none() -> None:
    """Alpha comes out where there is some, and is written back."""
    clear = np.dstack([astronaut(), np.full((512, 512), 255, np.uint8)])
    assert decode_bytes(saved(clear, "PNG")).alpha is None
    clear[:9, :9, 3] = 7
    photo = open_photo(saved(clear, "PNG"))
    picture = decode(photo)
    assert picture.alpha is not None
    again = decode(encode(picture, photo))
    assert again.alpha is not None
    assert (again.alpha == picture.alpha).all()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
def test_an_encoded_picture_carries_nothing(form: str) -> None:
    """Same format, same size, nearly the same pixels, no second picture."""
    photo = open_photo(saved(astronaut(), form))
    again = encode(decode(photo), photo)
    assert again.format == photo.format
    assert metadata(again).copies == ()
    assert np.abs(shown(again.data).astype(int) - astronaut()).mean() < 6


def test_a_jpeg_keeps_its_tables() -> None:
    """A photo is written in the quality it had, so that it neither swells nor suffers."""
    photo = phone_photo()
    again = encode(decode(photo), photo)
    before = Image.open(io.BytesIO(photo.data))
    after = Image.open(io.BytesIO(again.data))
    assert getattr(before, "quantization") == getattr(after, "quantization")  # noqa: B009


def test_a_gif_becomes_a_png() -> None:
    """What cannot be encoded well is written as something that can."""
    photo = open_photo(saved(astronaut(), "GIF"))
    assert encode(decode(photo), photo).format == "png"


def test_a_preview_is_small_and_bare() -> None:
    """The longest side is what was asked for, and there is no metadata."""
    small = preview(Picture(astronaut()), 100)
    assert max(Image.open(io.BytesIO(small)).size) == 100
    assert b"Exif" not in small
