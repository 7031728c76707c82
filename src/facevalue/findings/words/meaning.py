"""What runs of words mean, taught by lists and carried to words that are in no list.

A linear model over sentence embeddings (engines.sentence): MEANINGS x 384 numbers, made by
``python3 do.py bench words`` from the lists beside this file and from things and scenes of
pictures. It says "a job" of a job that no list has.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from .weights import linear

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MEANINGS = (
    "thing",
    "job",
    "hobby",
    "health",
    "belief",
    "politics",
    "origin",
    "orientation",
    "vehicle",
    "kin",
    "ambition",
    "species",
    "name",
    "place",
)


def meanings(phrases: Sequence[str]) -> NDArray[np.float32]:
    """How probable each of MEANINGS is for each phrase: n x 14, rows sum to 1.

    Raises NoEngine or BadAsset when the sentence model is not here.
    """
    import numpy as np

    from ...engines import sentence

    factors, shift = _model()
    raised = sentence.directions(phrases) @ factors + shift
    raised = np.exp(raised - raised.max(1, keepdims=True))
    found: NDArray[np.float32] = (raised / raised.sum(1, keepdims=True)).astype(np.float32)
    return found


@cache
def _model() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    return linear("meanings.txt")
