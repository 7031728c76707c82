"""One person as the trait finders see them: upright, at one size, with mesh, mask and colours.

The face is ``UNIT`` pixels high (mesh points 10 to 152) in a square ``SIDE`` wide, its eyes are
level, and there is room for hair above and the chest below. So every trait finder can speak of
places and sizes as shares of the face.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...engines import face_mesh, person_mask
from ...engines.crops import Window, inside, seen
from ...engines.face_finder import Face
from .filters import guided

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]
Pixels = NDArray[np.uint8]

UNIT = 176
"""Height of the face in the picture, pixels."""

SIDE = round(3.5 * UNIT)
"""Side of the picture, pixels."""

BELOW = 0.45
"""Centre of the picture under the centre of the face, in faces."""

NEAR = 0.85
"""A place is somebody's whose face is this much nearer than any other: hair lies between."""

GREY_CHROMA = 2.5
"""A photo whose colours lie this near to grey (CIELAB chroma, 95 %) is a grey one."""


@dataclass(frozen=True)
class Sight:
    """``lab`` (CIELAB), ``person`` (0..1) and ``here`` (inside the photo) are SIDE x SIDE.

    ``here`` leaves out what is nearer to somebody else's face.
    ``mesh`` is 468 x 3 in pixels of this picture. ``age_points`` is the mesh in pixels of the
    photo. ``pixels`` is the face's height in the photo; ``score`` what the mesh says of it.
    ``yaw`` is how far the face is turned aside, radians (0 is frontal). ``grey``: no colours.
    """

    lab: Floats
    person: Floats
    here: Mask
    mesh: Floats
    age_points: Floats
    pixels: float
    score: float
    yaw: float
    grey: bool

    def at(self, *points: int) -> Floats:
        """The middle (x, y) of some mesh points."""
        middle: Floats = self.mesh[list(points), :2].mean(0)
        return middle

    def length(self, one: int, other: int) -> float:
        """Distance of two mesh points in three dimensions, in faces."""
        return float(np.linalg.norm(self.mesh[one] - self.mesh[other])) / UNIT


def look(pixels: Pixels, face: Face, others: Sequence[Face] = ()) -> Sight:
    """See one face of a photo (uint8, height x width x 3, RGB) that also shows others.

    Raises NoEngine when something that looks is not installed, BadAsset.
    """
    from skimage.color import rgb2lab

    found = face_mesh.mesh(pixels, face)
    window, height = _window(found)
    colours = seen(pixels, window)
    lab = rgb2lab(colours / np.float32(255)).astype(np.float64)
    here = inside(pixels.shape, window) & _own(window, face, others)
    flat = window.from_photo(found.points[:, :2])
    mesh = np.column_stack([flat, found.points[:, 2] / window.scale])
    across = mesh[454] - mesh[234]
    chroma = np.hypot(lab[..., 1], lab[..., 2])[here]
    return Sight(
        lab=lab,
        person=_person(pixels, window, lab[..., 0] / 100),
        here=here,
        mesh=mesh,
        age_points=found.points,
        pixels=height,
        score=found.score,
        yaw=float(np.arctan2(across[2], across[0])),
        grey=bool(chroma.size == 0 or np.percentile(chroma, 95) < GREY_CHROMA),
    )


def _own(window: Window, face: Face, others: Sequence[Face]) -> Mask:
    """Which pixels are nearer to this face than to any other, each by its own size."""
    rows, columns = np.mgrid[:SIDE, :SIDE].reshape(2, -1) + 0.5
    places = window.to_photo(np.stack([columns, rows], 1))
    mine, own = _distance(places, face), np.ones(SIDE * SIDE, np.bool_)
    for other in others:
        own &= mine < NEAR * _distance(places, other)
    return own.reshape(SIDE, SIDE)


def _distance(places: Floats, face: Face) -> Floats:
    """From the middle of a face, in heights of that face; a body reaches down farther."""
    left, top, right, bottom = face.box
    away = (places - [(left + right) / 2, (top + bottom) / 2]) / (bottom - top)
    away[:, 1] = np.where(away[:, 1] > 0, away[:, 1] / 2, away[:, 1])
    answer: Floats = np.linalg.norm(away, axis=1)
    return answer


def _window(found: face_mesh.FaceMesh) -> tuple[Window, float]:
    """The square of the photo that is looked at, and the face's height in the photo."""
    top, chin = found.points[10, :2], found.points[152, :2]
    height = float(np.linalg.norm(chin - top))
    down = np.array([-np.sin(found.angle), np.cos(found.angle)])
    x, y = (top + chin) / 2 + BELOW * height * down
    return Window((float(x), float(y)), found.angle, height / UNIT, SIDE, SIDE), height


def _person(pixels: Pixels, window: Window, light: Floats) -> Floats:
    """The person mask at the picture's size, its edge moved to where the light changes."""
    from scipy.ndimage import zoom

    coarse = person_mask.mask(pixels, window.centre, window.angle, window.scale * SIDE)
    large = zoom(coarse.astype(np.float64), SIDE / coarse.shape[0], order=1)
    fine: Floats = guided(light, large, radius=6, smooth=4e-4).clip(0, 1)
    return fine
