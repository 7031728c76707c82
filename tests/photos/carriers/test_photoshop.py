"""Photoshop's resources: each is seen, those that hold another carrier are read by it."""

from __future__ import annotations

import struct
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.photos.carriers import icc, photoshop
from facevalue.photos.carriers.photoshop_names import NAMES

from ...carriers import icc as profiles
from ...carriers import parts
from ..formats.jpeg_files import dataset, resource

JPEG = b"\xff\xd8\xff\xe0 a small picture \xff\xd9"
HEAD = struct.pack(">6I2H", 1, 64, 16, 192, 3072, len(JPEG), 24, 1)
VERSION = b"\0\0\0\1\1\0\0\0\7\0W\0r\0i\0t\0e\0r\0\0\0\0\0\2\0R\0\0\0\0\0\1"


def found(untrusted: bytes) -> list[tuple[str, str]]:
    """Dotted names with their values."""
    return [(str(tag.field), tag.value) for tag in photoshop.tags(untrusted)]


@pytest.mark.parametrize(
    ("number", "data", "name", "value"),
    [
        (1008, b"\x05Z\xf6\xeb !", "Caption", "\x05Zöë !"),
        (1035, b"https://example.org/ada", "URL", "https://example.org/ada"),
        (2999, b"\x03Ada rest", "ClippingPathName", "Ada"),
        (2999, b"", "ClippingPathName", ""),
        (1086, b"\0\0\0\4\0A\0d\0a\0\0", "AutoSaveFile", "Ada"),
        (1034, b"\1", "CopyrightFlag", "True"),
        (1034, b"\0", "CopyrightFlag", "False"),
        (1034, b"Ada Example", "CopyrightFlag", "Ada Example"),
        (1037, b"\0\0\0\x1e", "GlobalAngle", "30"),
        (1037, b"\0\0\0\0\0\0\x1e", "GlobalAngle", "(binary, 7 bytes)"),
        (1005, b"\0\x48\x80\0\0\1\0\1\0\x90\0\0\0\1\0\1", "ResolutionInfo", "72.5 144"),
        (1061, bytes(range(16)), "IPTCDigest", bytes(range(16)).hex()),
        (1011, b"plain text", "PrintFlags", "(binary, 10 bytes)"),
        (1036, HEAD + JPEG, "Thumbnail", f"(binary, {28 + len(JPEG)} bytes)"),
        (2000, bytes(26), "Path", "(binary, 26 bytes)"),
        (2997, b"a path", "Path", "a path"),
        (4000, b"Ada", "0x0fa0", "Ada"),
        (4000, b"\0\1\2\3", "0x0fa0", "(binary, 4 bytes)"),
    ],
)
def test_each_kind_of_resource_comes_out(number: int, data: bytes, name: str, value: str) -> None:
    """Texts, flags, numbers, digests and unknown ones are one tag each."""
    assert found(resource(number, data)) == [(f"Photoshop.{name}", value)]


@pytest.mark.parametrize("name", [b"A", b"Ad", b"Ada", b"x" * 255])
@pytest.mark.parametrize("data", [b"odd", b"even"])
@pytest.mark.parametrize("start", [b"", *photoshop.PREFIXES])
def test_names_and_padding(start: bytes, data: bytes, name: bytes) -> None:
    """A resource's own name is a tag; padding of name and data loses nobody's place."""
    one, two = (f"Photoshop.0x{number:04x}" for number in (4000, 4001))
    made = start + resource(4000, data, name) + resource(4001, data)
    assert found(made) == [
        (f"{one}.name", name.decode()),
        (one, data.decode()),
        (two, data.decode()),
    ]


@pytest.mark.parametrize("mark", sorted(photoshop.SIGNATURES))
def test_every_signature(mark: bytes) -> None:
    """Resources of other programs that share the layout are read as well."""
    assert found(mark + resource(4000, b"Ada")[4:]) == [("Photoshop.0x0fa0", "Ada")]


def test_programs_name_themselves() -> None:
    """Who wrote the file and who can read it; cut off, an empty name."""
    assert found(resource(1057, VERSION)) == [
        ("Photoshop.WriterName", "Writer"),
        ("Photoshop.ReaderName", "R"),
    ]
    assert found(resource(1057, b"\0")) == [
        ("Photoshop.WriterName", ""),
        ("Photoshop.ReaderName", ""),
    ]


