"""One of some tones of skin and of hair, for people who want the drawn head to match coarsely."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...core.places import Region
from ...core.roles import Shape
from .ground import Mask, Pixels
from .skin import light_of

Numbers = NDArray[np.float64]

SKIN = (
    "#ffe2cd", "#fed8c0", "#facfb3", "#f5c5a7", "#f0bc9a", "#eab390", "#e3aa86", "#dca17d",
    "#d59873", "#ce906b", "#c68862", "#be805b", "#b57854", "#ab714e", "#a26a48", "#986344",
    "#8e5c3f", "#84563b", "#7b4f37", "#714933", "#67432f", "#5e3c2b", "#553627", "#4c3023",
    "#432a1f", "#39251d", "#2f201a", "#261b16", "#1e1612",
)  # fmt: skip
"""All there are, from CIELAB lightness 92 to 8 in steps of three: with wider steps somebody is
drawn visibly lighter or darker than they are. Only the lightness chooses; the hues are about
those that two dozen faces in photos had at that lightness, the warmer ones in the middle."""

HAIR = ("#1d1817", "#3b2a20", "#6b4a35", "#a8733f", "#d8b56c", "#9c9a98", "#e6e2dc")

LIGHTER = -1.0
"""How much lighter than the person (CIELAB) a drawn head may be: not even as light, since brush and
scaling move it a little."""


@dataclass(frozen=True, slots=True)
class Tones:
    """Colours as #rrggbb; the defaults are the neutral head's, the same for everybody."""

    skin: str = "#d9a877"
    hair: str = "#6b4a35"


NEUTRAL = Tones()


def matched(
    pixels: Pixels, mask: Mask, head: Shape, box: Region, drawn: Callable[[str], float]
) -> Tones:
    """Tones like those of the head under the mask; neutral where that cannot be told.

    ``drawn`` says how light (CIELAB, 0..100) the skin of the drawn head comes out in a tone:
    the lightest is taken that does not come out lighter than the person is in the photo.
    """
    if len(head.landmarks) < 5:
        return NEUTRAL
    points = np.array(head.landmarks) - [box.left, box.top]
    eyes, mouth = points[:2].mean(0), points[3:].mean(0)
    down = mouth - eyes
    reach = max(2.0, 0.16 * float(np.hypot(*down)))
    hair = _around(pixels, mask, [eyes - far * down for far in (1.15, 1.3, 1.45, 1.6)], reach)
    light = light_of(pixels, mask, head, box)
    if light is None or not len(hair):
        return NEUTRAL
    return Tones(_skin(light, drawn), _nearest(_darker(hair), HAIR))


def linear(colour: str) -> Numbers:
    """A colour in linear light, 3 numbers, 0..1."""
    values = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    light: Numbers = values**2.2
    return light


def _skin(light: float, drawn: Callable[[str], float]) -> str:
    """The lightest tone in which nobody becomes lighter; the darkest where all are lighter."""
    return next((tone for tone in SKIN if drawn(tone) <= light + LIGHTER), SKIN[-1])


def _around(pixels: Pixels, mask: Mask, places: list[Numbers], reach: float) -> Numbers:
    """The colours under the mask around some places, n x 3."""
    down, across = np.ogrid[: mask.shape[0], : mask.shape[1]]
    near = np.zeros_like(mask)
    for x, y in places:
        near |= (across - x) ** 2 + (down - y) ** 2 <= reach**2
    return pixels[near & mask].astype(np.float64)


def _darker(colours: Numbers) -> Numbers:
    """The middle of the darker third: around hair there is often a bright background."""
    order = np.argsort(colours @ [0.3, 0.59, 0.11])
    middle: Numbers = np.median(colours[order[: max(1, len(order) // 3)]], 0)
    return middle / 255


def _nearest(colour: Numbers, tones: tuple[str, ...]) -> str:
    """The tone next in lightness, and where two are as light, in colour."""
    sight = colour**2.2

    def away(tone: str) -> float:
        return float(np.abs(np.log((linear(tone) + 0.02) / (sight + 0.02))).sum())

    return min(tones, key=away)
