"""Hands with five fingers, each a chain of three joints that bend towards the palm.

Modelled as the doll's left hand, hanging: the wrist is the origin, fingers to -y, thumb to +z,
palm to -x. The right hand is its mirror image.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ..parts import Mesh
from ..shapes.field import Field
from ..shapes.solids import box, capsule, tube
from ..shapes.turned import mirrored
from .columns import limb

Vectors = NDArray[np.float64]

GRIP = (-0.103, -0.157, 0.0)
"""Middle of what a gripping hand holds; it runs along z."""


@dataclass(frozen=True, slots=True)
class Hold:
    """How a hand is held, in degrees.

    ``curl``: how far each joint of the index finger bends; ``more``: added per finger towards
    the little one; ``fan``: between two fingers. ``thumb``: points of it, from its root.
    """

    curl: tuple[float, float, float]
    more: float
    fan: float
    thumb: tuple[tuple[float, float, float], ...]


HOLDS = {
    "relaxed": Hold(
        (14, 26, 20), 6, 7.0,
        ((0.0, -0.05, 0.055), (-0.035, -0.115, 0.135), (-0.065, -0.19, 0.155),
         (-0.08, -0.25, 0.150)),
    ),
    "open": Hold(
        (3, 5, 4), 1, 10.0,
        ((0.0, -0.05, 0.05), (-0.02, -0.10, 0.145), (-0.025, -0.145, 0.215),
         (-0.02, -0.185, 0.265)),
    ),
    "fist": Hold(
        (78, 98, 62), 2, 0.6,
        ((0.0, -0.05, 0.06), (-0.05, -0.12, 0.135), (-0.115, -0.20, 0.105),
         (-0.125, -0.235, 0.03)),
    ),
    "grip": Hold(
        (35, 45, 50), 2, 1.0,
        ((0.0, -0.05, 0.06), (-0.07, -0.085, 0.130), (-0.150, -0.125, 0.132),
         (-0.195, -0.180, 0.105)),
    ),
}  # fmt: skip

LENGTHS = (0.178, 0.200, 0.184, 0.148)
THICK = (0.0310, 0.0320, 0.0305, 0.0270)
"""Index to little finger, in units."""


def _finger(which: int, hold: Hold) -> Vectors:
    """Four points of a finger, from its knuckle on."""
    place = 0.088 - 0.0605 * which
    point = np.array([0.012 - 0.01 * abs(which - 1), -0.200 + 0.012 * abs(which - 1), place])
    points, bend = [point], 0.0
    sideways = np.radians(hold.fan * (1.3 - which))
    for share, curl in zip((0.44, 0.31, 0.25), hold.curl, strict=True):
        bend += np.radians(curl + hold.more * which)
        way = [-np.sin(bend), -np.cos(bend) * np.cos(sideways), np.cos(bend) * np.sin(sideways)]
        points.append(points[-1] + np.array(way) * LENGTHS[which] * share)
    return np.array(points)


STUB = ((0.0, 0.09, 0.0, 0.080), (0.0, 0.0, 0.0, 0.078))
"""The end of a forearm that hangs straight above its hand: places and radii."""

Rod = tuple[tuple[float, float, float, float], ...]


@lru_cache(maxsize=32)
def hand(
    kind: str, grain: float, forearm: Rod = STUB, *, right: bool = False, glove: float = 0.0
) -> Mesh:
    """A hand of a kind in ``HOLDS``, grown out of its forearm.

    ``forearm`` are points and radii (x, y, z, r) in the left hand's coordinates, ending at the
    wrist. ``glove`` is how much thicker a gloved one is on all sides.
    """
    hold = HOLDS[kind]
    thumb, arm = np.array(hold.thumb), np.array(forearm)
    bones = [_finger(i, hold) for i in range(4)]
    ends = np.concatenate([*bones, thumb, arm[:, :3]])
    low = np.minimum(ends.min(0), [-0.09, -0.2, -0.15]) - 0.16
    high = np.maximum(ends.max(0), [0.08, 0.12, 0.14]) + 0.16
    field = Field(low, high, grain)
    field.add(limb(arm[:, :3], arm[:, 3]))
    field.add(capsule((0, 0.01, 0), (0, -0.06, 0), 0.076, 0.084, (0.9, 1, 1)), 0.05)
    field.add(box((0, -0.115, 0.0), (0.052, 0.105, 0.118), 0.05), 0.05)
    field.add(capsule((-0.012, -0.07, 0.05), (-0.015, -0.13, 0.075), 0.055, 0.048), 0.03)
    for bone, thick in zip(bones, THICK, strict=True):
        radii = [thick * 1.05, thick * 1.02, thick * 0.98, thick * 0.86]
        field.add(tube(bone, radii), 0.009)
    field.add(tube(thumb, (0.052, 0.046, 0.040, 0.033)), 0.022)
    field.values -= np.float32(glove)
    mesh = field.mesh()
    return mirrored(mesh) if right else mesh
