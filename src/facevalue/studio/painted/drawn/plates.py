"""Spot inks: which few explain a picture best, and how much of each every colour needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import map_coordinates
from scipy.spatial import cKDTree

from ..palette import srgb
from ..scene.scene import Floats
from ..touch import Touch
from .kit import Kit, mixed
from .tooth import Colour

Plane = NDArray[np.float64]

PAPER = (246, 240, 226)

GREEN = (24, 68, 66)

KEYS = ((30, 32, 40), (42, 52, 96), GREEN, (92, 34, 62))
"""Dark inks (sRGB): soft black, night blue, deep green, wine."""

BROWNS = ((189, 100, 57), (146, 95, 82))
"""Light inks that skin can be printed with, whatever a painting's colours are."""

COLOURS = (
    (0, 120, 191), (0, 150, 140), (0, 169, 92), (118, 91, 167), (255, 72, 140), (241, 80, 96),
    (255, 108, 47), (255, 181, 17), (255, 226, 40), (94, 200, 229), (255, 142, 145),
    (172, 147, 110), *BROWNS,
)  # fmt: skip
"""Light inks: the usual drums of a stencil duplicator."""

LIGHT = (0.6, 0.88)
"""Light inks that are taken from a painting are of this lightness (OKLab)."""

FILLED = 9
"""How many of a painting's colours are tried, the most lively."""

