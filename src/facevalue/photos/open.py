"""From a path or bytes to a Photo: look at the file, the limits and the first bytes only."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from ..core.errors import (
    CannotRead,
    NoSuchFile,
    NotAFile,
    NotAPhoto,
    TooBig,
)
from ..core.photo import Header, Photo
from ..core.roles import Format
from . import limits
from .formats.catalogue import FORMATS

START = 64


def open_photo(source: str | os.PathLike[str] | bytes, *, name: str = "") -> Photo:
    """A Photo of the file at a path, or of bytes in memory; nothing is decoded.

    Raises NoSuchFile, NotAFile, CannotRead, NotAPhoto, Broken or TooBig.
    """
    if isinstance(source, bytes):
        return _photo(source, name)
    path = Path(source)
    return _photo(_read(path), name or path.name)


def format_of(untrusted: bytes) -> Format:
    """The format whose first bytes these are. Raises NotAPhoto."""
    for form in FORMATS:
        if form.mine(untrusted[:START]):
            return form
    known = ", ".join(form.name.upper() for form in FORMATS)
    raise NotAPhoto(
        "this is not a photo that Facevalue knows, whatever its name says; "
        f"it knows {known}. Save the picture as JPEG or PNG first"
    )


def _read(path: Path) -> bytes:
    try:
        about = path.stat()
        _refuse_odd(path, about)
        return path.read_bytes()
    except FileNotFoundError:
        raise NoSuchFile(f"there is no file at {path}; check the spelling") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "not a possible file name"
        raise CannotRead(f"the system does not let us read {path}: {why}") from None


def _refuse_odd(path: Path, about: os.stat_result) -> None:
    if stat.S_ISDIR(about.st_mode):
        raise NotAFile(f"{path} is a folder; one photo is wanted here")
    if not stat.S_ISREG(about.st_mode):
        raise NotAFile(f"{path} is a pipe or a device, not a file; save the photo to a file first")
    _refuse_large(about.st_size)


def _refuse_large(size: int) -> None:
    if size > limits.FILE_BYTES:
        raise TooBig(
            f"the file has {size / 1e6:.0f} MB; Facevalue opens up to "
            f"{limits.FILE_BYTES / 1e6:.0f} MB, which is more than any camera writes"
        )


def _photo(untrusted: bytes, name: str) -> Photo:
    if not untrusted:
        raise NotAPhoto("the file is empty: it has no bytes at all")
    _refuse_large(len(untrusted))
    form = format_of(untrusted)
    header = form.header(untrusted)
    _refuse_bomb(header)
    return Photo(untrusted, form.name, header, name)


def _refuse_bomb(header: Header) -> None:
    size = header.size
    if (
        max(size.width, size.height) > limits.SIDE
        or size.pixels > limits.PIXELS
        or size.pixels * header.frames > limits.FRAMES_PIXELS
    ):
        raise TooBig(
            f"the file declares {header.frames} picture(s) of {size.width} x {size.height} "
            "pixels, more than any camera makes: it may be built to exhaust this machine"
        )
