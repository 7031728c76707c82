"""Line art of people: few certain tapered lines on edges of the photo, in dark local colours.

A line is drawn only where the photo has an edge, long and quiet enough, and what lies on its two
sides says that an artist would draw it. Masks only say what lies there; they place no line.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...likeness.regions import OVAL
from ..scene.scene import Floats
from ..touch import Touch
from .courses import apart, bridged, length, runs, steady
from .curves import aside
from .figure import LEAST_FACE, Figure
from .ridges import Ridges, crowd, steps
from .shapes import Line
from .sides import Sides, drawn, kinds, read, sides
from .strokes import Strokes, spaced
from .traces import chains, smoothed

_LOW, _HIGH = 6.0, 10.0
"""How large a step of colour (CIELAB) must be for a line to go on, and to begin."""

_HEAD = 1.5, 1.08, 0.97
"""How many times a face's oval: in the first skin beside skin is no line, in the second only a
clear outline is one, in the third nothing is."""

_WITHIN, _UNSURE = 0.4, 1.0
"""How much longer a line must be that is no outline; that is beside hair or a face."""

_SPACING = 2.0
"""Between points of a line, pixels."""


def lines(canvas: Any, figure: Figure, touch: Touch) -> None:
    """Draw the lines of people, in pixels of the working picture."""
    chance = touch.chance("lines")
    strokes = Strokes()
    beside = kinds(figure)
    for line in certain(figure, beside):
        found = sides(beside, line, figure.unit)
        widths = _widths(figure, line, found, chance)
        strokes.add(np.add(line, (figure.left, figure.top)), widths, _ink(found))
    strokes.draw(canvas)


def certain(figure: Figure, beside: Floats) -> list[Line]:
    """The lines that are drawn, x and y in the figure's window, points evenly spaced.

    ``beside`` is what ``sides.kinds`` says of the figure.
    """
    unit, heads = figure.unit, around(figure)
    edges = steps(figure.lab, 0.9 + 0.45 * unit, (figure.near > 0.5) & (heads < 2.5), _LOW)
    many = crowd(edges, _HIGH, 16 * unit + 8)
    found, weights = [], []
    for line in _long(edges, figure):
        seen = sides(beside, line, unit)
        keep = bridged(drawn(line, seen, heads, many), round(4 * unit + 3))
        keep &= steady(line, 10 * unit + 8, 30 * unit + 16)
        unsure = ~seen.outer * _WITHIN + (seen.hairy | (read(heads, line) > 1.5)) * _UNSURE
        for run in runs(line, keep, _least(figure)):
            if length(line[run]) >= _least(figure) * (1 + unsure[run].mean()):
                found.append(line[run])
                weights.append(length(line[run]) * float(read(edges.strong, line[run]).mean()))
    return apart(found, weights, 3.0 + 2.5 * unit, _least(figure))


def _least(figure: Figure) -> float:
    """The length of the shortest line, pixels."""
    return 20.0 * figure.unit + 20


def _long(edges: Ridges, figure: Figure) -> list[Line]:
    """Edges as long smooth lines."""
    from scipy.ndimage import label
    from skimage.filters import apply_hysteresis_threshold

    least, soft = _least(figure), 2.0 + 1.5 * figure.unit
    strong = np.where(edges.thin, edges.strong, 0)
    there, count = label(apply_hysteresis_threshold(strong, _LOW, _HIGH), np.ones((3, 3)))
    large = np.bincount(there.ravel(), minlength=count + 1) > 0.7 * least
    large[0] = False
    return [spaced(smoothed(line, soft), _SPACING) for line in chains(large[there], least, 0.1)]


def around(figure: Figure) -> Floats:
    """Where heads are: 3 in faces, 2 close round them, 1 where ears and temples are, else 0."""
    from skimage.draw import polygon

    plane = np.zeros(figure.mask.shape, np.float32)
    for rank, grown in enumerate(_HEAD, 1):
        for person in figure.scene.people:
            if person.height >= LEAST_FACE:
                oval = person.mesh[list(OVAL), :2]
                oval = oval.mean(0) + grown * (oval - oval.mean(0)) - (figure.left, figure.top)
                plane[polygon(oval[:, 1], oval[:, 0], plane.shape)] = rank
    return plane


def _widths(
    figure: Figure, line: Line, found: Sides, chance: np.random.Generator
) -> NDArray[np.float64]:
    """Pixels, n: outlines wider, more so away from the light; thin at the ends, and alive."""
    from scipy.ndimage import gaussian_filter1d

    people = np.sign(found.left[:, 3] - found.right[:, 3]) * found.outer
    shade = -people * (aside(line) @ np.asarray(figure.scene.light.direction[:2]))
    swell = gaussian_filter1d(chance.normal(0, 1, len(line)), 12.0, mode="nearest")
    force = 0.25 + (found.apart / 90).clip(0, 0.5) + 0.3 * shade + 0.6 * swell
    force = gaussian_filter1d(force, 8.0, mode="nearest").clip(0, 1)
    heavy = np.where(found.outer.mean() > 0.5, 1.0, 0.8) * np.sqrt(np.clip(figure.unit, 0.45, 1))
    way = np.linspace(0, 1, len(line))
    taper = (np.minimum(way, 1 - way) * length(line) / (16.0 * figure.unit + 10)).clip(0, 1)
    return np.asarray(heavy * (1.2 + 1.4 * force) * taper**0.7 + 0.05)


def _ink(found: Sides) -> tuple[float, float, float]:
    """Dark, in the colour of the people's side; within people in that of the darker side."""
    left, right = found.left.mean(0), found.right.mean(0)
    clear = abs(left[3] - right[3]) > 0.3
    mine = max(left, right, key=lambda side: side[3] if clear else -side[0])
    dark = 0.25 * (mine[0] + min(mine[0], left[0] + 4, right[0] + 4))
    return float(dark), float(mine[1]), float(mine[2])
