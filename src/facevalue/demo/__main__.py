"""``python -m facevalue.demo [FOLDER]``: make a doll of a real photograph, check it, protect it.

The photograph is NASA's portrait of the astronaut Eileen Collins (public domain), which
scikit-image carries. The place, the time and the serial number are made up.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from ..cli.stages import Stages
from ..core.errors import Missing
from ..core.photo import Photo, Upload
from ..core.report import Report
from ..engines import weights
from ..flows.check import check
from ..flows.make import make
from ..flows.protect import protect
from ..photos.open import open_photo
from ..photos.pixels import decode, encode, preview
from ..photos.write import write
from ..protection.plan import Wanted
from ..show.made import made_lines
from ..show.page import page
from ..show.text import protected_lines, report_lines
from ..studio import cache
from ..studio.styles import Ask
from .phone import dressed

NAME = "astronaut.jpg"
DOLL = "astronaut.doll.png"
WORDS = "Eileen, astronaut, I love flying, telescopes and good books"
"""What somebody might ask the trend for."""


def main(folder: Path) -> None:
    """Write photo, safer copy and page into the folder, and say what was found and is left."""
    photo = telephone_photo()
    folder.mkdir(parents=True, exist_ok=True)
    _save(photo.data, folder / NAME)
    click.echo(f"\n1. The picture of the trend, made here (asked for: {WORDS})\n")
    doll = _doll(photo, folder)
    click.echo("\n2. What the photo would give away, if it were sent instead\n")
    report = _checked(photo)
    click.echo("\n3. A safer copy, looked at a second time\n")
    safer = _protected(photo, report, folder)
    page_at = folder / "report.html"
    click.echo("\nWritten:")
    for path, what in (
        *([(folder / DOLL, "the doll")] if doll else []),
        (folder / NAME, "the photo, with the metadata a telephone writes"),
        (folder / safer, "the safer copy"),
        (page_at, "the page: open it in a browser"),
    ):
        click.echo(f"  {path}  ({what})")


def _doll(photo: Photo, folder: Path) -> bool:
    """Make the doll; whether it could be made here."""
    try:
        with Stages() as told:
            made = make("doll", photo, Ask(words=WORDS, cache=cache.folder(), told=told))
    except Missing as error:
        click.echo(f"  skip  {error}")
        return False
    for line in made_lines(made):
        click.echo(line)
    _save(made.photo.data, folder / DOLL)
    return True


def telephone_photo() -> Photo:
    """The astronaut as a JPEG, with the metadata a telephone writes."""
    picture = decode(open_photo(weights.path("astronaut.png")))
    jpeg = encode(picture, replace(_an_empty_jpeg(), name=NAME)).data
    return open_photo(dressed(jpeg, preview(picture, 160)), name=NAME)


def _an_empty_jpeg() -> Photo:
    """Something to say JPEG with: no tables to copy, so the usual quality is taken."""
    from ..core.photo import Header
    from ..core.places import Size

    return Photo(b"", "jpeg", Header(Size(1, 1)))


def _checked(photo: Photo) -> Report:
    report = check(Upload(photo))
    for line in report_lines(report):
        click.echo(line)
    return report


def _protected(photo: Photo, report: Report, folder: Path) -> str:
    result = protect(Upload(photo), Wanted(), report.look)
    for line in protected_lines(result):
        click.echo(line)
    assert result.photo is not None
    name = NAME.replace(".jpg", ".safe.jpg")
    _save(result.photo.data, folder / name)
    html = page(report, decode(photo), result, decode(result.photo))
    _save(html.encode(), folder / "report.html")
    return name


def _save(data: bytes, path: Path) -> None:
    write(data, path, overwrite=True)  # the demo's own folder: a second run replaces the first


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("out/demo"))
