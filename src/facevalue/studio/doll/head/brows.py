"""Eyebrows, modelled: a lock with fine grooves over each eye."""

from __future__ import annotations

import numpy as np

from ..parts import Piece
from ..spec import HeadSpec
from .features import features
from .skull import skull
from .surfaces import joined, swept


def brow_pieces(spec: HeadSpec) -> list[Piece]:
    """Both brows in the role ``brow``."""
    s, f = skull(spec), features(spec)
    t = np.linspace(0, 1, 22)
    x = f.eye.x - 0.235 + 0.50 * t
    y = f.brow_y + 0.070 * np.sin(np.pi * (0.17 + 0.58 * t)) - 0.018 * t - 0.034
    girth = (0.54 + 0.46 * np.sin(np.pi * np.clip(t * 1.1 + 0.18, 0, 1))) * (1 - 0.72 * t**2.4)
    girth *= 0.35 + 0.65 * np.sqrt(np.minimum(t / 0.2, 1))
    both = []
    for side in (-1, 1):
        path = np.stack([side * x, y, s.front(x, y) + 0.014], 1)[None]
        wide = 0.050 * spec.brows * girth
        both.append(
            swept(path, s.normal(path), wide, 0.040 * girth**0.5, 5, 0.30, twist=-side * 1.6)
        )
    return [Piece("brows", joined(both), "brow")]
