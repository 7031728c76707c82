"""Segments that makers invented: names, places and serial numbers in them come out."""

from __future__ import annotations

import struct
import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.core.errors import Broken
from facevalue.photos.formats.jpeg import ciff, flashpix, flir, gopro
from facevalue.photos.formats.jpeg.apps import APPS, App, app_of
from facevalue.photos.formats.jpeg.fields import fields

from . import jpeg_apps as made
from .jpeg_files import put, segment, small

SOON = 2
USUAL = {(str(tag.field), tag.value) for tag in fields(small())}
WHEN = struct.pack("<I", 1_000_000_000)


def found(marker: int, *bodies: bytes) -> list[tuple[str, str]]:
    """What these segments add to the fields of an ordinary file."""
    every = fields(put(small(), *(segment(marker, body) for body in bodies)))
    return [pair for tag in every if (pair := (str(tag.field), tag.value)) not in USUAL]


@pytest.mark.parametrize(
    ("marker", "body", "expected"),
    [
        (0xE0, b"JFXX\0\x13rgb", {"Jfif.Extension": "RGB (binary, 3 bytes)"}),
        (0xE0, b"JFXX\0\x77", {"Jfif.Extension": "0x77 (binary, 0 bytes)"}),
        (0xE0, b"AVI1\0\0a camera\0", {"Jpeg.APP0.AVI1": "AVI1; a camera"}),
        (0xE1, b"QVCI\0\1\2model 7", {"Jpeg.APP1.QVCI": "QVCI; model 7"}),
        (0xE5, b"RMETA\0Ada's street\0", {"Jpeg.APP5.RMETA": "RMETA; Ada's street"}),
        (0xE7, b"\x1aQualcomm Camera", {"Jpeg.APP7.Qualcomm": "Qualcomm Camera"}),
        (0xEA, b"UNICODE\0\0A\0d\0a", {"Jpeg.Comment": "Ada"}),
        (0xE9, b"Media Jukebox\0<Album>Ada</Album>", {"MediaJukebox.Album": "Ada"}),
        (0xE9, b"Media Jukebox\0Ada", {"MediaJukebox.unreadable": "Media Jukebox; Ada"}),
        (
            0xEC,
            b"Ducky\0\1\0\4\0\0\0\x50\0\2\0\x0a\0\0\0\3\0A\0d\0a\0\0",
            {"Ducky.Quality": "80", "Ducky.Comment": "Ada"},
        ),
        (
            0xEC,
            b"AGFA\0[picture info]\r\nTimeDate=1000000000\r\nSerial#=77\r\nOwner = Ada\r\n",
            {
                "PictureInfo.head": "AGFA; [picture info]",
                "PictureInfo.DateTimeOriginal": "2001:09:09 01:46:40",
                "PictureInfo.SerialNumber": "77",
                "PictureInfo.Owner": "Ada",
            },
        ),
        (
            0xEE,
            b"Adobe\0\x64\0\0\0\0\1Ada",
            {"Adobe.DCTEncodeVersion": "100", "Adobe.ColorTransform": "1", "Adobe.unread": "Ada"},
        ),
        (
            0xE0,
            b"JFIF\0\1\2\1\0\x48\0\x48\1\1rgbAda",
            {"Jfif.Version": "1.02", "Jfif.Thumbnail": "(1 x 1 pixels)", "Jfif.unread": "Ada"},
        ),
        (0xE5, b"own\0Ada", {"Jpeg.APP5": "own; Ada"}),
        (0xEF, b"\0\1\2\xff", {"Jpeg.APP15": "(binary, 4 bytes)"}),
    ],
)
def test_each_maker_is_read(marker: int, body: bytes, expected: dict[str, str]) -> None:
    """Known layouts give fields of their own; unknown ones are shown or described."""
    assert expected.items() <= dict(found(marker, body)).items()


@pytest.mark.parametrize("order", ["II", "MM"])
def test_kodak(order: str) -> None:
    """The owner with a character code, numbers and unknown tags; a value outside is named."""
    owner = b"UNICODE\0" + "Ada".encode("utf-16-le" if order == "II" else "utf-16-be")
    entries = [(0xC353, 7, owner), (0xC354, 7, b"ASCII\0\0\0K-77-123456\0"), (0xC365, 3, [5])]
    body = made.kodak(order, *entries)
    assert found(0xE3, body) == [
        ("Kodak.CameraOwner", "Ada"),
        ("Kodak.SerialNumber", "K-77-123456"),
        ("Kodak.0xc365", "5"),
    ]
    assert ("Kodak.SerialNumber", "unreadable") in found(0xE3, body[:-8])


