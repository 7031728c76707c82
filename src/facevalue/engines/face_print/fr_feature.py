"""The first recogniser: ``fr_feature.onnx``, 512 numbers a face, compared by their angle.

The network is that of the package faceplugin-face-recognition-js 0.0.1 (MIT; a MobileFaceNet
in its layers). Its package does not say which faces it was trained on.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from .. import weights
from ..runtime import quiet_session
from ..views import Pixels
from .align import Landmarks, aligned
from .prints import Print

SIDE = 112
FRAME = (
    (38.2946, 51.6963),
    (73.5318, 51.5014),
    (56.0252, 71.7366),
    (41.5493, 92.3655),
    (70.7299, 92.2041),
)
"""Where the landmarks lie in its square: the usual frame of recognisers of this size."""


def printed(pixels: Pixels, landmarks: Landmarks) -> Print:
    """A face of a picture (uint8, height x width x 3, RGB) as 512 numbers of length one.

    Raises NoEngine or BadAsset without the pinned weights, ValueError for impossible landmarks.
    """
    square = aligned(pixels, landmarks, FRAME, SIDE).astype(np.float32)
    planes = ((square - 127) / 128).transpose(2, 0, 1)[None]
    vector = _session().run(None, {"input": np.ascontiguousarray(planes)})[0][0]
    return Print(vector / np.linalg.norm(vector))


def likeness(one: Print, other: Print) -> float:
    """The cosine of the angle between two prints, -1..1."""
    return float(one.numbers @ other.numbers)


@cache
def _session() -> Any:
    return quiet_session(weights.load("fr_feature.onnx"))
