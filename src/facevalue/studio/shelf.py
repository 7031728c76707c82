"""Shapes that were modelled once are kept: a file each, named by a digest of what it shows.

A file of shapes holds triangles and names of parts; no colour, no word and nothing of a photo. It
tells which hair or which things some doll on this machine had. ``doll/render/keep.py`` puts light
of a figure in its box beside them. All of it goes when the folder is deleted.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Hashable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from .doll.parts import Mesh, Piece

MOST_BYTES = 400_000_000
"""The folder is kept below this; what was used longest ago goes first."""

Make = Callable[[], tuple[Piece, ...]]


class Shelf:
    """Pieces by what they are made from; ``folder`` None keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def kept(self, key: tuple[Hashable, ...], make: Make) -> tuple[Piece, ...]:
        """The pieces of that key: from the shelf, or made and put there."""
        if self._folder is None:
            return make()
        file = self._folder / f"{_digest(key)}.npz"
        found = _read(file)
        if found is not None:
            return found
        pieces = make()
        _write(file, pieces)
        return pieces


def _tidy(folder: Path) -> None:
    files = [(file, file.stat()) for file in folder.glob("*.npz")]
    files.sort(key=lambda pair: -pair[1].st_mtime)
    total = 0
    for file, about in files:
        total += about.st_size
        if total > MOST_BYTES:
            file.unlink(missing_ok=True)


def _digest(key: tuple[Hashable, ...]) -> str:
    return sha256(f"{code()}|{key!r}".encode()).hexdigest()[:32]


@cache
def code() -> str:
    """A digest of the doll's code: what another version made is not taken for this one's."""
    digest = sha256()
    for file in sorted((Path(__file__).parent / "doll").rglob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def fetch(file: Path) -> dict[str, NDArray[Any]] | None:
    """The arrays in a file, which counts as used now; None when it is not there or damaged."""
    try:
        with file.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in stored.files}
        os.utime(file)
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        return None
    return arrays


def put(file: Path, arrays: dict[str, NDArray[Any]]) -> None:
    """All of a file or nothing; a shelf that cannot be written is no reason to stop."""
    part = ""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(suffix=".part", dir=file.parent)
        with os.fdopen(handle, "wb") as stream:
            np.savez(stream, **arrays)  # type: ignore[arg-type]
        Path(part).replace(file)
        _tidy(file.parent)
    except OSError:
        if part:
            Path(part).unlink(missing_ok=True)


def _read(file: Path) -> tuple[Piece, ...] | None:
    """The pieces in a file; None when it is not there or damaged."""
    stored = fetch(file)
    try:
        names = [str(name).split("\t") for name in stored["names"]] if stored else []
        return (
            tuple(
                Piece(name, _mesh(stored, index), role) for index, (name, role) in enumerate(names)
            )
            if stored
            else None
        )
    except (ValueError, KeyError):
        return None


def _mesh(stored: dict[str, NDArray[Any]], index: int) -> Mesh:
    uv = f"{index}.uv"
    return Mesh(
        stored[f"{index}.points"],
        stored[f"{index}.faces"],
        stored[f"{index}.normals"],
        stored.get(uv),
    )


def _write(file: Path, pieces: tuple[Piece, ...]) -> None:
    arrays: dict[str, NDArray[Any]] = {
        "names": np.array([f"{piece.name}\t{piece.role}" for piece in pieces])
    }
    for index, piece in enumerate(pieces):
        arrays[f"{index}.points"] = piece.mesh.points
        arrays[f"{index}.faces"] = piece.mesh.faces
        arrays[f"{index}.normals"] = piece.mesh.normals
        if piece.mesh.uv is not None:
            arrays[f"{index}.uv"] = piece.mesh.uv
    put(file, arrays)
