"""Parts of a face by points of the mesh; left and right as seen in the picture.

The numbers are those of MediaPipe's canonical face model.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .sight import SIDE, Floats, Mask, Sight

OVAL = (
    10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377,
    152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
)  # fmt: skip
LEFT_CHEEK = (117, 118, 119, 100, 142, 36, 205, 187, 123)
RIGHT_CHEEK = (346, 347, 348, 329, 371, 266, 425, 411, 352)
FOREHEAD = (66, 107, 9, 336, 296, 299, 337, 151, 108, 69)
LEFT_JAW = (213, 192, 214, 210, 169, 150, 136, 172, 58)
RIGHT_JAW = (433, 416, 434, 430, 394, 379, 365, 397, 288)
UPPER_LIP = (98, 97, 2, 326, 327, 270, 269, 267, 0, 37, 39, 40)
LOWER_CHIN = (378, 400, 377, 152, 148, 176, 149)
UNDER_LIP = (181, 84, 17, 314, 405)
LIPS = (61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185)
OVER_MOUTH = (98, 97, 2, 326, 327, 410, 291, 375, 405, 17, 181, 146, 61, 186)
LOWER_LIP = (78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 291, 375, 321, 405, 314, 17, 84,
             181, 91, 146, 61)  # fmt: skip
LEFT_EYE = (33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246)
RIGHT_EYE = (263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466)
LEFT_BROW = (70, 63, 105, 66, 107, 55, 65, 52, 53, 46)
RIGHT_BROW = (300, 293, 334, 296, 336, 285, 295, 282, 283, 276)


def filled(corners: NDArray[np.float64]) -> Mask:
    """The polygon with these corners (n x 2, x and y) as a mask."""
    from skimage.draw import polygon

    mask = np.zeros((SIDE, SIDE), np.bool_)
    mask[polygon(corners[:, 1], corners[:, 0], mask.shape)] = True
    return mask


def part(sight: Sight, points: tuple[int, ...], grown: float = 1.0) -> Mask:
    """The part with these mesh points at its edge, ``grown`` about its middle; in the photo."""
    corners = sight.mesh[list(points), :2]
    middle = corners.mean(0)
    return filled(middle + (corners - middle) * grown) & sight.here


def chin(sight: Sight) -> Mask:
    """From under the lower lip to the edge of the chin."""
    upper = sight.mesh[list(UNDER_LIP), :2]
    upper = upper + 0.3 * (sight.at(152) - sight.at(17))
    return filled(np.concatenate([upper, sight.mesh[list(LOWER_CHIN), :2]])) & sight.here


def upper_lip(sight: Sight) -> Mask:
    """Between nose and mouth without the shadow under the nose, as wide as the mouth."""
    nose, lip = sight.mesh[[98, 97, 2, 326, 327], :2], sight.mesh[[40, 37, 0, 267, 270], :2]
    upper = nose + 0.35 * (lip - nose)
    corners = sight.mesh[[186, 410], :2]
    edge = np.concatenate([corners[:1], upper, corners[1:], lip[::-1]])
    return filled(edge) & sight.here


def places() -> tuple[Floats, Floats]:
    """X and y of every pixel."""
    rows, columns = np.mgrid[:SIDE, :SIDE].astype(np.float64)
    return columns, rows
