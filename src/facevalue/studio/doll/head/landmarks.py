"""Where a recogniser would look for this face: five points in head coordinates."""

from __future__ import annotations

import numpy as np

from ..parts import Floats
from ..spec import HeadSpec
from .features import features
from .skull import skull


def landmarks(spec: HeadSpec) -> Floats:
    """Both eyes, the nose and both corners of the mouth, 5 x 3, the left ones as seen first."""
    face = features(spec)
    corner = float(face.mouth.top(1.0))
    flat = np.array(
        [
            [-face.eye.x, face.eye.y],
            [face.eye.x, face.eye.y],
            [0.0, face.nose_y],
            [-face.mouth.wide, corner],
            [face.mouth.wide, corner],
        ]
    )
    depth = skull(spec).front(np.abs(flat[:, 0]), flat[:, 1])
    return np.concatenate([flat, np.asarray(depth)[:, None]], 1).astype(np.float32)
