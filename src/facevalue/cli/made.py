"""What every ``make`` command does at its end: where the picture goes, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ..core.errors import BadChoice
from .outputs import Outputs

if TYPE_CHECKING:
    from ..core.made import Made

Function = TypeVar("Function", bound=Callable[..., Any])


def target(source: Path | None, output: Path | None, style: str) -> Path:
    """Beside the photo with the style in its name, or what was asked for. Raises BadChoice."""
    if output is not None:
        if output.suffix.lower() != ".png":
            raise BadChoice(f"the picture is a PNG; give --output a name such as {output.stem}.png")
        return output
    return source.with_name(f"{source.stem}.{style}.png") if source else Path(f"{style}.png")


def written(function: Function) -> Function:
    """The options of every ``make`` command that say where the picture goes and how."""
    for option in (
        click.option("--json", "as_json", is_flag=True, help="Print JSON."),
        click.option("--overwrite", is_flag=True, help="Replace what is there already."),
        click.option(
            "-o",
            "--output",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="Where to write the picture, a PNG.",
        ),
    ):
        function = option(function)
    return function


def deliver(
    source: Path | None,
    place: Path,
    files: Sequence[str],
    overwrite: bool,
    make: Callable[[], Made],
) -> tuple[Made, list[Path]]:
    """Make a picture with its further files and write them; refused before any work is done."""
    outputs = Outputs([source] if source else [], overwrite=overwrite)
    places = [place, *(place.with_suffix(ending) for ending in files)]
    for each in places:
        outputs.refuse(each)
    made = make()
    for each, data in zip(
        places, [made.photo.data, *(made.extras[ending] for ending in files)], strict=True
    ):
        outputs.write(data, each)
    return made, places


def say(made: Made, written: list[Path], *, as_json: bool) -> None:
    """Print the receipt and what was written."""
    from ..show.made import made_lines
    from .options import say_json

    if as_json:
        say_json(made.to_json(), many=False)
        return
    for line in made_lines(made):
        click.echo(line)
    for path in written:
        click.echo(f"  written: {path}")
