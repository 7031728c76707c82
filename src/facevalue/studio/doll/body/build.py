"""The body of a doll, dressed: pieces ready for their colours, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ..anatomy import BODY_SCALE, NECK_TOP
from ..parts import Floats, Mesh, Piece
from ..spec import BodySpec
from .catalogue import OUTFITS
from .chair import chair
from .fit import Fit
from .hands import GRIP
from .pose import Joints, joints

BACK = -0.16
"""How far a sitter is moved back, so that the chair is over the stand's middle."""

Point = tuple[float, float, float]
Vectors = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Grip:
    """Where a held thing goes: ``at`` is the middle of the closed hand.

    ``turn`` (3 x 3) is for a thing that stands upright and faces +z: its y axis comes to lie
    along the grip, out at the thumb, and it keeps facing the viewer as far as it can.
    """

    at: Point
    turn: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Stance:
    """How the body stands, in final coordinates.

    ``neck`` is the upper end of the neck, ``scale`` the size by age, ``height`` that of the
    neck's upper end, ``footprint`` the radius about the origin within which all feet or
    wheels touch the ground.
    """

    neck: Point
    scale: float
    hand: Grip
    height: float
    footprint: float


def build(spec: BodySpec, grain: float) -> tuple[Piece, ...]:
    """The pieces of a dressed body, standing on y = 0, for a grid step of ``grain`` units.

    Raises KeyError for an outfit or pose that is not known.
    """
    scale = BODY_SCALE[spec.age]
    fit = Fit(joints(spec), 0.85 * grain / scale)
    OUTFITS[spec.outfit](fit)
    if spec.seated:
        chair(fit)
    shape = _Shape(spec, fit.joints)
    return tuple(replace(piece, mesh=shape.finished(piece.mesh)) for piece in fit.pieces)


def stance(spec: BodySpec) -> Stance:
    """Where the head, a held thing and the stand go."""
    shape = _Shape(spec, joints(spec))
    neck = shape.placed(np.array([[0, NECK_TOP + shape.joints.drop, 0.0]]))[0]
    left = shape.joints.arms[1]
    middle = left.wrist + left.turn @ np.array(GRIP) + [0, shape.joints.drop, 0]
    grip = Grip(_point(shape.placed(middle[None])[0]), _facing(left.turn[:, 2]))
    footprint = (0.98 if spec.seated else 0.72) * shape.scale * shape.wide
    return Stance(_point(neck), shape.scale, grip, float(neck[1]), footprint)


def _point(v: Vectors) -> Point:
    return float(v[0]), float(v[1]), float(v[2])


def _facing(up: Vectors) -> Floats:
    """The rotation that brings y to ``up`` and keeps z as near to the viewer as it can."""
    ahead = np.array([0, 0, 1.0]) - up * up[2]
    ahead /= np.linalg.norm(ahead)
    turn: Floats = np.stack([np.cross(up, ahead), up, ahead], 1).astype(np.float32)
    return turn


@dataclass(frozen=True, slots=True, eq=False)
class _Shape:
    """The last change to all points: a little weight on one leg, and the size by age."""

    spec: BodySpec
    joints: Joints

    @property
    def scale(self) -> float:
        return BODY_SCALE[self.spec.age]

    @property
    def wide(self) -> float:
        """How much stockier a child is."""
        return {"child": 1.08, "teen": 1.02}.get(self.spec.age, 1.0)

    def placed(self, points: Vectors) -> Vectors:
        """Final places of points, n x 3."""
        p = np.array(points, np.float64)
        if not self.joints.seated:
            p[:, 0] += _sway(p[:, 1])
        else:
            p[:, 2] += BACK
        return p * [self.scale * self.wide, self.scale, self.scale * self.wide]

    def finished(self, mesh: Mesh) -> Mesh:
        """The mesh in its final place; normals follow the stretching."""
        points = self.placed(mesh.points.astype(np.float64))
        normals = mesh.normals.astype(np.float64) / [self.wide, 1, self.wide]
        if not self.joints.seated:
            y = mesh.points[:, 1].astype(np.float64)
            slope = (_sway(y + 0.01) - _sway(y - 0.01)) / 0.02
            normals = normals - np.stack([0 * y, slope * normals[:, 0], 0 * y], 1)
        normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
        return replace(
            mesh,
            points=np.ascontiguousarray(points, np.float32),
            normals=np.ascontiguousarray(normals, np.float32),
        )


def _sway(heights: Vectors) -> Vectors:
    """Sideways shift by height: the hip out over the leg that carries the weight."""
    y = np.asarray(heights, np.float64)
    answer: Vectors = np.interp(
        y, [0, 0.2, 0.7, 1.0, 1.3, 1.55, 1.9, 2.2, 9],
        [0, 0.0, -0.020, -0.036, -0.042, -0.034, -0.010, 0.0, 0.0],
    )  # fmt: skip
    return answer
