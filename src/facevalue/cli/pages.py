"""The page of a report, and where it belongs."""

from __future__ import annotations

from pathlib import Path

from ..core.change import Protected
from ..core.errors import Missing
from ..core.photo import Photo, Picture
from ..core.report import Report
from ..fleet.here import Item
from ..photos.pixels import decode
from ..show.page import page


def page_path(html: Path, item: Item, *, many: bool) -> Path:
    """The page of one photo: the file itself, or one of the photo's name in that folder.

    A photo found in a folder keeps its place below it, so that equal names do not meet.
    """
    if not many:
        return html
    return html / item.below / f"{item.path.name}.html"


def of_check(report: Report) -> bytes:
    """The page of a check."""
    return page(report, _picture(report.upload.photo)).encode()


def of_protect(report: Report, result: Protected) -> bytes:
    """The page of a protection, with before and after."""
    before, after = _picture(report.upload.photo), _picture(result.photo)
    return page(report, before, result, after).encode()


def _picture(photo: Photo | None) -> Picture | None:
    try:
        return None if photo is None else decode(photo)
    except Missing:
        return None
