"""Bytes as text for people: what is text is shown, what is none is described."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.photos.carriers.wording import (
    LONGEST,
    strings,
    strings16,
    text,
    text_or_described,
    utf16,
)
from facevalue.photos.sniff import described

SHOWN = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20)
AWKWARD = st.lists(
    st.sampled_from(
        [b"\0", b" ", b"Ada", b"\xff", "ë".encode(), b"\n", b"\x1b[2J", b"\xe2\x80\xae"]
    ),
    max_size=12,
).map(b"".join) | st.binary(max_size=30)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", ""),
        (b"\0\0", ""),
        (b" Ada \0", "Ada"),
        (b"Ada\0\0 Bob\0", "Ada; Bob"),
        ("Zoë".encode(), "Zoë"),
        ("Zoë".encode("latin-1"), "Zoë"),
    ],
)
def test_text_of_either_charset(raw: bytes, words: str) -> None:
    """UTF-8 or Latin-1, without the NULs that end strings; all strings are kept."""
    assert text(raw) == words


@given(SHOWN)
def test_every_text_comes_back(words: str) -> None:
    """Printable words are shown as they are, in UTF-8 and in UTF-16 of either order."""
    assert text(words.encode()) == text_or_described(words.encode()) == words
    assert utf16(words.encode("utf-16-be")) == words
    assert utf16(words.encode("utf-16-le") + b"\0\0rest", "le") == words


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        bytes(40),
        b"Ada \x1b[2J",
        b"Ada \xff",
        "Ada \u202egpj.exe".encode(),
        b"A\0d\0a\0",
        b"x" * (LONGEST + 1),
    ],
)
def test_what_is_no_text_is_described(raw: bytes) -> None:
    """Control and direction characters, other charsets, mostly NULs, too much: only a size."""
    assert text_or_described(raw) == described(raw)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"\0\0Ada Example\0\0", "Ada Example"),
        (b"Ada\0Bob Example", "Ada; Bob Example"),
        (b"two\r\nlines\t", "two\r\nlines"),
        (b"x" * LONGEST, "x" * LONGEST),
    ],
)
def test_text_among_nuls_is_shown(raw: bytes, words: str) -> None:
    """NULs around and, where few, between words do not hide them."""
    assert text_or_described(raw) == words


@given(AWKWARD)
def test_what_is_shown_is_printable(raw: bytes) -> None:
    """Whatever the bytes, what comes out is printable or a size, and hides no character."""
    shown = text_or_described(raw)
    assert all(one.isprintable() or one in "\t\r\n\f\v" for one in shown)
    if shown != described(raw):
        bare = raw.decode().replace("\0", " ")
        assert "".join(shown.replace(";", "").split()) == "".join(bare.replace(";", "").split())


@given(AWKWARD)
def test_no_bytes_make_the_others_fail(raw: bytes) -> None:
    """Texts come out of any bytes, without NULs."""
    for shown in (text(raw), utf16(raw), utf16(raw, "le"), strings(raw), strings16(raw)):
        assert "\0" not in shown


def test_strings_in_binary_data() -> None:
    """Runs of four or more printable characters, in ASCII or UTF-16, joined by semicolons."""
    assert strings(b"\0\1Ada \xffBob\x02Cleo D\0     \0") == "Ada; Cleo D"
    wide = b"\xff\xff" + "Cleo".encode("utf-16-le") + b"\1\1" + "Bob".encode("utf-16-le")
    assert strings16(wide) == "Cleo"
    assert strings(b"\xff" * LONGEST + b"too far") == ""
