"""Many photos on this machine, one after the other, in constant memory."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from ..core.errors import CannotRead, FacevalueError, Refused
from ..core.finding import Skip
from ..findings.metadata.own import says_made_here
from ..photos.fields import metadata
from ..photos.formats.catalogue import FORMATS
from ..photos.open import open_photo
from ..photos.write import MARK

Done = TypeVar("Done")

OURS = Skip(
    "studio",
    "Facevalue made this picture, as it says of itself, and it carries nothing else; "
    "name the file itself to have it looked at",
)
"""Why a picture in a folder is passed over that ``facevalue make`` wrote beside the photo."""


@dataclass(frozen=True, slots=True)
class Item:
    """A photo to work on and the folder it was found under; None when it was named itself."""

    path: Path
    under: Path | None = None

    @property
    def below(self) -> Path:
        """The photo's folder as seen from the one it was found under; empty when named itself."""
        return self.path.parent.relative_to(self.under) if self.under else Path()


@dataclass(frozen=True, slots=True)
class Row(Generic[Done]):
    """What became of one photo: a result, the error that stopped it, or why it was passed over."""

    item: Item
    done: Done | None = None
    error: FacevalueError | None = None
    skip: Skip | None = None


@dataclass(slots=True)
class Passed:
    """What a walk through folders did not take, counted so that it can be said."""

    other: int = 0
    copies: int = 0
    closed: int = 0

    def __bool__(self) -> bool:
        return bool(self.other or self.copies or self.closed)

    def __str__(self) -> str:
        said = (
            f"{self.other} file(s) that are hidden or not named like a photo" * bool(self.other),
            f"{self.copies} safe copy or copies" * bool(self.copies),
            f"{self.closed} folder(s) that cannot be read" * bool(self.closed),
        )
        words = ", ".join(part for part in said if part)
        return f": {words}" if words else ""


def is_folder(path: Path) -> bool:
    """Whether a folder is there, as far as the system lets us see."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises where a folder is closed


def items(paths: Sequence[Path], passed: Passed | None = None) -> Iterator[Item]:
    """Every path that was named, and every photo inside the folders among them.

    In folders only known file endings count, hidden files and our own safe copies are
    passed over (and counted in ``passed``), and links to folders are not followed.
    """
    counted = Passed() if passed is None else passed
    for path in paths:
        if is_folder(path):
            yield from (Item(inside, path) for inside in _photos(path, counted))
        else:
            yield Item(path)


def run(work: Callable[[Item], Done], todo: Iterable[Item]) -> Iterator[Row[Done]]:
    """Do the work on each photo; an error becomes a row and the rest goes on.

    Pictures of the studio that were found in a folder are passed over, each with its row.
    """
    for item in todo:
        if item.under and _made_here(item.path):
            yield Row(item, skip=OURS)
            continue
        try:
            yield Row(item, done=work(item))
        except FacevalueError as error:
            yield Row(item, error=error)
        except OSError as error:
            yield Row(item, error=CannotRead(f"the system says: {error.strerror}"))
        except Exception as error:  # noqa: BLE001 - one bad photo must not end a batch
            yield Row(item, error=_bug(error))


def _made_here(path: Path) -> bool:
    """Whether a file is a picture of the studio; one that cannot be read is left to the work."""
    try:
        return says_made_here(metadata(open_photo(path)))
    except (FacevalueError, OSError):
        return False


def _bug(error: Exception) -> Refused:
    """A mistake of ours on this photo: said plainly, without what was in the photo."""
    return Refused(
        f"Facevalue made a mistake on this photo ({type(error).__name__}); nothing was "
        "written. Please report it"
    )


def _photos(folder: Path, passed: Passed) -> Iterator[Path]:
    endings = {ending for form in FORMATS for ending in form.suffixes}

    def closed(_: OSError) -> None:
        passed.closed += 1

    for root, folders, names in os.walk(folder, onerror=closed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if name.startswith(".") or path.suffix.lower() not in endings:
                passed.other += 1
            elif path.stem.endswith(MARK):
                passed.copies += 1
            else:
                yield path
