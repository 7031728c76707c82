"""A GIF with a canary in every extension and behind its end."""

from __future__ import annotations

from functools import cache

from . import icc, parts
from .canary import carriers, word

FORM = "gif"
CARRIERS = carriers(
    FORM,
    "comment",
    "xmp",
    "icc",
    **{"application": "Gif", "plain text": "Gif", "trailer": "Trailer"},
)


def blocks(data: bytes) -> bytes:
    """Data cut into sub-blocks of up to 255 bytes."""
    pieces = (data[at : at + 255] for at in range(0, len(data), 255))
    return b"".join(bytes([len(piece)]) + piece for piece in pieces) + b"\0"


def application(name: bytes, data: bytes) -> bytes:
    """An application extension; ``name`` has eleven bytes."""
    return b"!\xff\x0b" + name + data


def _extensions() -> bytes:
    magic = bytes([1, *range(255, -1, -1), 0])
    plain = b"!\x01\x0c" + bytes(8) + b"\x08\x08\1\0"
    return (
        b"!\xfe"
        + blocks(word(FORM, "comment").encode())
        + application(b"XMP DataXMP", parts.xmp(FORM) + magic)
        + application(b"ICCRGBG1012", blocks(icc.talkative(word(FORM, "icc"))))
        + application(b"OWNDATA 1.0", blocks(word(FORM, "application").encode()))
        + plain
        + blocks(word(FORM, "plain text").encode())
    )


@cache
def photograph() -> bytes:
    """The whole file: two frames that repeat for ever."""
    second = parts.noise(parts.face().height).resize(parts.face().size)
    picture = parts.saved(
        parts.face(), "GIF", save_all=True, append_images=[second], loop=0, duration=100
    )
    start = 13 + (3 << (picture[10] & 7) + 1 if picture[10] & 0x80 else 0)
    whole = picture[:start] + _extensions() + picture[start:]
    return whole + word(FORM, "trailer").encode()
