"""Colours of a region: what an eye would name, not the plain mean."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .sight import Floats, Mask

HUE = (12.0, 85.0)
CHROMA = (4.0, 52.0)
"""Hue (degrees) and chroma of human skin in CIELAB under ordinary light, with room at the ends."""


def middle(lab: Floats, low: float = 35, high: float = 90) -> Floats:
    """The colour of n pixels (n x 3, CIELAB) without shadows and highlights.

    Pixels between two percentiles of lightness count; the answer is their median.
    """
    light = lab[:, 0]
    bottom, top = np.percentile(light, [low, high])
    kept = lab[(light >= bottom) & (light <= top)]
    answer: Floats = np.median(kept, 0)
    return answer


def like_skin(lab: Floats) -> Mask:
    """Which pixels (... x 3) could be skin by hue and chroma alone; blue masks are not."""
    hue = np.degrees(np.arctan2(lab[..., 2], lab[..., 1]))
    chroma = np.hypot(lab[..., 1], lab[..., 2])
    found: Mask = (hue > HUE[0]) & (hue < HUE[1]) & (chroma > CHROMA[0]) & (chroma < CHROMA[1])
    return found


def distance(lab: Floats, colour: Floats, light: float, chroma: float) -> Floats:
    """How far pixels are from a colour, lightness and chroma each in its own unit."""
    away = lab - colour
    answer: Floats = np.sqrt(
        (away[..., 0] / light) ** 2 + (away[..., 1] ** 2 + away[..., 2] ** 2) / chroma**2
    )
    return answer


def clusters(lab: Floats, count: int) -> tuple[NDArray[np.intp], Floats]:
    """Which of ``count`` groups each of n colours belongs to, and the groups' middles.

    Lloyd's k-means from fixed starts along the lightness, so that the same photo gives the
    same answer; a group may stay empty.
    """
    some = lab[:: max(1, len(lab) // 3000)]
    shares = (np.arange(count) + 0.5) / count
    order = np.argsort(some[:, 0], kind="stable")
    centres = some[order[(shares * len(some)).astype(int)]].copy()
    for _ in range(10):
        which = _closest(some, centres)
        for index in range(count):
            if (which == index).any():
                centres[index] = some[which == index].mean(0)
    return _closest(lab, centres), centres


def _closest(lab: Floats, centres: Floats) -> NDArray[np.intp]:
    away = ((lab[:, None] - centres[None]) ** 2).sum(-1)
    closest: NDArray[np.intp] = away.argmin(1)
    return closest


def shades(lab: Floats) -> list[tuple[Floats, Floats]]:
    """The colours of a part: up to three, each with its spread, the commonest first."""
    which, centres = clusters(lab, 3)
    found = []
    for index in np.argsort(-np.bincount(which, minlength=3), kind="stable"):
        part = lab[which == index]
        if len(part) >= 0.12 * len(lab):
            spread = (1.5 * part.std(0)).clip([9, 4, 5], [18, 8, 10])
            found.append((centres[index], spread))
    return found


def hexadecimal(lab: Floats) -> str:
    """``#rrggbb`` of one CIELAB colour."""
    from skimage.color import lab2rgb

    channels: NDArray[np.float64] = lab2rgb(np.asarray(lab, np.float64)[None, None])[0, 0]
    red, green, blue = (int(v) for v in np.rint(channels.clip(0, 1) * 255))
    return f"#{red:02x}{green:02x}{blue:02x}"
