"""A TIFF with a canary in its texts, in nested blocks, in private fields and behind its end."""

from __future__ import annotations

from functools import cache

from PIL import TiffImagePlugin

from . import icc, parts
from .canary import carriers, word
from .provenance import C2PA, signed

FORM = "tiff"
CARRIERS = carriers(
    FORM,
    *C2PA,
    "artist",
    "description",
    "serial",
    "gps",
    "xmp",
    "iptc",
    "photoshop thumbnail",
    "photoshop url",
    "icc",
    "private",
    **{"makernote": "MakerNote", "photoshop private": "Photoshop", "trailer": "File"},
)
PAGED = carriers("tiffs", "artist", "second artist", "preview")
BYTES, TEXT, LONG, UNDEFINED = 1, 2, 4, 7


def _directory() -> TiffImagePlugin.ImageFileDirectory_v2:
    """The fields of the first picture, beside those that Pillow writes for the pixels."""
    made = TiffImagePlugin.ImageFileDirectory_v2()
    rows: tuple[tuple[int, int, object], ...] = (
        (270, TEXT, word(FORM, "description")),
        (274, 3, parts.ORIENTATION),
        (315, TEXT, word(FORM, "artist")),
        (700, BYTES, parts.xmp(FORM)),
        (33723, UNDEFINED, parts.iptc(FORM)),
        (34377, BYTES, parts.photoshop(FORM)),
        (65000, TEXT, word(FORM, "private")),
        (34665, LONG, {42033: word(FORM, "serial"), 37500: word(FORM, "makernote").encode()}),
        (34853, LONG, {1: "N", 27: b"ASCII\0\0\0" + word(FORM, "gps").encode()}),
    )
    for tag, kind, value in rows:
        made.tagtype[tag] = kind
        made[tag] = value
    return made


@cache
def photograph() -> bytes:
    """The whole file: one picture, not compressed."""
    profile = icc.talkative(word(FORM, "icc"))
    picture = parts.saved(
        parts.face(),
        "TIFF",
        tiffinfo=_directory(),
        icc_profile=profile,
    )
    return signed(FORM, "image/tiff", picture) + word(FORM, "trailer").encode()


@cache
def paged() -> bytes:
    """Two pages that each name somebody, and a small copy of the first one."""
    images = (parts.face().copy(), parts.noise(), parts.face(64).copy())
    for image, carrier in zip(images, PAGED, strict=True):
        image.encoderinfo = {"tiffinfo": {315: carrier.canary}}
    return parts.saved(images[0], "TIFF", save_all=True, append_images=images[1:])
