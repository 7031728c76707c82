"""Person mask: how much each pixel belongs to a person.

The network is MediaPipe's selfie segmentation (a MobileNetV3-like net for people within two
metres of the camera), out of the package @mediapipe/selfie_segmentation. It does not tell one
person from another, and soft hair needs its edge refined by who uses the mask.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from .crops import Window, seen
from .litert import Model
from .views import Floats, Pixels

SIDE = 256
"""The network's picture, in pixels."""


def mask(pixels: Pixels, centre: tuple[float, float], angle: float, side: float) -> Floats:
    """The mask of a square of the photo, SIDE x SIDE, 0 (nobody) to 1 (a person).

    The square has its ``centre`` (x, y) and ``side`` in pixels of the photo and is turned by
    ``angle`` (radians, clockwise). Best where head and shoulders fill it.
    Raises NoEngine when the library or the weights are not here, BadAsset.
    """
    picture = seen(pixels, Window(centre, angle, side / SIDE, SIDE, SIDE), stretched=True)
    (answer,) = _model()(picture[None] / np.float32(255))
    return answer.reshape(SIDE, SIDE).clip(0, 1)


@cache
def _model() -> Model:
    return Model("selfie_segmentation.tflite")
