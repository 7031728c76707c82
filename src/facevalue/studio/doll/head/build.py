"""A head from its spec."""

from __future__ import annotations

from functools import lru_cache

from ..parts import Piece
from ..spec import HeadSpec
from .beards import beard_pieces
from .brows import brow_pieces
from .covers.catalogue import cover_pieces
from .eyes import eye_pieces
from .face import skin
from .glasses import glasses_pieces
from .hair.catalogue import hair_pieces


@lru_cache(maxsize=8)
def build(spec: HeadSpec, grain: float) -> tuple[Piece, ...]:
    """All pieces of a head, in head coordinates; each is made of closed surfaces."""
    return (
        *skin(spec, grain),
        *eye_pieces(spec),
        *brow_pieces(spec),
        *hair_pieces(spec, grain),
        *cover_pieces(spec, grain),
        *beard_pieces(spec, grain),
        *glasses_pieces(spec),
    )
