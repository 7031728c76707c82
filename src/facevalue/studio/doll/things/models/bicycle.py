"""A bicycle, made of tubes."""

from __future__ import annotations

import numpy as np

from ...parts import Material
from ...shapes.solids import curve, spline
from ...shapes.turned import joined, lathe, sweep
from ..kit import Look, Pieces, gloss, metal, piece, posed, satin
from ..plates import Outline, brick, plate, smooth

REAR, FRONT, RADIUS = (-0.44, -0.22), (0.46, -0.22), 0.29
CRANK, SEAT, HEAD, FORK = (-0.10, -0.24), (-0.22, 0.20), (0.30, 0.24), (0.335, 0.10)
"""Where tubes meet, in the plane of the bicycle; the viewer sees its drive side."""


def bicycle(_step: float) -> Pieces:
    """Two spoked wheels, a diamond frame, saddle, bent handlebar, pedals and chain."""
    return [*_wheels(), *_frame(), *_seat(), *_drive()]


def _flat(*points: tuple[float, float], z: float = 0.0) -> list[tuple[float, float, float]]:
    return [(x, y, z) for x, y in points]


def _circle(radius: float, count: int = 44) -> Outline:
    turn = np.linspace(0, 2 * np.pi, count, endpoint=False)
    return np.column_stack([radius * np.cos(turn), radius * np.sin(turn), 0 * turn])


def _wheels() -> Pieces:
    """Tyre, rim, hub and crossing spokes."""
    tyre = sweep(_circle(RADIUS, 48), 0.028, 12, closed=True)
    rim = sweep(_circle(RADIUS - 0.03, 48), 0.014, 8, closed=True)
    hub = lathe(
        [(0, -0.045), (0.03, -0.045), (0.02, -0.02), (0.02, 0.02), (0.03, 0.045), (0, 0.045)], 20
    )
    spokes = [posed(hub, tilt=(90, 0, 0))]
    for at in range(20):
        angle, side = 2 * np.pi * at / 20, 1 if at % 2 else -1
        start = angle + side * 0.9
        spokes.append(
            sweep(
                [
                    (0.026 * np.cos(start), 0.026 * np.sin(start), 0.03 * side),
                    ((RADIUS - 0.03) * np.cos(angle), (RADIUS - 0.03) * np.sin(angle), 0),
                ],
                0.0048,
                5,
            )
        )
    inner = joined(*spokes)
    both = [(x, y, 0.0) for x, y in (REAR, FRONT)]
    return [
        piece("tyres", "tyre", joined(*(tyre.placed(at) for at in both))),
        piece("rims", "metal", joined(*(rim.placed(at) for at in both))),
        piece("spokes", "metal", joined(*(inner.placed(at) for at in both))),
    ]


def _frame() -> Pieces:
    """The diamond, with stays to either side of the rear wheel and a bent fork in front."""
    tubes = [
        sweep(_flat(CRANK, SEAT), 0.026, 12), sweep(_flat(SEAT, HEAD), 0.024, 12),
        sweep(_flat(CRANK, FORK), 0.03, 12), sweep(_flat((0.285, 0.29), FORK), 0.031, 12),
    ]  # fmt: skip
    for side in (-1, 1):
        z = 0.05 * side
        tubes.append(sweep([(*CRANK, 0.02 * side), (-0.25, -0.23, z), (*REAR, z)], 0.014, 10))
        tubes.append(sweep([(-0.21, 0.15, 0.0), (-0.25, 0.06, z), (*REAR, z)], 0.014, 10))
        tubes.append(sweep(curve([(0.335, 0.09, 0.0), (0.36, 0.02, z * 1.2), (0.40, -0.12, z),
                                  (*FRONT, z)], 10), 0.016, 10))  # fmt: skip
    bands = [sweep(_flat((0.312, 0.196), (0.316, 0.18)), 0.034, 14)]
    return [piece("frame", "paint", joined(*tubes)), piece("band", "cream", joined(*bands))]


def _seat() -> Pieces:
    """Saddle and handlebar on their posts."""
    post = sweep(_flat(SEAT, (-0.255, 0.32)), 0.017, 10)
    stem = sweep([(0.285, 0.28, 0), (0.272, 0.36, 0), (0.32, 0.40, 0)], 0.018, 10)
    bar = spline([(0.20, 0.40, -0.2), (0.26, 0.415, -0.2), (0.35, 0.41, -0.13), (0.32, 0.40, 0),
                  (0.35, 0.41, 0.13), (0.26, 0.415, 0.2), (0.20, 0.40, 0.2)], 44)  # fmt: skip
    grips = [sweep([(0.15, 0.392, z), (0.235, 0.41, z)], 0.026, 12) for z in (-0.2, 0.2)]
    half = [(0.15, 0.02), (0.05, 0.035), (-0.06, 0.085), (-0.13, 0.07)]
    line = smooth([*half, (-0.145, 0.0), *((x, -y) for x, y in half[::-1])], 40)
    saddle = posed(plate(line, 0.028, 0.024), (-0.25, 0.345, 0), (-90, 0, 0))
    bell = lathe([(0, 0), (0.028, 0), (0.024, 0.022), (0, 0.03)], 20).placed((0.345, 0.43, 0.08))
    return [
        piece("posts", "metal", joined(post, stem, sweep(bar, 0.015, 10), bell)),
        piece("grips", "leather", joined(*grips)),
        piece("saddle", "leather", saddle),
    ]  # fmt: skip


def _drive() -> Pieces:
    """Chainring, cranks, pedals and the chain."""
    x, y = CRANK
    ring = lathe(
        [(0.055, -0.008), (0.085, -0.008), (0.085, 0.008), (0.055, 0.008), (0.055, -0.008)],
        60,
        0,
        (20, 0.004),
    )
    spoke = brick((0.07, 0.012, 0.006), 0.005)
    cross = [posed(spoke, tilt=(0, 0, turn)) for turn in (0, 60, 120)]
    wheel = joined(posed(ring, tilt=(90, 0, 0)), *cross)
    cog = lathe([(0, -0.01), (0.045, -0.01), (0.045, 0.01), (0, 0.01)], 40, 0, (12, 0.004))
    small = posed(cog, (*REAR, 0.04), (90, 0, 0))
    arms, pedals = [], []
    for side, (dx, dy) in ((1, (0.09, -0.09)), (-1, (-0.09, 0.09))):
        arms.append(sweep([(x, y, 0.06 * side), (x + dx, y + dy, 0.085 * side)], 0.015, 10))
        pedals.append(brick((0.055, 0.016, 0.04), 0.012).placed((x + dx, y + dy, 0.13 * side)))
    chain = [
        sweep([(x - 0.02 * way, y + 0.084 * way, 0.045), (REAR[0], REAR[1] + 0.045 * way, 0.045)],
              0.009, 6) for way in (-1, 1)
    ]  # fmt: skip
    axle = sweep([(x, y, -0.07), (x, y, 0.07)], 0.022, 12)
    return [
        piece("drive", "metal", joined(wheel.placed((x, y, 0.045)), small, *arms, axle)),
        piece("pedals", "tyre", joined(*pedals)), piece("chain", "chain", joined(*chain)),
    ]  # fmt: skip


def bicycle_look(accent: str) -> Look:
    """A painted frame, chrome and brown leather."""
    return {
        "paint": gloss(accent), "cream": gloss("#fff3dc"), "metal": metal("#d9dce0", 0.22),
        "tyre": Material("#26272b", roughness=0.6), "chain": metal("#6d7077", 0.35),
        "leather": satin("#7a4526"),
    }  # fmt: skip
