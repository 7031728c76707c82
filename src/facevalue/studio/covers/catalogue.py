"""DRAWN: the covers that draw a head. ``flows/covers.py`` lists them with the plain ones."""

from __future__ import annotations

from ...core.roles import Cover
from .doll import DOLL, DOLL_MATCHED
from .painted import PAINT, PAINT_MATCHED

DRAWN: tuple[Cover, ...] = (PAINT, PAINT_MATCHED, DOLL, DOLL_MATCHED)
"""Adding one is one file and one line here."""
