"""The line of the upper lid where the photo has one: found, and drawn in its own colour."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from . import pigment
from .curves import Points, tapered
from .glimpse import Glimpse, Plane

UP, DOWN = 0.10, 0.12
"""How far above and below the mesh's lid the line is looked for, by the eye's width."""

LEAVE = 260.0
"""What it costs to lie away from the mesh's lid (L* for a width, squared), against contrast."""

FAINT, FIRM = 7.0, 26.0
"""Contrast of the line with the lid above it, L*, from which it is drawn, and fully."""


@dataclass(frozen=True, eq=False)
class Lash:
    """The line (n x 2, grid pixels, left to right), how firm it is (n, 0..1), its colour."""

    line: Points = field(repr=False)
    firm: Plane = field(repr=False)
    colour: pigment.Lab


def find(eye: Glimpse) -> Lash:
    """The way along the upper lid on which it steps most from light to dark."""
    from scipy.ndimage import gaussian_filter, gaussian_filter1d

    soft = max(0.012 * eye.unit, 0.35 * eye.grain)
    light = gaussian_filter(eye.lab[..., 0], soft)
    step = max(2, round(max(0.05 * eye.unit, eye.grain)))
    gain = np.zeros_like(light)
    gain[step:] = light[:-step] - light[step:]
    columns = np.linspace(float(eye.upper[0, 0]), float(eye.upper[-1, 0]), 40)
    lid = np.interp(columns, *eye.upper.T)
    offsets = np.arange(-round(UP * eye.unit), round(DOWN * eye.unit) + 1)
    rows = (lid[:, None] + offsets).astype(int).clip(0, light.shape[0] - 1)
    across = columns.astype(int).clip(0, light.shape[1] - 1)[:, None]
    worth = gain[rows, across] - LEAVE * (offsets / eye.unit) ** 2
    way = gaussian_filter1d(offsets[_best(worth)].astype(float), 2.0)
    y = lid + way
    here = y.astype(int).clip(0, light.shape[0] - 1)
    contrast = gaussian_filter1d(gain[here, across[:, 0]], 2.0) * (1 + eye.coarse)
    cover = eye.hair[here, across[:, 0]]
    firm = np.clip((contrast - FAINT) / (FIRM - FAINT), 0, 1) * (1 - cover)
    return Lash(np.stack([columns, y], 1), firm, _colour(eye, here, across[:, 0]))


def _best(worth: Plane) -> Any:
    """Of each row the column of the best way down, which moves at most two columns a row."""
    rows, width = worth.shape
    total = worth[0].copy()
    came = np.zeros((rows, width), int)
    moves = (-2, -1, 0, 1, 2)
    for i in range(1, rows):
        padded = np.pad(total, 2, constant_values=-np.inf)
        options = np.stack([padded[2 + m : 2 + m + width] - 1.5 * abs(m) for m in moves])
        pick = options.argmax(0)
        came[i] = np.array(moves)[pick]
        total = options[pick, np.arange(width)] + worth[i]
    way = [int(total.argmax())]
    for i in range(rows - 1, 0, -1):
        way.append(way[-1] + int(came[i, way[-1]]))
    return np.array(way[::-1])


def _colour(eye: Glimpse, rows: Any, columns: Any) -> pigment.Lab:
    """The photo's own dark along the line, a little deeper."""
    pixels = eye.lab[rows, columns]
    dark = pixels[pixels[:, 0] <= np.percentile(pixels[:, 0], 40)].mean(0)
    return np.array([0.5 * dark[0], 0.8 * dark[1], 0.7 * dark[2]])


def draw(canvas: Any, eye: Glimpse, lash: Lash, thick: float, alpha: float) -> None:
    """The line, as thick (by the eye's width) as it is firm, thin at both ends."""
    if lash.firm.max() < 0.15:
        return
    t = np.linspace(0, 1, len(lash.firm))
    ends = np.clip(np.minimum(t / 0.25, (1 - t) / 0.25), 0, 1) ** 0.7
    widths = thick * eye.unit * lash.firm**0.6 * ends
    canvas.drawPath(
        tapered(lash.line[::2], widths),
        pigment.paint(lash.colour, alpha, 0.006 * eye.unit),
    )
