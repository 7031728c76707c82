"""A JPEG with a canary in every segment, in every picture behind it and in its trailers."""

from __future__ import annotations

import hashlib
import struct
from functools import cache

from . import icc, parts
from .canary import carriers, word
from .provenance import C2PA, signed

FORM = "jpeg"
CARRIERS = carriers(
    FORM,
    *parts.EXIF,
    *C2PA,
    "xmp",
    "extended xmp",
    "depth map",
    "iptc",
    "photoshop thumbnail",
    "photoshop url",
    "comment",
    "icc",
    "jfxx thumbnail",
    "gain map",
    "preview",
    "film place",
    "motion video",
    "samsung trailer",
    **{
        "makernote": "MakerNote",
        "photoshop private": "Photoshop",
        "app5": "APP5",
        "app12": "APP12",
        "flashpix": "APP2",
        "loose": "Trailer",
    },
)
XMP_NAME = b"http://ns.adobe.com/xap/1.0/\0"
MORE_NAME = b"http://ns.adobe.com/xmp/extension/\0"
CONTAINER = "GCamera:MotionPhoto='1' GCamera:MotionPhotoVersion='1'"


def _xmp() -> bytes:
    more = parts.extended(FORM)
    key = hashlib.md5(more, usedforsecurity=False).hexdigest().upper()
    first = parts.xmp(FORM, f"{CONTAINER} xmpNote:HasExtendedXMP='{key}'")
    place = MORE_NAME + key.encode() + struct.pack(">II", len(more), 0)
    return parts.segment(0xE1, XMP_NAME + first) + parts.segment(0xE1, place + more)


def _texts() -> bytes:
    """Segments that are one note each."""
    return (
        parts.segment(0xFE, word(FORM, "comment").encode())
        + parts.segment(0xE5, b"own\0" + word(FORM, "app5").encode())
        + parts.segment(0xEC, b"[picture info]\r\nOwner=" + word(FORM, "app12").encode())
        + parts.segment(0xE2, b"FPXR\0\0\1\0\0" + word(FORM, "flashpix").encode())
    )


def _segments() -> bytes:
    profile = b"ICC_PROFILE\0\1\1" + icc.talkative(word(FORM, "icc"))
    return (
        parts.segment(0xE0, b"JFXX\0\x10" + parts.jpeg(word(FORM, "jfxx thumbnail"), 64))
        + parts.segment(0xE1, b"Exif\0\0" + parts.exif(FORM))
        + _xmp()
        + parts.segment(0xED, b"Photoshop 3.0\0" + parts.photoshop(FORM))
        + parts.segment(0xE2, profile)
        + _texts()
    )


def _mpf(before: int, main: int, *more: bytes) -> bytes:
    """The index of the pictures behind the first one; ``before`` is the size of what precedes."""
    rows = struct.pack(">IIIHH", 0x20030000, main, 0, 0, 0)
    at = main - before - 8
    for kind, picture in zip((0, 0x10001), more, strict=True):
        rows += struct.pack(">IIIHH", kind, len(picture), at, 0, 0)
        at += len(picture)
    directory = struct.pack(">HHHI4s", 3, 0xB000, 7, 4, b"0100")
    directory += struct.pack(">HHII", 0xB001, 4, 1, 1 + len(more))
    directory += struct.pack(">HHIII", 0xB002, 7, len(rows), 50, 0)
    return parts.segment(0xE2, b"MPF\0MM\0*\0\0\0\x08" + directory + rows)


@cache
def photograph() -> bytes:
    """The whole file."""
    picture = signed(FORM, "image/jpeg", parts.saved(parts.face(), "JPEG", quality=90))
    head = picture[:2] + picture[2:20] + _segments()
    more = (parts.gain_map(FORM), parts.jpeg(word(FORM, "preview"), 160))
    main = len(head) + len(_mpf(0, 1 << 20, *more)) + len(picture) - 20
    whole = head + _mpf(len(head), main, *more) + picture[20:]
    loose = b"loose " + word(FORM, "loose").encode()
    return whole + b"".join(more) + parts.film(FORM) + loose + parts.samsung(FORM)
