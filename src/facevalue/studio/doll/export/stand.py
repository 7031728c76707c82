"""The disc that a figure stands on when it is on its own."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..parts import Material, Mesh, Part
from ..shapes.turned import lathe

NAME = "stand"

THICK = 0.17
"""Height of the disc, in units."""

AROUND = 0.16
"""How far it reaches beyond what touches the ground."""

SUNK = 0.02
"""How deep the feet stand in it, so that both are one body in print."""

STEPS = 128


def standing(parts: Sequence[Part], colour: str = "#ece7dc") -> list[Part]:
    """The parts on a disc below y = 0, unless they have a stand already."""
    if any(part.name == NAME for part in parts):
        return list(parts)
    points = np.concatenate([part.mesh.points for part in parts])
    low = float(points[:, 1].min())
    feet = points[points[:, 1] < low + 0.1]
    middle = (feet.min(0) + feet.max(0)) / 2
    reach = float(np.linalg.norm((feet - middle)[:, [0, 2]], axis=1).max()) + AROUND
    top = low + SUNK
    mesh = disc(max(reach, 0.9), THICK).placed((float(middle[0]), top - THICK, float(middle[2])))
    return [*parts, Part(NAME, mesh, Material(colour, roughness=0.3, clearcoat=0.5))]


def disc(radius: float, thick: float) -> Mesh:
    """A disc with a rounded upper edge on y = 0: a closed surface."""
    bend = min(0.06, thick / 2)
    arc = np.linspace(0, np.pi / 2, 7)
    rim = [(radius - bend + bend * np.sin(a), thick - bend + bend * np.cos(a)) for a in arc]
    return faceted(lathe([(0.0, 0.0), (radius, 0.0), *rim[::-1], (0.0, thick)], STEPS))


def faceted(mesh: Mesh, sharp: float = 40.0) -> Mesh:
    """The mesh with normals that are smooth, but for edges sharper than that many degrees.

    Corners are shared no more; for small meshes.
    """
    corners = mesh.points[mesh.faces].astype(np.float64)
    flat = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    unit = flat / np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-12)
    around: dict[int, list[int]] = {}
    for face, three in enumerate(mesh.faces):
        for corner in three:
            around.setdefault(int(corner), []).append(face)
    limit = np.cos(np.radians(sharp))
    normals = np.empty((len(mesh.faces), 3, 3))
    for face, three in enumerate(mesh.faces):
        for place, corner in enumerate(three):
            near = np.array(around[int(corner)])
            alike = near[unit[near] @ unit[face] >= limit]
            normals[face, place] = flat[alike].sum(0)
    flat_normals = normals.reshape(-1, 3)
    flat_normals /= np.maximum(np.linalg.norm(flat_normals, axis=1, keepdims=True), 1e-12)
    faces = np.arange(len(flat_normals), dtype=np.int32).reshape(-1, 3)
    return Mesh(corners.reshape(-1, 3).astype(np.float32), faces, flat_normals.astype(np.float32))
