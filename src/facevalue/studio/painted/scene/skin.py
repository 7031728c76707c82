"""Skin: faces, necks, arms and hands.

Faces and necks come from the parting of each bust; arms and hands are what else of a person has
that person's skin colours, is smooth, and is not what the person wears.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .bust import Skin, unlike
from .hair import Part
from .heads import Head
from .planes import Floats, Guide, Mask, blurred, ramp, shrunk, slopes
from .tones import Tones, nearest

TIMES = 2
"""Arms are looked for on a picture this much smaller."""

LIKE = 1.0
"""Distance from the skin's colours up to which a pixel is surely skin."""

SMOOTH = 3.5
"""Gradient of lightness (by pixel) from which something is cloth or strands."""

LEAST = 0.02
"""Square faces of skin that are worth a mask."""


@dataclass(frozen=True, eq=False)
class Bare:
    """One person's skin: the head it belongs to, its colour, and where it is round the head.

    ``tones`` are the colours of skin, ``worn`` those of hair and clothes.
    """

    head: Head
    colour: Skin
    part: Part
    tones: Tones
    worn: Tones


def mask(lab: Floats, person: Floats, hair: Floats, people: Sequence[Bare], guide: Guide) -> Floats:
    """The skin of all people, 0..1."""
    if not people:
        return np.zeros_like(person)
    small, body, hairs = (shrunk(each, TIMES) for each in (lab, person, hair))
    plane = _arms(small, body, hairs, people)
    busts = np.zeros_like(person)
    for each in people:
        part, (top, left) = each.part
        here = busts[top : top + part.shape[0], left : left + part.shape[1]]
        np.maximum(here, part, out=here)
    plane = np.maximum(plane, shrunk(busts, TIMES))
    fine = ramp(guide.refined(plane), 0.15, 0.85)
    skin: Floats = np.minimum(fine * person, 1 - hair)
    return skin


def _arms(lab: Floats, body: Floats, hair: Floats, people: Sequence[Bare]) -> Floats:
    """What of the people is like their own skin, smooth and not specks."""
    whose = nearest_of([each.head for each in people], body.shape)
    down, across = slopes(blurred(np.ascontiguousarray(lab[..., 0]), 1.0))
    rough = blurred(np.hypot(down, across), 3.0)
    found = np.zeros(body.shape, np.float32)
    for index, each in enumerate(people):
        mine = (whose == index) & (body > 0.4) & (hair < 0.5)
        if not mine.any():
            continue
        colours = lab[mine]
        away = np.minimum(unlike(colours, each.colour), 1.2 * nearest(colours, each.tones))
        worn = nearest(colours, each.worn)
        share = ramp(away, LIKE + 0.5, LIKE - 0.2) * ramp(worn - away, -0.2, 0.3)
        found[mine] = share * ramp(rough[mine], SMOOTH, 0.5 * SMOOTH)
    tallest = max(each.head.height for each in people) / TIMES
    return found * _large(found > 0.4, LEAST * tallest**2)


def _large(mask: Mask, least: float) -> Mask:
    """The parts of a mask that hold at least so many pixels, a little wider."""
    from scipy.ndimage import binary_dilation, binary_opening, label

    pieces, count = label(binary_opening(mask, iterations=2))
    sizes = np.bincount(pieces.ravel(), minlength=count + 1)
    sizes[0] = 0
    kept: Mask = binary_dilation(np.isin(pieces, np.flatnonzero(sizes >= least)), iterations=3)
    return kept


def nearest_of(heads: Sequence[Head], shape: tuple[int, ...]) -> NDArray[np.intp]:
    """Whose each pixel is: the nearest face's, by its size."""
    rows, columns = np.ogrid[: shape[0], : shape[1]]
    best, whose = np.full(shape, np.inf, np.float32), np.zeros(shape, np.intp)
    for index, head in enumerate(heads):
        x, y = (float(v) for v in head.mesh[[10, 152], :2].mean(0) / TIMES)
        tall = max(head.height, 1.0) / TIMES
        down = (rows - y).astype(np.float32) / tall
        across = (columns - x).astype(np.float32) / tall
        away = np.hypot(across, np.where(down > 0, down / 2, down))
        whose[away < best] = index
        np.minimum(best, away, out=best)
    return whose
