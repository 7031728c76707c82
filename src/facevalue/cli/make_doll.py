"""``facevalue make doll``: a figure of a person in its toy box."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..core.errors import BadChoice
from ..studio import traits as known
from .made import Function, deliver, say, target, written
from .options import typed
from .stages import Stages

if TYPE_CHECKING:
    from ..core.made import Made

TRAITS: tuple[tuple[str, tuple[str, ...] | str, str], ...] = (
    ("hair", known.HAIR, "Kind of hair, or what covers it."),
    ("hair-colour", "COLOUR", "Such as '#3b2a20'."),
    ("cover-colour", "COLOUR", "Colour of a hijab, turban, cap or beanie."),
    ("beard", known.BEARDS, "Kind of beard."),
    ("glasses", known.GLASSES, "Kind of glasses."),
    ("glasses-colour", "COLOUR", "Colour of their frame."),
    ("skin", "COLOUR", "Skin tone."),
    ("eyes", "COLOUR", "Eye colour."),
    ("brows", "NUMBER", "Thickness of the brows, 0.7 to 1.4."),
    ("face-width", "NUMBER", "0.92 (narrow) to 1.08 (wide)."),
    ("jaw", "NUMBER", "-0.6 (soft) to 1 (broad)."),
    ("smile", "NUMBER", "0 (calm) to 1 (laughing)."),
    ("age", known.AGES, "Which age the figure has; a child gets a child's figure."),
    ("top-colour", "COLOUR", "Colour of the top."),
    ("pattern", known.PATTERNS, "Pattern of the top."),
)
"""Options for traits: each name is a field of Traits, then its choices or metavar, then help."""

FLAGS = (
    ("fringe", "Hair over the forehead, or none."),
    ("lashes", "Long lashes, or none."),
    ("freckles", "Freckles, or none."),
)


def _traits(function: Function) -> Function:
    """Put an option for every trait on a command."""
    for name, what in reversed(FLAGS):
        function = click.option(f"--{name}/--no-{name}", default=None, help=what)(function)
    for name, choices, what in reversed(TRAITS):
        if isinstance(choices, tuple):
            option = click.option(f"--{name}", type=click.Choice(choices), help=what)
        else:
            kind = click.FLOAT if choices == "NUMBER" else click.STRING
            option = click.option(f"--{name}", type=kind, metavar=choices, help=what)
        function = option(function)
    return function


@click.command(
    epilog="""
\b
Examples:
  facevalue make doll me.jpg --words "Ana, marine biologist, I play guitar"
  facevalue make doll me.jpg --hair curly --glasses round --quality full
  facevalue make doll --words - < wish.txt      words that stay out of the shell's history
  facevalue make doll me.jpg --glb --stl         also for a 3D viewer and a printer

\b
Exit status: 0 done; 2 wrong use; 3 refused, nothing was written; 4 something
needed is not installed.
"""
)
@click.argument("photo", required=False, type=click.Path(path_type=Path))
@click.option("--words", default="", metavar="TEXT", help="What the box shall show; - reads them.")
@click.option("--title", metavar="TEXT", help="Name on the box, instead of the one in the words.")
@click.option("--subtitle", metavar="TEXT", help="The line below it.")
@click.option("--things", metavar="LIST", help="Accessories, such as 'camera, cat, guitar'.")
@click.option("--outfit", metavar="NAME", help="Clothes: tshirt, hoodie, scrubs, chef ...")
@click.option("--print", metavar="THING", help="Picture on a T-shirt, such as cat; none for none.")
@click.option("--pose", metavar="NAME", help="relaxed, wave, hips or cheer.")
@click.option("--world", metavar="NAME", help="Colours of the box.")
@_traits
@click.option("--person", type=click.INT, metavar="N", help="Which face; the largest is 1.")
@click.option(
    "--quality",
    default="preview",
    show_default=True,
    metavar="NAME",
    help="preview, full or poster.",
)
@click.option(
    "--aspect", default="3:4", show_default=True, metavar="W:H", help="3:4, 1:1, 9:16 or 16:9."
)
@click.option("--size", metavar="WxH", help="In pixels, such as 800x800; goes before the aspect.")
@click.option(
    "--seed", default=0, show_default=True, metavar="N", help="Another seed, another box."
)
@click.option("--glb", is_flag=True, help="Also write the figure for a 3D viewer.")
@click.option("--stl", is_flag=True, help="Also write it for a 3D printer, 100 mm high.")
@click.option("--turntable", is_flag=True, help="Also write a moving picture of it turning.")
@click.option("--no-cache", is_flag=True, help="Keep nothing for the next picture.")
@written
def doll(
    photo: Path | None, output: Path | None, overwrite: bool, as_json: bool, **settings: Any
) -> int:
    """A collectible figure of a person in a printed toy box.

    PHOTO gives a few coarse traits (skin, hair, glasses, clothes); without one they are
    neutral, and each can be set by hand. The picture is written beside the photo with
    .doll in its name.
    """
    files = _files(settings)
    place = target(photo, output, "doll")
    made, places = deliver(photo, place, files, overwrite, lambda: _made(photo, files, settings))
    say(made, places, as_json=as_json)
    return 0


def _files(settings: dict[str, Any]) -> tuple[str, ...]:
    """Endings of the further files."""
    wanted = {".glb": settings["glb"], ".stl": settings["stl"], ".webp": settings["turntable"]}
    return tuple(ending for ending, asked in wanted.items() if asked)


def _made(source: Path | None, files: tuple[str, ...], settings: dict[str, Any]) -> Made:
    from .. import door
    from ..studio.cache import folder

    with Stages() as told:
        return door.make(
            "doll",
            source,
            typed(settings["words"]),
            seed=settings["seed"],
            quality=settings["quality"],
            aspect=settings["aspect"],
            size=_size(settings["size"]),
            person=settings["person"],
            files=files,
            cache=None if settings["no_cache"] else folder(),
            told=told,
            **_by_hand(settings),
        )


def _size(given: str | None) -> tuple[int, int] | None:
    """Width and height. Raises BadChoice."""
    if given is None:
        return None
    found = re.fullmatch(r"(\d{1,5})\s*[xX\N{MULTIPLICATION SIGN}]\s*(\d{1,5})", given, re.ASCII)
    if not found:
        raise BadChoice(f"--size wants width and height such as 800x800, not {given!r}")
    return int(found[1]), int(found[2])


def _by_hand(settings: dict[str, Any]) -> dict[str, object]:
    """What was set by hand, by the names that the style knows."""
    from ..studio.doll.style import DOLL

    found = {name: settings[name] for name in DOLL.settings if settings[name] is not None}
    if "things" in found:
        found["things"] = [part.strip() for part in settings["things"].split(",") if part.strip()]
    return found
