"""``facevalue protect``: a safer copy, looked at a second time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..core.change import Protected
from ..core.errors import BadChoice
from ..fleet.here import Item, Row
from .options import Status, is_many, paths, say_json, say_undone, worked
from .outputs import Outputs

if TYPE_CHECKING:
    from ..protection.plan import Wanted


@dataclass(frozen=True, slots=True)
class Output:
    """Where results go: a file, a folder, or beside each photo."""

    file: Path | None
    folder: Path | None
    html: Path | None
    files: Outputs


@click.command(
    epilog="""
\b
Examples:
  facevalue protect holiday.jpg                   writes holiday.safe.jpg
  facevalue protect holiday.jpg --keep-me me.jpg  everyone but you is covered
  facevalue protect class.jpg --keep 2            face 2 stays, if it is an adult's
  facevalue protect Pictures/ --only strip --into Safe/

\b
Exit status: 0 done; 2 wrong use; 3 a photo was refused, nothing of it was
written; 4 something needed is not installed.
"""
)
@paths
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where to write, for one photo.",
)
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Write into this folder, for any number of photos.",
)
@click.option("--overwrite", is_flag=True, help="Replace what is there already.")
@click.option(
    "--only",
    default="strip,cover",
    show_default=True,
    metavar="LIST",
    help="What to do: strip (metadata), cover (faces), or both.",
)
@click.option(
    "--keep",
    default="none",
    show_default=True,
    metavar="FACES",
    help="Faces left uncovered: none, largest, subjects, all, or numbers such as 1,3.",
)
@click.option(
    "--keep-me",
    "keep_me",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="REF",
    help="A photo of yourself (one to five times): where both recognisers are sure, you stay.",
)
@click.option(
    "--children",
    default="cover",
    show_default=True,
    metavar="HOW",
    help="Faces that could be a child's: cover (even if kept otherwise) or keep.",
)
@click.option(
    "--style",
    default="solid",
    show_default=True,
    metavar="NAME",
    help="The cover: solid, pixelate, emoji, paint or doll; paint-matched and doll-matched follow "
    "the tones of skin and hair coarsely.",
)
@click.option(
    "--still",
    is_flag=True,
    help="Let a moving picture become its first frame, so that faces can be covered.",
)
@click.option(
    "--html",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Also write a page with before and after; a folder for several photos.",
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print JSON: one object, or one a line for several photos.",
)
@click.option("--values", is_flag=True, help="Put the found values into the JSON too.")
def command(
    photos: tuple[Path, ...],
    output: Path | None,
    into: Path | None,
    overwrite: bool,
    only: str,
    keep: str,
    keep_me: tuple[Path, ...],
    children: str,
    style: str,
    still: bool,
    html: Path | None,
    as_json: bool,
    values: bool,
) -> int:
    """Write a safer copy, and look at it a second time.

    PHOTO is one or more files or folders. Metadata and hidden second pictures are taken
    out without touching a pixel; faces are covered. The copy stands beside the original
    with .safe in its name, and the original is never changed.
    """
    from ..flows.covers import COVERS
    from ..photos.open import open_photo
    from ..protection.plan import Wanted

    COVERS[style]  # an unknown style is refused before the first photo is opened
    parts = tuple(part.strip() for part in only.split(","))
    me = tuple(open_photo(path) for path in keep_me)
    wanted = Wanted(parts, keep, style, still, me, children)
    target = _output(photos, output, into, html, overwrite=overwrite)
    status = Status()

    def show(row: Row[tuple[Protected, Path]]) -> None:
        if row.done is None:
            status.undone(row)
            say_undone(row, as_json=as_json, many=is_many(photos))
            return
        result, path = row.done
        if as_json:
            say_json(result.to_json(values=values), many=is_many(photos))
            return
        _say(row.item.path, result, path)

    for row in worked(photos, lambda item: _work(item, wanted, target, many=is_many(photos))):
        show(row)
    return status.code


def _output(
    photos: tuple[Path, ...],
    file: Path | None,
    into: Path | None,
    html: Path | None,
    *,
    overwrite: bool,
) -> Output:
    if file and into:
        raise BadChoice("--output names a file and --into a folder; give one of them")
    if file and is_many(photos):
        raise BadChoice("--output is for one photo; give --into FOLDER for several")
    return Output(file, into, html, Outputs(photos, overwrite=overwrite))


def _work(item: Item, wanted: Wanted, output: Output, *, many: bool) -> tuple[Protected, Path]:
    from ..core.photo import Upload
    from ..findings.look import look
    from ..flows.check import report
    from ..flows.protect import protect
    from ..photos.open import open_photo

    photo = open_photo(item.path)
    upload = Upload(photo)
    first = look(photo, pixels=wanted.covers)
    result = protect(upload, wanted, first)
    assert result.photo is not None
    path = _path(item, result, output)
    if not output.html:
        output.files.write(result.photo.data, path)
        return result, path
    from .pages import of_protect, page_path

    page = page_path(output.html, item, many=many)
    for each in (path, page):  # both or neither
        output.files.refuse(each)
    html = of_protect(report(upload, first), result)
    output.files.write(result.photo.data, path)
    output.files.write(html, page)
    return result, path


def _path(item: Item, result: Protected, output: Output) -> Path:
    """Where the result of one photo belongs."""
    from ..photos.write import beside

    assert result.photo is not None
    if output.file is None:
        folder = output.folder / item.below if output.folder else None
        return beside(item.path, result.photo, folder)
    return output.file


def _say(source: Path, result: Protected, path: Path) -> None:
    from ..show.clean import clean
    from ..show.text import protected_lines

    click.echo(click.style(clean(source.name), bold=True))
    for line in protected_lines(result):
        click.echo(line)
    click.echo(f"  written: {clean(str(path), 400)}")
    click.echo()
