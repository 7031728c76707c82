"""COVERS: every way to cover a head, from both rooms that have some, the default first."""

from __future__ import annotations

from ..core.catalogue import Catalogue
from ..core.roles import Cover
from ..protection.covers.catalogue import PLAIN
from ..studio.covers.catalogue import DRAWN

COVERS: Catalogue[Cover] = Catalogue("cover", *PLAIN, *DRAWN)
