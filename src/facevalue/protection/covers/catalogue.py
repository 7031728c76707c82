"""COVERS: the one list of ways to cover a head, the default first."""

from __future__ import annotations

from ...core.catalogue import Catalogue
from ...core.roles import Cover
from .emoji import EMOJI
from .pixelate import PIXELATE
from .solid import SOLID

COVERS: Catalogue[Cover] = Catalogue("cover", SOLID, PIXELATE, EMOJI)
