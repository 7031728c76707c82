"""Writing: beside, never over, never half."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from facevalue.core.errors import CannotWrite, WouldOverwrite
from facevalue.photos.write import beside, write
from tests.photographs import phone_photo


def test_a_file_is_written_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    """Only the target is there afterwards."""
    write(b"abc", tmp_path / "a.jpg")
    assert [path.name for path in tmp_path.iterdir()] == ["a.jpg"]
    assert (tmp_path / "a.jpg").read_bytes() == b"abc"


def test_nothing_is_overwritten_unless_told(tmp_path: Path) -> None:
    """An existing file stays as it is; told so, it is replaced."""
    target = tmp_path / "a.jpg"
    target.write_bytes(b"old")
    with pytest.raises(WouldOverwrite):
        write(b"new", target)
    assert target.read_bytes() == b"old"
    write(b"new", target, overwrite=True)
    assert target.read_bytes() == b"new"


def test_a_dangling_link_is_something_that_is_there(tmp_path: Path) -> None:
    """A link to nowhere is not written through."""
    (tmp_path / "a.jpg").symlink_to(tmp_path / "elsewhere.jpg")
    with pytest.raises(WouldOverwrite):
        write(b"new", tmp_path / "a.jpg")
    assert not (tmp_path / "elsewhere.jpg").exists()


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the system runs out of room, no half file and no temporary one stays."""

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite, match="No space left"):
        write(b"abc", tmp_path / "a.jpg")
    assert list(tmp_path.iterdir()) == []


def test_a_file_system_without_links_is_written_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Memory cards have no links: the name is claimed first, and nothing is overwritten."""

    def none(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", none)
    write(b"abc", tmp_path / "a.jpg")
    assert (tmp_path / "a.jpg").read_bytes() == b"abc"
    with pytest.raises(WouldOverwrite):
        write(b"new", tmp_path / "a.jpg")
    assert len(list(tmp_path.iterdir())) == 1


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    """A folder that is not there is one sentence."""
    with pytest.raises(CannotWrite):
        write(b"abc", tmp_path / "no" / "a.jpg")


def test_the_name_follows_what_the_file_is() -> None:
    """The usual ending is kept; a wrong one is put right."""
    photo = phone_photo()
    assert beside(Path("x/IMG.JPEG"), photo) == Path("x/IMG.safe.JPEG")
    assert beside(Path("x/photo.png"), photo) == Path("x/photo.safe.jpg")
    assert beside(Path("x/photo"), photo, Path("y")) == Path("y/photo.safe.jpg")
