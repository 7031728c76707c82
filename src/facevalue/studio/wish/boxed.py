"""Which things go into the box: the job's best first, then what is liked, then more of the job."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .catalogue import Row, things
from .clean import emoji
from .hobbies import of_sign, thing_for
from .known import Known
from .nearest import Nearest

FEWEST = 3
"""Things in a box for which nobody named any."""

NEUTRAL = ("heart", "star", "gift")
"""What fits everybody."""

ANY = 0.3
"""Cosine from which a thing stands for a word given by hand."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The things of a box, and sentences about them.

    ``wanted`` are all that somebody asked for: what the box has no room for first, then what
    is liked, then the job's.
    """

    rows: tuple[Row, ...]
    wanted: tuple[Row, ...]
    understood: tuple[str, ...]
    left_out: tuple[str, ...]


def by_hand(named: Sequence[str], most: int, near: Nearest) -> Chosen:
    """Things that somebody named, in their order."""
    rows: dict[str, Row] = {}
    spare, said, out = [], [], []
    for name in filter(None, named):
        row = things().get(name) or _by_sign(name) or _any(name, near)
        if row is None:
            out.append(f"'{name}': left out, nothing like it is here")
        elif len(rows) >= most and row.name not in rows:
            spare.append(row)
            out.append(f"'{name}': not in the box, which holds {most}")
        else:
            rows[row.name] = row
            said.append(f"{name}: {row.label}")
    inside = tuple(rows.values())
    return Chosen(inside, (*spare, *inside), tuple(said), tuple(out))


def chosen(known: Known, most: int) -> Chosen:
    """Things for a job and for what is liked."""
    rows: dict[str, Row] = {}
    liked, spare, said, out = [], [], [], []
    asked = {find.row.name for find in known.finds if find.row}
    for row in known.job_rows[: len(asked) < most]:
        rows[row.name] = row
        said.append(f"{known.job}: {row.label}")
    for find in known.finds:
        if find.row is None:
            out.append(f"'{find.phrase[:60]}': left out, nothing here stands for it")
        elif find.row.name in rows or len(rows) < most:
            liked.append(rows.setdefault(find.row.name, find.row))
            said.append(f"{find.phrase}: {find.row.label}")
        else:
            spare.append(find.row)
            out.append(f"'{find.phrase[:60]}': not in the box, which holds {most}")
    wanted = tuple(dict.fromkeys((*spare, *liked, *rows.values())))
    for row in (*known.job_rows, *(things()[name] for name in NEUTRAL)):
        if len(rows) < min(FEWEST, most) and row.name not in rows:
            rows[row.name] = row
            said.append(f"{row.label}: to fill the box")
    return Chosen(tuple(rows.values()), wanted, tuple(said), tuple(out))


def held(rows: Sequence[Row]) -> str | None:
    """The first thing that a hand can hold: the job's come first."""
    return next((row.name for row in rows if row.holds), None)


def _by_sign(name: str) -> Row | None:
    return next(filter(None, map(of_sign, emoji(name)[1])), None)


def _any(name: str, near: Nearest) -> Row | None:
    find = thing_for(name, near)
    if find.row:
        return find.row
    row, alike = near.thing(name)
    return row if alike >= ANY else None
