"""PLAIN: the covers that need nothing but pixels, the default first.

Those that draw a head are in ``studio/covers``; the list of all is ``flows/covers.py``.
"""

from __future__ import annotations

from ...core.roles import Cover
from .emoji import EMOJI
from .pixelate import PIXELATE
from .solid import SOLID

PLAIN: tuple[Cover, ...] = (SOLID, PIXELATE, EMOJI)
"""Adding one is one file and one line here."""
