"""Small made scenes: no photo, no model."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from facevalue.studio.painted.scene.scene import Scene

Pixels = NDArray[np.uint8]


def halves(height: int = 120, width: int = 160) -> Pixels:
    """Blue on the left, orange on the right, a sharp border between them."""
    pixels = np.empty((height, width, 3), np.uint8)
    pixels[:, : width // 2] = (60, 90, 180)
    pixels[:, width // 2 :] = (220, 140, 60)
    return pixels


def scene(pixels: Pixels) -> Scene:
    """A scene in which nothing is known but the colours and that lines run upright."""
    from skimage.color import rgb2lab

    lab = rgb2lab(pixels / np.float32(255)).astype(np.float32)
    empty = np.zeros(lab.shape[:2], np.float32)
    upright = np.full(lab.shape[:2], np.pi / 2, np.float32)
    return Scene(
        pixels, 1.0, lab, empty, empty, empty, empty, empty, empty, empty, empty, empty,
        upright, empty + 1, empty,
    )  # fmt: skip
