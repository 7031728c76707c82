"""Where the hair is: what lies on the head, unlike the face's skin, and what continues it.

``crown`` is the part of the person round the upper face where hair would be; what in it is
unlike skin gives the hair's colours, and all of the person with such colours that hangs
together with it, and is nearer to them than to skin and clothes, is hair.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from . import colour, regions
from .sight import UNIT, Floats, Mask, Sight

UNLIKE = 1.5
"""Distance from the skin's colour from which a pixel of the crown is something else."""

NEAR = 0.3
"""Hair this near to the face (in faces) tells its colours best: farther off may be others'."""

LIKE = 2.2
"""Distance from the hair's colours, in their spreads, up to which a pixel is hair."""

COLLAR = 0.12
"""Clothes are looked for from this far under the chin, in faces."""

FAIR = 30.0
"""Lightness (CIELAB) from which hair is fair."""

LEAST = 0.02
"""Square faces of it that make a colour."""


@dataclass(frozen=True)
class Head:
    """Where a head's parts lie in the picture: pixels, and x, y of every pixel."""

    sight: Sight
    skin: Floats

    @cached_property
    def x(self) -> Floats:
        """Sideways from the middle of the face, in faces."""
        x: Floats = (regions.places()[0] - self.middle[0]) / UNIT
        return x

    @cached_property
    def y(self) -> Floats:
        """Down from the line of the eyes, in faces; the chin is at about 0.65."""
        y: Floats = (regions.places()[1] - self.middle[1]) / UNIT
        return y

    @cached_property
    def middle(self) -> Floats:
        """Between the eyes."""
        eyes: Floats = self.sight.at(33, 133, 362, 263)
        return np.array([0.5 * eyes[0] + 0.5 * self.sight.at(234, 454)[0], eyes[1]])

    @cached_property
    def half(self) -> float:
        """Half the width of the face, in faces."""
        return float(np.ptp(self.sight.mesh[:, 0])) / 2 / UNIT

    @cached_property
    def chin(self) -> float:
        """Height of the chin, as ``y``."""
        return float((self.sight.at(152)[1] - self.middle[1]) / UNIT)

    @cached_property
    def top(self) -> float:
        """Height of the mesh's upper edge, as ``y``; the hairline is near it."""
        return float((self.sight.at(10)[1] - self.middle[1]) / UNIT)

    @cached_property
    def face(self) -> Mask:
        """The face without forehead above the brows' line, where a fringe may lie."""
        return regions.part(self.sight, regions.OVAL) & (self.y > -0.16)

    @cached_property
    def body(self) -> Mask:
        """The person, in the photo."""
        # where the photo ends close to the face, the mask knows no person there
        close = (self.edge < 0.1) & (self.y < 0) if self.cut else self.edge == 0
        mask: Mask = ((self.sight.person > 0.5) | close) & self.sight.here
        return mask

    @cached_property
    def cut(self) -> bool:
        """Whether the photo ends right over the face."""
        over = (np.abs(self.x) < self.half) & (self.y < self.top) & (self.y > self.top - 0.28)
        return float(self.sight.here[over].mean()) < 0.5

    @cached_property
    def crown(self) -> Mask:
        """The person round the upper face, without it."""
        oval = regions.part(self.sight, regions.OVAL, 1.02)
        near = (self.x / 0.95) ** 2 + (self.y / 1.25) ** 2 < 1
        mask: Mask = self.body & ~oval & near & (self.y < -0.02)
        return mask

    @cached_property
    def edge(self) -> Floats:
        """How far outside the face's edge each pixel is, in faces; 0 inside."""
        from scipy.ndimage import distance_transform_edt

        outside = ~regions.filled(self.sight.mesh[list(regions.OVAL), :2])
        away: Floats = distance_transform_edt(outside) / UNIT
        return away

    @cached_property
    def clear(self) -> Mask:
        """Beside the face and above the chin, but not where ears are: no skin lies there."""
        ear = (self.edge < 0.14) & (self.y < 0.28)
        mask: Mask = (self.edge > 0.05) & (self.y < self.chin) & ~ear
        return mask

    def beside(self, side: int, top: float, bottom: float, wide: float) -> Mask:
        """A strip along the face's edge, left (-1) or right (1) as seen, between two heights."""
        strip: Mask = (self.edge > 0.015) & (self.edge < wide) & (self.x * side > 0)
        strip &= (self.y > top) & (self.y < bottom)
        return strip

    @cached_property
    def unlike(self) -> Floats:
        """How far each pixel is from the skin's colour; shadow on skin counts little."""
        away = self.sight.lab - self.skin
        darker = away[..., 0] < 0
        light = np.where(darker, 24.0, 16.0)
        # skin in shadow keeps its hue and loses chroma only as it loses lightness
        kept = (self.sight.lab[..., :1] / max(self.skin[0], 1)).clip(0.25, 1.15)
        tint = np.linalg.norm(self.sight.lab[..., 1:] - self.skin[1:] * kept, axis=-1)
        answer: Floats = np.hypot(away[..., 0] / light, tint / 8.0)
        return answer


