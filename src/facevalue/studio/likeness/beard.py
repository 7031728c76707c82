"""Beards: upper lip, chin and jaw against the cheeks and the lips.

Hair on a face is darker (or whiter) and has less chroma than skin. The light mostly comes from
above, so that a bare chin is darker than the cheeks too; but a bare upper lip is lighter than
the lips beside it, and skin in shadow keeps its chroma better than hair. A score adds up both
signs; its scales were set on labelled faces (see ``bench/likeness.py``).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from . import colour, regions
from .found import Found, sure
from .shape import INNER_LIPS
from .sight import UNIT, Floats, Mask, Sight

DARKER, PALER = 10.0, 0.25
"""Lightness under the lips', and loss of chroma, that count as one point each."""

DARKEST = 75
"""Percentile of lightness up to which a part counts: hair seldom fills all of it."""

BEARD = 4.4
"""Points of all parts together from which there is a beard; a few less are stubble."""

MOUSTACHE = 2.4
"""Points of the upper lip alone that are a moustache."""

BLACKER = 0.26
"""Share of the cheek's lightness that a dark band over the mouth lacks."""

BAND = 0.38
"""How much more there is of it than on the chin, in a moustache."""

COVERED = 0.5
"""Share of the lower face that must look like skin or hair; else a mask hides it."""


@dataclass(frozen=True)
class Points:
    """How much the upper lip, the chin and the jaw (its barer side) look grown, about 0 to 4.

    ``below`` is the same under the chin. ``band`` is how much more of the place between nose and
    mouth is dark and not red than of the chin, -1 to 1.
    """

    lip: float
    chin: float
    jaw: float
    below: float
    band: float = 0.0

    @property
    def total(self) -> float:
        """All parts of the face."""
        return self.lip + self.chin + self.jaw


def find(sight: Sight, skin: Floats) -> Found:
    """The kind of beard; nothing is said of a lower face that something covers."""
    if covered(sight, skin):
        return {"beard": ("none", 0.3)}
    aside = sure(abs(sight.yaw), 0.3, 0.6)  # one side in shadow looks grown, and so does
    doubt = 1.2 * aside + 0.8 * sure(50 - skin[0], 0, 8)  # dark skin beside bright lips
    kind, sureness = kind_of(points(sight), doubt)
    straight = 1 - 0.5 * sure(abs(sight.yaw), 0.35, 0.8)
    size = 0.7 + 0.3 * sure(sight.pixels, 40, 100)
    return {"beard": (kind, sureness * straight * size)}


def covered(sight: Sight, skin: Floats) -> bool:
    """Whether a mask or scarf hides the lower face: not skin, and as pale as no lips are."""
    lower = regions.part(sight, regions.LIPS, 1.5) | regions.chin(sight)
    if not lower.any() or sight.grey:
        return False
    pixels = sight.lab[lower]
    alike = colour.like_skin(pixels) | (pixels[:, 0] < 0.6 * skin[0])
    red = np.median(pixels[:, 1]) - np.median(sight.lab[regions.part(sight, regions.FOREHEAD), 1])
    return float(alike.mean()) < COVERED or float(red) < -9


def points(sight: Sight) -> Points:
    """Score the parts."""
    cheeks = regions.part(sight, regions.LEFT_CHEEK) | regions.part(sight, regions.RIGHT_CHEEK)
    ring = regions.part(sight, regions.LOWER_LIP) & ~regions.part(sight, INNER_LIPS)
    if not cheeks.any() or not ring.any():
        return Points(0, 0, 0, 0)
    cheek, lips = (np.median(sight.lab[mask], 0) for mask in (cheeks, ring))
    sides = (regions.part(sight, regions.LEFT_JAW), regions.part(sight, regions.RIGHT_JAW))
    lip = _grown(sight, regions.upper_lip(sight), cheek, lips[0])
    chin = _grown(sight, regions.chin(sight), cheek, lips[0])
    jaw = min(_grown(sight, side, cheek, None) for side in sides)
    below = _grown(sight, _under(sight), cheek, None)
    return Points(lip, chin, jaw, below, _band(sight, cheek))


def _band(sight: Sight, cheek: Floats) -> float:
    """A dark band over the mouth: the mesh often takes a thick moustache for the lips."""
    above = regions.places()[1] < sight.at(13, 14)[1] + 0.01 * UNIT
    band = sight.lab[regions.part(sight, regions.OVER_MOUTH) & above]
    chin = sight.lab[regions.chin(sight)]
    if len(band) < 20 or len(chin) < 20:
        return 0.0
    dark = (1 - BLACKER) * cheek[0]
    over = (band[:, 0] < dark) & (band[:, 1] < cheek[1] + 3)
    return float(over.mean()) - float((chin[:, 0] < dark).mean())


def _grown(sight: Sight, mask: Mask, cheek: Floats, lips: float | None) -> float:
    """Points of one part: by lightness against the lips, and by chroma against the cheek."""
    if mask.sum() < 20:
        return 0.0
    pixels = sight.lab[mask]
    seen = np.median(pixels[pixels[:, 0] <= np.percentile(pixels[:, 0], DARKEST)], 0)
    chroma = np.hypot(*seen[1:]) / max(1.0, float(np.hypot(*cheek[1:])))
    pale = 0.0 if sight.grey else (1 - float(chroma)) / PALER
    if lips is None:
        return max(0.0, pale) if abs(seen[0] - cheek[0]) > 5 else 0.0
    return max(0.0, (lips - float(seen[0])) / DARKER + pale)


def _under(sight: Sight) -> Mask:
    """Under the chin, where only a long beard reaches."""
    x, y = regions.places()
    tip = sight.at(152)
    mask: Mask = (np.abs(x - tip[0]) < 0.14 * UNIT) & (y > tip[1] + 0.08 * UNIT)
    mask &= (y < tip[1] + 0.25 * UNIT) & sight.here
    return mask


def kind_of(grown: Points, doubt: float = 0.0) -> tuple[str, float]:
    """The kind by the points, and how sure it is; ``doubt`` asks for so many points more."""
    if grown.band > BAND + 0.25 * doubt:
        return "moustache", 0.5 + 0.3 * sure(grown.band, BAND, 0.6)
    if grown.lip > MOUSTACHE + doubt and grown.lip > 2 * grown.chin and grown.jaw < 1.3:
        return "moustache", 0.5 + 0.3 * sure(grown.lip, MOUSTACHE, 4)
    least = BEARD + doubt
    if grown.total < least:
        close = sure(grown.total, least - 1.2, least)
        return ("stubble", 0.35) if close > 0.5 else ("none", 0.9 - 0.4 * close)
    sureness = 0.5 + 0.35 * sure(grown.total, least, least + 3)
    if grown.jaw < 1.2:
        return "goatee", sureness
    if grown.jaw > 2.5 and grown.below > 2:
        return "long", 0.8 * sureness
    return ("full" if grown.jaw > 1.9 else "short"), sureness
