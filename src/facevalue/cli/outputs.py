"""What one run may write: never a photo that it was given, never one name for two photos."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..core.errors import CannotWrite, WouldOverwrite
from ..fleet.here import is_folder
from ..photos.write import refuse_taken, write

Number = tuple[int, int]
"""Device and number of a file: the same for every name that leads to it."""


class Outputs:
    """The files of one run. ``--overwrite`` replaces what earlier runs left, nothing else."""

    def __init__(self, given: Iterable[Path], *, overwrite: bool) -> None:
        self.overwrite = overwrite
        self._given = {number for path in given if (number := _number(path))}
        self._written: set[Number] = set()

    def refuse(self, path: Path) -> None:
        """Raises WouldOverwrite when ``path`` may not be written; nothing is touched."""
        number = _number(path)
        if number and number in self._given:
            raise WouldOverwrite(f"{path} is a photo that was given; originals are never replaced")
        if number and number in self._written:
            raise WouldOverwrite(
                f"{path} was just written for another photo of the same name; give the two "
                "different names, or work on their folders one at a time"
            )
        if is_folder(path):
            raise WouldOverwrite(f"{path} is a folder; a file name is wanted here")
        if not self.overwrite:
            refuse_taken(path)

    def write(self, data: bytes, path: Path) -> None:
        """Write one file, with the folders it needs. Raises WouldOverwrite or CannotWrite."""
        self.refuse(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWrite(
                f"the folder {path.parent} cannot be made: {error.strerror}"
            ) from None
        write(data, path, overwrite=self.overwrite)
        number = _number(path)
        if number:
            self._written.add(number)


def _number(path: Path) -> Number | None:
    try:
        about = path.stat()
    except (OSError, ValueError):
        return None
    return about.st_dev, about.st_ino
