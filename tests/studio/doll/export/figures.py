"""A little figure of balls and sheets to be exported, with the faults that real ones have."""

from __future__ import annotations

import numpy as np

from facevalue.studio.doll.parts import Material, Mesh, Part
from facevalue.studio.doll.shapes.field import Field, with_uv
from facevalue.studio.doll.shapes.solids import Solid, box, sphere


def meshed(solid: Solid, grain: float = 0.05) -> Mesh:
    """The surface of one solid."""
    return Field(solid.low - 0.2, solid.high + 0.2, grain).add(solid).mesh()


def sheet(size: float, at: tuple[float, float, float]) -> Mesh:
    """An open square that looks to the viewer."""
    x, y, z = at
    points = np.array(
        [[x, y, z], [x + size, y, z], [x + size, y + size, z], [x, y + size, z]], np.float32
    )
    normals = np.tile(np.array([0, 0, 1], np.float32), (4, 1))
    uv = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32)
    return Mesh(points, np.array([[0, 1, 2], [0, 2, 3]], np.int32), normals, uv)


def figure() -> list[Part]:
    """Two feet, a body, a head with a printed face, and a badge that is an open sheet."""
    head = meshed(sphere((0, 3.4, 0), 0.9), 0.03)
    face = np.zeros((64, 64, 3), np.uint8)
    face[:32] = (200, 30, 30)
    uv = np.clip((head.points[:, :2] - [-0.9, 2.5]) / 1.8, 0, 1)
    skin = Material(texture=face, roughness=0.4, clearcoat=0.2)
    return [
        Part("foot left", meshed(box((-0.4, 0.2, 0), (0.25, 0.2, 0.4), 0.1)), Material("#884422")),
        Part("foot right", meshed(box((0.4, 0.2, 0), (0.25, 0.2, 0.4), 0.1)), Material("#884422")),
        Part("body", meshed(box((0, 1.5, 0), (0.7, 1.3, 0.5), 0.2)), Material("#d08a5e")),
        Part("head", with_uv(head, uv), skin),
        Part("badge", sheet(0.3, (-0.15, 1.6, 0.5)), Material("#ffffff")),
    ]
