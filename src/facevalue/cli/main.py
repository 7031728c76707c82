"""The command ``facevalue``: its commands put together, errors to exit codes in one place."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import sys

import click

from ..core.errors import CannotWrite, FacevalueError

COMMANDS = {
    "check": "Say what a photo gives away, before anybody gets it.",
    "make": "Make the picture itself here: yourself as a doll in its box, or painted.",
    "protect": "Write a safer copy, and look at it a second time.",
    "terms": "Say what a service may do with what you send it.",
    "doctor": "Say what is installed here, what is missing, and why it matters.",
}
"""Each command is ``cli/<name>_cmd.py`` with a click command named ``command``."""


class Lazy(click.Group):
    """Loads a command's file only when that command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"facevalue.cli.{cmd_name}_cmd")
        command = module.command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One line per command without loading it."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=Lazy,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
    epilog="Nothing leaves this machine. Start with: facevalue check PHOTO",
)
@click.version_option(package_name="facevalue", message="facevalue %(version)s")
def cli() -> None:
    """Have the fun of the AI photo trends, and see the price before you pay it.

    Facevalue looks at a photo on this machine, says what it would give away, writes a
    safer copy beside it, or makes the picture of the trend itself. The original is never
    changed.
    """


def main() -> None:
    """Run the command line and leave with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without arrows gets question marks
    try:
        status = cli.main(prog_name="facevalue", standalone_mode=False)
        sys.exit(status if isinstance(status, int) else 0)
    except click.exceptions.Abort:
        click.echo("stopped; nothing half-done was left behind", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except FacevalueError as error:
        say_error(error)
        sys.exit(error.exit_status)
    except BrokenPipeError:
        _leave(0)
    except OSError as error:
        number, status = CannotWrite.number, CannotWrite.exit_status
        says = f"the answer could not be written: {error.strerror or error}"
        click.echo(f"facevalue: {says} [{number}]", err=True)
        _leave(status)


def _leave(status: int) -> None:
    """End without writing what is still waiting in the streams: nobody takes it."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(status)


def say_error(error: FacevalueError, name: str = "") -> None:
    """One sentence with the error's number, to the error stream."""
    from ..show.clean import clean

    start = f"{clean(name)}: " if name else ""
    click.echo(f"facevalue: {start}{clean(str(error), 600)} [{error.number}]", err=True)
