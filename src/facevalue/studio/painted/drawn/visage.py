"""A face drawn with a pen: lids, irises, brows, nose and mouth; nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ..canvas import skia
from .lines import Lines, Plane, filled, packed, stroked
from .marks import Brow, Eye, Marks, Mouth

SMALL = 56.0
"""A face of fewer pixels than this is a lid, a dot and a mouth."""


@dataclass(frozen=True, slots=True)
class Paints:
    """What a face is drawn with.

    ``pen`` is for its lines, ``white`` what shines, ``iris`` and
    ``lips`` what is tinted (a dark iris is tinted twice).
    """

    pen: Any
    white: Any
    iris: Any
    lips: Any


def drawn(canvas: Any, found: Marks, paints: Paints) -> None:
    """Draw one face."""
    for eye in found.eyes:
        _eye(canvas, eye, found.size, paints)
    for brow in found.brows:
        stroked(canvas, _brow(brow, found.size), paints.pen)
    _mouth(canvas, found.mouth, found.size, paints)
    stroked(canvas, _nose(found), paints.pen)


def swelling(points: Plane, most: float, shape: tuple[float, ...]) -> Lines:
    """One line whose width goes through ``shape`` (0..1, evenly along it) times ``most``."""
    at = np.linspace(0, 1, len(points))
    return packed([points], [most * np.interp(at, np.linspace(0, 1, len(shape)), shape)])


def _eye(canvas: Any, eye: Eye, size: float, paints: Paints) -> None:
    library = skia()
    thick = max(0.02 * size, 1.1)
    if eye.open:
        filled(canvas, [eye.shape], paints.white)
        canvas.save()
        canvas.clipPath(_path(eye.shape), library.ClipOp.kIntersect, True)
        _iris(canvas, eye, size, paints)
        canvas.restore()
        stroked(canvas, swelling(eye.lower[2:15], 0.35 * thick, (0.3, 1, 0.6, 0.05)), paints.pen)
        if size > SMALL:
            stroked(canvas, swelling(eye.crease, 0.3 * thick, (0.05, 0.8, 1, 0.05)), paints.pen)
    lid = eye.upper if eye.open else 0.2 * eye.upper + 0.8 * eye.lower
    flick = lid[0] + 0.1 * (lid[0] - lid[5])
    lid = np.concatenate([flick[None], lid])
    stroked(canvas, swelling(lid, thick, (0.1, 0.9, 1, 0.85, 0.6, 0.15)), paints.pen)


def _iris(canvas: Any, eye: Eye, size: float, paints: Paints) -> None:
    library = skia()
    x, y = eye.iris
    r = eye.radius
    if size < SMALL:
        canvas.drawCircle(x, y, r, paints.pen)
        return
    canvas.drawCircle(x, y, r, paints.iris)
    if eye.dark > 0.5:
        canvas.drawCircle(x, y, r * 0.9, paints.iris)
    ring = library.Paint(paints.pen)
    ring.setStyle(library.Paint.kStroke_Style)
    ring.setStrokeWidth(r * (0.16 + 0.16 * eye.dark))
    canvas.drawCircle(x, y, r * 0.93, ring)
    canvas.drawCircle(x, y, r * (0.42 + 0.26 * eye.dark), paints.pen)
    canvas.drawCircle(x - 0.34 * r, y - 0.36 * r, r * 0.26, paints.white)


def _brow(brow: Brow, size: float) -> Lines:
    """Hairs from the lower edge up and outwards, closer and thicker for a dark brow."""
    number = 9 if size < SMALL else 20 + round(size / 12)
    at = np.linspace(0.02, 0.97, number)
    index = at * (len(brow.upper) - 1)
    hairs, widths = [], []
    width = (0.003 + 0.011 * brow.dark) * size * (0.7 if size < SMALL else 1)
    for place in index:
        root = brow.lower[int(place)] * 0.9 + brow.upper[int(place)] * 0.1
        tip = brow.upper[max(int(place - 0.16 * len(brow.upper)), 0)]
        middle = 0.5 * (root + tip) + 0.12 * (brow.upper[int(place)] - tip)
        t = np.linspace(0, 1, 8)[:, None]
        hairs.append((1 - t) ** 2 * root + 2 * t * (1 - t) * middle + t**2 * tip)
        widths.append(np.interp(t[:, 0], (0, 0.3, 1), (0.5, 1, 0.1)) * width)
    return packed(hairs, widths)


def _nose(found: Marks) -> Lines:
    thick = max(0.012 * found.size, 0.9)
    parts = [swelling(n, 1.5 * thick, (0.1, 1, 0.8, 0.1)) for n in found.nostrils]
    parts += [swelling(w, 0.8 * thick, (0.05, 0.5, 1, 0.3)) for w in found.wings]
    parts.append(swelling(found.base, 0.5 * thick, (0.1, 1, 0.1)))
    if found.size < SMALL:
        parts = parts[:2]
    return packed([p.points for p in parts], [p.width for p in parts])


def _mouth(canvas: Any, mouth: Mouth, size: float, paints: Paints) -> None:
    thick = max(0.014 * size, 1.0)
    lips = np.concatenate([mouth.top, mouth.bottom[::-1]])
    if mouth.dark > 0.25 and size > SMALL:
        filled(canvas, [lips], paints.lips)
    if mouth.open:
        inside = np.concatenate([mouth.upper, mouth.lower[::-1]])
        edge = mouth.upper + mouth.teeth * (mouth.lower - mouth.upper)
        teeth = [np.concatenate([mouth.upper[3:-3], edge[3:-3][::-1]])] if mouth.teeth else []
        filled(canvas, teeth, paints.white)
        filled(canvas, [inside, *teeth], paints.pen, holes=True)
        stroked(canvas, swelling(mouth.upper, thick, (0.9, 0.8, 0.6, 0.8, 0.9)), paints.pen)
        stroked(canvas, swelling(mouth.lower, 0.7 * thick, (0.9, 0.4, 0.7, 0.4, 0.9)), paints.pen)
    else:
        between = (mouth.upper + mouth.lower) / 2
        line = np.concatenate([mouth.top[:1], between, mouth.top[-1:]])
        stroked(canvas, swelling(line, thick, (0.25, 1, 0.6, 0.9, 0.6, 1, 0.25)), paints.pen)
    if size > SMALL:
        under = mouth.bottom[12:21] + np.array([0, 0.004 * size])
        stroked(canvas, swelling(under, 0.6 * thick, (0.05, 1, 0.05)), paints.pen)


def _path(shape: Plane) -> Any:
    library = skia()
    path = library.Path()
    path.addPoly([library.Point(x, y) for x, y in shape.tolist()], True)
    return path
