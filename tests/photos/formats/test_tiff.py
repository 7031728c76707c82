"""TIFF: the pixels stay, everything else goes, and files that cannot be done are refused."""

from __future__ import annotations

import io
import struct
import time
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from facevalue.core.errors import Broken, NotAPhoto, Refused
from facevalue.core.places import Size
from facevalue.photos.formats.tiff import TIFF

from ..carriers.exif_blocks import Entry, directory, header, jpeg

SECRET = b"the planted secret"


def picture(mode: str = "RGB", size: tuple[int, int] = (90, 70)) -> Image.Image:
    """A picture with structure: soft waves and a little noise."""
    wide, high = size
    rows, columns = np.mgrid[0:high, 0:wide]
    waves = 120 + 60 * np.sin(columns / 9) + 40 * np.cos(rows / 7)
    noise = np.random.default_rng(7).integers(0, 9, (high, wide, 3))
    rgb = Image.fromarray((waves[..., None] + noise).astype(np.uint8))
    if mode == "I;16":
        return Image.fromarray((waves * 250).astype(np.uint16))
    return rgb.convert(mode)


def saved(image: Image.Image, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, "TIFF", **options)
    return out.getvalue()


def pixels(data: bytes, page: int = 0) -> tuple[str, bytes, object]:
    """Mode, pixel bytes and palette of a page as Pillow decodes it."""
    with Image.open(io.BytesIO(data), formats=["TIFF"]) as image:
        image.seek(page)
        return image.mode, image.tobytes(), image.getpalette()


def plain(
    order: str = "II",
    extra: tuple[Entry, ...] = (),
    strip: bytes | None = None,
    compression: int = 1,
    behind: bytes = b"",
    counted: int | None = None,
) -> bytes:
    """A TIFF of 16 x 8 grey pixels in one strip, with further fields and bytes behind it."""
    body = bytes(range(128)) if strip is None else strip
    entries: list[Entry] = [
        (256, 3, [16]),
        (257, 3, [8]),
        (258, 3, [8]),
        (259, 3, [compression]),
        (262, 3, [1]),
        (273, 4, [0]),
        (277, 3, [1]),
        (278, 3, [8]),
        (279, 4, [len(body) if counted is None else counted]),
        *extra,
    ]
    at = 8 + len(directory(order, entries, 8))
    entries[5] = (273, 4, [at])
    return header(order) + directory(order, entries, 8) + body + behind


COMPRESSIONS = [
    (mode, method)
    for mode in ("L", "RGB", "RGBA", "CMYK", "P", "I;16", "LA", "LAB")
    for method in (None, "tiff_lzw", "tiff_adobe_deflate", "packbits", "tiff_deflate")
] + [("1", "group4"), ("1", None), ("RGB", "jpeg"), ("L", "jpeg"), ("F", None)]


@pytest.mark.parametrize(("mode", "method"), COMPRESSIONS)
def test_pixels_stay_and_words_go(mode: str, method: str | None) -> None:
    """For every mode and compression: the same pixels, none of the planted words."""
    words = SECRET.decode()
    tags = {270: words, 305: words, 315: words, 33432: words, 274: 6}
    data = saved(picture(mode), compression=method, tiffinfo=tags)
    done = TIFF.strip(data)
    assert SECRET in data
    assert SECRET not in done.data
    assert pixels(done.data) == pixels(data)
    assert done.lossless
    assert "orientation" in done.kept
    assert TIFF.header(done.data) == TIFF.header(data)


@pytest.mark.parametrize("order", ["II", "MM"])
def test_both_byte_orders(order: str) -> None:
    """The byte order of the file is kept, and so are its pixels."""
    data = plain(order, extra=((315, 2, SECRET),))
    done = TIFF.strip(data)
    assert done.data[:2] == order.encode()
    assert SECRET not in done.data
    assert pixels(done.data) == pixels(data)


@pytest.mark.parametrize("planar", [1, 2])
def test_tiles(planar: int) -> None:
    """Tiles, together or one plane after the other, are copied tile by tile."""
    wide, side = 48, 16
    shape = (2, 3, side, side, 3) if planar == 1 else (3, 2, 3, side, side)
    values = np.random.default_rng(3).integers(0, 255, shape).astype(np.uint8)
    tiles = [
        zlib.compress(tile.tobytes())
        for tile in values.reshape(-1, *shape[2 if planar == 1 else 3 :])
    ]
    entries: list[Entry] = [
        *((256, 3, [wide]), (257, 3, [32]), (258, 3, [8, 8, 8]), (259, 3, [8]), (262, 3, [2])),
        *((277, 3, [3]), (284, 3, [planar]), (315, 2, SECRET), (322, 3, [side]), (323, 3, [side])),
        (324, 4, [0] * len(tiles)),
        (325, 4, [len(tile) for tile in tiles]),
    ]
    at = 8 + len(directory("II", entries, 8))
    places = [at + sum(len(tile) for tile in tiles[:index]) for index in range(len(tiles))]
    entries[10] = (324, 4, places)
    data = header("II") + directory("II", entries, 8) + b"".join(tiles)
    done = TIFF.strip(data)
    assert SECRET not in done.data
    assert pixels(done.data) == pixels(data)


