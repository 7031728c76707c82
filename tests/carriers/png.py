"""A PNG with a canary in every text, in every private chunk and behind its end."""

from __future__ import annotations

import io
import struct
import zlib
from functools import cache

from PIL import Image

from . import icc, parts
from .canary import carriers, word
from .provenance import C2PA, signed

FORM = "png"
CARRIERS = carriers(
    FORM,
    *parts.EXIF,
    *C2PA,
    "comment",
    "prompt",
    "workflow",
    "xmp",
    "icc",
    "raw iptc",
    makernote="MakerNote",
    private="prVt",
    trailer="Trailer",
)
MOVING = carriers("apng", "comment", private="prVt")
MAGIC = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk with its checksum."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def text(keyword: str, words: str) -> bytes:
    """A Latin-1 text."""
    return chunk(b"tEXt", f"{keyword}\0{words}".encode("latin-1"))


def packed(keyword: str, words: bytes) -> bytes:
    """A compressed Latin-1 text."""
    return chunk(b"zTXt", keyword.encode() + b"\0\0" + zlib.compress(words))


def wide(keyword: str, words: bytes) -> bytes:
    """A compressed text in UTF-8."""
    return chunk(b"iTXt", keyword.encode() + b"\0\1\0\0\0" + zlib.compress(words))


def _chunks() -> bytes:
    records = parts.resource(0x0404, _raw_iptc())
    raw = f"\niptc\n{len(records):8}\n{records.hex()}\n".encode()
    profile = zlib.compress(icc.talkative(word(FORM, "icc")))
    return (
        chunk(b"iCCP", b"profile\0\0" + profile)
        + chunk(b"eXIf", parts.exif(FORM))
        + text("Comment", word(FORM, "comment"))
        + packed("parameters", word(FORM, "prompt").encode())
        + text("workflow", f'{{"3": {{"inputs": {{"text": "{word(FORM, "workflow")}"}}}}}}')
        + packed("Raw profile type iptc", raw)
        + wide("XML:com.adobe.xmp", parts.xmp(FORM))
        + chunk(b"tIME", struct.pack(">HBBBBB", 2026, 5, 17, 10, 24, 31))
        + chunk(b"prVt", word(FORM, "private").encode())
    )


def _raw_iptc() -> bytes:
    title = word(FORM, "raw iptc").encode()
    return b"\x1c\x02" + struct.pack(">BH", 5, len(title)) + title


def see_through() -> Image.Image:
    """The face with a hole in it."""
    image = parts.face().convert("RGBA")
    image.paste((10, 200, 30, 0), (10, 10, 60, 40))
    return image


@cache
def photograph() -> bytes:
    """The whole file."""
    picture = signed(FORM, "image/png", parts.saved(see_through(), "PNG"))
    whole = picture[:33] + _chunks() + picture[33:]
    return whole + word(FORM, "trailer").encode()


@cache
def moving() -> bytes:
    """Two pictures in one file, with a text and a private chunk."""
    out = io.BytesIO()
    second = parts.noise(parts.face().height).resize(parts.face().size)
    parts.face().save(out, "PNG", save_all=True, append_images=[second], duration=100)
    more = text("Comment", word("apng", "comment"))
    more += chunk(b"prVt", word("apng", "private").encode())
    return out.getvalue()[:33] + more + out.getvalue()[33:]
