"""A plant in its pot."""

from __future__ import annotations

import numpy as np

from ...parts import Material, Mesh
from ...shapes.turned import joined, lathe, sweep
from ..kit import Look, Pieces, gloss, matte, piece, posed, satin
from ..plates import sheet


def plant(_step: float) -> Pieces:
    """A pot with a plant of broad leaves."""
    pot = lathe([(0, -0.5), (0.2, -0.5), (0.27, -0.2), (0.31, -0.2), (0.325, -0.06), (0.275, -0.06),
                 (0.26, -0.12), (0, -0.12)], 64, 0.02)  # fmt: skip
    saucer = lathe(
        [(0, -0.53), (0.25, -0.53), (0.3, -0.47), (0.27, -0.465), (0.22, -0.5), (0, -0.5)],
        64,
        0.012,
    )
    soil = lathe([(0, -0.16), (0.27, -0.16), (0.27, -0.105), (0, -0.085)], 40, 0.01)
    stripe = lathe(
        [(0.225, -0.40), (0.2335, -0.40), (0.248, -0.32), (0.236, -0.32), (0.225, -0.40)], 64, 0.004
    )
    grown = [_leaf(*row) for row in _LEAVES]
    leaves, veins, stems = (joined(*meshes) for meshes in zip(*grown, strict=True))
    return [
        piece("pot", "pot", pot), piece("saucer", "pot", saucer), piece("soil", "soil", soil),
        piece("stripe", "stripe", stripe), piece("leaves", "leaf", leaves),
        piece("veins", "vein", veins), piece("stems", "stem", stems),
    ]  # fmt: skip


_LEAVES = (
    (70, 16, 0.66, 0.17, 0.06), (118, 20, 0.62, 0.165, 0.05), (20, 44, 0.58, 0.16, 0.02),
    (160, 46, 0.58, 0.16, 0.02), (262, 22, 0.50, 0.15, 0.04), (345, 68, 0.50, 0.15, -0.02),
    (195, 70, 0.50, 0.15, -0.02), (238, 58, 0.46, 0.15, 0.0), (303, 56, 0.46, 0.15, 0.0),
)  # fmt: skip
"""Each leaf: turn about the stem, lean from upright, length, half width, start above the soil."""


def _leaf(
    spin: float, lean: float, long: float, wide: float, low: float
) -> tuple[Mesh, Mesh, Mesh]:
    """A leaf that bends outwards, with its vein and stem.

    It is made leaning to +x, rolled so that the viewer sees its top, and then turned.
    """
    roll = np.radians(38 * np.cos(np.radians(spin)))
    t = np.linspace(0, 1, 17)
    angle = np.radians(lean * (0.5 + 0.8 * t))
    path = np.zeros((17, 3))
    path[1:, 0] = np.cumsum(np.sin(angle[1:])) * long / 16
    path[1:, 1] = np.cumsum(np.cos(angle[1:])) * long / 16
    path[:, 1] += low - 0.1
    up = np.column_stack([-np.cos(angle), np.sin(angle), 0 * t])
    across = np.cos(roll) * np.array([0, 0, 1.0]) - np.sin(roll) * up
    up = np.cos(roll) * up + np.sin(roll) * np.array([0, 0, 1.0])
    broad = wide * np.sin(np.pi * np.clip((t - 0.2) / 0.8, 0, 1) ** 0.75) ** 0.8 + 0.012
    rows = [
        path + (broad * share)[:, None] * across + up * (0.3 * broad * abs(share) ** 1.5)[:, None]
        for share in (-1, -0.8, -0.5, -0.2, 0, 0.2, 0.5, 0.8, 1)
    ]
    blade = sheet(np.stack(rows, 1), up, 0.014)
    vein = sweep(path[3:-1] + up[3:-1] * 0.013, np.linspace(0.013, 0.005, 13), 6)
    stem = sweep(path[:5], 0.017, 8)
    turn = (0, spin, 0)
    return posed(blade, tilt=turn), posed(vein, tilt=turn), posed(stem, tilt=turn)


def plant_look(accent: str) -> Look:
    """Terracotta or the accent's colour, and green."""
    return {
        "pot": gloss(accent), "stripe": gloss("#fff6e4"), "soil": matte("#4a3023"),
        "leaf": Material("#3f9b52", roughness=0.35, clearcoat=0.35),
        "vein": satin("#8fce7f"), "stem": satin("#5aa45b"),
    }  # fmt: skip
