"""Which items make one picture: the item itself, its tiles, its transparency."""

from __future__ import annotations

from collections.abc import Iterable

from ....core.errors import Broken
from ... import limits
from ...carriers.bmff import text
from .model import ALPHA_URNS, Heif, Item

CODED = {"hvc1": "hvcC", "av01": "av1C"}
"""Coded pictures that are understood, with the property that says how they are coded."""

DERIVED = frozenset({"grid", "iovl", "iden"})
"""Pictures made of other pictures: tiles, overlay, the same one turned."""


def parts(heif: Heif, root: int) -> tuple[int, ...]:
    """The items that make the picture ``root``, itself first, in the order of the references.

    Follows every reference once, so that cycles end; ``parts`` of a damaged file may
    name items that are not there.
    """
    found: dict[int, None] = {}
    clear: dict[int, bool] = {}
    waiting = [root]
    while waiting:
        number = waiting.pop()
        if number in found:
            continue
        found[number] = None
        aids = heif.links.incoming.get(("auxl", number), ())
        clear |= {one: _is_alpha(heif, one) for one in aids if one not in clear}
        alpha = [one for one in aids if clear[one]]
        waiting += reversed([*heif.links.outgoing.get(("dimg", number), ()), *alpha])
    return tuple(found)


def _is_alpha(heif: Heif, number: int) -> bool:
    """Whether an item is the transparency of another."""
    return auxiliary(heif, number) in ALPHA_URNS


def auxiliary(heif: Heif, number: int) -> str:
    """What kind of auxiliary picture an item says it is (a URN), or an empty string."""
    item = heif.items.get(number)
    prop = heif.property_of(item, "auxC") if item else None
    return text(prop.body, 4)[0] if prop else ""


def refuse_unknown(heif: Heif, numbers: Iterable[int]) -> tuple[Item, ...]:
    """The items of a picture, each of a kind that can be written again. Raises Broken."""
    depth: dict[int, int] = {}
    chosen = tuple(numbers)
    for number in chosen:
        _refuse(heif, number)
    for number in reversed(chosen):
        _measure(heif, number, depth)
    return tuple(heif.items[number] for number in chosen)


def _refuse(heif: Heif, number: int) -> None:
    item = heif.items.get(number)
    if item is None:
        raise Broken(f"the picture needs a part {number} that the file does not have")
    if item.kind == "tmap":
        raise Broken("the picture itself is a tone map of two others: that is not understood yet")
    if item.kind not in CODED and item.kind not in DERIVED:
        raise Broken(f"the picture has a part of an unknown kind ({item.kind!r})")
    if item.protection:
        raise Broken("a part of the picture is encrypted")
    if item.kind in CODED and heif.property_of(item, CODED[item.kind]) is None:
        raise Broken("a part of the picture does not say how it is coded")


def _measure(heif: Heif, number: int, depth: dict[int, int]) -> None:
    """How deep pictures are made of pictures; a picture made of itself is refused.

    Depth first with a stack of its own: every reference is looked at once.
    """
    stack = [(number, False)]
    open_now: set[int] = set()
    while stack:
        one, left = stack.pop()
        inputs = heif.links.outgoing.get(("dimg", one), ())
        if left:
            open_now.discard(one)
            depth[one] = 1 + max((depth[part] for part in inputs), default=0)
        elif one in open_now:
            raise Broken("the picture is made of itself")
        elif one not in depth:
            open_now.add(one)
            stack.append((one, True))
            stack += [(part, False) for part in inputs]
    if depth[number] > limits.NESTING:
        raise Broken("the picture is made of pictures of pictures, too many levels deep")
