"""Which function makes which headwear: a new kind is a function and a line here."""

from __future__ import annotations

from collections.abc import Callable

from ...parts import Piece
from ...spec import HeadSpec
from . import beanie, cap, hijab, turban, under

Maker = Callable[[HeadSpec, float], list[Piece]]

KINDS: dict[str, Maker] = {
    "hijab": hijab.pieces,
    "turban": turban.pieces,
    "cap": cap.pieces,
    "beanie": beanie.pieces,
}

SHOWS_HAIR = ("cap", "beanie")


def cover_pieces(spec: HeadSpec, grain: float) -> list[Piece]:
    """Headwear with the hair that shows below it; nothing for an uncovered head."""
    if spec.hair not in KINDS:
        return []
    below = under.hair(spec, grain) if spec.hair in SHOWS_HAIR else []
    return [*below, *KINDS[spec.hair](spec, grain)]
