"""``facevalue make film`` and the other painted styles: one command made for each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from .made import deliver, say, target, written
from .stages import Stages

EPILOG = """
\b
Examples:
  facevalue make {name} me.jpg
  facevalue make {name} me.jpg --likeness 0.3 --longest 3000
  facevalue make {name} me.jpg --like my-own-painting.jpg

\b
Exit status: 0 done; 2 wrong use; 3 refused, nothing was written; 4 something
needed is not installed.
"""

HELP = """{says}

The picture is written beside PHOTO with .{name} in its name. A style alone does
not hide a face: the receipt says whether two recognisers still match it.
"""

DIAL = click.FloatRange(0, 1)


def painted(name: str, says: str) -> click.Command:
    """The command of one style."""
    sentence = says[:1].upper() + says[1:] + "."

    @click.command(
        name,
        help=HELP.format(name=name, says=sentence),
        epilog=EPILOG.format(name=name),
        short_help=sentence,
    )
    @click.argument("photo", type=click.Path(path_type=Path))
    @click.option("--strength", type=DIAL, metavar="0..1", help="How much is paint. [0.8]")
    @click.option(
        "--likeness",
        type=DIAL,
        metavar="0..1",
        help="From a type (0) to: friends know me at once (1). [0.7]",
    )
    @click.option(
        "--like",
        type=click.Path(path_type=Path),
        metavar="PAINTING",
        help="A painting of your own, for its palette and touch.",
    )
    @click.option("--longest", type=click.INT, metavar="PIXELS", help="Longer side, 256 to 6000.")
    @click.option("--person", type=click.INT, metavar="N", help="Whose receipt; the largest is 1.")
    @click.option("--seed", default=0, show_default=True, metavar="N", help="Other strokes.")
    @click.option("--video-loop", is_flag=True, help="Also write a moving picture that breathes.")
    @written
    def command(
        photo: Path, output: Path | None, overwrite: bool, as_json: bool, **given: Any
    ) -> int:
        place = target(photo, output, name)
        files = (".webp",) if given["video_loop"] else ()
        made, places = deliver(
            photo, place, files, overwrite, lambda: _made(name, photo, files, given)
        )
        say(made, places, as_json=as_json)
        return 0

    return command


def _made(name: str, photo: Path, files: tuple[str, ...], given: dict[str, Any]) -> Any:
    from .. import door

    dials = ("strength", "likeness", "like", "longest")
    by_hand = {dial: given[dial] for dial in dials if given[dial] is not None}
    with Stages() as told:
        return door.make(
            name,
            photo,
            seed=given["seed"],
            person=given["person"],
            files=files,
            told=told,
            **by_hand,
        )
