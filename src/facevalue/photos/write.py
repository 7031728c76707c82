"""Write a result beside the original: never over it, never half of it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from ..core.errors import CannotWrite, WouldOverwrite
from ..core.photo import Photo
from .formats.catalogue import FORMATS

MARK = ".safe"


def beside(source: Path, photo: Photo, folder: Path | None = None) -> Path:
    """Where the safe copy of ``source`` belongs: ``name.safe.jpg`` in its own or that folder.

    The ending follows what the file really is, not what it was called.
    """
    form = FORMATS[photo.format]
    ending = source.suffix if source.suffix.lower() in form.suffixes else form.suffixes[0]
    return (folder or source.parent) / f"{source.stem}{MARK}{ending}"


def write(data: bytes, target: Path, *, overwrite: bool = False) -> None:
    """Write all bytes to ``target`` or leave nothing there.

    Raises WouldOverwrite when something is there and ``overwrite`` is False, CannotWrite
    when the system refuses (no permission, disk full).
    """
    if not overwrite:
        refuse_taken(target)
    part = ""
    try:
        handle, part = tempfile.mkstemp(prefix=".facevalue-", suffix=".part", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _permit(part)
        _place(part, target, overwrite=overwrite)
    except FileExistsError:
        raise _taken(target) from None
    except OSError as error:
        raise CannotWrite(f"{target} could not be written: {error.strerror or error}") from None
    finally:
        if part:
            Path(part).unlink(missing_ok=True)


def refuse_taken(target: Path) -> None:
    """Raises WouldOverwrite when something is there already, be it a dangling link."""
    if os.path.lexists(target):
        raise _taken(target)


def _taken(target: Path) -> WouldOverwrite:
    return WouldOverwrite(f"{target} exists already; give --overwrite to replace it")


def _permit(part: str) -> None:
    """The permissions any new file gets; a temporary file starts with fewer."""
    mask = os.umask(0)
    os.umask(mask)
    Path(part).chmod(0o666 & ~mask)


def _place(part: str, target: Path, *, overwrite: bool) -> None:
    """Give the finished file its name in one step."""
    if overwrite:
        Path(part).replace(target)
        return
    try:
        os.link(part, target)  # fails when the name is taken, which a rename would not
    except FileExistsError:
        raise
    except OSError:  # a file system without links: claim the name, then move onto it
        target.open("xb").close()
        Path(part).replace(target)