def test_nested_carriers_are_read() -> None:
    """IPTC, Exif, XMP and a colour profile inside resources give their own fields."""
    profile = profiles.rgb(profiles.LCD, profiles.gamma(1.8), dmnd=profiles.text("a maker"))
    made = (
        resource(1028, dataset(2, 80, b"Ada"))
        + resource(1039, profile)
        + resource(1058, parts.exif("any"))
        + resource(1059, parts.exif("any"))
        + resource(1060, parts.xmp("any"))
    )
    answer = found(made)
    assert ("Iptc.Application2.By-line", "Ada") in answer
    assert {(str(tag.field), tag.value) for tag in icc.tags(profile)} < set(answer)
    assert answer.count(("Exif.Image.Make", "Examplephone")) == 2
    assert ("Xmp.mwg-rs.Regions.RegionList.Type", "Face") in answer
    assert not any(name.startswith("Photoshop") for name, _ in answer)


def test_pictures_are_copies() -> None:
    """Both thumbnails (RGB and BGR) and the pictures of nested carriers are taken out."""
    made = (
        resource(1033, HEAD + JPEG)
        + resource(1036, HEAD + JPEG, b"named")
        + resource(1036, HEAD)
        + resource(1036, HEAD + b"raw pixels")
        + resource(1028, dataset(2, 202, JPEG))
        + resource(1058, parts.exif("any"))
        + resource(1060, parts.extended("any"))
    )
    every = [(str(one.field), one.role, one.media_type) for one in photoshop.copies(made)]
    assert every == [
        ("Photoshop.ThumbnailBGR", "thumbnail", "image/jpeg"),
        ("Photoshop.Thumbnail", "thumbnail", "image/jpeg"),
        ("Photoshop.Thumbnail", "thumbnail", ""),
        ("Iptc.Application2.ObjectPreviewData", "preview", "image/jpeg"),
        ("Exif.Thumbnail.JPEGInterchangeFormat", "thumbnail", "image/jpeg"),
        ("Xmp.GDepth.Data", "depth map", "image/jpeg"),
    ]
    assert photoshop.copies(made)[0].data == JPEG


@pytest.mark.parametrize(
    "rest",
    [
        b"8BIM",
        b"8BIM\x0f\xa0\0\0\0\0\0\x09Ada",
        b"8BIM\x0f\xa0\xff",
        b"8BIM\x0f\xa0\0\0\xff\xff\xff\xff",
        b"not a resource",
    ],
)
def test_what_is_no_resource_is_said(rest: bytes) -> None:
    """Bytes that are cut off or of another kind are one tag behind the resources."""
    answer = found(resource(4000, b"Ada") + rest)
    assert [name for name, _ in answer] == ["Photoshop.0x0fa0", "Photoshop.unreadable"]
    assert found(resource(4000, b"Ada") + bytes(9)) == [("Photoshop.0x0fa0", "Ada")]


WRITTEN = st.lists(
    st.tuples(
        st.sampled_from([*NAMES, 2500, 4001]), st.text("Aé ", max_size=9), st.binary(max_size=9)
    ),
    max_size=6,
)


@given(WRITTEN)
def test_what_was_written_is_read(made: list[tuple[int, str, bytes]]) -> None:
    """Any resources come back in order, with number, name and every byte of their data."""
    raw = b"".join(resource(number, data, name.encode()) for number, name, data in made)
    answer = [(one.number, one.name, one.data) for one in photoshop.resources(raw)]
    assert answer == [(number, name.strip(), data) for number, name, data in made]


TOKENS = [
    b"8BIM",
    b"MeSa",
    b"\x04\x04",
    b"\x04\x0c",
    b"\x04\x21",
    b"\x04\x24",
    b"\x0b\xb7",
    b"\0",
    b"\0\0\0\x05",
    b"\xff",
]
PIECES = st.one_of(
    st.sampled_from(TOKENS),
    st.binary(max_size=5),
    st.builds(
        resource, st.sampled_from([*NAMES, 2000, 9]), st.binary(max_size=40), st.binary(max_size=3)
    ),
)


@given(st.lists(PIECES, max_size=12).map(b"".join))
def test_no_bytes_make_the_readers_fail(raw: bytes) -> None:
    """Whatever the resources hold, tags and copies come back."""
    photoshop.tags(raw)
    photoshop.copies(raw)


@pytest.mark.parametrize(
    "piece",
    [
        *TOKENS,
        resource(4000, b""),
        resource(1060, b"<" * 400),
        resource(1058, b"II*\0\x08" + bytes(99)),
    ],
)
def test_a_megabyte_of_anything_ends_soon(piece: bytes) -> None:
    """Repeated without end, no piece of a resource keeps the readers busy."""
    raw = piece * (1_000_000 // len(piece))
    start = time.process_time()
    photoshop.tags(raw)
    photoshop.copies(raw)
    assert time.process_time() - start < 2
