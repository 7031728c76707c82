"""WORDS: the detectors of words. Of two that speak of the same letters, the first has them."""

from __future__ import annotations

from ...core.catalogue import Catalogue
from ...core.roles import Detector
from .addresses import ADDRESSES
from .contacts import CONTACTS
from .moments import MOMENTS
from .numbers import NUMBERS
from .profile import PROFILE

WORDS: Catalogue[Detector[str]] = Catalogue(
    "word detector",
    NUMBERS,
    CONTACTS,
    ADDRESSES,
    PROFILE,
    MOMENTS,
)
