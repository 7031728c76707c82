"""``facevalue make``: the picture, made on this machine. Each style is a command below it."""

from __future__ import annotations

import click

from .make_doll import doll


@click.group(
    epilog="""
\b
Examples:
  facevalue make doll me.jpg --words "Ana, marine biologist, I play guitar"
  facevalue make doll --words "Max, baker" --hair curly --skin "#8d5a3b"
"""
)
def command() -> None:
    """Make the trend's picture here, from a photo, a few words, or both.

    Nothing is uploaded, and no pixel of the photo gets into the picture.
    """


command.add_command(doll)
