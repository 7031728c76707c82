"""Many photos on this machine, one after the other, in constant memory."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from ..core.errors import CannotRead, FacevalueError, Refused
from ..photos.formats.catalogue import FORMATS
from ..photos.write import MARK

Done = TypeVar("Done")


@dataclass(frozen=True, slots=True)
class Item:
    """A photo to work on and the folder it was found under; None when it was named itself."""

    path: Path
    under: Path | None = None


@dataclass(frozen=True, slots=True)
class Row(Generic[Done]):
    """What became of one photo: a result, or the error that stopped it."""

    item: Item
    done: Done | None = None
    error: FacevalueError | None = None


def items(paths: Sequence[Path]) -> Iterator[Item]:
    """Every path that was named, and every photo inside the folders among them.

    In folders only known file endings count, hidden files and our own safe copies are
    passed over, and links to folders are not followed.
    """
    for path in paths:
        if path.is_dir():
            yield from (Item(inside, path) for inside in _photos(path))
        else:
            yield Item(path)


def run(work: Callable[[Item], Done], todo: Iterable[Item]) -> Iterator[Row[Done]]:
    """Do the work on each photo; an error becomes a row and the rest goes on."""
    for item in todo:
        try:
            yield Row(item, done=work(item))
        except FacevalueError as error:
            yield Row(item, error=error)
        except OSError as error:
            yield Row(item, error=CannotRead(f"the system says: {error.strerror}"))
        except Exception as error:  # noqa: BLE001 - one bad photo must not end a batch
            yield Row(item, error=_bug(error))


def _bug(error: Exception) -> Refused:
    """A mistake of ours on this photo: said plainly, without what was in the photo."""
    return Refused(
        f"Facevalue made a mistake on this photo ({type(error).__name__}); nothing was "
        "written. Please report it"
    )


def _photos(folder: Path) -> Iterator[Path]:
    endings = {ending for form in FORMATS for ending in form.suffixes}
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if path.suffix.lower() in endings and not _passed_over(path):
                yield path


def _passed_over(path: Path) -> bool:
    return path.name.startswith(".") or path.stem.endswith(MARK)
