"""How a picture is to be painted: the dials that every style has."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Touch:
    """The dials.

    ``strength`` is 0 (hardly touched) to 1 (all paint); ``likeness`` 1 (friends know me at
    once) to 0 (a type). ``like`` are the pixels of a painting to take palette and touch from
    (height x width x 3, uint8), or None. The same ``seed`` lays the same strokes.
    """

    strength: float = 0.8
    likeness: float = 0.7
    seed: int = 0
    like: NDArray[np.uint8] | None = field(default=None, repr=False)

    def chance(self, what: str) -> np.random.Generator:
        """Random numbers for one purpose, always the same for a seed."""
        return np.random.default_rng([self.seed, *what.encode()])
