"""What lies on the two sides of a line, and whether an artist would draw that line."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..scene.scene import Floats
from .courses import Flags
from .curves import aside
from .figure import Figure
from .shapes import Line

_OUTER, _INNER, _HAIRY, _BARE = 9.0, 9.0, 16.0, 15.0
"""Least difference of the two sides (CIELAB): of an outline; of a line within, beside hair,
between skin and skin."""

_SHADOW = 0.6
"""How much lightness counts between two sides of a line within."""

_CROWDED = 4.0
"""How much more the sides of a line within must differ (CIELAB) for each other edge near it."""

_SKIN = 1.5
"""Colours nearer to somebody's skin than this (as ``unlike``) are taken for skin."""

_AWAY = 1.5, 2.5, 4.0
"""How far from a line its sides are looked at, pixels (of faces a third the usual size)."""


@dataclass(frozen=True, eq=False)
class Sides:
    """The two sides of a line of n points: ``left`` and ``right`` are what is there.

    Each is n x 6: CIELAB, then how much (0..1) it is people, hair, and in the colour of skin.
    """

    left: NDArray[np.float64]
    right: NDArray[np.float64]

    @property
    def apart(self) -> NDArray[np.float64]:
        """How unlike (CIELAB) they are, n."""
        return np.asarray(np.linalg.norm(self.left[:, :3] - self.right[:, :3], axis=1))

    @property
    def tinted(self) -> NDArray[np.float64]:
        """How unlike they are where lightness counts less: the border of a shadow is no line."""
        off = (self.left[:, :3] - self.right[:, :3]) * [_SHADOW, 1, 1]
        return np.asarray(np.linalg.norm(off, axis=1))

    @property
    def outer(self) -> Flags:
        """Where one side is people and the other is not, n."""
        people = self.left[:, 3], self.right[:, 3]
        return np.asarray((np.abs(people[0] - people[1]) > 0.4) & (np.maximum(*people) > 0.6))

    @property
    def inner(self) -> Flags:
        """Where both sides are people and not both hair, n."""
        people = np.minimum(self.left[:, 3], self.right[:, 3]) > 0.6
        return np.asarray(people & (np.minimum(self.left[:, 4], self.right[:, 4]) < 0.35))

    @property
    def hairy(self) -> Flags:
        """Where a side is hair, n."""
        return np.asarray(np.maximum(self.left[:, 4], self.right[:, 4]) > 0.5)

    @property
    def skin(self) -> Flags:
        """Where both sides have the colour of skin, n."""
        return np.asarray(np.minimum(self.left[:, 5], self.right[:, 5]) > 0.5)


def kinds(figure: Figure) -> Floats:
    """What is where: height x width x 6, as the columns of ``Sides``."""
    from scipy.ndimage import uniform_filter

    planes = figure.mask, figure.hair, _bare(figure)
    lab = [uniform_filter(plane, 3) for plane in np.moveaxis(figure.lab, 2, 0)]
    return np.stack([*lab, *planes], 2)


def sides(kinds: Floats, line: Line, unit: float) -> Sides:
    """Read both sides of a line, evened out along it (its points about 2 pixels apart)."""
    from scipy.ndimage import gaussian_filter1d

    way, found = (1.0 + unit) * aside(line), []
    for side in (-1, 1):
        values = np.mean([read(kinds, line + side * away * way) for away in _AWAY], 0)
        found.append(gaussian_filter1d(values, 3.0, axis=0, mode="nearest"))
    return Sides(*found)


def drawn(line: Line, found: Sides, heads: Floats, crowd: Floats) -> Flags:
    """Where an artist draws a line on an edge: n.

    ``heads`` (height x width) is 3 in faces, where nothing is drawn, 2 close round them, where
    only a clear outline is, 1 where heads are (ears, temples), where skin beside skin is no line.
    ``crowd`` is how many edges are near.
    """
    away, head = found.apart, read(heads, line)
    firm = np.where(found.hairy, _HAIRY, np.where(found.skin, _BARE, _INNER))
    firm = firm + _CROWDED * (read(crowd, line) - 1).clip(0)
    outer = found.outer & (away > np.where(found.hairy | (head > 1.5), _HAIRY, _OUTER))
    inner = found.inner & (found.tinted > firm) & (head < 1.5) & ~((head > 0.5) & found.skin)
    return np.asarray((outer | inner) & (head < 2.5))


def _bare(figure: Figure) -> Floats:
    """Where people have the colour of somebody's skin, 0 or 1."""
    skins = {_coarse(each.skin) for each in figure.scene.people}
    here = figure.mask[::2, ::2] > 0.3
    lab = figure.lab[::2, ::2][here]
    bare = np.zeros(here.shape, np.float32)
    for skin in sorted(skins):
        bare[here] = np.maximum(bare[here], unlike(lab, skin) < _SKIN)
    height, width = figure.mask.shape
    return bare.repeat(2, 0).repeat(2, 1)[:height, :width]


def _coarse(skin: tuple[float, float, float]) -> tuple[float, float, float]:
    """One colour for skins that are nearly alike: in a crowd many are."""
    light, red, yellow = (5.0 * round(value / 5) for value in skin)
    return light, red, yellow


def read(plane: Floats, line: Line) -> NDArray[np.float64]:
    """Values of a plane (or planes) at points of a line (x, y); beyond the rim those at it."""
    columns = line[:, 0].astype(int).clip(0, plane.shape[1] - 1)
    rows = line[:, 1].astype(int).clip(0, plane.shape[0] - 1)
    return np.asarray(plane[rows, columns], np.float64)


def unlike(lab: Floats, skin: tuple[float, float, float]) -> Floats:
    """How far colours are from a skin's, 1 at its rim; shadow on skin counts little.

    Shaded skin may be as strong in colour as lit skin, or weaker as it is darker.
    """
    light, tint = np.float32(skin[0]), np.array(skin[1:], np.float32)
    away = lab[..., 0] - light
    kept = (lab[..., :1] / max(light, np.float32(1))).clip(0.45, 1.15)
    strong = ((lab[..., 1:] @ tint)[..., None] / max(float(tint @ tint), 1.0)).clip(kept, 1.15)
    off = np.linalg.norm(lab[..., 1:] - tint * strong, axis=-1)
    far: Floats = np.hypot(away / np.where(away < 0, 24.0, 20.0), off / 8.0).astype(np.float32)
    return far
