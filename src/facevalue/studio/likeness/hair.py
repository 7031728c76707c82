"""The kind of hair and its colour, and what covers it.

The numbers were set by hand: rules, no trained weights. They were chosen on the tuning half of
``bench/likeness.py`` and on 84 faces of public test photos, most from the repositories
of deepface and face-api.js.
"""

from __future__ import annotations

from . import colour, cover, eyes
from .found import Found, sure
from .sight import Floats, Mask, Sight
from .signs import Signs, signs
from .strands import Head, Strands, strands

CUT_OFF = 0.5
"""Share of the place above the face that must be in the photo to tell the kind of hair."""

BARE = (1.45, -0.3, 0.72)
"""A bare head is this smooth, not this much darker than the face (by the face's lightness), and
has this much of its chroma."""

LOOSE = ("short", "quiff", "side")

OVER = 0.66
"""Share of the upper forehead from which hair over it is a fringe."""

DOWN = 0.53
"""Share of hair beside ears and jaw from which it hangs down."""

EARS = 0.55
"""Share of both ears under hair from which hair that leaves the jaw free is half long."""

FULL = 0.18
"""Half-long hair stands out this far beside the face."""

CURLS = (0.35, 0.48)
"""Disorder of curls: of half-long hair, and of short hair, whose tufts look alike."""

SHOWN = 1.2
"""Strength of edges from which strands are seen at all; without them everything is disorder."""

SHOULDERS = 0.52
"""Hair that ends less far under the chin, in faces, is a bob."""

WAVES = 0.28
"""Disorder of hair that hangs in waves."""

KNOT, LARGE = 0.64, 80
"""Hair this high over the mesh's upper edge, with the forehead bare, is tied on the head; in
faces of so many pixels: behind smaller ones there is mostly a crowd."""


def find(sight: Sight, skin: Floats) -> tuple[Found, Mask]:
    """Kind, colour, fringe and cover of the hair; and the pixels where it lies."""
    head = Head(sight, skin)
    hair = strands(head)
    sign = signs(head, hair)
    answer: Found = {}
    over = cover.find(head, hair, sign)
    if over:
        return over, hair.mask
    if hair.colour is not None:
        light = 0.25 if sight.grey else 0.5 + 0.4 * sure(hair.area * hair.share, 0.02, 0.3)
        answer["hair_colour"] = (colour.hexadecimal(hair.colour), light)
    kind, sureness = kind_of(sign, hair)
    if kind in LOOSE and tied(sight, skin, sign):
        kind, sureness = "bun", 0.5
    straight = 1 - 0.4 * sure(abs(sight.yaw), 0.4, 0.9)
    answer["hair"] = (kind, sureness * straight)
    answer["fringe"] = fringe(sign, kind)
    return answer, hair.mask


def tied(sight: Sight, skin: Floats, sign: Signs) -> bool:
    """Whether hair that leaves ears and forehead free looks tied back.

    From in front it looks like short hair. A knot over the head tells, and so does make-up:
    with it, short hair is the rarer case.
    """
    if max(sign.fringe) > 0.35 or sign.whole < 0.8:
        return False
    if sign.high > KNOT and sight.pixels > LARGE:
        return True
    made_up, sureness = eyes.lashes(sight, skin)
    return made_up and sureness > 0.6


def bare(sign: Signs, hair: Strands) -> float:
    """How sure it is that there is no hair on the head, 0..1."""
    smooth, darker, tint = BARE
    if hair.area < 0.08:
        return 0.0
    return (
        sure(smooth - sign.smooth, -0.1, 0.3)
        * sure(sign.darker / sign.light - darker, -0.03, 0.09)
        * sure(sign.tint, tint - 0.12, tint + 0.12)
    )


def kind_of(sign: Signs, hair: Strands) -> tuple[str, float]:
    """The kind, and how sure it is."""
    hanging = sign.hanging
    cut = sign.whole < CUT_OFF
    bald = 0.0 if cut or hanging > DOWN else bare(sign, hair)
    if bald > 0.5:
        return "bald", 0.45 + 0.4 * bald
    if hanging > DOWN:
        sureness = 0.5 + 0.35 * sure(hanging, DOWN, 0.9)
        return _hanging(sign, sureness - 0.25 if cut else sureness)
    if cut:
        return "short", 0.3
    return _standing(sign, 0.5 + 0.3 * sure(DOWN - hanging, 0.1, 0.5))


def _hanging(sign: Signs, sureness: float) -> tuple[str, float]:
    """Hair past the jaw: by its curls, its width and how far it reaches."""
    if sign.curls > 0.4 and sign.contrast > SHOWN and sign.wide > 0.2:
        return ("afro" if sign.high > 0.55 or sign.wide > 0.33 else "curly"), 0.9 * sureness
    if sign.reach is not None and sign.reach < SHOULDERS:
        return "bob", 0.85 * sureness
    return ("wavy" if sign.waves > WAVES else "long"), sureness


def _standing(sign: Signs, sureness: float) -> tuple[str, float]:
    """Hair that leaves the jaw free."""
    left, right = sign.fringe
    if sign.over_ears > EARS and sign.wide > FULL:
        # a whole fringe is combed, however its strands are laid
        curly = sign.curls > CURLS[0] and min(left, right) < OVER
        return ("curly" if curly else "bob"), 0.55 + 0.2 * sign.over_ears
    if sign.curls > CURLS[1] and sign.contrast > SHOWN:
        return ("afro" if sign.wide > 0.3 and sign.high > 0.45 else "curly"), 0.6 * sureness
    if min(left, right) < 0.15 and max(left, right) > 0.7 and sign.high > 0.3:
        return "side", 0.65 * sureness
    if sign.high > 0.5 and max(left, right) < 0.25 and sign.smooth > 1.5 and sign.curls < 0.3:
        return "quiff", 0.65 * sureness
    return "short", sureness


def fringe(sign: Signs, kind: str) -> tuple[bool, float]:
    """Whether hair lies over the forehead."""
    share = 0.75 * min(sign.fringe) + 0.25 * max(sign.fringe)
    if kind == "bald":
        return False, 0.9
    return bool(share > OVER), 0.5 + 0.4 * sure(abs(share - OVER), 0, 0.35)
