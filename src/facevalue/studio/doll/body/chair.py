"""A modern active wheelchair: cambered wheels with push rims, a low back, a rigid frame.

It stands on y = 0; the sitter's hips are above z = 0, and the footplate is in front.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..parts import Floats, Mesh, rotation
from ..shapes.solids import spline
from .fit import Fit
from .pose import AXLE, SIDES, WHEEL
from .sheets import cord, joined, slab
from .turned import block, turned

Vectors = NDArray[np.float64]

CAMBER = 5.0
"""Degrees that the wheels lean in at the top."""


def chair(fit: Fit) -> None:
    """Add the chair's pieces; roles tyre, rim, spokes, hub, frame, seat."""
    wheels: dict[str, list[Mesh]] = {}
    for side in SIDES:
        at = (side * AXLE[0], AXLE[1], AXLE[2])
        for role, mesh in _wheel(side).items():
            wheels.setdefault(role, []).append(mesh.placed(at, _lean(side)))
    for role, mesh in _casters().items():
        wheels.setdefault(role, []).append(mesh)
    for role, meshes in wheels.items():
        fit.stand(role, joined(meshes), name=f"chair_{role}")
    fit.stand("frame", *_frame(), name="chair_frame")
    fit.stand("seat", _cushion(), _back(), name="chair_seat")
    fit.stand("grip", *_handles(), name="chair_grips")


def _lean(side: int) -> Floats:
    return rotation(0, 0, side * CAMBER)


def _ring(radius: float, x: float, steps: int = 72) -> Vectors:
    turn = np.linspace(0, 2 * np.pi, steps, endpoint=False)
    return np.stack([np.full(steps, x), radius * np.cos(turn), radius * np.sin(turn)], 1)


def _wheel(side: int) -> dict[str, Mesh]:
    """A wheel about the x axis, outer side towards ``side``."""
    out = side * 0.062
    spokes = []
    for angle in np.linspace(0, 2 * np.pi, 18, endpoint=False):
        tip = np.array([0, np.cos(angle), np.sin(angle)])
        lean = np.array([side * 0.028, 0.05 * np.cos(angle + 1.2), 0.05 * np.sin(angle + 1.2)])
        spokes.append(cord([lean, tip * (WHEEL - 0.05)], 0.0155, sides=6))
    for angle in np.linspace(0.2, 2 * np.pi + 0.2, 6, endpoint=False):
        tip = np.array([0, np.cos(angle), np.sin(angle)])
        ends = [tip * (WHEEL - 0.05), tip * (WHEEL - 0.085) + [out, 0, 0]]
        spokes.append(cord(ends, 0.0165, sides=6))
    profile = [(0.05, -0.075), (0.065, -0.06), (0.065, 0.05), (0.05, 0.07), (0.03, 0.08)]
    return {
        "tyre": cord(_ring(WHEEL - 0.034, 0.0), 0.036, closed=True, sides=12),
        "rim": joined([
            cord(_ring(WHEEL - 0.075, 0.0), 0.024, closed=True),
            cord(_ring(WHEEL - 0.085, out), 0.0215, closed=True, sides=10),
        ]),
        "spokes": joined(spokes),
        "hub": turned(profile, (0, 0, 0), (side, 0, 0)),
    }  # fmt: skip


def _casters() -> dict[str, Mesh]:
    """Small front wheels with their forks."""
    tyres, hubs, forks = [], [], []
    for side in SIDES:
        at = np.array([side * 0.33, 0.115, 0.40])
        tyres.append(cord(_ring(0.078, 0.0, 32) + at, 0.037, closed=True, sides=12))
        hubs.append(turned([(0.06, -0.03), (0.06, 0.03)], at, (1, 0, 0)))
        legs = [at + np.array([[off, 0, 0], [off, 0.15, 0.02]]) for off in (-0.052, 0.052)]
        forks += [cord(leg, 0.018) for leg in legs]
        bridge = [at + np.array([-0.052, 0.15, 0.02]), at + np.array([0.052, 0.15, 0.02])]
        stem = np.array([at + np.array([0, 0.15, 0.02]), [side * 0.315, 0.60, 0.40]])
        forks += [cord(bridge, 0.022), cord(stem, 0.030)]
    return {"tyre": joined(tyres), "hub": joined(hubs), "frame": joined(forks)}


def _frame() -> list[Mesh]:
    """Side tubes from the back to the footplate, cross bars, axle, back posts, footplate."""
    made = []
    for side in SIDES:
        side_tube = [
            (side * 0.315, 0.62, -0.30), (side * 0.315, 0.62, 0.10), (side * 0.31, 0.61, 0.42),
            (side * 0.27, 0.50, 0.60), (side * 0.23, 0.30, 0.69), (side * 0.20, 0.145, 0.745),
        ]  # fmt: skip
        made.append(cord(spline(side_tube, 28), 0.030, sides=10))
        post = [
            (side * 0.315, 0.60, -0.28),
            (side * 0.315, 0.92, -0.33),
            (side * 0.30, 1.24, -0.37),
        ]
        made.append(cord(spline(post, 12), 0.027, sides=10))
        made.append(_guard(side))
        strut = [(side * 0.315, 0.62, -0.06), (side * 0.40, AXLE[1], AXLE[2])]
        made.append(cord(strut, 0.034))
    half = AXLE[0] - 0.02
    made.append(cord([(-half, AXLE[1], AXLE[2]), (half, AXLE[1], AXLE[2])], 0.032))
    made.append(cord([(-0.315, 0.62, 0.40), (0.315, 0.62, 0.40)], 0.024))
    made.append(cord([(-0.20, 0.145, 0.745), (0.20, 0.145, 0.745)], 0.026))
    made.append(block((0, 0.142, 0.86), (0.25, 0.027, 0.17), edge=0.25))
    return made


def _guard(side: int) -> Mesh:
    """A guard between wheel and clothes."""
    z = np.linspace(-0.26, 0.26, 9)
    top = 0.80 + 0.07 * np.cos(z * 5.2)
    y = 0.60 + (top - 0.60)[:, None] * np.linspace(0, 1, 4)[None]
    grid = np.stack([np.full(y.shape, side * 0.345), y, np.broadcast_to(z[:, None], y.shape)], -1)
    return slab(grid, 0.034)


def _cushion() -> Mesh:
    return block((0, 0.645, 0.07), (0.325, 0.055, 0.36), edge=0.35)


def _back() -> Mesh:
    """The upholstery of the low backrest."""
    x = np.linspace(-0.325, 0.325, 13)
    y = np.linspace(0.72, 1.20, 8)
    depth = -0.36 + 0.6 * x[:, None] ** 2 - 0.08 * (y[None] - 0.72)
    grid = np.stack(
        [np.broadcast_to(x[:, None], depth.shape), np.broadcast_to(y, depth.shape), depth], -1
    )
    return slab(grid, 0.055)


def _handles() -> list[Mesh]:
    """Rubber ends of the back posts."""
    return [
        cord([(side * 0.30, 1.235, -0.37), (side * 0.30, 1.245, -0.50)], 0.034) for side in SIDES
    ]
