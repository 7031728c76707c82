"""How the doll stands or sits: its joints, and which way hands and feet point.

Lengths are those of a grown-up doll. The doll's left is +x, the viewer's right.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..parts import rotation
from ..shapes.vectors import unit
from ..spec import BodySpec

Vectors = NDArray[np.float64]

SIDES = (-1, 1)
"""The doll's right and left, as signs of x."""

SEAT = -0.50
"""How much lower the trunk is when the doll sits."""

WHEEL = 0.58
AXLE = (0.56, 0.58, -0.10)
"""Radius of a wheelchair's wheels and the middle of its left one."""


@dataclass(frozen=True, slots=True, eq=False)
class Arm:
    """Joints of an arm, and its hand: ``hand`` a kind of hand, ``turn`` its 3 x 3 rotation.

    A hand is modelled hanging: fingers to -y, thumb to +z, palm towards the body.
    """

    side: int
    shoulder: Vectors
    elbow: Vectors
    wrist: Vectors
    hand: str
    turn: Vectors

    def path(self, steps: int = 11) -> Vectors:
        """Points from inside the shoulder to the wrist, bent softly at the elbow."""
        return bent([self.shoulder, self.elbow, self.wrist], steps)


@dataclass(frozen=True, slots=True, eq=False)
class Leg:
    """Joints of a leg and the foot's rotation about y in degrees, toes to +z."""

    side: int
    hip: Vectors
    knee: Vectors
    ankle: Vectors
    foot: float

    def path(self, steps: int = 12) -> Vectors:
        """Points from hip to ankle, bent softly at the knee."""
        return bent([self.hip, self.knee, self.ankle], steps)


@dataclass(frozen=True, slots=True, eq=False)
class Joints:
    """All of it. The trunk is modelled standing; ``drop`` moves all but the legs (seated)."""

    arms: tuple[Arm, Arm]
    legs: tuple[Leg, Leg]
    drop: float
    seated: bool


def bent(corners: list[Vectors], steps: int) -> Vectors:
    """A line through three corners, round at the middle one over a third of each side."""
    a, b, c = (np.asarray(corner, np.float64) for corner in corners)
    start, end = b + (a - b) * 0.3, b + (c - b) * 0.3
    t = np.linspace(0, 1, 5)[:, None]
    turn = (1 - t) ** 2 * start + 2 * t * (1 - t) * b + t * t * end
    before = max((steps - 5) // 2, 2)
    first = a + (start - a) * np.linspace(0, 1, before, endpoint=False)[:, None]
    last = end + (c - end) * np.linspace(0, 1, steps - 5 - before + 1)[1:, None]
    return np.concatenate([first, turn, last])


def _hand(fingers: ArrayLike, thumb: ArrayLike) -> Vectors:
    """The rotation of a hand whose fingers and thumb point that way."""
    up = -unit(fingers)
    t = np.asarray(thumb, np.float64)
    ahead = unit(t - up * (t @ up))
    return np.stack([np.cross(up, ahead), up, ahead], 1)


SHOULDER = (0.375, 2.165, -0.012)

ARMS: dict[str, tuple[tuple[float, float, float], ...]] = {
    # elbow, wrist, fingers' direction, thumb's direction: of the left arm (mirrored for the right)
    "relaxed": ((0.575, 1.815, -0.04), (0.655, 1.405, 0.07), (0.06, -1, 0.10), (-0.45, 0, 1)),
    "wave": ((0.73, 1.93, 0.10), (1.00, 2.22, 0.28), (0.42, 0.9, 0.05), (-0.9, 0.42, 0.1)),
    "hips": ((0.80, 1.84, -0.12), (0.535, 1.535, 0.13), (-0.62, -0.55, 0.35), (0.25, 0.3, 1)),
    "cheer": ((0.77, 2.03, 0.10), (1.05, 2.34, 0.25), (0.5, 0.86, 0.08), (-0.86, 0.5, 0.15)),
    "holds": ((0.63, 1.83, 0.02), (0.89, 1.83, 0.40), (0.42, 0.18, 0.9), (0.10, 1, -0.16)),
    "rims": ((0.655, 1.83, -0.24), (0.735, 1.69, 0.09), (0.02, -0.86, 0.5), (-0.25, 0.45, 1)),
}
"""Arms by what they do."""

HANDS = {
    "relaxed": "relaxed",
    "wave": "open",
    "hips": "fist",
    "cheer": "open",
    "holds": "grip",
    "rims": "grip",
}


def _arm(side: int, doing: str) -> Arm:
    mirror = np.array([side, 1, 1], np.float64)
    elbow, wrist, fingers, thumb = (np.array(v) * mirror for v in ARMS[doing])
    turn = _hand(fingers, thumb)
    return Arm(side, np.array(SHOULDER) * mirror, elbow, wrist, HANDS[doing], turn)


def _doing(spec: BodySpec) -> tuple[str, str]:
    """What the right and the left arm do."""
    resting = "rims" if spec.seated else "relaxed"
    both = {"relaxed": (resting, resting), "wave": ("wave", resting)}
    right, left = both.get(spec.pose, (spec.pose, spec.pose))
    if spec.seated and spec.pose == "hips":
        right, left = resting, resting
    return right, "holds" if spec.holds else left


STANDING = {
    -1: ((-0.185, 1.34, 0.0), (-0.225, 0.73, 0.03), (-0.235, 0.16, -0.03), -9.0),
    1: ((0.185, 1.34, 0.0), (0.255, 0.73, 0.07), (0.285, 0.16, 0.02), 20.0),
}
"""Hip, knee, ankle, and the foot's turn: weight on the right leg, the left one at ease."""

SITTING = {
    -1: ((-0.185, 0.84, 0.02), (-0.20, 0.86, 0.62), (-0.19, 0.33, 0.78), -4.0),
    1: ((0.185, 0.84, 0.02), (0.20, 0.86, 0.62), (0.19, 0.33, 0.78), 4.0),
}


def _leg(side: int, seated: bool) -> Leg:
    hip, knee, ankle, foot = (SITTING if seated else STANDING)[side]
    return Leg(side, np.array(hip), np.array(knee), np.array(ankle), foot)


def joints(spec: BodySpec) -> Joints:
    """Where everything is for a spec, before it is scaled. Raises KeyError for unknown poses."""
    right, left = _doing(spec)
    arms = _arm(-1, right), _arm(1, left)
    legs = _leg(-1, spec.seated), _leg(1, spec.seated)
    return Joints(arms, legs, SEAT if spec.seated else 0.0, spec.seated)


def foot_turn(leg: Leg) -> Vectors:
    """The rotation of a foot."""
    return np.asarray(rotation(0, leg.foot, 0), np.float64)
