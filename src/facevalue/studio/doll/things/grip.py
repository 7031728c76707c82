"""How a hand holds a thing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..parts import Floats
from .relief import SAMPLES, relief

Turn = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Grip:
    """How a thing is held, in the coordinates that it is modelled in.

    ``at`` is in the middle of the fist, ``up`` points along the fist towards the thumb and
    ``front`` away from the palm. ``size`` is the largest side of the thing in the hand, in
    units of the doll; pieces named in ``without`` stay behind.
    """

    at: Turn
    up: Turn = (0, 1, 0)
    front: Turn = (0, 0, 1)
    size: float = 0.7
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """Where a built thing goes in a hand: ``mesh.placed(at, turn, scale)``.

    Afterwards the origin is the middle of the fist, +y runs along it towards the thumb, and
    the palm faces +z. Pieces named in ``without`` are left out.
    """

    at: Turn
    turn: Floats
    scale: float
    without: tuple[str, ...] = ()


LONG = 2.2
"""A charm that is this much longer than wide is held by its lower end, else from behind."""


def charm_grip(icon: str) -> Grip:
    """How a charm is held: a long one along its length, any other with its back on the palm."""
    found = relief(icon)
    rows, columns = np.nonzero(found.edge < 0)
    place = np.stack([columns / SAMPLES - 0.5, 0.5 - rows / SAMPLES], 1)
    middle = place.mean(0)
    strength, axes = np.linalg.eigh(np.cov((place - middle).T))
    if strength[1] < LONG**2 * strength[0]:
        return Grip((float(middle[0]), float(middle[1]) - 0.12, -0.1), size=0.6)
    along = axes[:, 1] if axes[1, 1] > 0 else -axes[:, 1]
    reach = (place - middle) @ along
    end = place[reach < reach.min() + 0.12].mean(0) + 0.1 * along
    return Grip(
        (float(end[0]), float(end[1]), 0.0), (float(along[0]), float(along[1]), 0.0), size=0.8
    )


def in_hand(grip: Grip, tilt: Floats, size: Floats, scale: float, middle: Floats) -> Held:
    """The placement that brings a grip to the origin and its axes to y and z.

    The thing was turned by ``tilt``, moved by ``-middle``, and scaled; ``size`` is what it has
    now (3).
    """
    up = np.asarray(grip.up, np.float32) / np.linalg.norm(grip.up)
    front = np.asarray(grip.front, np.float32)
    front = (front - up * (front @ up)).astype(np.float32)
    front /= np.linalg.norm(front)
    turn = (np.stack([np.cross(up, front), up, front]) @ tilt.T).astype(np.float32)
    share = grip.size / float(size.max())
    now = (tilt @ np.asarray(grip.at, np.float32) - middle) * scale
    x, y, z = (float(v) for v in -share * (turn @ now))
    return Held((x, y, z), turn, share, grip.without)
