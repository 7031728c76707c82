"""An AVIF with a canary in its items, in boxes that it does not need, and behind its end."""

from __future__ import annotations

from functools import cache

from facevalue.photos.carriers.bmff import box

from . import icc, parts
from .canary import carriers, word
from .provenance import C2PA, signed

FORM = "avif"
CARRIERS = carriers(
    FORM,
    "exif",
    "serial",
    "gps",
    *C2PA,
    "xmp",
    "icc",
    "film place",
    "motion video",
    **{
        "usercomment": "UserComment",
        "makernote": "MakerNote",
        "unknown box": "Heif.zzzz",
        "own uuid": "Heif.uuid",
        "free": "Heif.free",
        "loose": "Heif.mdat.unreferenced",
        "trailer": "Trailer",
    },
)


@cache
def photograph() -> bytes:
    """The whole file: Pillow's (which drops the thumbnail of Exif), signed, and boxes behind."""
    picture = parts.saved(
        parts.face(),
        "AVIF",
        speed=10,
        exif=parts.exif(FORM),
        xmp=parts.xmp(FORM),
        icc_profile=icc.talkative(word(FORM, "icc")),
    )
    whole = signed(FORM, "image/avif", picture)
    kinds = (("zzzz", "unknown box"), ("free", "free"), ("mdat", "loose"))
    whole += b"".join(box(kind, word(FORM, name).encode()) for kind, name in kinds)
    whole += box("uuid", bytes(range(16)), word(FORM, "own uuid").encode())
    return whole + box("mpvd", parts.film(FORM)) + word(FORM, "trailer").encode()
