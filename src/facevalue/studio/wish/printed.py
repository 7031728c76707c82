"""What is printed on the chest of a T-shirt."""

from __future__ import annotations

from dataclasses import dataclass

from .boxed import Chosen, by_hand, held
from .catalogue import Row
from .nearest import Nearest

SHIRT = "tshirt"
"""The outfit with a print."""

NONE = "none"
"""Said by somebody who wants no print."""


@dataclass(frozen=True, slots=True)
class Print:
    """The thing that is printed, or None, and sentences about it."""

    row: Row | None = None
    understood: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def printed(asked: str, outfit: str, chosen: Chosen, near: Nearest) -> Print:
    """The print of an outfit: what was asked for by hand, else something of what is liked.

    That is the first thing for which the box has no room, or the first one that is not seen in
    the hand already. Where nobody asked for any thing there is no print.
    """
    if asked == NONE:
        return Print()
    if outfit != SHIRT:
        said = f"'{asked}': not printed, only a T-shirt has a print"
        return Print(left_out=(said,) if asked else ())
    if asked:
        found = by_hand([asked], 1, near)
        return _of(next(iter(found.rows), None), found.left_out)
    hold = held(chosen.rows)
    unseen = [row for row in chosen.wanted if row.name != hold]
    return _of(next(iter((*unseen, *chosen.wanted)), None))


def _of(row: Row | None, left_out: tuple[str, ...] = ()) -> Print:
    said = (f"{row.label}: printed on the T-shirt",) if row else ()
    return Print(row, said, left_out)
