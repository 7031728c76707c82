"""What people wear and hold: all of them that is neither hair nor skin."""

from __future__ import annotations

from .planes import Floats


def mask(person: Floats, hair: Floats, skin: Floats) -> Floats:
    """Clothes, 0..1."""
    worn: Floats = (person - hair - skin).clip(0, 1)
    return worn