def test_shared_values_do_not_multiply() -> None:
    """Thousands of entries on the same bytes of one segment make neither text nor time."""
    rows = struct.pack(">HHII", 0xC353, 2, 60_000, 8) * 5000
    answer = found(0xE3, b"Meta\0\0MM\0*\0\0\0\x08" + struct.pack(">H", 5000) + rows)
    assert sum(len(value) for _, value in answer) < 500_000


@pytest.mark.parametrize("order", ["II", "MM"])
def test_ciff(order: str) -> None:
    """Owner, serial number, time, numbers in place and inside a further heap, either order."""
    sign = "<" if order == "II" else ">"
    inner = made.heap(sign, [(0x0810, b"Ada Example\0"), (0x5817, struct.pack(sign + "II", 7, 0))])
    body = made.ciff(
        order,
        (0x300A, inner),
        (0x180B, struct.pack(sign + "I", 123456)),
        (0x180E, struct.pack(sign + "III", 1_000_000_000, 0, 0)),
        (0x1030, struct.pack(sign + "HH", 3, 4)),
        (0x2008, b"\xff\xd8\xff tiny"),
    )
    assert found(0xE0, body) == [
        ("Ciff.SerialNumber", "123456"),
        ("Ciff.DateTimeOriginal", "2001:09:09 01:46:40"),
        ("Ciff.0x1030", "3 4"),
        ("Ciff.ThumbnailImage", "(image/jpeg, 8 bytes)"),
        ("Ciff.OwnerName", "Ada Example"),
        ("Ciff.FileNumber", "7"),
    ]


def test_ciff_in_circles() -> None:
    """A heap that contains itself, or lists more than it holds, is Broken soon."""
    sign, rows = "<", struct.pack("<HHIIHIII", 2, 0x300A, 40, 0, 0x300A, 40, 0, 0)
    body = b"II" + struct.pack(sign + "I", 14) + b"HEAPJPGM" + rows.ljust(36, b"\0") + bytes(4)
    with pytest.raises(Broken):
        list(ciff.records(body))
    assert found(0xE0, body)[-1] == ("Jpeg.APP0.unreadable", f"(binary, {len(body)} bytes)")


CAMERA = bytearray(0x400)
CAMERA[0xD4:0xDF] = b"FLIR E8\0old"
CAMERA[0x104:0x10D] = b"SN-639-77"
CAMERA[:2], CAMERA[0x384:0x388] = b"\2\0", WHEN
PLACE = bytes(12) + b"N\0E\0" + struct.pack("<ddf", 52.5, 13.25, 38.0)


@pytest.mark.parametrize("sign", "<>")
@pytest.mark.parametrize("size", [30, 200, 60_000])
def test_flir(size: int, sign: str) -> None:
    """Camera, place and thermal picture come out, over however many segments they go."""
    block = made.flir((0x20, bytes(CAMERA)), (0x2B, PLACE), (1, b"raw"), (0x99, b"x"), sign=sign)
    bodies = made.flir_parts(block, size)
    assert (
        found(0xE1, *reversed(bodies))
        == found(0xE1, *bodies)
        == [
            ("Flir.CameraModel", "FLIR E8"),
            ("Flir.CameraSerialNumber", "SN-639-77"),
            ("Flir.DateTimeOriginal", "2001:09:09 01:46:40"),
            ("Flir.GPSLatitudeRef", "N"),
            ("Flir.GPSLongitudeRef", "E"),
            ("Flir.GPSLatitude", "52.5"),
            ("Flir.GPSLongitude", "13.25"),
            ("Flir.GPSAltitude", "38"),
            ("Flir.RawThermalImage", "(binary, 3 bytes)"),
            ("Flir.0x0099", "(binary, 1 bytes)"),
        ]
    )


