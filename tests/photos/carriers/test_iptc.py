"""IPTC: every dataset comes out under its name, in its charset; all other bytes are said."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.photos import limits
from facevalue.photos.carriers import exif, iptc
from facevalue.photos.carriers.iptc_names import NAMES, NUMBERS, RECORDS
from facevalue.photos.sniff import described

from ..formats.jpeg_files import dataset
from .exif_blocks import block

JPEG = b"\xff\xd8\xff\xe0 a small picture \xff\xd9"
UTF8 = dataset(1, 90, b"\x1b%G")
TITLE = "Application2.ObjectName"


def found(untrusted: bytes) -> list[tuple[str, str]]:
    """Dotted names without the leading Iptc, with their values."""
    return [(".".join(tag.field.path[1:]), tag.value) for tag in iptc.tags(untrusted)]


def extended(value: bytes, wide: int, record: int = 2, number: int = 5) -> bytes:
    """A dataset whose size stands in ``wide`` bytes of its own."""
    size = len(value).to_bytes(wide, "big") if wide else b""
    return bytes((0x1C, record, number)) + (0x8000 | wide).to_bytes(2, "big") + size + value


@pytest.mark.parametrize(
    ("made", "name", "value"),
    [
        (dataset(2, 80, b"Ada Example"), "Application2.By-line", "Ada Example"),
        (dataset(2, 90, b"M\0nchen \0"), "Application2.City", "M nchen"),
        (dataset(2, 0, b"\0\4"), "Application2.RecordVersion", "4"),
        (dataset(3, 20, b"\1\2\3\4"), "NewsPhoto.PixelsPerLine", "16909060"),
        (dataset(7, 10, b"\1"), "PreObjectData.SizeMode", "1"),
        (
            dataset(2, 202, JPEG),
            "Application2.ObjectPreviewData",
            f"(image/jpeg, {len(JPEG)} bytes)",
        ),
        (dataset(2, 125, b"\0" * 9), "Application2.RasterizedCaption", "(binary, 9 bytes)"),
        (UTF8, "Envelope.CodedCharacterSet", "UTF-8"),
        (dataset(1, 90, b"\x1b.A"), "Envelope.CodedCharacterSet", "1b 2e 41"),
        (dataset(240, 9, b"a note"), "FotoStation.0x0009", "a note"),
        (dataset(240, 9, b"\0\1\2\3"), "FotoStation.0x0009", "(binary, 4 bytes)"),
        (dataset(77, 255, b"Ada"), "0x004d.0x00ff", "Ada"),
        (dataset(2, 5, b""), TITLE, ""),
    ],
)
def test_each_kind_of_dataset_comes_out(made: bytes, name: str, value: str) -> None:
    """Texts, numbers, pictures and datasets that nobody knows are one tag each."""
    assert found(made) == [(name, value)]


@pytest.mark.parametrize("wide", range(1, 5))
def test_sizes_with_a_size(wide: int) -> None:
    """A long text has the bytes of its size counted in front; what follows is read on."""
    value = b"long " * (40 if wide == 1 else 9000)
    made = extended(value, wide) + dataset(2, 90, b"Munich")
    assert found(made) == [(TITLE, value.decode().strip()), ("Application2.City", "Munich")]


@pytest.mark.parametrize(
    "odd",
    [
        extended(b"Ada", 5),
        extended(b"Ada", 0x7FFF),
        b"\x1c\2\5\x80\4\0\0",
        b"\x1c\2\5\x80\4\xff\xff\xff\xffAda",
        b"\x1c\2\5\0\x09Ada",
        b"\x1c\2\5\0",
        b"\x1c",
        b"no dataset",
    ],
)
def test_sizes_that_cannot_be(odd: bytes) -> None:
    """A dataset that is cut off or too wide is unreadable; the ones around it are read."""
    title, city = (TITLE, "Ada"), ("Application2.City", "Munich")
    made = dataset(2, 5, b"Ada") + odd
    assert found(made) == [title, ("unreadable", f"(binary, {len(odd)} bytes)")]
    if len(odd) > 5 and not odd.startswith(b"\x1c\2\5\0\x09"):
        assert found(made + dataset(2, 90, b"Munich"))[-1] == city


def test_markers_of_nothing_hide_no_dataset() -> None:
    """However many marker bytes begin no dataset, the one behind them is read."""
    junk = b"\x1c\1\1\xff\xff" * 500
    made = junk + dataset(2, 80, b"Ada")
    assert found(made) == [("unreadable", "(binary, 2500 bytes)"), ("Application2.By-line", "Ada")]


def test_padding_is_no_finding() -> None:
    """NULs behind or between datasets, as writers leave them, give no tag."""
    assert found(bytes(3) + dataset(2, 5, b"A") + bytes(500)) == [(TITLE, "A")]
    assert found(b"") == []


@pytest.mark.parametrize(
    ("said", "raw", "shown"),
    [
        (b"", "Zoë 李".encode(), "Zoë 李"),
        (b"", "Zoë".encode("latin-1"), "Zoë"),
        (UTF8, "Zoë 李".encode(), "Zoë 李"),
        (UTF8, "Zoë".encode("latin-1"), "Zoë"),
        (dataset(1, 90, b"\x1b.A"), "Zoë".encode("latin-1"), "Zoë"),
        (dataset(1, 90, b"\x1b-A"), "Ã©".encode("latin-1"), "Ã©"),
        (dataset(1, 90, b"\x1b.B"), "Łódź".encode("iso8859-2"), "Łódź"),
        (dataset(1, 90, b"\x1b$)C"), "Zoë".encode(), "Zoë"),
    ],
)
def test_charsets(said: bytes, raw: bytes, shown: str) -> None:
    """As the file says; where it says nothing or is wrong, UTF-8, else Latin-1."""
    assert found(said + dataset(2, 5, raw))[-1] == (TITLE, shown)


def test_previews_are_copies() -> None:
    """The preview and the object itself are second pictures, of whatever type; texts are none."""
    made = (
        dataset(2, 5, JPEG) + dataset(2, 202, JPEG) + dataset(8, 10, b"raw") + dataset(2, 202, b"")
    )
    every = [(str(one.field), one.role, one.media_type, one.data) for one in iptc.copies(made)]
    assert every == [
        ("Iptc.Application2.ObjectPreviewData", "preview", "image/jpeg", JPEG),
        ("Iptc.ObjectData.SubFile", "preview", "", b"raw"),
    ]


def test_a_preview_inside_exif_is_a_copy() -> None:
    """TIFF and Exif carry IPTC in a field of theirs; a preview in it is found there as well."""
    inside = block(image=[(0x83BB, 7, dataset(2, 202, JPEG))])
    assert [str(one.field) for one in exif.copies(inside)] == [
        "Iptc.Application2.ObjectPreviewData"
    ]


def test_floods_end_with_a_tag() -> None:
    """Of too many datasets the rest is one tag."""
    flood = found(dataset(2, 25, b"x") * (limits.ENTRIES + 1))
    assert len(flood) == limits.ENTRIES + 1
    assert flood[-1] == ("unread", "more datasets than are read")
    assert len(found(dataset(2, 25, b"x") * limits.ENTRIES)) == limits.ENTRIES


TEXTS = [(two, one) for two in RECORDS for one in NAMES.get(two, {}) if two in (1, 2)]
WRITTEN = st.lists(
    st.tuples(
        st.sampled_from(
            [pair for pair in TEXTS if pair not in NUMBERS and pair[1] not in (90, 125, 202)]
        ),
        st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), max_size=9),
        st.sampled_from([0, 2, 4]),
    ),
    max_size=8,
)


@given(WRITTEN, st.binary(max_size=5).map(lambda junk: junk.replace(b"\x1c", b"x")))
def test_what_was_written_is_read(
    made: list[tuple[tuple[int, int], str, int]], junk: bytes
) -> None:
    """Any texts come back in order under their names, with foreign bytes between them."""
    raw, expected = UTF8, [("Envelope.CodedCharacterSet", "UTF-8")]
    for (record, number), text, wide in made:
        value = text.encode()
        raw += extended(value, wide, record, number) if wide else dataset(record, number, value)
        expected.append((f"{RECORDS[record]}.{NAMES[record][number]}", text))
        raw += junk
        if any(junk):
            expected.append(("unreadable", described(junk)))
    assert found(raw) == expected


TOKENS = [b"\x1c", b"\x1c\2\5", b"\x1c\1\x5a\0\3\x1b%G", b"\0", b"\0\1", b"\x80\4", b"\xff", b"BM"]


@given(st.lists(st.sampled_from(TOKENS) | st.binary(max_size=4), max_size=30).map(b"".join))
def test_no_bytes_make_the_readers_fail(raw: bytes) -> None:
    """Whatever stands there comes back as tags; only NULs and nothing give none."""
    assert bool(iptc.tags(raw)) == any(raw)
    iptc.copies(raw)


@pytest.mark.parametrize(
    "piece", [*TOKENS, b"\x1c\2\5\x80\1", b"\x1c\2\5\0\0x", b"\x1c\x1c\x1c\xff\xff"]
)
def test_a_megabyte_of_anything_ends_soon(piece: bytes) -> None:
    """Repeated without end, no piece of a dataset keeps the readers busy."""
    raw = piece * (1_000_000 // len(piece))
    start = time.process_time()
    iptc.tags(raw)
    iptc.copies(raw)
    assert time.process_time() - start < 2
