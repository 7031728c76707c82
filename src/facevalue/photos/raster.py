"""Pixels in and out by Pillow; runs only inside the child process.

A request is a JSON head and a body; so is an answer. Pixels travel as raw RGB rows,
followed by raw alpha rows where there is transparency.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from . import limits

if TYPE_CHECKING:
    from PIL import Image

Head = dict[str, object]
Answer = tuple[Head, list[bytes]]

DECODERS = {
    "jpeg": ("JPEG", "MPO"),
    "png": ("PNG",),
    "webp": ("WEBP",),
    "gif": ("GIF",),
    "tiff": ("TIFF",),
    "avif": ("AVIF",),
    "heic": ("HEIF",),
}
"""Pillow's decoders per format: no other decoder ever sees the bytes."""

JPEG_QUALITY = 92
"""For photos that were no JPEG before; a JPEG keeps its own tables."""


class MissingDecoderError(Exception):
    """The optional HEIC decoder is not installed."""


class BombError(Exception):
    """The picture has more pixels than allowed."""


def load_decoders() -> None:
    """Import Pillow and its decoders, so that no request pays for it."""
    from PIL import (  # noqa: F401
        AvifImagePlugin,
        GifImagePlugin,
        Image,
        ImageCms,
        ImageOps,
        JpegImagePlugin,
        MpoImagePlugin,
        PngImagePlugin,
        TiffImagePlugin,
        WebPImagePlugin,
    )

    Image.MAX_IMAGE_PIXELS = limits.PIXELS // 2  # Pillow refuses at twice this number


def decode(head: Head, body: bytes) -> Answer:
    """The first picture of the file: upright, sRGB, 8 bits."""
    from PIL import ImageOps

    image = _open(body, str(head["format"]))
    image.load()
    profile = image.info.get("icc_profile")
    image = ImageOps.exif_transpose(image)
    alpha = _alpha(image)
    image = _to_srgb(image, profile)
    parts = [image.tobytes()] + ([alpha.tobytes()] if alpha else [])
    return {"width": image.width, "height": image.height, "alpha": alpha is not None}, parts


def encode(head: Head, body: bytes) -> Answer:
    """Raw pixels to a file of a format; ``like`` bytes at the end set the JPEG tables."""
    from PIL import Image

    size = (_number(head, "width"), _number(head, "height"))
    colour = size[0] * size[1] * 3
    image = Image.frombuffer("RGB", size, body[:colour], "raw", "RGB", 0, 1)
    rest = body[colour:]
    if head["alpha"]:
        count = size[0] * size[1]
        image = image.convert("RGBA")
        image.putalpha(Image.frombuffer("L", size, rest[:count], "raw", "L", 0, 1))
        rest = rest[count:]
    out = io.BytesIO()
    _save(image, str(head["format"]), rest, out)
    return {}, [out.getvalue()]


def preview(head: Head, body: bytes) -> Answer:
    """Raw pixels to a JPEG whose longest side is at most ``longest``."""
    from PIL import Image

    size = (_number(head, "width"), _number(head, "height"))
    image = Image.frombuffer("RGB", size, body, "raw", "RGB", 0, 1)
    longest = _number(head, "longest")
    image.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=2.0)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_number(head, "quality"), optimize=True)
    return {}, [out.getvalue()]


def _open(body: bytes, form: str) -> Image.Image:
    from PIL import Image

    if form == "heic":
        _register_heif()
    try:
        return Image.open(io.BytesIO(body), formats=DECODERS[form])
    except Image.DecompressionBombError:
        raise BombError from None


def _register_heif() -> None:
    try:
        import pi_heif
    except ImportError:
        raise MissingDecoderError from None
    pi_heif.register_heif_opener(thumbnails=False)


def _alpha(image: Image.Image) -> Image.Image | None:
    """The transparency of the picture, or None when it has none or is opaque all over."""
    if not image.has_transparency_data:
        return None
    alpha = image.convert("RGBA").getchannel("A")
    return None if alpha.getextrema() == (255, 255) else alpha


def _to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if image.mode in ("I", "I;16", "I;16B", "I;16L", "F"):
        return _eight_bits(image)
    if image.mode in ("P", "PA", "LA", "La", "RGBa", "RGBA", "1"):
        image = image.convert("RGB")
    if profile:
        image = _converted(image, profile)
    return image if image.mode == "RGB" else image.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    """Sixteen bits to eight by dropping the low byte; floats are taken as 0..1."""
    if image.mode == "F":
        return image.point(lambda value: value * 255).convert("L").convert("RGB")
    return image.convert("I").point(lambda value: value * (1 / 257)).convert("L").convert("RGB")


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    """Through the colour profile to sRGB; a profile that does not fit is left out."""
    from PIL import ImageCms

    from .carriers import icc

    if image.mode == "RGB" and icc.harmless(profile).profile is None:
        return image
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        srgb = ImageCms.createProfile("sRGB")
        moved = ImageCms.profileToProfile(image, own, srgb, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return image
    return moved if moved is not None else image


def _save(image: Image.Image, form: str, like: bytes, out: io.BytesIO) -> None:
    if form == "jpeg":
        image.convert("RGB").save(out, "JPEG", optimize=True, **_tables(like))
    elif form == "webp":
        lossless = b"VP8L" in like[:64]
        image.save(out, "WEBP", lossless=lossless, quality=90, method=4, exact=True)
    elif form == "avif":
        image.save(out, "AVIF", quality=85, speed=6)
    elif form == "tiff":
        image.save(out, "TIFF", compression="tiff_adobe_deflate")
    else:
        image.save(out, "PNG", compress_level=6)


def _tables(like: bytes) -> dict[str, object]:
    """The quantisation tables and subsampling of the photo it was, so that it looks the same."""
    from PIL import Image, JpegImagePlugin

    if like[:2] != b"\xff\xd8":
        return {"quality": JPEG_QUALITY, "subsampling": 0}
    try:
        old = Image.open(io.BytesIO(like), formats=("JPEG",))
        tables = getattr(old, "quantization", {})
        sampling = JpegImagePlugin.get_sampling(old)
    except Exception:  # noqa: BLE001 - the tables are a nicety; the pixels are already here
        return {"quality": JPEG_QUALITY, "subsampling": 0}
    if old.mode not in ("RGB", "L") or len(tables) not in (1, 2):
        return {"quality": JPEG_QUALITY, "subsampling": 0}
    return {"qtables": list(tables.values()), "subsampling": max(sampling, 0)}


def _number(head: Head, name: str) -> int:
    value = head[name]
    if not isinstance(value, int) or not 0 < value <= limits.SIDE:
        raise ValueError(name)
    return value


WORK = {"decode": decode, "encode": encode, "preview": preview}
"""What a request may ask for."""