@pytest.mark.parametrize(
    "data",
    [
        plain(behind=SECRET),
        plain(strip=bytes(128) + SECRET),
        plain(strip=zlib.compress(bytes(128)) + SECRET, compression=8),
        plain(strip=b"\x81\x00" + SECRET, compression=32773),
        plain(extra=((50000, 7, SECRET),)),
        plain(extra=((700, 7, SECRET),)),
        plain(extra=((529, 5, [1, 3, 1, 3, 1, 3, *struct.unpack("<4I", SECRET[:16])]),)),
    ],
    ids=["trailer", "behind pixels", "behind zlib", "behind packbits", "private", "xmp", "long"],
)
def test_nothing_hides(data: bytes) -> None:
    """Words behind a stream, in private fields or in overlong ones do not come along."""
    done = TIFF.strip(data)
    assert SECRET[:16] in data
    assert SECRET[8:16] not in done.data
    assert pixels(done.data) == pixels(data)


def test_nothing_hides_behind_lzw() -> None:
    """The LZW stream ends at its end code, also where the table was reset many times."""
    noise = np.random.default_rng(1).integers(0, 255, (128, 300), dtype=np.uint8)
    data = saved(Image.fromarray(noise), compression="tiff_lzw", strip_size=1 << 20)
    at = struct.unpack_from("<I", data, 4)[0]
    with Image.open(io.BytesIO(data)) as image:
        (start,), (size,) = image.tag_v2[273], image.tag_v2[279]  # type: ignore[attr-defined]
    moved = bytearray(data + data[start : start + size] + SECRET)
    for index in range(struct.unpack_from("<H", data, at)[0]):
        place = at + 2 + 12 * index
        tag = struct.unpack_from("<H", moved, place)[0]
        if tag == 273:
            struct.pack_into("<I", moved, place + 8, len(data))
        if tag == 279:
            struct.pack_into("<I", moved, place + 8, size + len(SECRET))
    done = TIFF.strip(bytes(moved))
    assert SECRET not in done.data
    assert pixels(done.data) == pixels(data)


def test_nothing_hides_in_jpeg_strips() -> None:
    """Comments and application segments inside JPEG strips and tables are left out."""
    data = saved(picture("L"), compression="jpeg", strip_size=1 << 20)
    with Image.open(io.BytesIO(data)) as image:
        (start,), (size,) = image.tag_v2[273], image.tag_v2[279]  # type: ignore[attr-defined]
    inside = data[start : start + size]
    words = b"\xff\xfe" + struct.pack(">H", len(SECRET) + 2) + SECRET
    longer = inside[:2] + words + inside[2:] + SECRET
    at = struct.unpack_from("<I", data, 4)[0]
    moved = bytearray(data + longer)
    for index in range(struct.unpack_from("<H", data, at)[0]):
        place = at + 2 + 12 * index
        tag = struct.unpack_from("<H", moved, place)[0]
        if tag == 273:
            struct.pack_into("<I", moved, place + 8, len(data))
        if tag == 279:
            struct.pack_into("<I", moved, place + 8, len(longer))
    done = TIFF.strip(bytes(moved))
    assert SECRET not in done.data
    assert pixels(done.data) == pixels(data)


def test_pages_stay_and_previews_go() -> None:
    """A document keeps its pages; pages marked as reduced are second copies and go."""
    pages = [picture("RGB"), picture("L", (50, 80)), picture("RGB", (45, 35))]
    data = saved(pages[0], save_all=True, append_images=pages[1:])
    assert TIFF.header(data).frames == 2
    done = TIFF.strip(data)
    assert TIFF.header(done.data).frames == 2
    assert pixels(done.data, 1) == pixels(data, 1)
    with Image.open(io.BytesIO(done.data)) as image:
        assert image.n_frames == 2  # type: ignore[attr-defined]
    (copy,) = TIFF.embedded(data)
    assert (copy.role, copy.media_type) == ("preview", "image/tiff")
    assert pixels(copy.data) == pixels(data, 2)
    assert TIFF.embedded(done.data) == ()


