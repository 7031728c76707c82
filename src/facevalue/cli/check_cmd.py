"""``facevalue check``: what does this photo give away?"""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

import click

from ..core.errors import BadChoice
from ..core.report import Report
from ..fleet.here import Item
from .options import LEVELS, Status, is_many, maybe_paths, say_json, say_undone, typed, worked
from .outputs import Outputs


@click.command(
    epilog="""
\b
Examples:
  facevalue check holiday.jpg
  facevalue check holiday.jpg --html report.html
  facevalue check me.jpg --words "a doll of me, a nurse" --service chatgpt
  facevalue check Pictures/ --json --fail-on stop

\b
Exit status: 0 done; 1 --fail-on was reached; 2 wrong use; 3 a photo was
refused; 4 something needed is not installed.
"""
)
@maybe_paths
@click.option("--words", metavar="TEXT", help="The words you would send along; - reads them.")
@click.option(
    "--words-file",
    "words_file",
    type=click.File(encoding="utf-8", errors="replace"),
    metavar="FILE",
    help="A file with these words, so that they stay out of the shell's history.",
)
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
    words_file: TextIO | None,
    service: str | None,
    html: Path | None,
    as_json: bool,
    values: bool,
    hide_values: bool,
    fail_on: str | None,
    overwrite: bool,
) -> int:
    """Say what a photo, and the words with it, give away, before anybody gets them.

    PHOTO is one or more files or folders: JPEG, PNG, WebP, HEIC, AVIF, TIFF or GIF. With
    --words it may be left out. Nothing is changed and nothing leaves this machine.
    """
    words = _words(words, words_file)
    status, outputs = Status(fail_on), Outputs(photos, overwrite=overwrite)
    many = bool(photos) and is_many(photos)

    def work(item: Item) -> Report:
        from ..core.photo import Upload
        from ..flows.check import check
        from ..photos.open import open_photo

        report = check(Upload(open_photo(item.path), words, service))
        if html:
            from .pages import of_check, page_path

            outputs.write(of_check(report), page_path(html, item, many=many))
        return report

    def show(report: Report) -> None:
        status.level(report.level, found=bool(report.exposures))
        status.looked(report.look)
        if as_json:
            say_json(report.to_json(values=values), many=many)
            return
        from ..show.text import report_lines

        for line in report_lines(report, values=not hide_values):
            click.echo(line)
        click.echo()

    if not photos:
        show(_of_words(words, service, html, outputs))
        return status.code
    for row in worked(photos, work):
        if row.done is not None:
            show(row.done)
            continue
        status.undone(row)
        say_undone(row, as_json=as_json, many=many)
    return status.code


def _of_words(
    words: str | None, service: str | None, html: Path | None, outputs: Outputs
) -> Report:
    """The report on words alone. Raises BadChoice when there are none either."""
    from ..core.photo import Upload
    from ..flows.check import check

    if not words:
        raise BadChoice("nothing to look at: name a photo or a folder, or give --words")
    report = check(Upload(None, words, service))
    if html:
        from .pages import of_check

        outputs.write(of_check(report), html)
    return report


def _words(given: str | None, file: TextIO | None) -> str | None:
    """The words, wherever they stand. Raises BadChoice when they stand in two places."""
    if given is not None and file is not None:
        raise BadChoice("--words and --words-file both give words; use one of them")
    if file is not None:
        return file.read()
    return None if given is None else typed(given)
