"""What a dog and a cat have alike: eyes, a collar, and their surfaces."""

from __future__ import annotations

import numpy as np

from ...parts import Material
from ...shapes.turned import ball, joined, lathe, sweep
from ..kit import Look, Pieces, gloss, metal, piece, placed


def eyes(x: float, y: float, z: float, radius: float, role: str = "eye") -> Pieces:
    """Two round eyes with a light in each, ``x`` to either side of the middle."""
    one = ball(radius)
    found = [one.placed((x * side, y, z)) for side in (-1, 1)]
    lights = [
        one.placed((x * side + 0.3 * radius, y + 0.38 * radius, z + 0.82 * radius), scale=0.27)
        for side in (-1, 1)
    ]
    return [piece("eyes", role, joined(*found)), piece("lights", "light", joined(*lights))]


def collar(y: float, radius: float) -> Pieces:
    """A band with a round tag."""
    turn = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    ring = np.column_stack(
        [radius * np.cos(turn), y - 0.035 * np.sin(turn), 0.02 + radius * np.sin(turn)]
    )
    disc = lathe([(0, -0.01), (0.042, -0.01), (0.042, 0.01), (0, 0.01)], 28, 0.006)
    tag = placed([piece("tag", "gold", disc)], (0, y - 0.09, 0.03 + radius), (80, 0, 0))
    return [piece("collar", "collar", sweep(ring, 0.024, 10, closed=True)), *tag]


def details(accent: str) -> Look:
    """Eyes, collar and tag."""
    return {
        "eye": Material("#20140f", roughness=0.08, clearcoat=1.0),
        "light": gloss("#ffffff"), "collar": gloss(accent), "gold": metal("#f0bf4c", 0.2),
    }  # fmt: skip