@dataclass(frozen=True)
class Strands:
    """``mask`` is where hair (or what covers it) lies, ``colour`` its CIELAB colour or None.

    ``share`` is how much of the crown it fills, ``area`` the crown's size in square faces.
    """

    mask: Mask
    colour: Floats | None
    share: float
    area: float


def strands(head: Head) -> Strands:
    """Find the hair of a head."""
    seeds = head.crown & (head.unlike > UNLIKE)
    area = float(head.crown.sum()) / UNIT**2
    share = float(seeds.sum()) / max(float(head.crown.sum()), 1)
    if seeds.sum() < LEAST * UNIT**2:
        return Strands(np.zeros_like(seeds), None, share, area)
    near = seeds & (head.edge < NEAR)
    tones = colour.shades(head.sight.lab[near if near.sum() > 0.3 * seeds.sum() else seeds])
    to_hair = nearest(head.sight.lab, tones)
    to_cloth = nearest(head.sight.lab, _cloth(head))
    # clear of the face there is no skin above the chin, below it clothes compete
    rival = np.where(head.clear, np.inf, head.unlike)
    rival = np.minimum(rival, np.where(head.y > head.chin + COLLAR, 0.8 * to_cloth, np.inf))
    beside = (head.unlike > UNLIKE - 0.2) | (head.y < 0) | head.clear
    mask = head.body & ~head.face & beside & (to_hair < LIKE) & (to_hair < rival) | seeds
    mask &= (np.abs(head.x) < 1.15) & (head.y < head.chin + 1.1)
    mask = _connected(mask, seeds)
    kept = seeds & mask
    shown = kept if kept.sum() > 0.2 * seeds.sum() else seeds
    return Strands(mask, _main(head.sight.lab[shown]), share, area)


def _cloth(head: Head) -> list[tuple[Floats, Floats]]:
    """The colours of the chest's middle."""
    chest = head.body & (head.y > head.chin + 0.5) & (np.abs(head.x) < 0.28)
    if chest.sum() < 0.05 * UNIT**2:
        return []
    return colour.shades(head.sight.lab[chest])


def nearest(lab: Floats, tones: list[tuple[Floats, Floats]]) -> Floats:
    """Distance to the nearest of some colours, in spreads."""
    nearest = np.full(lab.shape[:2], np.inf)
    for centre, spread in tones:
        nearest = np.minimum(nearest, np.sqrt((((lab - centre) / spread) ** 2).sum(-1) / 2))
    return nearest


def _connected(mask: Mask, seeds: Mask) -> Mask:
    """The parts of a mask that hang together with the seeds; specks are taken away."""
    from scipy.ndimage import binary_opening, label

    opened = binary_opening(mask, iterations=3)
    parts, count = label(opened)
    size = np.bincount(parts[seeds & opened], minlength=count + 1)
    size[0] = 0
    kept: Mask = np.isin(parts, np.flatnonzero(size > 0.05 * max(size.max(), 1)))
    return kept


def _main(lab: Floats) -> Floats | None:
    """The colour that hair has: without sheen on dark hair, without shadows in fair hair."""
    if len(lab) <= 20:
        return None
    dark = float(np.median(lab[:, 0])) < FAIR
    return colour.middle(lab, 15, 60) if dark else colour.middle(lab, 25, 75)
