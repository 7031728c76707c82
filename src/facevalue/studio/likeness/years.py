"""The band of ages that a face looks like."""

from __future__ import annotations

from ...engines import age
from .found import Found, sure
from .sight import Pixels, Sight

CHILD, TEEN, OLDER = 18.0, 23.5, 56.0
"""Where the bands part, in years of the estimate, which is too high for the young."""


def find(pixels: Pixels, sight: Sight) -> Found:
    """The band, by several looks of the network; surer the farther from where bands part."""
    guess = age.estimate(pixels, sight.age_points)
    years = guess.years
    band = (
        "child" if years < CHILD else "teen" if years < TEEN
        else "adult" if years < OLDER else "older"
    )  # fmt: skip
    away = min(abs(years - edge) / edge for edge in (CHILD, TEEN, OLDER))
    steady = 1 - sure(guess.spread, 3, 12)
    return {"age": (band, (0.45 + 0.45 * sure(away, 0, 0.3)) * (0.7 + 0.3 * steady))}
