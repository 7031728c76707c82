"""HEIF written again: the coded pixels stay, everything planted is gone, doubts are refused."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from PIL import Image, ImageCms

from facevalue.core.errors import Broken, Refused
from facevalue.core.places import Size
from facevalue.photos.carriers.bmff import box, full_box
from facevalue.photos.formats.heif.format import AVIF, HEIC
from facevalue.photos.formats.heif.read import read

from .heif_files import (
    ALPHA,
    GAIN_MAP,
    SLICES,
    Made,
    aux,
    coded,
    exif,
    grid,
    heif,
    hvcc,
    ispe,
    nal,
    nclx,
    picture,
    u16,
    u32,
)

SECRET = b"CANARY"


def full_of_secrets() -> bytes:
    """A file with a canary in every carrier that the builder knows."""
    plain = picture(1, SLICES, hvcc(nal(39, SECRET), tail=SECRET), nclx(), name="CANARY")
    user = full_box("udes", 0, 0, b"en\0", SECRET + b"\0\0\0"), False
    noisy = coded(nal(39, SECRET), nal(19, SLICES), nal(48, SECRET), nal(1, SECRET, layer=1))
    items = [
        replace(plain, data=noisy, properties=(*plain.properties[1:], user)),
        Made(2, "Exif", exif(SECRET)),
        Made(3, "mime", b"<x>CANARY</x>", content_type="application/rdf+xml"),
        Made(4, "mime", SECRET, content_type="text/CANARY"),
        picture(5, SECRET),
        picture(6, SECRET, aux(GAIN_MAP)),
    ]
    links = [("thmb", 5, (1,)), ("auxl", 6, (1,)), ("cdsc", 2, (1,)), ("cdsc", 3, (1,))]
    extra = box("uuid", bytes(16), SECRET) + box("free", SECRET) + box("mpvd", SECRET)
    return heif(
        items,
        links,
        writer=SECRET,
        meta=box("xml ", SECRET),
        top=extra,
        loose=SECRET,
        tail=box("sefd", SECRET) + SECRET,
    )


def test_planted_strings_vanish_and_the_pixels_stay() -> None:
    """No canary is left in any carrier; the coded slice is there, once and unchanged."""
    made = HEIC.strip(full_of_secrets())
    assert made.lossless
    assert SECRET not in made.data
    assert made.data.count(coded(nal(19, SLICES))) == 1
    assert HEIC.fields(made.data) == ()
    assert HEIC.embedded(made.data) == ()
    assert HEIC.header(made.data) == HEIC.header(full_of_secrets())


def tiled() -> bytes:
    """A turned grid of two by two tiles with transparency that is a grid as well."""
    tiles = [picture(number, b"tile %d" % number) for number in (10, 11, 12, 13)]
    alphas = [picture(number, b"alpha %d" % number, aux(ALPHA)) for number in (20, 21, 22, 23)]
    turn = box("irot", b"\xff"), True
    items = [*tiles, grid(5, 2, 2, turn), grid(6, 2, 2, aux(ALPHA)), *alphas, picture(30, b"other")]
    links = [
        ("dimg", 5, (10, 11, 12, 13)),
        ("dimg", 6, (20, 21, 22, 23)),
        ("auxl", 6, (5,)),
        ("prem", 5, (6,)),
    ]
    return heif(items, links, primary=5)


def test_tiles_and_transparency_come_along() -> None:
    """A grid keeps its tiles, its transparency with their tiles, its turn and nothing else."""
    made = HEIC.strip(tiled())
    again = read(made.data)
    assert again.primary == 1
    assert len(again.items) == 10
    kinds = {(link.kind, link.source): link.targets for link in again.links.all}
    assert kinds[("dimg", 1)] == (2, 3, 4, 5)
    assert kinds[("auxl", 6)] == (1,)
    assert kinds[("prem", 1)] == (6,)
    payloads = [again.payload(again.items[number]) for number in kinds[("dimg", 6)]]
    assert payloads == [coded(nal(19, b"alpha %d" % number)) for number in (20, 21, 22, 23)]
    assert b"other" not in made.data
    assert made.kept == ("the orientation",)
    assert HEIC.header(made.data).size == Size(96, 128)


@pytest.mark.parametrize("make", [full_of_secrets, tiled])
def test_a_second_strip_changes_nothing(make: Callable[[], bytes]) -> None:
    """The written file is its own stripped form, and does not depend on the order of items."""
    once = HEIC.strip(make()).data
    assert HEIC.strip(once).data == once


def test_a_file_alike_to_another_comes_out_the_same() -> None:
    """Numbers, names and order of items do not leave a trace of who wrote the file."""
    one = heif([picture(1, SLICES)])
    two = heif([picture(9, b"thumb"), picture(7, SLICES, name="x")], [("thmb", 9, (7,))], primary=7)
    assert HEIC.strip(one).data == HEIC.strip(two).data


def broken_primary(**change: object) -> Sequence[Made]:
    return [replace(picture(1, SLICES), **change)]  # type: ignore[arg-type]


MOVIE = box(
    "moov",
    box(
        "trak",
        box(
            "mdia",
            full_box("hdlr", 0, 0, bytes(4), b"pict", bytes(13)),
            box("minf", box("stbl", full_box("stsz", 0, 0, u32(9, 3)))),
        ),
    ),
)


@pytest.mark.parametrize(
    "untrusted",
    [
        heif(broken_primary(method=2)),
        heif(broken_primary(protection=1)),
        heif(broken_primary(kind="tmap")),
        heif(broken_primary(kind="unci")),
        heif(broken_primary(data=b"")),
        heif(broken_primary(data=b"\0\0\0\x09cut")),
        heif(broken_primary(data=coded(nal(39, b"only notes")))),
        heif(broken_primary(properties=(ispe(8, 8),))),
        heif([picture(1, SLICES, (box("zzzz", b"x"), True))]),
        heif([picture(1, SLICES, (box("iscl", b"x"), False))]),
        heif([picture(1, SLICES, (box("clap", b"short"), True))]),
        heif([picture(1, SLICES)], primary=2),
        heif([picture(1, SLICES)], top=MOVIE),
        heif([grid(1, 2, 2), picture(2, SLICES)], [("dimg", 1, (2, 2, 2))]),
        heif([grid(1, 1, 1), picture(2, SLICES)], [("dimg", 1, (3,))]),
        heif([grid(1, 1, 1)], [("dimg", 1, (1,))]),
        heif([grid(1, 1, 1), grid(2, 1, 1)], [("dimg", 1, (2,)), ("dimg", 2, (1,))]),
        heif([Made(1, "iden")], [("dimg", 1, ())]),
        heif([picture(1, SLICES)])[:-5],
        heif([picture(1, SLICES)]).replace(b"ipma", b"ipmb"),
        heif([picture(1, SLICES)]).replace(b"hvcC\x01", b"hvcC\x07"),
        box("ftyp", b"heic", bytes(4)) + box("meta", b"x"),
        box("ftyp", b"heic", bytes(4)),
    ],
)
def test_what_is_not_understood_completely_is_refused(untrusted: bytes) -> None:
    """Anything doubtful is Broken with a sentence: the caller encodes the pixels anew."""
    with pytest.raises(Broken, match=" "):
        HEIC.strip(untrusted)


def test_a_property_that_is_not_there_is_refused() -> None:
    """An association past the end of the list of properties is not guessed at."""
    plain = heif([picture(1, SLICES)])
    with pytest.raises(Broken):
        HEIC.strip(plain.replace(b"\x02\x80\x01\x00\x02", b"\x02\x80\x01\x00\x7f"))


@pytest.mark.parametrize("length", [0, 10**6, 0xFFFFFFFF])
def test_items_outside_the_file_are_refused(length: int) -> None:
    """Lengths of nothing (the whole file) or past the end are Broken."""
    plain = heif([picture(1, SLICES)])
    data = coded(nal(19, SLICES))
    place = plain.index(data)
    with pytest.raises(Broken):
        HEIC.strip(plain.replace(u32(place, len(data)), u32(place, length)))


def test_overlapping_items_do_not_multiply_the_file() -> None:
    """A thousand tiles that all claim the same bytes are refused before they are copied."""
    big = picture(1, bytes(2000)).data
    tiles = [Made(number, "hvc1", b"", (hvcc(), ispe(8, 8))) for number in range(2, 1002)]
    links = [("dimg", 1, tuple(range(2, 1002)))]
    plain = heif([grid(1, 250, 4), *tiles], links, loose=big)
    start = plain.index(big)
    overlapping = plain.replace(u32(start, 0), u32(start, len(big)))
    with pytest.raises(Broken, match="overlap"):
        HEIC.strip(overlapping)


def avif(mode: str = "RGB", **options: object) -> bytes:
    """A real AVIF file by Pillow."""
    picture = Image.radial_gradient("L").resize((160, 120))
    image = Image.merge("RGB", (picture, picture.transpose(Image.Transpose.ROTATE_180), picture))
    if mode == "RGBA":
        image.putalpha(picture)
    out = io.BytesIO()
    image.save(out, "AVIF", speed=10, **options)
    return out.getvalue()


def pixels(data: bytes) -> tuple[str, tuple[int, int], bytes]:
    with Image.open(io.BytesIO(data), formats=["AVIF"]) as image:
        image.load()
        return image.mode, image.size, image.tobytes()


def turned() -> bytes:
    """The orientation as Exif; Pillow's writer turns it into irot."""
    tags = Image.Exif()
    tags[0x0112] = 6
    tags[0x010F] = "CANARY"
    return tags.tobytes()


SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@pytest.mark.parametrize(
    "data",
    [
        avif(),
        avif("RGBA", quality=100, subsampling="4:4:4"),
        avif(exif=turned(), xmp=b"<x>CANARY</x>"),
        avif(range="limited", icc_profile=SRGB),
        avif(subsampling="4:0:0"),
    ],
    ids=["plain", "transparent", "turned", "limited range", "grey"],
)
def test_real_pixels_decode_the_same(data: bytes) -> None:
    """AVIF by Pillow, before and after: identical pixels, nothing else left, no drift."""
    made = AVIF.strip(data)
    assert pixels(made.data) == pixels(data)
    assert b"CANARY" not in made.data
    assert AVIF.strip(made.data).data == made.data
    assert AVIF.header(made.data) == AVIF.header(data)
    assert AVIF.embedded(made.data) == ()


def test_a_film_is_refused_and_counted() -> None:
    """An AVIF of two pictures has two frames and is not cut down to one without a word."""
    data = avif(save_all=True, append_images=[Image.new("RGB", (160, 120), "red")])
    assert AVIF.header(data).frames == 2
    with pytest.raises(Refused, match="moving"):
        AVIF.strip(data)


def test_unused_bits_of_known_properties_are_dropped() -> None:
    """Reserved bits and bytes behind a property's numbers carry nothing on."""
    wordy = [
        (box("irot", b"\xf8CANARY"), True),
        (full_box("pixi", 0, 0, b"\3\x08\x08\x08CANARY"), False),
        (box("colr", b"nclx", u16(1, 13, 6), b"\xffCANARY"), False),
        (full_box("auxC", 0, 0, b"CANARY\0"), True),
    ]
    made = HEIC.strip(heif([picture(1, SLICES, *wordy)]))
    assert SECRET not in made.data
    assert box("colr", b"nclx", u16(1, 13, 6), b"\x80") in made.data
    assert box("irot", b"\0") in made.data