def test_flir_records_on_the_same_bytes() -> None:
    """A directory that lists more than the block holds is Broken, whatever stands in it."""
    block = made.flir(*[(0x99, b"x" * 900)] * 3)
    shared = bytearray(block)
    for row in range(64, 160, 32):
        shared[row + 12 : row + 20] = struct.pack(">II", 0, len(block))
    assert len(list(flir.records(block))) == 3
    with pytest.raises(Broken):
        list(flir.records(bytes(shared)))


def test_flashpix() -> None:
    """Names of streams, texts in them, what stands behind the list, and foreign segments."""
    text = b"\1\2" + "Ada Example".encode("utf-16-le")
    bodies = [
        made.flashpix_list(("/Ada", 9), ("/Store", -1), rest=b"behind"),
        made.flashpix_data(0, text[:6]),
        made.flashpix_data(0, text[6:], 6),
        b"FPXR\0\0\7Ada",
    ]
    assert found(0xE2, *bodies) == [
        ("FlashPix.stream", "/Ada"),
        ("FlashPix.stream", "/Store"),
        ("FlashPix.unread", "behind"),
        ("FlashPix.stream0", f"(binary, {len(text)} bytes)"),
        ("FlashPix.stream0.text", "Ada Example"),
        ("FlashPix.unread", "(binary, 10 bytes)"),
    ]


def test_gopro() -> None:
    """Camera and serial number, also inside containers and over two segments."""
    inner = made.gpmf(b"CASN", b"c", b"C3221324") + made.gpmf(b"GPS5", b"l", bytes(20), 20)
    whole = made.gpmf(b"\xff\0\0\1", b"c", b"Ada") + made.gpmf(b"DEVC", b"\0", inner)
    cut = 30
    assert found(0xE6, b"GoPro\0" + whole[:cut], b"GoPro\0" + whole[cut:]) == [
        ("GoPro.0xff000001", "Ada"),
        ("GoPro.CameraSerialNumber", "C3221324"),
        ("GoPro.GPS5", "(binary, 20 bytes)"),
    ]


def test_each_kind_is_told_by_marker_and_start() -> None:
    """The same beginning in another segment belongs to nobody."""
    assert app_of(0xE6, b"GoPro\0") is not None
    assert app_of(0xE5, b"GoPro\0") is None
    assert app_of(0xEC, b"x" * 100 + b"Type=") == app_of(0xEC, b"[picture info]")
    assert app_of(0xEC, b"x" * 300 + b"Type=") is None


STARTS: dict[object, bytes] = {
    flir.tags: b"FLIR\0\1\0\0FFF\0",
    ciff.tags: b"II\x0e\0\0\0HEAPJPGM",
    flashpix.tags: b"FPXR\0\0\1",
    gopro.tags: b"GoPro\0",
}
PIECES = st.sampled_from(
    [b"\0", b"\0\0\0\1", b"\1\0\0\0", b"\0\x20", b"\xff\xff", b"\0\0\0\x40", b"="]
)
AWKWARD = st.lists(PIECES | st.binary(max_size=6), max_size=30).map(b"".join)


@given(st.sampled_from(APPS), st.lists(AWKWARD, min_size=1, max_size=3))
def test_readers_raise_nothing_but_broken(app: App, rests: list[bytes]) -> None:
    """Whatever the segments hold, each reader ends or says Broken, and the file is read on."""
    bodies = [STARTS.get(app.tags, b"") + rest for rest in rests]
    for read in (app.tags, app.copies):
        with suppress(Broken):
            list(read(bodies))
    every = fields(put(small(), *(segment(app.marker, one) for one in bodies)))
    assert {name for name, _ in USUAL} <= {str(tag.field) for tag in every}


@pytest.mark.parametrize(
    "piece", [b"\0", b"\xff", b"a", b"a=", b"a ", b"<a>", b"\0\0\0\1", b"Ada\0\1\1\0\1x\0\0\0"]
)
@pytest.mark.parametrize("app", APPS, ids=lambda app: app.start.pattern.decode("ascii"))
def test_hostile_repeats_end_soon(app: App, piece: bytes) -> None:
    """A megabyte of one piece in sixteen segments does not keep a reader busy."""
    body = STARTS.get(app.tags, b"")
    bodies = [body + piece * (64_000 // len(piece))] * 16
    start = time.process_time()
    for read in (app.tags, app.copies):
        with suppress(Broken):
            list(read(bodies))
    assert time.process_time() - start < SOON
