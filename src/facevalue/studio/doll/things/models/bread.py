"""A loaf of sourdough bread."""

from __future__ import annotations

import numpy as np

from ...parts import Material
from ...shapes.solids import curve, ellipsoid, tube
from ...shapes.turned import ball, joined, lathe, stretched
from ..kit import Look, Pieces, Work, add, cast, cut, matte, meant, piece


def bread(step: float) -> Pieces:
    """A round sourdough loaf with a scored crust, dusted with flour."""
    works: list[Work] = [add(ellipsoid((0, -0.04, 0), (0.60, 0.40, 0.46))), _flat_bottom()]
    scores = []
    for at in (-0.34, -0.115, 0.115, 0.34):
        line = [(at - 0.1, 0, 0.46), (at, 0, 0.1), (at + 0.08, 0, -0.28)]
        path = [_on_loaf(x, z) for x, _, z in curve(line, 12)]
        scores.append(np.array(path))
        works.append(cut(tube(path, 0.062 * np.sin(np.linspace(0.25, 2.89, 12))), 0.02))
    crust = cast("crust", "crust", step, *works)
    crumb = stretched(ball(1.0, 56), (0.573, 0.378, 0.436), (0, -0.038, 0))
    crumb.points[:, 1] = np.maximum(crumb.points[:, 1], -0.28)
    rng = np.random.default_rng(5)
    grain = lathe([(0, -0.5), (0.8, -0.3), (0.9, 0.2), (0, 0.6)], 8)
    grains = []
    for x, z in rng.uniform((-0.52, -0.2), (0.52, 0.42), (170, 2)):
        near = min(float(np.hypot(line[:, 0] - x, line[:, 2] - z).min()) for line in scores)
        if near > 0.075 and (x / 0.58) ** 2 + (z / 0.44) ** 2 < 0.95:
            size = rng.uniform(0.006, 0.014)
            grains.append(grain.placed(_on_loaf(x, z), scale=float(size)))
    return [
        crust, piece("crumb", "crumb", crumb), piece("flour", "flour", joined(*grains)),
    ]  # fmt: skip


def _flat_bottom() -> Work:
    """Takes away what would lie below the table."""
    return cut(
        meant(lambda x, y, z: y + np.float32(0.31) + 0 * (x + z), (-1, -1, -1), (1, -0.3, 1)), 0.12
    )


def _on_loaf(x: float, z: float) -> tuple[float, float, float]:
    """A point of the crust above x, z."""
    left = max(1 - (x / 0.60) ** 2 - (z / 0.46) ** 2, 0.0)
    return x, -0.04 + 0.40 * left**0.5, z


def bread_look(_accent: str) -> Look:
    """Baked."""
    return {
        "crust": Material("#b8682c", roughness=0.42, specular=0.4, clearcoat=0.15),
        "crumb": matte("#e9c27c"),
        "flour": matte("#fbf3e2"),
    }
