"""A HEIC with a canary in every item, property and box that can hold one, and behind its end.

The pictures are real: tiles of raw HEVC samples. In the second pictures the samples spell
the canary, so that it stands in whatever is made of their coded pixels.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from PIL import Image

from facevalue.photos.carriers.bmff import box, full_box
from tests.photos.formats.heif_files import (
    GAIN_MAP,
    Made,
    aux,
    coded,
    grid,
    heif,
    ispe,
    nal,
    nclx,
    u16,
)
from tests.photos.formats.hevc_pcm import BLOCK, real

from . import icc, parts
from .canary import carriers, word
from .provenance import C2PA, signed

FORM = "heic"
CARRIERS = carriers(
    FORM,
    *parts.EXIF,
    *C2PA,
    "xmp",
    "icc",
    "small picture",
    "gain map",
    "depth map",
    "jpeg thumbnail",
    "item name",
    "text item",
    "writer",
    "description",
    "film place",
    "motion video",
    "samsung trailer",
    **{
        "makernote": "MakerNote",
        "settings note": "bitstream.SEI",
        "slice note": "bitstream.NAL 48",
        "unknown item": "Heif.mime",
        "unknown property": "Heif.prVt",
        "unknown box": "Heif.zzzz",
        "meta box": "Heif.xml",
        "own uuid": "Heif.uuid",
        "free": "Heif.free",
        "loose": "Heif.mdat.unreferenced",
        "trailer": "Trailer",
    },
)
SIDE = 2 * BLOCK
"""A tile has four blocks."""
DEPTH = b"urn:mpeg:hevc:2015:auxid:2"
LINKS = [("thmb", 3, (1,)), ("auxl", 4, (1,)), ("auxl", 5, (1,)), ("thmb", 6, (1,))]
LINKS += [("cdsc", number, (1,)) for number in (2, 7, 8, 9)]


def _note(name: str, kind: int) -> bytes:
    """A unit that no decoder needs, as encoders put them between the coded ones."""
    return nal(kind, b"\x05" + word(FORM, name).encode() + b"\x80")


def _block(image: Image.Image, left: int, top: int) -> bytes:
    """A block's brightness, and its two colours at half the size, of a picture in YCbCr."""
    cut = image.crop((left, top, left + BLOCK, top + BLOCK))
    light, *colours = cut.split()
    small = (one.resize((BLOCK // 2, BLOCK // 2), Image.Resampling.BOX) for one in colours)
    return light.tobytes() + b"".join(one.tobytes() for one in small)


def _tile(number: int, image: Image.Image, column: int, row: int) -> Made:
    corners = ((left, top) for top in (0, BLOCK) for left in (0, BLOCK))
    blocks = [_block(image, column * SIDE + left, row * SIDE + top) for left, top in corners]
    return real(number, blocks, SIDE, SIDE, nclx())


def _picture() -> list[Made]:
    """The face as nine tiles, with notes beside its coded pixels and properties that talk."""
    image = parts.face().resize((3 * SIDE, 3 * SIDE)).convert("YCbCr")
    tiles = [_tile(10 + at, image, at % 3, at // 3) for at in range(9)]
    tiles[0] = replace(
        tiles[0],
        data=coded(_note("slice note", 48)) + tiles[0].data,
        properties=(_with_note(tiles[0].properties[0][0]), *tiles[0].properties[1:]),
    )
    profile = box("colr", b"prof", icc.talkative(word(FORM, "icc"))), False
    says = full_box("udes", 0, 0, b"en\0\0", word(FORM, "description").encode(), b"\0\0"), False
    private = box("prVt", word(FORM, "unknown property").encode()), False
    whole = replace(
        grid(1, 3, 3),
        data=bytes([0, 0, 2, 2]) + u16(3 * SIDE, 3 * SIDE),
        properties=(ispe(3 * SIDE, 3 * SIDE), nclx(), profile, says, private),
        name=word(FORM, "item name"),
    )
    return [whole, *tiles]


def _with_note(settings: bytes) -> tuple[bytes, bool]:
    """The settings of a tile with one more list of units: a note."""
    note = _note("settings note", 39)
    body = settings[8:30] + bytes([settings[30] + 1]) + settings[31:]
    return box("hvcC", body, b"\xa7" + u16(1, len(note)) + note), True


def _second(number: int, name: str, *more: tuple[bytes, bool]) -> Made:
    """A picture whose grey samples are the letters of its canary."""
    samples = word(FORM, name).encode().ljust(BLOCK * BLOCK, b"\x80") + bytes([128]) * 512
    return real(number, [samples], BLOCK, BLOCK, *more)


def _items() -> list[Made]:
    """The second pictures, and what is no picture."""
    small = parts.jpeg(word(FORM, "jpeg thumbnail"), 64)
    note, unknown = (word(FORM, name).encode() for name in ("text item", "unknown item"))
    return [
        Made(2, "Exif", bytes(4) + parts.exif(FORM)),
        _second(3, "small picture"),
        _second(4, "gain map", aux(GAIN_MAP)),
        _second(5, "depth map", aux(DEPTH)),
        Made(6, "jpeg", small, (ispe(64, 48),)),
        Made(7, "mime", parts.xmp(FORM), content_type="application/rdf+xml"),
        Made(8, "mime", note, content_type="text/plain"),
        Made(9, "mime", unknown, content_type="application/x-own"),
    ]


@cache
def photograph() -> bytes:
    """The whole file."""
    boxes = (("zzzz", "unknown box"), ("free", "free"))
    top = b"".join(box(kind, word(FORM, name).encode()) for kind, name in boxes)
    top += box("uuid", bytes(range(16)), word(FORM, "own uuid").encode())
    picture = heif(
        [*_picture(), *_items()],
        [("dimg", 1, tuple(range(10, 19))), *LINKS],
        writer=word(FORM, "writer").encode(),
        meta=full_box("xml ", 0, 0, word(FORM, "meta box").encode()),
        top=top + box("mpvd", parts.film(FORM)),
        loose=word(FORM, "loose").encode(),
    )
    behind = box("sefd", parts.samsung(FORM)) + word(FORM, "trailer").encode()
    return signed(FORM, "image/heic", picture) + behind
