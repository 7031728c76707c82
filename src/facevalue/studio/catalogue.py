"""Every style that ``make`` knows."""

from __future__ import annotations

from typing import Any

from ..core.catalogue import Catalogue
from .doll.style import DOLL
from .painted.names import PAINTED
from .painted.style import Painted
from .styles import Style

STYLES: Catalogue[Style[Any]] = Catalogue(
    "style", DOLL, *(Painted(name, says) for name, says in PAINTED.items())
)
