"""Write the page of a report."""

from __future__ import annotations

from pathlib import Path

from ..core.change import Protected
from ..core.errors import CannotWrite, Missing, WouldOverwrite
from ..core.photo import Photo, Picture
from ..core.report import Report
from ..photos.pixels import decode
from ..photos.write import write
from ..show.page import page


def write_check(report: Report, path: Path, *, overwrite: bool) -> None:
    """The page of a check. Raises WouldOverwrite or CannotWrite."""
    text = page(report, _picture(report.upload.photo))
    _write(text, path, overwrite=overwrite)


def write_protect(report: Report, result: Protected, path: Path, *, overwrite: bool) -> None:
    """The page of a protection, with before and after. Raises WouldOverwrite or CannotWrite."""
    text = page(report, _picture(report.upload.photo), result, _picture(result.photo))
    _write(text, path, overwrite=overwrite)


def _picture(photo: Photo | None) -> Picture | None:
    try:
        return None if photo is None else decode(photo)
    except Missing:
        return None


def _write(text: str, path: Path, *, overwrite: bool) -> None:
    if path.is_dir():
        raise WouldOverwrite(f"{path} is a folder; give the page a file name")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(f"{path.parent} cannot be made: {error.strerror}") from None
    write(text.encode(), path, overwrite=overwrite)