def test_a_thumbnail_in_the_second_directory() -> None:
    """Programs that treat a TIFF as Exif put a JPEG thumbnail into the second directory."""
    first = plain()
    at = len(first)
    entries: list[Entry] = [(259, 3, [6]), (0x0201, 4, [0]), (0x0202, 4, [len(jpeg())])]
    entries[1] = (0x0201, 4, [at + len(directory("II", entries, at))])
    data = bytearray(first + directory("II", entries, at) + jpeg())
    struct.pack_into("<I", data, 8 + 2 + 12 * 9, at)
    (copy,) = TIFF.embedded(bytes(data))
    assert copy.data == jpeg()
    assert jpeg() not in TIFF.strip(bytes(data)).data


def test_unused_bytes_are_said() -> None:
    """Bytes that nothing points to are a field of their own."""
    gap = SECRET + b"\0" * 6
    at = 8 + len(gap)
    entries: list[Entry] = [(256, 3, [16]), (257, 3, [8])]
    made = header("II", at) + gap + directory("II", entries, at)
    found = {str(tag.field): tag.value for tag in TIFF.fields(made)}
    assert found["File.unreferenced"] == f"(binary, {len(gap)} bytes)"
    assert "File.unreferenced" not in {str(tag.field) for tag in TIFF.fields(plain())}


@pytest.mark.parametrize(
    "data",
    [
        plain(extra=((50706, 1, [1, 4, 0, 0]),)),
        plain(extra=((33421, 3, [2, 2]),)).replace(
            struct.pack("<HHIH", 262, 3, 1, 1), struct.pack("<HHIH", 262, 3, 1, 32803)
        ),
        b"IIU\0" + plain()[4:],
        b"IIRO" + plain()[4:],
        header("II", 16) + b"CR\x02\0" + bytes(40),
    ],
    ids=["dng", "cfa", "rw2", "orf", "cr2"],
)
def test_raw_files_are_refused(data: bytes) -> None:
    """Raw files are claimed and refused with words that say what to do."""
    assert TIFF.mine(data[:64])
    for ask in (TIFF.header, TIFF.strip):
        with pytest.raises(NotAPhoto, match="Export it as JPEG or TIFF"):
            ask(data)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (plain(compression=6), "old kind of JPEG"),
        (plain(compression=3), "another compression"),
        (plain(counted=129), "outside the file"),
        (plain(counted=90), "does not end"),
        (plain(strip=zlib.compress(bytes(129)), compression=8), "does not end"),
        (plain(strip=b"\x80\x00\x01", compression=5), "does not end"),
        (plain(extra=((256, 3, [16]),)), "twice"),
        (b"II+\0" + plain()[4:], "BigTIFF"),
        (header("II", 8) + directory("II", [(270, 2, b"x")], 8), "no width"),
        (header("II", 0), "no picture"),
    ],
)
def test_what_cannot_be_done_wholly_is_refused(data: bytes, why: str) -> None:
    """A file whose picture cannot be taken over completely is not taken over at all."""
    with pytest.raises(Broken, match=why):
        TIFF.strip(data)
    TIFF.fields(data)
    TIFF.embedded(data)


def test_the_upright_size() -> None:
    """A turned picture is as wide as it is seen."""
    found = TIFF.header(plain(extra=((274, 3, [8]),)))
    assert (found.size, found.orientation, found.frames) == (Size(8, 16), 8, 1)


def test_circles_and_huge_counts_end() -> None:
    """Pages in a circle and a million declared strips are refused at once."""
    circle = bytearray(plain())
    struct.pack_into("<I", circle, 8 + 2 + 12 * 9, 8)
    huge = plain().replace(struct.pack("<HHI", 273, 4, 1), struct.pack("<HHI", 273, 4, 0x0FFFFFFF))
    start = time.perf_counter()
    for data in (bytes(circle), huge):
        TIFF.header(data)
        TIFF.fields(data)
        TIFF.embedded(data)
        with pytest.raises(Broken):
            TIFF.strip(data)
    assert time.perf_counter() - start < 2


WHOLE = saved(picture("RGB"), compression="tiff_lzw", tiffinfo={270: "words", 274: 3})


@given(
    st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=8),
    st.integers(0, len(WHOLE)),
    st.booleans(),
)
def test_damaged_files_are_refused_or_done(
    changes: list[tuple[int, int]], length: int, late: bool
) -> None:
    """Changed and shortened files raise nothing but Refused, and what is written reads again."""
    made = bytearray(WHOLE)
    for at, byte in changes:
        made[-1 - at % 300 if late else at] = byte
    data = bytes(made[:length])
    TIFF.fields(data)
    TIFF.embedded(data)
    try:
        header_before = TIFF.header(data)
        done = TIFF.strip(data)
    except Refused:
        return
    assert TIFF.header(done.data).size == header_before.size
    assert TIFF.strip(done.data).data == done.data
