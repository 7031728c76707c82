"""What a HEIF file carries beside its picture: nothing is passed over, nothing raises."""

from __future__ import annotations

import io
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from facevalue.core.errors import Broken
from facevalue.core.places import Field, Size
from facevalue.photos import limits
from facevalue.photos.carriers.bmff import box, full_box
from facevalue.photos.formats.heif.format import AVIF, HEIC

from .heif_files import (
    GAIN_MAP,
    Made,
    aux,
    coded,
    exif,
    grid,
    heif,
    hvcc,
    ispe,
    nal,
    picture,
    u16,
    u32,
)

SLICES = b"the coded pixels of the picture"
JPEG = b"\xff\xd8\xff\xe0 a small picture \xff\xd9"
FILM = box("ftyp", b"isom", bytes(4)) + box("mdat", b"film")
TIMES = full_box("mvhd", 0, 0, u32(3_800_000_000, 0), bytes(80))


def tags(untrusted: bytes) -> dict[str, str]:
    """Fields by their dotted names."""
    return {str(tag.field): tag.value for tag in HEIC.fields(untrusted)}


@pytest.mark.parametrize(
    ("untrusted", "name", "value"),
    [
        (heif([picture(1, SLICES, name="Ada")]), "Heif.itemName", "Ada"),
        (heif([picture(1, SLICES)], writer=b"lib x"), "Heif.hdlr", "lib x"),
        (heif([picture(1, SLICES), Made(2, "Exif", exif(b"Acme"))]), "Exif.Image.Make", "Acme"),
        (heif([picture(1, SLICES), Made(2, "uri ", b"abc")]), "Heif.uri", "(binary, 3 bytes)"),
        (
            heif([picture(1, SLICES), Made(2, "mime", b"note", content_type="text/plain")]),
            "Heif.mime.text/plain",
            "note",
        ),
        (
            heif([picture(1, SLICES), Made(2, "Exif", b"x", method=2)]),
            "Heif.Exif.unreadable",
            "outside the file",
        ),
        (
            heif([picture(1, SLICES, (full_box("udes", 0, 0, b"en\0Ada\0Me\0a,b\0"), False))]),
            "Heif.udes.description",
            "Me",
        ),
        (
            heif([picture(1, SLICES, (full_box("altt", 0, 0, b"A dog\0en\0"), False))]),
            "Heif.altt.text",
            "A dog",
        ),
        (
            heif([picture(1, SLICES, (full_box("crtt", 0, 0, u32(0, 0)), False))]),
            "Heif.crtt",
            "1904-01-01T00:00:00Z",
        ),
        (
            heif([picture(1, SLICES, (full_box("cmin", 0, 0, u32(1, 2)), False))]),
            "Heif.cmin",
            "(binary, 12 bytes)",
        ),
        (heif([picture(1, SLICES)], top=box("free", b"abc")), "Heif.free", "(binary, 3 bytes)"),
        (
            heif([picture(1, SLICES)], top=box("ab\0\1", b"x")),
            "Heif.0x61620001",
            "(binary, 1 bytes)",
        ),
        (
            heif([picture(1, SLICES)], top=box("uuid", b"\xab" * 16, b"x")),
            "Heif.uuid." + "ab" * 16,
            "(binary, 1 bytes)",
        ),
        (heif([picture(1, SLICES)], meta=box("xml ", b"x")), "Heif.xml", "(binary, 1 bytes)"),
        (
            heif([picture(1, SLICES)], loose=b"abc"),
            "Heif.mdat.unreferenced",
            "(binary, 3 bytes)",
        ),
        (
            heif([picture(1, SLICES)], top=box("moov", TIMES)),
            "Heif.moov.mvhd.CreateDate",
            "2024-05-31T11:33:20Z",
        ),
        (
            heif([picture(1, SLICES)], top=box("moov", box("udta", box("\xa9xyz", b"+48+002/")))),
            "Heif.moov.©xyz",
            "+48+002/",
        ),
        (
            heif([picture(1, SLICES)], [("zzzz", 1, (1,))]),
            "Heif.iref.zzzz",
            "a reference of an unknown kind",
        ),
        (
            heif([picture(1, SLICES)], meta=box("grpl", full_box("altr", 0, 0, u32(1, 1, 1)))),
            "Heif.grpl.altr",
            "(binary, 16 bytes)",
        ),
        (
            heif([picture(1, SLICES, hvcc(nal(39, b"x265 - settings")))]),
            "Heif.bitstream.SEI",
            "x265 - settings",
        ),
        (
            heif([picture(1, SLICES)], brand=b"heic").replace(b"mif1", b"AdaX"),
            "Heif.ftyp.brand",
            "AdaX",
        ),
    ],
)
def test_every_carrier_gives_a_tag(untrusted: bytes, name: str, value: str) -> None:
    """Each kind of metadata comes out under its own name with a readable value."""
    assert tags(untrusted)[name] == value


def test_padding_of_zeros_is_no_finding() -> None:
    """Empty free boxes and zeros between the items carry nothing."""
    assert tags(heif([picture(1, SLICES)], top=box("free", bytes(40)), loose=bytes(9))) == {}


def test_notes_between_the_slices_are_tags() -> None:
    """SEI messages in the coded picture itself are seen, also in its tiles."""
    tile = Made(2, "hvc1", coded(nal(40, b"secret note"), nal(19, SLICES)), (hvcc(), ispe(8, 8)))
    found = tags(heif([grid(1, 1, 1), tile], [("dimg", 1, (2,))]))
    assert found == {"Heif.bitstream.SEI": "secret note"}


