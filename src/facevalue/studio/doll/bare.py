"""The scene without things and words: what all pictures of a person in one world share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from .box.card import pairs
from .box.layout import BOTTOM_BAND, TAB, TOP_BAND
from .parts import Floats, Material, Mesh, Part
from .render.scene import Bare, Extents

THINGS = ("thing_", "held_")
"""How names of parts begin that are left out."""

UNSEEN = "box_right"
"""The side that no camera of ours sees."""

SHADE = 0.88
"""The insert without tiles, labels and things is about as bright as with them when its colour is
this much of its corner's."""

FINE = 16
"""A rectangle of print is laid out in so many rows and columns: seen at a slant, the bounds of
large triangles hold much that is beside them."""

Shares = tuple[float, float, float, float]
"""Left, top, right and bottom of a rectangle, in shares of a print."""

WHOLE: Shares = (0, 0, 1, 1)
SIDE: Shares = (0, 0.08, 1, 0.78)
"""The name upright on a side."""


def bare(parts: Sequence[Part], extents: Extents, unprinted: Mapping[str, Material]) -> Bare:
    """What is left out of these parts, and the prints without words.

    ``extents`` are the box's; ``unprinted`` as ``Figure`` has them.
    """
    words = _words(extents)
    without, surfaces, prints = [], {}, []
    for index, part in enumerate(parts):
        if part.name.startswith(THINGS):
            without.append(index)
        elif part.name in unprinted:
            surfaces[index] = unprinted[part.name]
            prints.append(_changed(part, unprinted[part.name]))
        elif part.name in words:
            shade = SHADE if part.name == "insert" else 1.0
            surfaces[index] = _blank(part.material, words[part.name], shade)
            if part.name != UNSEEN:
                prints += [_sheet(part.mesh, one) for one in words[part.name]]
    return Bare(without, surfaces, prints)


def _words(extents: Extents) -> dict[str, tuple[Shares, ...]]:
    """Where prints tell of words and things, by part: name, ribbon, contents, the insert."""
    wide = float(extents[1][0] - extents[0][0])
    tall = float(extents[1][1]) - TAB
    head = (0.0, 0.0, 1 - 0.84 / wide, (TOP_BAND - 0.05) / tall)
    line = (0.2 / wide, 1 - (BOTTOM_BAND - 0.54) / tall, 1 - 1.1 / wide, 1 - 0.2 / tall)
    return {
        "box_front": (head, line),
        "box_left": (SIDE,),
        "box_right": (SIDE,),
        "insert": (WHOLE,),
    }


def _blank(material: Material, words: Sequence[Shares], shade: float) -> Material:
    """The print with its corner's colour, made darker, where words are."""
    assert material.texture is not None
    texture = material.texture.copy()
    high, wide = texture.shape[:2]
    colour = (texture[0, 0] * shade).astype(np.uint8)
    for left, top, right, low in words:
        rows = slice(int(top * high), int(np.ceil(low * high)))
        columns = slice(int(left * wide), int(np.ceil(right * wide)))
        texture[rows, columns] = colour
    return replace(material, texture=texture)


def _sheet(mesh: Mesh, words: Shares) -> Mesh:
    """A rectangle of the print where it is in the scene, on the print's foremost side."""
    assert mesh.uv is not None
    seen = mesh.points[:, 2] > mesh.points[:, 2].max() - 0.01 if _flat(mesh) else slice(None)
    uv = np.column_stack([mesh.uv[seen], np.ones(len(mesh.uv[seen]))])
    laid = np.linalg.lstsq(uv, mesh.points[seen], rcond=None)[0]
    left, top, right, low = words
    x, y = np.meshgrid(np.linspace(left, right, FINE + 1), np.linspace(low, top, FINE + 1))
    grid = np.stack([x.ravel(), 1 - y.ravel(), np.ones(x.size)], 1)
    points: Floats = (grid @ laid).astype(np.float32)
    first = (np.arange(FINE)[:, None] * (FINE + 1) + np.arange(FINE)).reshape(-1, 1)
    faces = pairs(first, (0, 1, FINE + 2), (0, FINE + 2, FINE + 1))
    return Mesh(points, faces.astype(np.int32), np.zeros_like(points))


def _flat(mesh: Mesh) -> bool:
    """Whether it looks to the viewer."""
    return float(np.abs(mesh.normals[:, 2]).min()) > 0.5


def _changed(part: Part, blank: Material) -> Mesh:
    """The triangles of a part on which its print can be seen."""
    full, bare = part.material.texture, blank.texture
    if full is None or part.mesh.uv is None:
        return part.mesh
    ground = full[0, 0] if bare is None or bare.shape != full.shape else bare
    high, wide = full.shape[:2]
    other = (full != ground).any(-1)
    x, y = (part.mesh.uv * [1, -1] + [0, 1]).T
    at = other[(y * (high - 1)).astype(int), (x * (wide - 1)).astype(int)]
    return replace(part.mesh, faces=part.mesh.faces[at[part.mesh.faces].any(1)])
