"""``facevalue check``: what does this photo give away?"""

from __future__ import annotations

from pathlib import Path

import click

from ..core.report import Report
from ..fleet.here import Item, Row
from .options import LEVELS, Status, is_many, paths, say_json, say_undone, worked
from .outputs import Outputs


@click.command(
    epilog="""
\b
Examples:
  facevalue check holiday.jpg
  facevalue check holiday.jpg --html report.html
  facevalue check Pictures/ --json --fail-on stop

\b
Exit status: 0 done; 1 --fail-on was reached; 2 wrong use; 3 a photo was
refused; 4 something needed is not installed.
"""
)
@paths
@click.option("--words", metavar="TEXT", help="The words you would send along.")
@click.option("--service", metavar="NAME", help="The service you would send it to.")
@click.option(
    "--html",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Also write one self-contained page; a folder for several photos.",
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print JSON: one object, or one a line for several photos.",
)
@click.option("--values", is_flag=True, help="Put the found values into the JSON too.")
@click.option("--hide-values", is_flag=True, help="Leave the found values out of the text.")
@click.option(
    "--fail-on",
    type=click.Choice(list(LEVELS)),
    metavar="LEVEL",
    help="Exit with 1 when this level is reached: note, care or stop.",
)
@click.option("--overwrite", is_flag=True, help="Replace a page that is there already.")
def command(
    photos: tuple[Path, ...],
    words: str | None,
    service: str | None,
    html: Path | None,
    as_json: bool,
    values: bool,
    hide_values: bool,
    fail_on: str | None,
    overwrite: bool,
) -> int:
    """Say what a photo gives away, before anybody gets it.

    PHOTO is one or more files or folders: JPEG, PNG, WebP, HEIC, AVIF, TIFF or GIF.
    Nothing is changed and nothing leaves this machine.
    """
    status, outputs = Status(fail_on), Outputs(photos, overwrite=overwrite)

    def work(item: Item) -> Report:
        from ..core.photo import Upload
        from ..flows.check import check
        from ..photos.open import open_photo

        report = check(Upload(open_photo(item.path), words, service))
        if html:
            from .pages import of_check, page_path

            path = page_path(html, item, many=is_many(photos))
            outputs.write(of_check(report), path)
        return report

    def show(row: Row[Report]) -> None:
        if row.done is None:
            status.undone(row)
            say_undone(row, as_json=as_json, many=is_many(photos))
            return
        report = row.done
        status.level(report.level, found=bool(report.exposures))
        status.looked(report.look)
        if as_json:
            say_json(report.to_json(values=values), many=is_many(photos))
            return
        from ..show.text import report_lines

        for line in report_lines(report, values=not hide_values):
            click.echo(line)
        click.echo()

    for row in worked(photos, work):
        show(row)
    return status.code
