"""What every ``make`` command does at its end: where the picture goes, and what is said of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..core.errors import BadChoice

if TYPE_CHECKING:
    from ..core.made import Made


def target(source: Path | None, output: Path | None, style: str) -> Path:
    """Beside the photo with the style in its name, or what was asked for. Raises BadChoice."""
    if output is not None:
        if output.suffix.lower() != ".png":
            raise BadChoice(f"the picture is a PNG; give --output a name such as {output.stem}.png")
        return output
    return source.with_name(f"{source.stem}.{style}.png") if source else Path(f"{style}.png")


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
