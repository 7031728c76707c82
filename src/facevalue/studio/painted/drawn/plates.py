"""Spot inks: which few explain a picture best, and how much of each every colour needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import map_coordinates
from scipy.spatial import cKDTree

from ..scene.scene import Floats

Plane = NDArray[np.float64]

PAPER = (246, 240, 226)

KEYS = ((30, 32, 40), (42, 52, 96), (24, 68, 66), (92, 34, 62))
"""Dark inks (sRGB): soft black, night blue, deep green, wine."""

COLOURS = (
    (0, 120, 191), (0, 150, 140), (0, 169, 92), (118, 91, 167), (255, 72, 140), (241, 80, 96),
    (255, 108, 47), (255, 181, 17), (255, 226, 40), (94, 200, 229), (255, 142, 145),
    (172, 147, 110),
)  # fmt: skip
"""Light inks: the usual drums of a stencil duplicator."""

LEVELS = 9
"""Steps of coverage from none to all that are tried for each ink."""

PEOPLE = 0.01
"""A picture of which more than this share is skin is one of people."""

FLAT = 0.55
"""How much a difference in lightness counts against one in colour when inks are chosen."""


@dataclass(frozen=True, eq=False)
class Inks:
    """Three inks (sRGB), the dark one first, and how to mix them.

    ``table`` holds coverages
    (0..1), 3 x L x a x b over CIELAB 0..100, -80..80, -80..80 in even steps.
    """

    colours: tuple[tuple[int, int, int], ...]
    table: Plane = field(repr=False)

    def coverage(self, lab: Floats) -> list[Floats]:
        """How much of each ink every pixel needs, 0..1; ``lab`` is height x width x 3."""
        steps = np.array(self.table.shape[1:]) - 1
        at = [lab[..., 0] / 100, (lab[..., 1] + 80) / 160, (lab[..., 2] + 80) / 160]
        where = np.stack([v.clip(0, 1) * n for v, n in zip(at, steps, strict=True)])
        return [map_coordinates(plane, where, order=1).astype(np.float32) for plane in self.table]


def chosen(lab: Floats, skin: Floats, chance: np.random.Generator) -> Inks:
    """The inks for a picture (CIELAB, height x width x 3): the three that come nearest to it.

    Every triple of a dark and two light inks is tried on a sample of the pixels. Colourful
    pixels are taken more often: a small red coat is what people remember; and so is ``skin``
    (0..1). Where there is skin no green is the dark ink: it would be its shade.
    """
    from skimage.color import rgb2lab

    flat = lab.reshape(-1, 3)
    chroma = np.hypot(flat[:, 1], flat[:, 2]).astype(np.float64) + 8
    chroma *= 1 + 3 * skin.reshape(-1)
    keys = KEYS if skin.mean() < PEOPLE else (KEYS[0], KEYS[1], KEYS[3])
    sample = flat[chance.choice(len(flat), 500, p=chroma / chroma.sum())]
    tree_weights = np.array([FLAT, 1.0, 1.0])
    best, inks = np.inf, (KEYS[0], COLOURS[0], COLOURS[5])
    for key in keys:
        for pair in combinations(COLOURS, 2):
            mixed = rgb2lab(_mixed((key, *pair), _grid(4))[None])[0]
            far, _ = cKDTree(mixed * tree_weights).query(sample * tree_weights)
            if float(far.mean()) < best:
                best, inks = float(far.mean()), (key, *pair)
    return Inks(inks, _table(inks))


def _grid(levels: int) -> Plane:
    """All mixtures of three coverages, n x 3."""
    steps = np.linspace(0, 1, levels)
    answer: Plane = np.stack(np.meshgrid(steps, steps, steps, indexing="ij"), -1).reshape(-1, 3)
    return answer


def _mixed(inks: tuple[tuple[int, int, int], ...], coverage: Plane) -> Plane:
    """The colour that dots of these inks make from afar, n x 3, 0..1 sRGB.

    Neugebauer's mean of all overprints with Demichel's shares; where overprints multiply, it
    is the product of each ink's own mean.
    """
    answer: Plane = np.ones((len(coverage), 3)) * np.array(PAPER) / 255
    for ink, share in zip(inks, coverage.T, strict=True):
        answer *= 1 - share[:, None] * (1 - np.array(ink) / 255)
    return answer


def _table(inks: tuple[tuple[int, int, int], ...]) -> Plane:
    """For colours all over CIELAB the coverages that come nearest, smoothed between."""
    from skimage.color import rgb2lab

    coverage = _grid(LEVELS)
    tree = cKDTree(rgb2lab(_mixed(inks, coverage)[None])[0])
    axes = np.linspace(0, 100, 21), np.linspace(-80, 80, 21), np.linspace(-80, 80, 21)
    wanted = np.stack(np.meshgrid(*axes, indexing="ij"), -1)
    far, which = tree.query(wanted.reshape(-1, 3), k=6)
    weight = 1 / (far + 2) ** 2
    weight /= weight.sum(1, keepdims=True)
    answer = (coverage[which] * weight[..., None]).sum(1)
    return np.moveaxis(answer.reshape(21, 21, 21, 3), -1, 0)
