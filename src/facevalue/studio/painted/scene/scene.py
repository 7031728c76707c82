"""The scene: everything the painters know of a photo, at one working size."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from ....engines.face_finder import Face
from ...traits import Traits

Floats = NDArray[np.float32]
Points = NDArray[np.float64]
Pixels = NDArray[np.uint8]

LONGEST = 1024
"""The longer side of the working picture, pixels. Whatever the photo's size, it is understood
and composed at this one; strokes and curves are then painted at the size that is wanted."""


def cielab(pixels: Pixels) -> Floats:
    """Pixels (... x 3, uint8, sRGB) in CIELAB, float32."""
    from skimage.color import rgb2lab

    lab: Floats = rgb2lab(pixels / np.float32(255)).astype(np.float32)
    return lab


@dataclass(frozen=True, eq=False)
class Person:
    """One face and what belongs to it, in pixels of the working picture.

    ``mesh`` is 468 x 3 (as ``engines.face_mesh``: x to the right, y down, z falling towards
    the viewer), ``height`` from mesh point 10 (top of the forehead) to 152 (chin). ``yaw``
    (positive: the nose points to the right as seen), ``pitch`` (positive: downwards) and
    ``roll`` (clockwise) are radians. ``skin`` is the CIELAB colour of the face's skin as the
    photo shows it. ``hair`` is the mask (0..1) of this person's hair, or what covers it, cut
    to ``window`` (top, left, bottom, right). ``drawn`` tells whether the face is to be drawn;
    otherwise ``why`` says why not, in words for people.
    """

    face: Face
    mesh: Points = field(repr=False)
    height: float
    yaw: float
    pitch: float
    roll: float
    skin: tuple[float, float, float]
    traits: Traits
    hair: Floats = field(repr=False)
    window: tuple[int, int, int, int]
    drawn: bool = True
    why: str = ""


@dataclass(frozen=True, eq=False)
class Light:
    """Where the light comes from.

    ``direction`` is a unit vector (x right, y down, z to the viewer) pointing to it; ``warmth``
    is the CIELAB b* of what is lit less that of the shade. ``sureness`` is 0..1.
    """

    direction: tuple[float, float, float] = (-0.45, -0.6, 0.66)
    warmth: float = 0.0
    sureness: float = 0.0


@dataclass(frozen=True, eq=False)
class Scene:
    """A photo understood. All planes are height x width of the working picture, float32.

    ``pixels`` are uint8 sRGB (height x width x 3); ``scale`` is working pixels by pixels of
    the photo. ``lab`` is CIELAB. Masks are 0..1: ``person`` (all people, edges refined),
    ``hair``, ``skin`` (faces, arms, hands), ``cloth``; outside people ``sky``, ``plants``,
    ``water``, ``ground``. ``away`` guesses how far off a pixel is, 0 near to 1 far.
    ``angle`` is the direction (radians, 0 along x, y down) in which lines run at each pixel,
    ``order`` (0..1) how much they agree; ``edge`` (0..1) how strong an edge is that matters.
    """

    pixels: Pixels = field(repr=False)
    scale: float
    lab: Floats = field(repr=False)
    person: Floats = field(repr=False)
    hair: Floats = field(repr=False)
    skin: Floats = field(repr=False)
    cloth: Floats = field(repr=False)
    sky: Floats = field(repr=False)
    plants: Floats = field(repr=False)
    water: Floats = field(repr=False)
    ground: Floats = field(repr=False)
    away: Floats = field(repr=False)
    angle: Floats = field(repr=False)
    order: Floats = field(repr=False)
    edge: Floats = field(repr=False)
    light: Light = Light()
    people: tuple[Person, ...] = ()

    def recoloured(self, pixels: Pixels) -> Scene:
        """The scene with other pixels of the same size, and their CIELAB."""
        return replace(self, pixels=pixels, lab=cielab(pixels))

    @property
    def height(self) -> int:
        """Of the working picture, pixels."""
        return int(self.lab.shape[0])

    @property
    def width(self) -> int:
        """Of the working picture, pixels."""
        return int(self.lab.shape[1])
