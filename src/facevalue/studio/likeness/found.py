"""What a finder answers: traits with their values, each with how sure it is."""

from __future__ import annotations

Found = dict[str, tuple[object, float]]
"""Trait -> (value, confidence in 0..1); the confidence is about the share of right answers."""


def sure(value: float, low: float, high: float) -> float:
    """A measure on a scale of sureness: 0 at ``low``, 1 at ``high``, straight between."""
    return float(min(1.0, max(0.0, (value - low) / (high - low))))
