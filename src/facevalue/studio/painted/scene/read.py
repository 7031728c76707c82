"""A photo into a scene."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..canvas import resized
from . import cloth, depth, edges, faces, ground, plants, sky, water
from . import person as persons
from .cues import cues
from .flow import flow
from .heads import heads
from .light import light
from .planes import Floats, Guide
from .scene import LONGEST, Pixels, Scene, cielab

EDGE, SHORE = 8, 16
"""Reach of edges, pixels: of people's, and of the outdoors'."""

LEAST = 4
"""Shorter side of the working picture at least, pixels: a line of pixels has no slopes."""


def scene(photo: Pixels) -> Scene:
    """Understand a photo (height x width x 3, uint8, sRGB).

    Raises NoEngine when something that looks is not installed, BadAsset.
    """
    scale = LONGEST / max(photo.shape[:2])
    width, height = (max(LEAST, round(side * scale)) for side in (photo.shape[1], photo.shape[0]))
    pixels = resized(photo, width, height)
    colours = (pixels / np.float32(255)).astype(np.float32)
    lab = cielab(pixels)
    guide = Guide(colours, 2, EDGE)
    found = heads(pixels)
    person = persons.mask(pixels, found, guide)
    people, hair, bare = faces.people(pixels, found, lab, person, guide, scale)
    outside = _outside(lab, person, colours, max((each.height for each in found), default=0.0))
    angle, order = flow(lab[..., 0] / np.float32(100))
    return Scene(
        pixels, scale, lab, person, hair, bare, cloth.mask(person, hair, bare),
        outside.sky, outside.plants, outside.water, outside.ground, outside.away,
        angle, order, edges.strength(lab), light(lab, people), people,
    )  # fmt: skip


@dataclass(frozen=True, eq=False)
class Outside:
    """What lies outside people: see ``Scene``."""

    sky: Floats
    plants: Floats
    water: Floats
    ground: Floats
    away: Floats


def _outside(lab: Floats, person: Floats, colours: Floats, tall: float) -> Outside:
    """Sky, plants, water, ground and distance."""
    seen = cues(lab, person, tall / lab.shape[0])
    above = sky.mask(seen)
    green = plants.mask(seen, above)
    wet = water.mask(seen, above, green)
    floor = ground.mask(seen, above, green, wet)
    far = depth.away(seen, above)
    guide = Guide(colours, 4, SHORE)
    free = 1 - person

    def fine(plane: Floats) -> Floats:
        return guide.refined(plane) * free if plane.any() else np.zeros_like(person)

    return Outside(fine(above), fine(green), fine(wet), fine(floor), guide.refined(far))