def test_second_pictures_have_their_roles() -> None:
    """Thumbnail, gain map, depth map, tone map, a picture in mdat, films: each once."""
    depth = b"urn:mpeg:hevc:2015:auxid:2"
    items = [
        picture(1, SLICES),
        picture(2, b"thumb"),
        picture(3, b"gain", aux(GAIN_MAP)),
        picture(4, b"depth", aux(depth)),
        picture(5, b"matte", aux(b"urn:com:apple:photo:2018:aux:portraiteffectsmatte")),
        Made(6, "tmap", b"\0\0"),
        picture(7, b"gain two"),
        grid(8, 1, 1),
        picture(9, b"tile of another"),
        Made(10, "jpeg", JPEG),
        Made(11, "mime", JPEG, content_type="image/jpeg"),
    ]
    links = [
        ("thmb", 2, (1,)),
        ("auxl", 3, (1,)),
        ("auxl", 4, (1,)),
        ("auxl", 5, (1,)),
        ("dimg", 6, (1, 7)),
        ("dimg", 8, (9,)),
    ]
    data = heif(items, links, top=box("mpvd", FILM), loose=JPEG, tail=FILM)
    found = [(copy.field.path[1], copy.role, copy.media_type) for copy in HEIC.embedded(data)]
    heic = "image/heic"
    assert found[:10] == [
        ("thmb", "thumbnail", heic),
        ("auxl", "gain map", heic),
        ("auxl", "depth map", heic),
        ("auxl", "alternate picture", heic),
        ("tmap", "gain map", heic),
        ("grid", "alternate picture", heic),
        ("jpeg", "alternate picture", "image/jpeg"),
        ("mime", "alternate picture", "image/jpeg"),
        ("mpvd", "motion video", "video/mp4"),
        ("mdat", "alternate picture", "image/jpeg"),
    ]
    assert len(found) == 11  # the film behind the photo


def test_a_copy_is_a_file_of_its_own() -> None:
    """A thumbnail comes as a HEIC file with its coded pixels, so that it can be looked at."""
    data = heif([picture(1, SLICES), picture(2, b"thumb")], [("thmb", 2, (1,))])
    (copy,) = HEIC.embedded(data)
    assert coded(nal(19, b"thumb")) in copy.data
    assert HEIC.header(copy.data).size == Size(64, 48)


def test_a_thumbnail_behind_many_tiles_is_a_file_of_its_own() -> None:
    """The tiles of the picture itself do not use up the copies that are made files."""
    tiles = [picture(number, b"tile") for number in range(10, 60)]
    items = [grid(1, 5, 10), *tiles, picture(2, b"thumb")]
    links = [("dimg", 1, tuple(range(10, 60))), ("thmb", 2, (1,))]
    assert [copy.media_type for copy in HEIC.embedded(heif(items, links))] == ["image/heic"]


def test_pictures_that_are_only_in_a_cycle_are_seen() -> None:
    """Two grids made of each other hide nothing: they come out as alternate pictures."""
    items = [picture(1, SLICES), grid(2, 1, 1), grid(3, 1, 1)]
    data = heif(items, [("dimg", 2, (3,)), ("dimg", 3, (2,))])
    assert [str(copy.field) for copy in HEIC.embedded(data)] == ["Heif.grid"]


def turned(*props: tuple[bytes, bool]) -> Size:
    return HEIC.header(heif([picture(1, SLICES, *props)])).size


def test_the_size_is_the_upright_one() -> None:
    """Turns by a quarter swap the sides, crops shrink them, mirrors do neither."""
    crop = box("clap", u32(31, 1, 40, 2, 0, 1, 0, 1)), True
    quarter = box("irot", b"\1"), True
    assert turned() == Size(64, 48)
    assert turned(quarter) == Size(48, 64)
    assert turned((box("irot", b"\2"), True), (box("imir", b"\1"), True)) == Size(64, 48)
    assert turned(crop, quarter) == Size(20, 31)
    assert HEIC.header(heif([picture(1, SLICES)])).orientation == 1


@pytest.mark.parametrize(
    "untrusted",
    [
        box("ftyp", b"heic", bytes(4)),
        box("ftyp", b"heic", bytes(4)) + b"\0\0\0\0meta",
        heif([Made(1, "hvc1", SLICES)]),
        heif([picture(1, SLICES)], primary=9),
        heif([picture(1, SLICES, (box("clap", u32(1, 0, 1, 0, 0, 0, 0, 0)), True))]),
        heif([Made(1, "hvc1", SLICES, (hvcc(), ispe(0, 7)))]),
    ],
)
def test_a_file_without_a_size_is_broken(untrusted: bytes) -> None:
    """What does not say how large it is, is Broken; its fields can still be read."""
    with pytest.raises(Broken):
        HEIC.header(untrusted)
    HEIC.fields(untrusted)
    HEIC.embedded(untrusted)


def start(*brands: bytes) -> bytes:
    return box("ftyp", brands[0], bytes(4), *brands[1:])


def test_each_format_knows_its_own_brands() -> None:
    """The major brand decides; plain HEIF goes by its compatible brands; films are not ours."""
    assert HEIC.mine(start(b"heic", b"mif1"))
    assert HEIC.mine(start(b"mif1", b"mif1", b"heic"))
    assert HEIC.mine(start(b"mif1", b"miaf"))
    assert AVIF.mine(start(b"avif", b"mif1"))
    assert AVIF.mine(start(b"mif1", b"avif"))
    assert not HEIC.mine(start(b"mif1", b"avif"))
    assert not AVIF.mine(start(b"heic", b"avif"))
    assert not HEIC.mine(start(b"isom", b"heic"))
    assert not HEIC.mine(b"\xff\xd8\xff\xe0" + bytes(60))
    assert not AVIF.mine(b"")


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
