"""HEIF files made to mislead, and damaged ones: each ends in time, none raises another error."""

from __future__ import annotations

import io
import random
import time

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from facevalue.core.errors import Broken
from facevalue.core.places import Field
from facevalue.photos import limits
from facevalue.photos.carriers.bmff import box, full_box
from facevalue.photos.formats.heif.format import HEIC

from .heif_files import (
    SLICES,
    TIMES,
    Made,
    exif,
    grid,
    heif,
    picture,
    start,
    tags,
    u16,
    u32,
)


def test_overlapping_items_end_in_time() -> None:
    """Thousands of items that claim the same megabyte cost about one reading of it."""
    items = [picture(1, SLICES), *(Made(n, "mime", content_type="image/x") for n in range(2, 4000))]
    plain = heif(items, loose=bytes(1_000_000))
    place = plain.index(b"mdat") + 4 + len(items[0].data)
    bomb = plain.replace(u32(place, 0), u32(place, 1_000_000))
    begin = time.process_time()
    HEIC.fields(bomb)
    HEIC.embedded(bomb)
    assert time.process_time() - begin < 2


def test_huge_counts_end_in_time() -> None:
    """Tables that claim four thousand million entries end where their bytes end."""
    plain = heif([picture(1, SLICES)])
    for kind, width in ((b"ipma", 4), (b"iinf", 2), (b"iloc", 2)):
        at = plain.index(kind) + (8 if kind != b"iloc" else 10)
        bomb = plain[:at] + b"\xff" * width + plain[at + width :]
        HEIC.fields(bomb)
        HEIC.embedded(bomb)


def test_runs_without_bytes_are_not_repeated() -> None:
    """A table whose runs take no bytes cannot claim 65,535 of them per item."""
    rows = b"".join(u16(n, 0, 0, 0xFFFF) for n in range(500))
    meta = full_box("meta", 0, 0, full_box("iloc", 1, 0, b"\0\0", u16(500), rows))
    found = tags(start(b"heic") + meta)
    assert found["Heif.iloc.unreadable"] == f"(binary, {len(rows) + 16} bytes)"


def test_deep_films_end_at_the_limit() -> None:
    """Boxes in boxes in boxes: the rest is one unread tag."""
    inner = box("udta", box("meta", bytes(4)))
    for _ in range(limits.NESTING * 20):
        inner = box("meta", bytes(4), box("udta", inner))
    found = HEIC.fields(heif([picture(1, SLICES)], top=box("moov", inner)))
    assert any(tag.field.path[-1] == "unread" for tag in found)


def test_no_more_fields_than_the_limit_are_given() -> None:
    """A flood of boxes ends in one tag that says so."""
    flood = box("zzzz") * (limits.ENTRIES // 2)
    found = HEIC.fields(heif([picture(1, SLICES)], meta=flood, top=flood + flood))
    assert len(found) <= limits.ENTRIES + 1
    assert found[-1].field == Field(("Heif", "unread")) or len(found) < limits.ENTRIES


def small() -> bytes:
    out = io.BytesIO()
    Image.new("RGBA", (16, 16), (1, 2, 3, 4)).save(out, "AVIF", xmp=b"<x/>")
    return out.getvalue()


SEEDS = (
    small(),
    heif([picture(1, SLICES), Made(2, "Exif", exif(b"A"))], top=box("moov", TIMES), tail=b"x"),
    heif([grid(1, 1, 2), picture(2, SLICES)], [("dimg", 1, (2, 2))], meta=box("xml ", b"y")),
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SEEDS), st.randoms(use_true_random=False))
def test_damaged_files_never_raise_another_error(seed: bytes, dice: random.Random) -> None:
    """Bytes changed, cut and doubled: fields and copies come back, strip gives or refuses."""
    data = bytearray(seed)
    for _ in range(dice.choice((1, 2, 6))):
        at = dice.randrange(len(data))
        data[at : at + dice.choice((0, 1, 4))] = dice.choice(
            (b"", b"\0", b"\xff", u32(0), u32(1), u32(7), u32(2**32 - 1))
        )
    untrusted = bytes(data)
    HEIC.fields(untrusted)
    HEIC.embedded(untrusted)
    try:
        once = HEIC.strip(untrusted).data
    except Broken:
        return
    assert HEIC.strip(once).data == once
