"""What is rendered and exported: triangles with a surface.

Axes: x to the viewer's right, y up, z towards the viewer. The stand's top is y = 0; a grown-up
doll is about 4.9 units high.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Mesh:
    """Triangles.

    ``points`` n x 3, ``faces`` m x 3 (counter-clockwise seen from outside), ``normals`` n x 3
    (unit length), ``uv`` n x 2 in 0..1 with v upwards, or None.
    """

    points: Floats
    faces: Ints
    normals: Floats
    uv: Floats | None = None

    def placed(
        self, at: tuple[float, float, float], turn: Floats | None = None, scale: float = 1.0
    ) -> Mesh:
        """Scaled, turned by a 3 x 3 rotation, then moved."""
        spin = np.eye(3, dtype=np.float32) if turn is None else np.asarray(turn, np.float32)
        points = (self.points * np.float32(scale)) @ spin.T + np.asarray(at, np.float32)
        normals = self.normals @ spin.T
        return replace(
            self,
            points=np.ascontiguousarray(points, np.float32),
            normals=np.ascontiguousarray(normals, np.float32),
        )

    def bounds(self) -> tuple[Floats, Floats]:
        """The lowest and the highest corner, 3 each."""
        return self.points.min(0), self.points.max(0)


def bounds(meshes: Iterable[Mesh]) -> tuple[Floats, Floats]:
    """The lowest and the highest corner of several meshes, 3 each."""
    each = [mesh.bounds() for mesh in meshes]
    return np.min([low for low, _ in each], 0), np.max([high for _, high in each], 0)


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """A surface, in the terms of the "Disney principled" model (Burley 2012).

    ``colour`` is ``#rrggbb``; ``texture`` (height x width x 3, uint8, sRGB) takes its place
    where there is one. The numbers are in 0..1.
    """

    colour: str = "#cccccc"
    texture: Pixels | None = None
    roughness: float = 0.4
    specular: float = 0.5
    clearcoat: float = 0.0
    clearcoat_gloss: float = 0.9
    metallic: float = 0.0
    sheen: float = 0.0
    flatness: float = 0.0


VINYL = Material(roughness=0.36, specular=0.45, clearcoat=0.2, clearcoat_gloss=0.8)
"""What the doll is cast in."""


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A modelled part before it has a colour: ``role`` names the material it will get."""

    name: str
    mesh: Mesh
    role: str


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A part ready to be rendered."""

    name: str
    mesh: Mesh
    material: Material

    def placed(
        self, at: tuple[float, float, float], turn: Floats | None = None, scale: float = 1.0
    ) -> Part:
        """As ``Mesh.placed``."""
        return replace(self, mesh=self.mesh.placed(at, turn, scale))


def rotation(x: float = 0, y: float = 0, z: float = 0) -> Floats:
    """The 3 x 3 matrix that turns about x, then y, then z, by degrees."""
    a, b, c = np.radians([x, y, z])
    about_x = [[1, 0, 0], [0, np.cos(a), -np.sin(a)], [0, np.sin(a), np.cos(a)]]
    about_y = [[np.cos(b), 0, np.sin(b)], [0, 1, 0], [-np.sin(b), 0, np.cos(b)]]
    about_z = [[np.cos(c), -np.sin(c), 0], [np.sin(c), np.cos(c), 0], [0, 0, 1]]
    turn: Floats = (np.array(about_z) @ np.array(about_y) @ np.array(about_x)).astype(np.float32)
    return turn
