"""The head below hair and skin details: a signed distance, and points on its surface."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..shapes.solids import Array, ellipsoid, smooth_min
from ..spec import HeadSpec
from .surfaces import Reals

Some = NDArray[np.floating[Any]]

MIDDLE = np.array([0.0, 0.05, -0.02])
"""Where directions on the scalp start from."""

STEPS = 12
"""Rounds of walking to the surface; the error is then below 0.001 units."""


@dataclass(frozen=True, slots=True)
class Build:
    """What age does to a head: sizes in units, ``cheeks`` and ``chin`` as half widths."""

    wide: float
    cheeks: float
    chin: float
    brow: float
    eye: float
    eye_y: float
    nose: float


AGES = {
    "child": Build(1.08, 0.42, 0.20, 0.05, 1.24, -0.12, 0.78),
    "teen": Build(1.02, 0.36, 0.24, 0.0, 1.08, -0.06, 0.92),
    "adult": Build(0.99, 0.33, 0.27, 0.0, 1.0, -0.03, 1.0),
    "older": Build(0.99, 0.34, 0.28, 0.0, 0.93, -0.03, 1.12),
}


@dataclass(frozen=True, slots=True)
class Skull:
    """A head's shape; the fields as in ``HeadSpec``."""

    age: str = "adult"
    jaw: float = 0.0
    face_width: float = 1.0

    @property
    def build(self) -> Build:
        """The numbers of this age."""
        return AGES[self.age]

    def distance(self, x: Some, y: Some, z: Some) -> Array:
        """Signed distance without nose and ears, negative inside."""
        b, jaw = self.build, self.jaw * (1 if self.jaw > 0 else 1.6)
        x, y, z = (np.asarray(v, np.float32) for v in (np.abs(x) / self.face_width, y, z))
        d = ellipsoid((0, 0.12, -0.04), (b.wide + 0.06, 1.06, 1.08)).distance(x, y, z)
        low = ellipsoid((0, -0.32, 0.14), (0.76 + 0.11 * jaw, 0.64, 0.80)).distance(x, y, z)
        d = smooth_min(d, low, 0.42)
        cheek = ellipsoid((0.41, -0.37, 0.52), (b.cheeks + 0.04, b.cheeks, 0.36))
        d = smooth_min(d, cheek.distance(x, y, z), 0.30)
        if jaw > 0:
            corner = ellipsoid((0.50, -0.60, 0.22), np.array([0.13, 0.12, 0.16]) + 0.14 * jaw)
            d = smooth_min(d, corner.distance(x, y, z), 0.34)
        chin = ellipsoid((0, -0.76, 0.54), (b.chin + 0.12 * jaw, 0.20, 0.27))
        d = smooth_min(d, chin.distance(x, y, z), 0.26)
        return np.asarray(d, np.float32)

    def front(self, x: ArrayLike, y: ArrayLike, off: float = 0.0) -> Reals:
        """Depth (z) of the face's surface, ``off`` units outside the skin, at x and y."""
        x, y = np.broadcast_arrays(np.asarray(x, np.float64), np.asarray(y, np.float64))
        z = np.full(x.shape, 1.3)
        for _ in range(2 * STEPS):
            z = np.maximum(z - (self.distance(x, y, z) - off), -0.2)
        return z

    def on_face(self, x: ArrayLike, y: ArrayLike, off: float = 0.0) -> Reals:
        """Points (.., 3) on the face at x and y."""
        x, y = np.broadcast_arrays(np.asarray(x, np.float64), np.asarray(y, np.float64))
        return np.stack([x, y, self.front(x, y, off)], -1)

    def out(self, ways: ArrayLike, off: ArrayLike = 0.0) -> Reals:
        """Points (.., 3), ``off`` units outside the skin, seen from ``MIDDLE`` along ``ways``."""
        d, lift = np.asarray(ways, np.float64), np.asarray(off, np.float64)
        d = d / np.linalg.norm(d, axis=-1, keepdims=True)
        far = np.full(d.shape[:-1], 1.1)
        for _ in range(STEPS):
            p = MIDDLE + d * far[..., None]
            far = far - (self.distance(p[..., 0], p[..., 1], p[..., 2]) - lift)
        answer: Reals = MIDDLE + d * far[..., None]
        return answer

    def at(self, azimuth: ArrayLike, elevation: ArrayLike, off: ArrayLike = 0.0) -> Reals:
        """As ``out``, by degrees: azimuth 0 is the front, 90 the viewer's right."""
        return self.out(way(azimuth, elevation), off)

    def normal(self, points: ArrayLike) -> Reals:
        """The way out of the head at points (.., 3), unit length."""
        p, e = np.asarray(points, np.float64), 0.01
        x, y, z = p[..., 0], p[..., 1], p[..., 2]
        slope = np.stack(
            [
                np.asarray(self.distance(x + e, y, z) - self.distance(x - e, y, z)),
                np.asarray(self.distance(x, y + e, z) - self.distance(x, y - e, z)),
                np.asarray(self.distance(x, y, z + e) - self.distance(x, y, z - e)),
            ],
            -1,
        ).astype(np.float64)
        answer: Reals = slope / np.maximum(np.linalg.norm(slope, axis=-1, keepdims=True), 1e-9)
        return answer


def way(azimuth: ArrayLike, elevation: ArrayLike) -> Reals:
    """Unit vectors (.., 3) of two angles in degrees."""
    a, e = np.broadcast_arrays(np.radians(azimuth), np.radians(elevation))
    return np.stack([np.sin(a) * np.cos(e), np.sin(e), np.cos(a) * np.cos(e)], -1)


@lru_cache(maxsize=16)
def skull(spec: HeadSpec) -> Skull:
    """The skull of a spec."""
    return Skull(spec.age, spec.jaw, spec.face_width)
