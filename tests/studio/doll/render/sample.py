"""A tiny scene: a ball of triangles on a floor, a card with a texture, a film before them."""

from __future__ import annotations

import numpy as np

from facevalue.studio.doll.export.stand import disc
from facevalue.studio.doll.parts import Material, Mesh, Part
from facevalue.studio.doll.render.scene import Scene


def square(half: float, z: float, middle: float = 1.0) -> Mesh:
    """An upright square that looks to the viewer."""
    x, y = half, middle
    points = np.array([[-x, y - x, z], [x, y - x, z], [x, y + x, z], [-x, y + x, z]], np.float32)
    normals = np.tile(np.array([0, 0, 1], np.float32), (4, 1))
    uv = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32)
    return Mesh(points, np.array([[0, 1, 2], [0, 2, 3]], np.int32), normals, uv)


def scene(film: bool = True, seed: int = 0) -> Scene:
    """Something with every kind of surface, in a box of 2 units."""
    print_ = np.zeros((8, 8, 3), np.uint8)
    print_[:4] = (220, 40, 40)
    print_[4:] = (40, 40, 220)
    parts = [
        Part("card", square(1.0, -0.5), Material(texture=print_, roughness=0.5)),
        Part("disc", disc(0.6, 0.3), Material("#c98d68", clearcoat=0.3, flatness=0.3, sheen=0.1)),
        Part("metal", disc(0.2, 0.8), Material("#cccccc", metallic=0.9, roughness=0.2)),
    ]
    low, high = np.array([-1, 0, -0.6], np.float32), np.array([1, 2, 0.6], np.float32)
    return Scene(parts, square(0.9, 0.55) if film else None, (low, high), seed, (low, high))
