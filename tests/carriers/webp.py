"""A WebP with a canary in every chunk and behind its end."""

from __future__ import annotations

import struct
from functools import cache

from . import icc, parts
from .canary import carriers, word
from .provenance import C2PA, signed

FORM = "webp"
CARRIERS = carriers(
    FORM,
    *parts.EXIF,
    *C2PA,
    "xmp",
    "icc",
    makernote="MakerNote",
    unknown="UNKN",
    tail="Trailer",
)
MOVING = carriers("awebp", "xmp", unknown="UNKN")


def grown(data: bytes, form: str) -> bytes:
    """The file with one more chunk, of no known kind, inside its frame."""
    note = word(form, "unknown").encode()
    note += bytes(len(note) % 2)
    whole = data + b"UNKN" + struct.pack("<I", len(note)) + note
    return whole[:4] + struct.pack("<I", len(whole) - 8) + whole[8:]


@cache
def photograph(*, lossless: bool = False) -> bytes:
    """The whole file, VP8 or VP8L."""
    picture = parts.saved(
        parts.face(),
        "WEBP",
        lossless=lossless,
        exif=parts.exif(FORM),
        xmp=parts.xmp(FORM),
        icc_profile=icc.talkative(word(FORM, "icc")),
    )
    whole = grown(signed(FORM, "image/webp", picture), FORM)
    return whole + word(FORM, "tail").encode()


@cache
def moving() -> bytes:
    """Two frames, with XMP and an unknown chunk."""
    second = parts.noise(parts.face().height).resize(parts.face().size)
    more = {"save_all": True, "append_images": [second], "xmp": parts.xmp("awebp")}
    return grown(parts.saved(parts.face(), "WEBP", duration=100, **more), "awebp")
