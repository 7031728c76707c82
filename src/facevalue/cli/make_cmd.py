"""``facevalue make``: the picture, made on this machine. Each style is a command below it."""

from __future__ import annotations

import click

from ..studio.painted.names import PAINTED
from .make_doll import doll
from .make_painted import painted


@click.group(
    epilog="""
\b
Examples:
  facevalue make doll me.jpg --words "Ana, marine biologist, I play guitar"
  facevalue make doll --words "Max, baker" --hair curly --skin "#8d5a3b"
  facevalue make film me.jpg
"""
)
def command() -> None:
    """Make the trend's picture here: a doll in its box, or your photo painted.

    Nothing is uploaded. No pixel of the photo gets into a doll, which shows only traits; a
    painted picture is painted over the photo and shows what the photo shows.
    """


command.add_command(doll)
for _name, _says in PAINTED.items():
    command.add_command(painted(_name, _says))
