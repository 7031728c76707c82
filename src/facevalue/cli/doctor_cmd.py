"""``facevalue doctor``: what is here, what is missing, why it matters, how to get it."""

from __future__ import annotations

import json
import shutil

import click

from ..core.health import Health


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(as_json: bool) -> int:
    """Say what is installed here, what is missing, and why it matters.

    Exit status: 0 when everything is here; 4 when something is missing.
    """
    from ..engines import health as engines
    from ..photos import health as photos
    from ..studio import health as studio

    lines = (*engines.health(), *photos.health(), *studio.health())
    if as_json:
        click.echo(json.dumps([_json(line) for line in lines], indent=2))
    else:
        _say(lines)
    return 0 if all(line.here for line in lines) else 4


def _say(lines: tuple[Health, ...]) -> None:
    for line in lines:
        mark = click.style("  here", fg="green") if line.here else click.style("missing", fg="red")
        click.echo(f"{mark:>7}  {click.style(line.name, bold=True)}  {line.detail}")
        click.echo(_indented(line.why))
        if not line.here:
            click.echo(_indented(f"→ {line.get}"))


def _indented(text: str) -> str:
    width = min(100, shutil.get_terminal_size().columns)
    return click.wrap_text(text, width, initial_indent=" " * 9, subsequent_indent=" " * 9)


def _json(line: Health) -> dict[str, object]:
    return {
        "name": line.name,
        "here": line.here,
        "detail": line.detail,
        "why": line.why,
        "get": line.get,
    }
