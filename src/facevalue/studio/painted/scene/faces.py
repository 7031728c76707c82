"""Every face as a person: how it is turned, its skin, traits and hair, whether to draw it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...likeness import beard, eyes, glasses, shape, years
from ...likeness import hair as hairs
from ...likeness import skin as tones
from ...likeness.colour import like_skin, middle
from ...likeness.found import Found
from ...likeness.read import Likeness
from ...likeness.settle import settle
from ...likeness.sight import SIDE, Sight
from ...traits import Traits
from . import hair, near
from . import skin as skins
from .bust import Skin, bust
from .heads import Head
from .parts import parts
from .planes import Floats, Guide
from .scene import Person, Pixels, Points

SMALLEST = 24.0
"""Height (pixels, working picture and photo) under which no face is drawn."""

ASIDE = 1.05
"""Yaw (radians) from which a face is too near to a profile for its mesh."""

READ, TALLEST = 40.0, 4
"""Faces lower than this, and all but so many of the tallest, keep neutral traits."""

FINDERS = (shape.find, eyes.find, beard.find, glasses.find)


@dataclass(frozen=True, eq=False)
class Look:
    """What was seen of one face."""

    skin: Skin
    traits: Traits
    hair: hair.Part
    bare: skins.Bare


def people(
    pixels: Pixels, heads: Sequence[Head], lab: Floats, person: Floats, guide: Guide, scale: float
) -> tuple[tuple[Person, ...], Floats, Floats]:
    """The people of a picture, the tallest face first, and the masks of all hair and skin."""
    looks = [_look(pixels, heads, index, lab, person) for index in range(len(heads))]
    whole = hair.together([each.hair for each in looks], person, guide)
    found = []
    for head, look in zip(heads, looks, strict=True):
        mask, window = hair.own(whole, look.hair)
        why = hidden(head, scale)
        found.append(
            Person(head.face, head.mesh, head.height, head.yaw, head.pitch, head.roll, look.skin,
                   look.traits, mask, window, not why, why)
        )  # fmt: skip
    bare = skins.mask(lab, person, whole, [each.bare for each in looks], guide)
    return tuple(found), whole, bare


def hidden(head: Head, scale: float) -> str:
    """Why a face is not to be drawn; nothing when it is."""
    if min(head.height, head.height / scale) < SMALLEST:
        return "the face is too small to draw"
    if abs(head.yaw) > ASIDE:
        return "the face is turned away too far"
    if not head.sure:
        return "the face is covered or cannot be read"
    return ""


def _look(pixels: Pixels, heads: Sequence[Head], index: int, lab: Floats, person: Floats) -> Look:
    head = heads[index]
    skin, traits = _plain(head, lab), Traits()
    if index < TALLEST and head.height >= READ and head.sure:
        seen = near.sight(head, heads, lab, person)
        if seen.here[_middle(seen.mesh)]:
            skin, traits = _read(pixels, seen)
    upright = bust(head, heads, lab, person, skin)
    found = parts(upright, bald=traits.hair == "bald")
    placed = [near.back(mask, upright.frame, lab.shape[:2]) for mask in (found.hair, found.skin)]
    return Look(skin, traits, placed[0], skins.Bare(head, skin, placed[1], found.bare, found.worn))


def _middle(mesh: Points) -> tuple[int, int]:
    """Row and column of the nose, in the sight."""
    return int(np.clip(mesh[1, 1], 0, SIDE - 1)), int(np.clip(mesh[1, 0], 0, SIDE - 1))


def _read(pixels: Pixels, seen: Sight) -> tuple[Skin, Traits]:
    """The skin's colour and the traits of a face that is large enough."""
    tone, certain = tones.tone(seen)
    strands, _ = hairs.find(seen, tone)
    guesses: Found = tones.find(seen, tone, certain) | strands | years.find(pixels, seen)
    for find in FINDERS:
        guesses |= find(seen, tone)
    traits, _ = settle(Likeness(guesses), {})
    light, red, yellow = (float(v) for v in tone)
    return (light, red, yellow), traits


def _plain(head: Head, lab: Floats) -> Skin:
    """The skin's colour of a face without a closer look: cheeks, nose and forehead."""
    points = head.mesh[[117, 118, 50, 205, 346, 347, 280, 425, 1, 4, 151, 9, 107, 336], :2]
    at = points.round().astype(int).clip(0, [lab.shape[1] - 1, lab.shape[0] - 1])
    colours = lab[at[:, 1], at[:, 0]].astype(np.float64)
    alike = colours[like_skin(colours)]
    light, red, yellow = (float(v) for v in middle(alike if len(alike) > 4 else colours))
    return light, red, yellow
