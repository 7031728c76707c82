"""Strokes onto a canvas: textured ribbons, thousands by one call."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..canvas import image, skia
from ..palette import srgb
from .strokes import SPINE, Strokes
from .tips import Tip

Floats = NDArray[np.float32]

BLOCK = 256
"""Strokes are grouped by squares of this many working pixels, so that a tile of the finished
picture can skip groups that do not touch it."""

BROAD = 9.0
"""Half width (working pixels) from which strokes are not grouped."""

MOST = 65535 // (2 * SPINE)
"""Strokes by one call: indices have 16 bits."""


@dataclass(frozen=True, eq=False)
class Ribbons:
    """Strokes made ready: ``meshes`` are ``skia.Vertices``, painted in this order."""

    meshes: tuple[Any, ...]
    paint: Any


def made(strokes: Strokes, tip: Tip, blend: str = "kSrcOver") -> Ribbons:
    """Strokes in their order (by groups of place), drawn with a tip.

    ``blend`` is the name of a ``skia.BlendMode``: body colour covers (``kSrcOver``), glazes
    darken (``kMultiply``).
    """
    library = skia()
    smooth = library.SamplingOptions(library.FilterMode.kLinear)
    clamp = library.TileMode.kClamp
    shader = image(tip.pixels).makeShader(clamp, clamp, smooth)
    paint = library.Paint(Shader=shader, BlendMode=getattr(library.BlendMode, blend))
    corners, colours = _corners(strokes), _argb(strokes, tip.tone)
    points = strokes.spine.shape[1]
    places = _places(library, tip, points)
    faces = _faces(points)
    meshes = [
        library.Vertices(
            library.Vertices.kTriangles_VertexMode,
            list(map(library.Point, *corners[group].reshape(-1, 2).T.tolist())),
            list(chain.from_iterable(map(places.__getitem__, strokes.row[group].tolist()))),
            np.repeat(colours[group], 2 * points).tolist(),
            faces[: len(group) * 6 * (points - 1)],
        )
        for group in (_groups(strokes) if len(strokes) else ())
    ]
    return Ribbons(tuple(meshes), paint)


def put(canvas: Any, ribbons: Ribbons) -> None:
    """Draw them."""
    for mesh in ribbons.meshes:
        canvas.drawVertices(mesh, ribbons.paint, skia().BlendMode.kModulate)


@lru_cache(maxsize=4)
def _faces(points: int) -> list[int]:
    """Corners of the triangles of as many strokes as one call may have."""
    rung = 2 * np.arange(points - 1)
    one = np.stack([rung, rung + 1, rung + 2, rung + 1, rung + 3, rung + 2], 1).reshape(-1)
    answer: list[int] = (one[None] + 2 * points * np.arange(MOST)[:, None]).reshape(-1).tolist()
    return answer


def _places(library: Any, tip: Tip, points: int) -> list[list[Any]]:
    """For each row of the tip the places of a stroke's corners in the texture."""
    height, width = tip.pixels.shape[0] / tip.rows, tip.pixels.shape[1]
    across = np.linspace(0.5, width - 0.5, points)
    return [
        [
            library.Point(float(x), float(y))
            for x in across
            for y in (row * height + 0.5, (row + 1) * height - 0.5)
        ]
        for row in range(tip.rows)
    ]


def _groups(strokes: Strokes) -> list[NDArray[np.intp]]:
    """Numbers of strokes by square of place, in chequered order so that no side always wins.

    Broad strokes stay as they are: they are few, and among them the squares would show.
    """
    if strokes.width.max(1).mean() > BROAD:
        everything = np.arange(len(strokes))
        return [everything[at : at + MOST] for at in range(0, len(everything), MOST)]
    middle = strokes.spine[:, strokes.spine.shape[1] // 2]
    cell = np.floor(middle / BLOCK).astype(np.int64)
    cell -= cell.min(0)
    shade = (cell[:, 0] + cell[:, 1]) % 2
    key = (shade * 4096 + cell[:, 1]) * 4096 + cell[:, 0]
    order = np.argsort(key, kind="stable")
    cuts = np.flatnonzero(np.diff(key[order])) + 1
    parts = np.split(order, cuts)
    return [part[at : at + MOST] for part in parts for at in range(0, len(part), MOST)]


def _corners(strokes: Strokes) -> Floats:
    """Both sides of each stroke: n x points x 2 x 2."""
    ahead = np.gradient(strokes.spine, axis=1)
    ahead /= np.hypot(ahead[..., :1], ahead[..., 1:]) + 1e-6
    aside = np.stack([-ahead[..., 1], ahead[..., 0]], 2) * strokes.width[..., None]
    return np.stack([strokes.spine - aside, strokes.spine + aside], 2)


def _argb(strokes: Strokes, tone: float) -> NDArray[np.int64]:
    plain = (srgb(strokes.colour) / tone + 0.5).clip(0, 255)
    red, green, blue = plain.astype(np.int64).T
    alpha = (strokes.opacity * 255).round().astype(np.int64)
    answer: NDArray[np.int64] = (alpha << 24) | (red << 16) | (green << 8) | blue
    return answer
