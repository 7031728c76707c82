"""Shapes are modelled once, kept whole or not at all, and never hold more than shapes."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from facevalue.studio import shelf as shelves
from facevalue.studio.doll.parts import Mesh, Piece
from facevalue.studio.shelf import Shelf


def triangle(uv: bool = False) -> Mesh:
    """The smallest mesh."""
    return Mesh(
        np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0]], np.float32),
        np.array([[0, 1, 2]], np.int32),
        np.array([[0, 0, 1]] * 3, np.float32),
        np.array([[0, 0], [1, 0], [0, 1]], np.float32) if uv else None,
    )


class Maker:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> tuple[Piece, ...]:
        self.asked += 1
        return (Piece("a\u00e4", triangle(), "skin"), Piece("b", triangle(uv=True), "top"))


def test_the_second_time_nothing_is_modelled(tmp_path: Path) -> None:
    """What comes from the shelf is what was put there, in another process's place too."""
    make = Maker()
    first = Shelf(tmp_path).kept(("head", 1), make)
    again = Shelf(tmp_path).kept(("head", 1), make)
    assert make.asked == 1
    for one, other in zip(first, again, strict=True):
        assert (one.name, one.role) == (other.name, other.role)
        assert np.array_equal(one.mesh.points, other.mesh.points)
        assert np.array_equal(one.mesh.faces, other.mesh.faces)
        assert (one.mesh.uv is None) == (other.mesh.uv is None)


def test_another_key_is_modelled(tmp_path: Path) -> None:
    """A shape is never taken for another."""
    make = Maker()
    for key in (("head", 1), ("head", 2), ("body", 1)):
        Shelf(tmp_path).kept(key, make)
    assert make.asked == 3


def test_without_a_folder_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No folder, no file."""
    monkeypatch.chdir(tmp_path)
    make = Maker()
    Shelf(None).kept(("head",), make)
    Shelf(None).kept(("head",), make)
    assert make.asked == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04", b"nonsense" * 50])
def test_a_damaged_file_is_made_again(tmp_path: Path, damage: bytes) -> None:
    """A half file of an interrupted run or a broken disk is no reason to stop."""
    make = Maker()
    Shelf(tmp_path).kept(("head",), make)
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage)
    assert len(Shelf(tmp_path).kept(("head",), make)) == 2
    assert make.asked == 2


def test_a_shelf_that_cannot_be_written_does_not_stop_the_work(tmp_path: Path) -> None:
    """The pieces come all the same when there is a file where the folder should be."""
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert len(Shelf(blocked / "shapes").kept(("head",), Maker())) == 2


def test_what_was_used_longest_ago_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder stays below its limit, and the newest shape stays."""
    monkeypatch.setattr(shelves, "MOST_BYTES", 5000)
    for number in range(6):
        Shelf(tmp_path).kept(("head", number), Maker())
        for file in tmp_path.iterdir():
            about = file.stat()
            os.utime(file, (about.st_atime - 10, about.st_mtime - 10))
    sizes = [file.stat().st_size for file in tmp_path.iterdir()]
    assert 0 < sum(sizes) <= 5000
    make = Maker()
    Shelf(tmp_path).kept(("head", 5), make)
    assert make.asked == 0


def test_file_names_and_files_tell_no_words(tmp_path: Path) -> None:
    """A key does not stand in the name or in the file: only its digest does."""
    Shelf(tmp_path).kept(("hijab-of-somebody",), Maker())
    (file,) = tmp_path.iterdir()
    assert b"hijab" not in file.read_bytes()
    assert "hijab" not in file.name
    assert file.suffix == ".npz"
