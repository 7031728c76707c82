"""Vectors in space: rows of three numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray


def unit(vectors: ArrayLike) -> NDArray[np.float64]:
    """Vectors (... x 3) of length 1; a zero vector stays zero."""
    v = np.asarray(vectors, np.float64)
    answer: NDArray[np.float64] = v / np.maximum(np.linalg.norm(v, axis=-1, keepdims=True), 1e-9)
    return answer