CLEAN = 30.0
"""On skin a full cover of the dark ink is as bad as a colour that is wrong by so much."""

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
    (0..1), 3 x L x a x b over CIELAB 0..100, -80..80, -80..80 in even steps; ``clean`` those
    with as little of the dark ink as goes, for skin.
    """

    colours: tuple[Colour, ...]
    table: Plane = field(repr=False)
    clean: Plane = field(repr=False)

    def coverage(self, lab: Floats, skin: Floats) -> list[Floats]:
        """How much of each ink every pixel needs, 0..1; ``lab`` is height x width x 3."""
        steps = np.array(self.table.shape[1:]) - 1
        at = [lab[..., 0] / 100, (lab[..., 1] + 80) / 160, (lab[..., 2] + 80) / 160]
        where = np.stack([v.clip(0, 1) * n for v, n in zip(at, steps, strict=True)])
        answer = []
        bare = np.nonzero(skin > 0.02)
        there = np.stack([axis[bare] for axis in where])
        for plane, other in zip(self.table, self.clean, strict=True):
            cover = map_coordinates(plane, where, order=1).astype(np.float32)
            own = map_coordinates(other, there, order=1).astype(np.float32)
            cover[bare] += skin[bare] * (own - cover[bare])
            answer.append(cover)
        return answer


@dataclass(frozen=True, slots=True)
class Drums:
    """What there is to print with, sRGB: paper, dark inks, light inks."""

    paper: Colour
    keys: tuple[Colour, ...]
    colours: tuple[Colour, ...]


OURS = Drums(PAPER, KEYS, COLOURS)


def drums(touch: Touch, tools: Kit) -> Drums:
    """Ours, or drums filled with the colours of the painting that ``touch`` brings."""
    if touch.like is None:
        return OURS
    tubes = mixed(touch)
    lifted = tubes.copy()
    lifted[:, 0] = tubes[:, 0].clip(*LIGHT)
    lively = lifted[np.argsort(-np.hypot(lifted[:, 1], lifted[:, 2]), kind="stable")[:FILLED]]
    colours = [tuple(colour) for colour in srgb(lively).tolist()]
    return Drums(tools.paper, (tools.ink,), (*((r, g, b) for r, g, b in colours), *BROWNS))


def chosen(lab: Floats, skin: Floats, chance: np.random.Generator, from_: Drums = OURS) -> Inks:
    """The inks for a picture (CIELAB, height x width x 3): the three that come nearest to it.

    Every triple of a dark and two light inks is tried on a sample of the pixels. Colours are
    taken by the root of how often they occur, colourful ones more often: a small red coat is
    what people remember; and so is ``skin`` (0..1). Where there is skin no green is the dark
    ink: it would be its shade.
    """
    from skimage.color import rgb2lab

    flat = lab.reshape(-1, 3)
    chroma = np.hypot(flat[:, 1], flat[:, 2]).astype(np.float64) + 8
    chroma *= (1 + 1.5 * skin.reshape(-1)) * _rare(flat)
    keys = [key for key in from_.keys if skin.mean() < PEOPLE or key != GREEN]
    taken = chance.choice(len(flat), 500, p=chroma / chroma.sum())
    weights = np.array([FLAT, 1.0, 1.0, 1.0])
    sample = np.column_stack([flat[taken], np.zeros(len(taken))])
    bare = skin.reshape(-1)[taken] > 0.5
    dark = CLEAN * _grid(4)[:, 0]
    best, inks = np.inf, (keys[0], *from_.colours[:2])
    for key in keys:
        for pair in combinations(from_.colours, 2):
            mixture = rgb2lab(_mixed((key, *pair), _grid(4), from_.paper)[None])[0]
            far = _far(mixture, 0 * dark, sample[~bare], weights)
            far += _far(mixture, dark, sample[bare], weights)
            if far < best:
                best, inks = far, (key, *pair)
    return Inks(inks, _table(inks, from_.paper, 0.0), _table(inks, from_.paper, CLEAN))


def _far(mixture: Plane, dark: Plane, sample: Plane, weights: Plane) -> float:
    """How far colours are from the nearest mixtures, in all; ``dark`` counts as distance."""
    if not len(sample):
        return 0.0
    apart, _ = cKDTree(np.column_stack([mixture, dark]) * weights).query(sample * weights)
    return float(apart.sum())


def _rare(flat: Floats) -> Plane:
    """By how much less often a colour of a large area is taken: the root of how often it is."""
    shifted = flat + np.array([0, 128, 128], np.float32)
    light, red, yellow = (shifted.T / 8).round().astype(np.intp).clip(0, 31)
    cells = (light * 32 + red) * 32 + yellow
    answer: Plane = 1 / np.sqrt(np.bincount(cells)[cells])
    return answer


def _grid(levels: int) -> Plane:
    """All mixtures of three coverages, n x 3."""
    steps = np.linspace(0, 1, levels)
    answer: Plane = np.stack(np.meshgrid(steps, steps, steps, indexing="ij"), -1).reshape(-1, 3)
    return answer


def _mixed(inks: tuple[Colour, ...], coverage: Plane, paper: Colour) -> Plane:
    """The colour that dots of these inks make from afar, n x 3, 0..1 sRGB.

    Neugebauer's mean of all overprints with Demichel's shares; where overprints multiply, it
    is the product of each ink's own mean.
    """
    answer: Plane = np.ones((len(coverage), 3)) * np.array(paper) / 255
    for ink, share in zip(inks, coverage.T, strict=True):
        answer *= 1 - share[:, None] * (1 - np.array(ink) / 255)
    return answer


def _table(inks: tuple[Colour, ...], paper: Colour, clean: float) -> Plane:
    """For colours all over CIELAB the coverages that come nearest, smoothed between.

    A full cover of the dark ink counts as ``clean`` of distance.
    """
    from skimage.color import rgb2lab

    coverage = _grid(LEVELS)
    mixture = rgb2lab(_mixed(inks, coverage, paper)[None])[0]
    tree = cKDTree(np.column_stack([mixture, clean * coverage[:, 0]]))
    axes = np.linspace(0, 100, 21), np.linspace(-80, 80, 21), np.linspace(-80, 80, 21)
    wanted = np.stack(np.meshgrid(*axes, indexing="ij"), -1)
    wanted = np.column_stack([wanted.reshape(-1, 3), np.zeros(wanted.size // 3)])
    far, which = tree.query(wanted, k=6)
    weight = 1 / (far + 2) ** 2
    weight /= weight.sum(1, keepdims=True)
    answer = (coverage[which] * weight[..., None]).sum(1)
    return np.moveaxis(answer.reshape(21, 21, 21, 3), -1, 0)
