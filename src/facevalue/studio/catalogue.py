"""Every style that ``make`` knows."""

from __future__ import annotations

from ..core.catalogue import Catalogue
from .doll.style import DOLL
from .styles import Style

STYLES: Catalogue[Style] = Catalogue("style", DOLL)
