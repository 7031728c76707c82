"""Skin tone and freckles."""

from __future__ import annotations

import numpy as np

from . import colour, regions
from .found import Found, sure
from .sight import UNIT, Floats, Mask, Sight

LEAST = 0.3
"""Share of cheeks and forehead that must look like skin; else something covers them."""

MANY = 8.0
"""Spots on a thousand pixels of the cheek that has fewer."""

UNSEEN = (63.0, 18.0, 28.0)
"""CIELAB of skin of which the photo shows nothing: a middle tone, with no sureness at all."""

SPOT = -2.2
"""A freckle is darker than its surroundings by this much lightness, and browner."""


def tone(sight: Sight) -> tuple[Floats, float]:
    """The colour of the skin (CIELAB) and how sure it is.

    Cheeks and forehead count, without what could not be skin (a mask, hair, glass), without
    shadows and highlights. The light is not taken out: the figure shall have the colour that
    people see in the photo, and no reference that was tried (eyes, teeth, background, shading)
    helped dark skin without harm to others: ``docs/explanation/what-a-doll-reads.md``.
    """
    whole = _bare(sight)
    pixels = sight.lab[whole]
    if len(pixels) < 50:
        oval = sight.lab[regions.part(sight, regions.OVAL)]
        return (oval.mean(0) if len(oval) else np.array(UNSEEN)), 0.0
    if sight.grey:
        return colour.middle(pixels), 0.15
    alike = pixels[colour.like_skin(pixels)]
    share = len(alike) / len(pixels)
    if share < LEAST:
        return colour.middle(pixels), 0.1
    return colour.middle(alike), 0.9 * sure(share, 0.1, 0.7)


def _bare(sight: Sight) -> Mask:
    """Where skin is bare on most faces."""
    mask: Mask = (
        regions.part(sight, regions.LEFT_CHEEK)
        | regions.part(sight, regions.RIGHT_CHEEK)
        | regions.part(sight, regions.FOREHEAD)
    )
    return mask


def find(sight: Sight, skin: Floats, certain: float) -> Found:
    """Skin tone and freckles, with the tone that was measured."""
    return {"skin": (colour.hexadecimal(skin), certain), **freckles(sight)}


def freckles(sight: Sight) -> Found:
    """Many small brown spots on both cheeks; only large, sharp faces can show them."""
    from scipy.ndimage import gaussian_filter, label

    if sight.grey or sight.pixels < 0.9 * UNIT:
        return {"freckles": (False, 0.3)}
    light, yellow = sight.lab[..., 0], sight.lab[..., 2]
    fine = gaussian_filter(light, 1.2) - gaussian_filter(light, 4)
    browner = gaussian_filter(yellow, 1.2) - gaussian_filter(yellow, 4)
    counts = []
    for points in (regions.LEFT_CHEEK, regions.RIGHT_CHEEK):
        cheek = regions.part(sight, points)
        spots, _ = label((fine < SPOT) & (browner > 0.3) & cheek)
        sizes = np.bincount(spots.ravel())[1:]
        counts.append(float(((sizes >= 3) & (sizes <= 60)).sum()) / max(cheek.sum(), 1) * 1000)
    density = min(counts)
    sureness = 0.5 + 0.4 * sure(abs(density - MANY), 0, 0.7 * MANY)
    return {"freckles": (bool(density > MANY), sureness)}
