"""How light a person's skin is in a photo, and that of a drawn face."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ...core.errors import Missing
from ...core.places import Region
from ...core.roles import Shape
from ...engines import face_mesh
from ...engines.face_finder import Face
from ..likeness.colour import like_skin
from ..likeness.read import READABLE
from ..likeness.regions import FOREHEAD, LEFT_CHEEK, RIGHT_CHEEK
from .ground import Mask, Pixels

Numbers = NDArray[np.float64]

AROUND = 1.4
"""Half the height of a face by the distance from eyes to mouth."""

CHEEKS = (0.3, 0.7, -0.6, -0.15)
"""A drawn face's cheeks, in its units: from and to, to both sides of the middle, and upwards."""

FEW = 12
"""Pixels of skin from which a face tells its lightness."""


def light_of(pixels: Pixels, mask: Mask, head: Shape, box: Region) -> float | None:
    """CIELAB lightness of cheeks and forehead, 0..100: the mean; None where none is seen.

    Where the face mesh cannot be laid on (a profile, its network is not here) the cheeks are
    taken from between eyes and mouth.
    """
    from skimage.color import rgb2lab

    points = np.array(head.landmarks) - [box.left, box.top]
    places = _by_mesh(pixels, points)
    where = _by_landmarks(points, mask) if places is None else places
    colours = pixels[where & mask]
    if len(colours) < FEW:
        return None
    lab = rgb2lab(colours[None] / 255.0)[0]
    skin = lab[like_skin(lab)]
    return float(np.mean((skin if len(skin) >= max(FEW, 0.2 * len(lab)) else lab)[:, 0]))


def lightness(colour: Numbers) -> float:
    """CIELAB lightness, 0..100, of an sRGB colour (3 numbers, 0..255)."""
    part = colour / 255
    light = np.where(part > 0.04045, ((part + 0.055) / 1.055) ** 2.4, part / 12.92)
    grey = float(light @ [0.2126, 0.7152, 0.0722])
    return 116 * float(np.cbrt(grey)) - 16 if grey > 0.008856 else 903.3 * grey


def _by_mesh(pixels: Pixels, points: Numbers) -> Mask | None:
    """Cheeks and forehead by the face mesh."""
    from skimage.draw import polygon

    marks = tuple((float(x), float(y)) for x, y in points)
    x, y = points.mean(0).tolist()
    half = AROUND * float(np.hypot(*(points[3:].mean(0) - points[:2].mean(0))))
    try:
        found = face_mesh.mesh(pixels, Face((x - half, y - half, x + half, y + half), 1.0, marks))
    except Missing:
        return None
    if found.score < READABLE:
        return None
    mask = np.zeros(pixels.shape[:2], np.bool_)
    for part in (LEFT_CHEEK, RIGHT_CHEEK, FOREHEAD):
        corners = found.points[list(part), :2]
        mask[polygon(corners[:, 1], corners[:, 0], mask.shape)] = True
    return mask


def _by_landmarks(points: Numbers, mask: Mask) -> Mask:
    """Around the middles between each eye and the corner of the mouth under it."""
    down, across = np.ogrid[: mask.shape[0], : mask.shape[1]]
    reach = max(2.0, 0.16 * float(np.hypot(*(points[3:].mean(0) - points[:2].mean(0)))))
    near = np.zeros_like(mask)
    for eye in (0, 1):
        x, y = (points[eye] + points[eye + 3]) / 2
        near |= (across - x) ** 2 + (down - y) ** 2 <= reach**2
    return near


def cheeks(across: Numbers, up: Numbers, yaw: float = 0.0) -> Mask:
    """Where the cheeks of a drawn head are, by places in its units; it looks ``yaw`` aside."""
    beside = np.abs(across - 0.5 * np.sin(yaw))
    mask: Mask = (beside > CHEEKS[0]) & (beside < CHEEKS[1]) & (up > CHEEKS[2]) & (up < CHEEKS[3])
    return mask
