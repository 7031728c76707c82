"""RECOGNISERS: who is asked whether two faces are one person. One more is one line here.

A print lives inside one call. It is never stored, logged or handed to anybody.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..views import Pixels
from . import dlib_resnet, fr_feature
from .align import Landmarks
from .prints import Print


@dataclass(frozen=True, slots=True)
class Recogniser:
    """``likeness`` of two prints rises with likeness; from ``threshold`` on it says: one person."""

    name: str
    threshold: float
    print: Callable[[Pixels, Landmarks], Print]
    likeness: Callable[[Print, Print], float]


RECOGNISERS = (
    Recogniser("fr_feature", 0.40, fr_feature.printed, fr_feature.likeness),
    Recogniser("dlib", 0.40, dlib_resnet.printed, dlib_resnet.likeness),
)
"""Their lines were measured on pairs of photos by ``bench/prints.py``: few mistakes either way."""
