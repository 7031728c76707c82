"""Free words in; a title, a line below it, clothes and things out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ...core.errors import Unknown
from ...core.wish import Thing, Wish
from ..doll.spec import OUTFITS
from . import boxed
from .clean import MOST, cleaned, emoji, shortened
from .heard import heard
from .known import Known
from .nearest import Nearest
from .printed import printed
from .refuse import checked

LINE = 40
"""Letters of a title or a line below it."""

PLAIN = "one of a kind"
"""What the box says of somebody of whom nothing is known."""


def wish(
    words: str = "",
    *,
    title: str | None = None,
    subtitle: str | None = None,
    things: Sequence[str] = (),
    outfit: str | None = None,
    chest: str | None = None,
    childlike: bool = False,
    most: int = 4,
    cache: Path | None = None,
) -> Wish:
    """What a doll's box will say and hold, understood from free words.

    ``title``, ``subtitle``, ``outfit`` and ``things`` (names from the catalogue, or any words)
    are taken as given and go before what the words say; ``most`` things at most; ``chest`` is
    the thing printed on a T-shirt, "none" for no print, None for one of the others. ``childlike``
    says that the figure looks like a child: no name is then taken from the words. Nothing is
    kept of the words but what stands in the answer; ``cache`` is a folder where the directions
    of the catalogue's own words are kept (4 MB), None keeps none.

    Raises Unwanted for hate and for anything sexual near a child, Unknown for an outfit that
    is not there.
    """
    if outfit is not None and outfit not in OUTFITS:
        raise Unknown("outfit", outfit, list(OUTFITS))
    notes = [f"what came after {MOST:,} letters is left out"] if len(words) > MOST else []
    given = [cleaned(line or "", 200) for line in (title, subtitle, chest, *things)]
    text, sexual = checked(cleaned(words), childlike)
    checked(" . ".join([text, *given]), childlike)
    kept = [checked(line, childlike) for line in given]
    if sexual or any(had for _, had in kept):
        notes.append("sexual words are left out")
    title, subtitle, chest, *named = [line for line, _ in kept]
    title, subtitle = (emoji(line)[0].strip(" .") for line in (title, subtitle))
    named = [line for line in named if line]
    plain, signs = emoji(text)
    near = Nearest(cache)
    known = heard(plain, signs, childlike, near)
    chosen = boxed.by_hand(named, most, near) if named else boxed.chosen(known, most)
    outfit = outfit or known.outfit
    front = printed(chest, outfit, chosen, near)
    if near.missing:
        notes.append(f"words were looked up by their letters only: {near.missing}")
    return Wish(
        title=capitals(title or known.name or known.job or PLAIN),
        subtitle=capitals(subtitle or _below(known, title)),
        outfit=outfit,
        things=tuple(Thing(row.name, row.label) for row in chosen.rows),
        hold=boxed.held(chosen.rows),
        printed=front.row.name if front.row else None,
        seated=known.seated,
        understood=(*_understood(known), *chosen.understood, *front.understood),
        left_out=tuple(dict.fromkeys((*notes, *known.left_out, *chosen.left_out, *front.left_out))),
    )


def capitals(line: str) -> str:
    """In capitals where the script has them, cut to LINE at a space."""
    return shortened(line.upper(), LINE)


def _below(known: Known, title: str) -> str:
    """The job, unless it is the title already; then, or without one, that there is no second."""
    if known.job and (known.name or title):
        return known.job
    return PLAIN if known.name or known.job or title else ""


def _understood(known: Known) -> tuple[str, ...]:
    said = []
    if known.name:
        said.append(f"{known.name}: the name on the box")
    if known.job:
        said.append(f"{known.job}: the job, dressed in {DRESSED[known.outfit]}")
    if known.seated:
        said.append("wheelchair: the doll sits in one")
    return tuple(said)


DRESSED = {
    "tshirt": "a T-shirt", "shirt": "a shirt", "sweater": "a sweater", "hoodie": "a hoodie",
    "blazer": "a blazer", "dress": "a dress", "overalls": "overalls", "sports": "sports clothes",
    "scrubs": "scrubs", "labcoat": "a lab coat", "chef": "a chef's jacket",
    "uniform": "a uniform", "apron": "an apron",
    "spacesuit": "a spacesuit",
}  # fmt: skip
"""How an outfit is said."""
