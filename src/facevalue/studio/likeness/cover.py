"""What covers the hair: hijab, turban, cap, beanie.

Cloth is known by a colour that hair has not, or by where it is: no hair lies over the throat.
Black cloth that leaves the throat free looks like black hair, and is taken for it.
"""

from __future__ import annotations

import numpy as np

from . import colour
from .found import Found, sure
from .sight import Mask
from .signs import Signs
from .strands import Head, Strands

GREY = 9.0
"""Chroma (CIELAB) under which a colour tells nothing: black, grey and white hair."""

HUES = (15.0, 100.0)
"""Hues of hair, degrees: red, brown, blond."""

MOST = 48.0
"""Hair has no more chroma than this."""

SMOOTH = 1.4
"""Cloth has weaker edges than this; hair that lies over a collar mostly has stronger ones."""

WRAPPED = 0.6
"""Share of the throat that is covered by what covers the head, in a hijab."""


LONG = 0.53
"""Share of hair beside the face from which it hangs down: that is no cap."""

SHARP = 80
"""Height of a face, pixels of the photo, from which smooth cloth differs from hair."""


def find(head: Head, hair: Strands, sign: Signs) -> Found:
    """The kind of cover and its colour; nothing where hair or a bare head shows."""
    if head.sight.grey or hair.colour is None:
        return {}
    cloth = (hair.mask & head.crown) & foreign(head)
    share = float(cloth.sum()) / max(float((hair.mask & head.crown).sum()), 1)
    # a small face is blurred, and its hair as smooth as cloth
    wrapped = wraps(sign) if head.sight.pixels > SHARP else 0.0
    if sign.hanging > LONG and sign.contrast > SMOOTH and wrapped < 0.5:
        return {}
    if wrapped < 0.5 and (share < 0.45 or head.cut):  # cut off, the rest may be background
        return {}
    sureness = max(0.45 + 0.4 * sure(share, 0.45, 0.85), 0.6 * wrapped)
    shade = head.sight.lab[cloth] if share > 0.45 else head.sight.lab[hair.mask & head.crown]
    return {
        "hair": (kind_of(sign, wrapped), sureness),
        "cover_colour": (colour.hexadecimal(colour.middle(shade, 20, 80)), sureness),
    }


def foreign(head: Head) -> Mask:
    """Pixels whose colour hair has not."""
    lab = head.sight.lab
    chroma = np.hypot(lab[..., 1], lab[..., 2])
    hue = np.degrees(np.arctan2(lab[..., 2], lab[..., 1]))
    odd: Mask = (chroma > GREY) & ((hue < HUES[0]) | (hue > HUES[1])) | (chroma > MOST)
    return odd


def wraps(sign: Signs) -> float:
    """How much smooth cloth goes round the face: over ears, beside the jaw, over the throat."""
    around = [share for share in (*sign.ear, *sign.jaw) if share is not None]
    if sign.neck is None or len(around) < 2 or sign.contrast > SMOOTH:
        return 0.0
    return sure(sign.neck, WRAPPED - 0.2, WRAPPED + 0.2) * sure(min(around), 0.4, 0.75)


def kind_of(sign: Signs, wrapped: float) -> str:
    """Round the face a hijab; high and wide a turban; else a cap."""
    if wrapped >= 0.5:
        return "hijab"
    if sign.high > 0.62 and sign.wide > 0.22:
        return "turban"
    return "cap"