def display_p3() -> bytes:
    """A matrix profile with the colorants of Display P3 and a canary as its copyright."""
    colorants = (
        (b"rXYZ", (0x83DF, 0x3DBF, 0xFFFFFFBB)),
        (b"gXYZ", (0x4ABF, 0xB137, 0x0AB9)),
        (b"bXYZ", (0x2838, 0x110B, 0xC8B9)),
    )
    texts = [(b"cprt", b"text" + bytes(4) + SECRET + b"\0\0")]
    curve = b"para" + bytes(4) + u16(3, 0) + u32(0x26666, 0xF2A7, 0xD59, 0x13D0, 0xA5B)
    tags = [(name, b"XYZ " + bytes(4) + u32(*values)) for name, values in colorants]
    tags += [(name, curve) for name in (b"rTRC", b"gTRC", b"bTRC")]
    tags += [(b"wtpt", b"XYZ " + bytes(4) + u32(0xF6D6, 0x10000, 0xD32D)), *texts]
    table, data, at = u32(len(tags)), b"", 128 + 4 + 12 * len(tags)
    for name, body in tags:
        table += name + u32(at + len(data), len(body))
        data += body
    size = u32(at + len(data))
    head = size + SECRET[:4] + u32(0x04000000) + b"mntrRGB XYZ " + bytes(12) + b"acsp"
    return head.ljust(128, b"\0") + table + data


def test_a_standard_profile_is_replaced_and_named() -> None:
    """Display P3 stays Display P3 without the words in the profile; both colr boxes stay."""
    profile = box("colr", b"prof", display_p3()), False
    made = HEIC.strip(heif([picture(1, SLICES, nclx(), profile)]))
    assert SECRET not in made.data
    assert nclx()[0] in made.data
    assert any("Display P3" in words for words in made.kept)
    assert HEIC.strip(made.data) == made


def test_a_plain_srgb_profile_leaves_no_numbers_behind() -> None:
    """Without nclx none is made up: it would change how the decoder makes colours."""
    profile = box("colr", b"prof", SRGB), False
    made = HEIC.strip(heif([picture(1, SLICES, profile)]))
    assert b"colr" not in made.data
    assert made.data == HEIC.strip(heif([picture(1, SLICES)])).data


def test_an_unknown_kind_of_colours_is_refused() -> None:
    """A colr box that is neither numbers nor a profile is Broken."""
    with pytest.raises(Broken):
        HEIC.strip(heif([picture(1, SLICES, (box("colr", b"zzzz", b"x"), False))]))
