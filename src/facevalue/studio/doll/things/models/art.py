"""A painter's palette and brush."""

from __future__ import annotations

import numpy as np

from ...parts import Material, Mesh
from ...shapes.solids import Solid, cylinder
from ...shapes.turned import lathe, sweep
from ...shapes.vectors import normals
from ..kit import Look, Pieces, cast, cut, gloss, metal, piece, placed, slab
from ..plates import smooth

PAINTS = ("#e23b3b", "#f6b52b", "#f7f3ea", "#36a852", "#2a7de1", "#7b4bc9", "#e86aa6")


def palette(step: float) -> Pieces:
    """A wooden board with a thumb hole, seven blobs of paint, and a brush across it."""
    outline = smooth([(0.56, 0.10), (0.46, 0.33), (0.16, 0.44), (-0.22, 0.42), (-0.52, 0.22),
                      (-0.60, -0.06), (-0.46, -0.34), (-0.14, -0.44), (0.10, -0.37), (0.16, -0.22),
                      (0.29, -0.17), (0.46, -0.16)], 56)  # fmt: skip
    hole: Solid = cylinder((0.26, -0.02, 0), 0.075, 0.3, 0.01, axis=2)
    board = cast("board", "wood", step, slab(outline, 0, 0.035, 0.022), cut(hole, 0.03))
    spots = [
        (-0.42, -0.06),
        (-0.36, 0.17),
        (-0.14, 0.29),
        (0.12, 0.30),
        (0.35, 0.20),
        (-0.28, -0.26),
        (-0.05, -0.28),
    ]
    rng = np.random.default_rng(11)
    blobs: Pieces = []
    for at, (x, y) in enumerate(spots):
        blobs += placed([piece("paint", f"paint{at}", _blob(rng))], (x, y, 0.028), (90, 0, 40 * at))
    return [board, *blobs, *placed(_brush(), (-0.02, 0.02, 0.12), (0, 8, -38))]


def _blob(rng: np.random.Generator) -> Mesh:
    """A dab of paint, drawn up to a tip."""
    wide = float(rng.uniform(0.09, 0.108))
    dab = lathe([(0, 0), (wide, 0), (wide * 1.03, 0.02), (wide * 0.85, 0.05), (wide * 0.45, 0.062),
                 (wide * 0.34, 0.082), (wide * 0.16, 0.105), (0, 0.112)], 48, 0.03)  # fmt: skip
    points = dab.points.copy()
    turn = np.arctan2(points[:, 2], points[:, 0])
    grow = (
        1
        + 0.09 * np.sin(2 * turn + rng.uniform(0, 6))
        + 0.05 * np.sin(3 * turn + rng.uniform(0, 6))
    )
    points[:, [0, 2]] *= grow[:, None].astype(np.float32)
    points[:, 0] += 0.9 * points[:, 1] ** 2 * 3
    return Mesh(points, dab.faces, normals(points, dab.faces))


def _brush() -> Pieces:
    """Along x: a lacquered handle, a ferrule, and hairs dipped in paint."""
    at = np.linspace(0, 1, 14)
    handle = sweep(np.column_stack([-0.62 + 0.78 * at, 0 * at, 0 * at]),
                   0.014 + 0.026 * np.sin(np.pi * at**1.5) + 0.012 * at, 14)  # fmt: skip
    ferrule = sweep([(0.15, 0, 0), (0.2, 0, 0), (0.25, 0, 0), (0.32, 0, 0)],
                    [0.028, 0.031, 0.032, 0.038], 18)  # fmt: skip
    t = np.linspace(0, 1, 9)
    hair = np.column_stack([0.31 + 0.2 * t, 0.02 * t**2, 0 * t])
    wide = 0.042 * np.sqrt(np.clip(1.02 - t, 0.01, 1)) * (1 + 0.5 * t)
    return [
        piece("handle", "handle", handle), piece("ferrule", "metal", ferrule),
        piece("hair", "hair", sweep(hair[:5], wide[:5], 16)),
        piece("dip", "dip", sweep(hair[4:], wide[4:] * 1.06, 16)),
    ]  # fmt: skip


def palette_look(accent: str) -> Look:
    """Wood and wet paint."""
    paints = {f"paint{at}": Material(colour, roughness=0.14, clearcoat=0.9)
              for at, colour in enumerate(PAINTS)}  # fmt: skip
    return {
        **paints,
        "wood": Material("#c98b4e", roughness=0.35, clearcoat=0.4),
        "handle": gloss(accent),
        "metal": metal("#d9d3c2"),
        "hair": Material("#5b3a26", roughness=0.6),
        "dip": gloss("#2a7de1"),
    }
