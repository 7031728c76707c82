"""Opening looks at the file, the limits and the first bytes, and refuses in one sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facevalue.core.errors import (
    FacevalueError,
    NoSuchFile,
    NotAFile,
    NotAPhoto,
    Refused,
    TooBig,
)
from facevalue.photos import limits
from facevalue.photos.open import format_of, open_photo
from tests.photographs import astronaut, phone_photo, saved


def test_a_photo_opens_by_path_and_by_bytes(tmp_path: Path) -> None:
    """The same photo comes out, with its size, whichever way it went in."""
    path = tmp_path / "a.jpg"
    path.write_bytes(phone_photo().data)
    assert open_photo(path).digest == open_photo(phone_photo().data).digest
    assert (open_photo(path).size.width, open_photo(path).name) == (512, "a.jpg")


def test_the_name_does_not_decide_the_format(tmp_path: Path) -> None:
    """A PNG called .jpg is a PNG."""
    path = tmp_path / "wrong.jpg"
    path.write_bytes(saved(astronaut(), "PNG"))
    assert open_photo(path).format == "png"


def test_odd_paths_are_refused(tmp_path: Path) -> None:
    """Nothing there, a folder, a pipe, an empty file: each its own error, at once."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "text.jpg").write_text("hello")
    for name, error in (
        ("nothing", NoSuchFile),
        (".", NotAFile),
        ("pipe", NotAFile),
        ("empty", NotAPhoto),
        ("text.jpg", NotAPhoto),
    ):
        with pytest.raises(error):
            open_photo(tmp_path / name)


def test_a_file_name_with_a_nul_is_refused() -> None:
    """A name that the system cannot have is an error of ours, not a ValueError."""
    with pytest.raises(FacevalueError):
        open_photo("a\0b.jpg")


def test_a_bomb_is_refused_by_its_header() -> None:
    """65541 x 128 declared in a few bytes never reaches a decoder."""
    png = saved(astronaut(), "PNG")
    bomb = png[:16] + (65541).to_bytes(4, "big") + (128).to_bytes(4, "big") + png[24:]
    with pytest.raises(TooBig):
        open_photo(bomb)


def test_a_large_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """More bytes than the limit are not even read."""
    monkeypatch.setattr(limits, "FILE_BYTES", 100)
    with pytest.raises(TooBig):
        open_photo(phone_photo().data)


@given(st.binary(max_size=80))
def test_any_bytes_end_in_a_photo_or_a_refusal(data: bytes) -> None:
    """Whatever the bytes are, only Refused comes out."""
    try:
        open_photo(data)
    except Refused:
        return


@given(
    st.sampled_from([b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"II*\0", b"RIFF"]),
    st.binary(max_size=200),
)
def test_a_right_start_and_any_rest_end_in_a_photo_or_a_refusal(start: bytes, rest: bytes) -> None:
    """A known first word does not make the rest trusted."""
    try:
        open_photo(start + rest)
    except Refused:
        return


def test_an_unknown_format_is_told_what_is_known() -> None:
    """The refusal names the formats that would work."""
    with pytest.raises(NotAPhoto, match="JPEG"):
        format_of(b"not a photo at all")
